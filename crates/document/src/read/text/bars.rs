//! Tables drawn by bars: Markdown tables and the blocks of old word processors' converters (`|cell |cell |`), and the tables of crawled pages
//! with a bar alone in a line between cells.

use phongtrao_diagnostic::Span;

use super::Cutter;
use crate::{Block, Line, Look, Noise, Row, TableBlock, TableCell};

/// How many lines a cell that goes on below its bar may have.
const LONGEST_CELL: usize = 400;

/// Takes the table that begins at the line `at`; the line after it.
pub(super) fn take(cutter: &mut Cutter, lines: &[Span], at: usize) -> usize {
    let alone = lines[at].of(cutter.text).trim() == "|";
    let end = if alone { flattened(cutter, lines, at) } else { drawn(cutter, lines, at) };
    end.max(at + 1)
}

/// A table of crawled pages: bars alone in their lines. A blank line after a bar ends it.
fn flattened(cutter: &mut Cutter, lines: &[Span], at: usize) -> usize {
    let mut cells: Vec<(usize, usize)> = Vec::new();
    let mut rows: Vec<Vec<(usize, usize)>> = Vec::new();
    let mut columns = None;
    let mut line = at;
    // `line` stands on the bar that opens a cell or a row.
    let end = loop {
        let next = line + 1;
        let blank_after = next >= lines.len() || lines[next].of(cutter.text).trim().is_empty();
        let is_next_bar = !blank_after && lines[next].of(cutter.text).trim() == "|";
        if blank_after && (cells.is_empty() || columns.is_none_or(|columns| cells.len() >= columns) || !bar_soon(cutter.text, lines, next))
        {
            break next;
        }
        if is_next_bar && row_ends(cutter.text, lines, line, columns, &cells) {
            columns.get_or_insert(cells.len());
            rows.push(std::mem::take(&mut cells));
            line = next;
            continue;
        }
        let Some(close) = (next..lines.len().min(next + LONGEST_CELL)).find(|&close| lines[close].of(cutter.text).trim() == "|") else {
            break next;
        };
        cells.push((next, close));
        line = close;
    };
    if !cells.is_empty() {
        rows.push(cells);
    }
    build_flattened(cutter, lines, at, end, &rows);
    end
}

/// Whether a bar stands within the next lines, so that the blank line lies within a cell.
fn bar_soon(text: &str, lines: &[Span], from: usize) -> bool {
    const NEAR: usize = 3;
    lines[from..lines.len().min(from + NEAR)].iter().any(|line| line.of(text).trim() == "|")
}

/// Whether the row ends at the bar `line`, which another bar follows.
fn row_ends(text: &str, lines: &[Span], line: usize, columns: Option<usize>, cells: &[(usize, usize)]) -> bool {
    let Some(columns) = columns else { return !cells.is_empty() };
    if cells.len() >= columns {
        return true;
    }
    // Fewer cells than columns: the bars that follow are empty cells when they are as many as are missing; else a cell takes several columns.
    // That there are more than two is enough to know.
    let bars = lines[line..].iter().take(3).take_while(|line| line.of(text).trim() == "|").count();
    let missing = columns - cells.len();
    !cells.is_empty() && bars == 2 && missing >= 1 && spans_columns(text, lines, cells)
}

/// Whether the first cell holds a Roman number: such a row heads the rows below and its words span the table.
fn spans_columns(text: &str, lines: &[Span], cells: &[(usize, usize)]) -> bool {
    let Some(&(start, end)) = cells.first() else { return false };
    let words = lines[start..end].iter().map(|line| line.of(text)).collect::<String>();
    let words = words.trim_matches(|c: char| c == '*' || c == '.' || c.is_whitespace());
    cells.len() <= 2 && !words.is_empty() && words.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'A'..=b'H'))
}

fn build_flattened(cutter: &mut Cutter, lines: &[Span], at: usize, end: usize, rows: &[Vec<(usize, usize)>]) {
    let mut table = TableBlock { span: Span::new(lines[at].start, lines[end - 1].end), rows: Vec::new() };
    let mut written = at;
    for cells in rows {
        let mut row = Row { span: Span::new(0, 0), cells: Vec::new() };
        for &(start, close) in cells {
            note_bars(cutter, &lines[written..start]);
            cutter.bold = false;
            let blocks: Vec<Block> = lines[start..close].iter().filter_map(|line| cutter.line(*line)).map(Block::Line).collect();
            written = close;
            let first = lines[start].start;
            let last = if close > start { lines[close - 1].end } else { first };
            row.cells.push(TableCell { span: Span::new(first, last), columns: 1, blocks });
        }
        if let (Some(first), Some(last)) = (row.cells.first(), row.cells.last()) {
            row.span = first.span.to(last.span);
            table.rows.push(row);
        }
    }
    note_bars(cutter, &lines[written..end]);
    if let (Some(first), Some(last)) = (table.rows.first(), table.rows.last()) {
        table.span = first.span.to(last.span);
        cutter.blocks.push(Block::Table(table));
    }
}

fn note_bars(cutter: &mut Cutter, lines: &[Span]) {
    for line in lines {
        if line.of(cutter.text).contains('|') {
            cutter.rule(*line);
        }
    }
}

/// A table whose rows stand in lines. A row that does not end with a bar goes on below.
fn drawn(cutter: &mut Cutter, lines: &[Span], at: usize) -> usize {
    let mut table = TableBlock { span: lines[at], rows: Vec::new() };
    let mut line = at;
    while line < lines.len() && lines[line].of(cutter.text).trim_start().starts_with('|') {
        let last = last_line(cutter.text, lines, line);
        let words = lines[line].of(cutter.text);
        if words.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' ' | b'\t' | b'+' | b'=')) && words.contains('-') {
            cutter.rule(lines[line]);
        } else if let Some(row) = row(cutter, lines, line, last) {
            table.rows.push(row);
        }
        line = last + 1;
    }
    if let (Some(first), Some(last)) = (table.rows.first(), table.rows.last()) {
        table.span = first.span.to(last.span);
        cutter.blocks.push(Block::Table(table));
    }
    line
}

/// The line at which the row that begins at `line` ends.
fn last_line(text: &str, lines: &[Span], line: usize) -> usize {
    const LONGEST_ROW: usize = 12;
    if lines[line].of(text).trim_end().ends_with('|') {
        return line;
    }
    let following = line + 1..lines.len().min(line + LONGEST_ROW);
    for next in following {
        let words = lines[next].of(text).trim();
        if words.is_empty() || words.starts_with('|') {
            return line;
        }
        if words.ends_with('|') {
            return next;
        }
    }
    line
}

fn row(cutter: &mut Cutter, lines: &[Span], first: usize, last: usize) -> Option<Row> {
    let whole = lines[first].to(lines[last]);
    let text = cutter.text;
    let mut cells = Vec::new();
    let bars: Vec<usize> = memchr::memchr_iter(b'|', whole.of(text).as_bytes()).map(|bar| whole.start + bar).collect();
    for (index, bar) in bars.iter().enumerate() {
        cutter.noise.push((Span::new(*bar, bar + 1), Noise::Rule));
        let end = bars.get(index + 1).copied().unwrap_or(whole.end);
        let cell = Span::new(bar + 1, end);
        if index + 1 == bars.len() && cell.of(text).trim().is_empty() {
            break;
        }
        cells.push(self::cell(cutter, cell));
    }
    let span = cells.first()?.span.to(cells.last()?.span);
    Some(Row { span, cells })
}

/// The first line of the rest of a cell, and the tag that ends it, if one does.
fn line_of_cell(text: &str, rest: Span) -> (Span, Option<Span>) {
    const TAG: &[u8] = b"<br";
    let bytes = rest.of(text).as_bytes();
    let end = memchr::memchr(b'\n', bytes).unwrap_or(bytes.len());
    let tags = memchr::memchr_iter(b'<', &bytes[..end]);
    let tag = tags.filter(|at| bytes[*at..end].get(..TAG.len()).is_some_and(|name| name.eq_ignore_ascii_case(TAG))).find_map(|at| {
        let inner = bytes[at + TAG.len()..end].iter().take_while(|b| matches!(b, b' ' | b'/')).count();
        let close = at + TAG.len() + inner;
        (bytes.get(close) == Some(&b'>')).then_some((at, close + 1))
    });
    let Some((open, close)) = tag else { return (Span::new(rest.start, rest.start + end), None) };
    (Span::new(rest.start, rest.start + open), Some(Span::new(rest.start + open, rest.start + close)))
}

fn cell(cutter: &mut Cutter, span: Span) -> TableCell {
    cutter.bold = false;
    let mut blocks = Vec::new();
    let mut start = span.start;
    while start < span.end {
        let (line, tag) = line_of_cell(cutter.text, Span::new(start, span.end));
        start = tag.map_or(line.end + 1, |tag| tag.end);
        let words = line.of(cutter.text);
        let trimmed = words.trim();
        if !trimmed.is_empty() {
            let from = line.start + (words.len() - words.trim_start().len());
            let line = Span::new(from, from + trimmed.len());
            let look = if cutter.markdown { cutter.markup(line) } else { Look::default() };
            blocks.push(Block::Line(Line { span: line, look, whole: false }));
        }
        cutter.noise.extend(tag.map(|tag| (tag, Noise::Markup)));
    }
    TableCell { span, columns: 1, blocks }
}
