//! Tables whose cells stand apart by tabs, a row in a line.

use phongtrao_diagnostic::Span;

use super::Cutter;
use crate::{Block, Row, TableBlock, TableCell};

/// The heading of the first column, by which a table of two columns is told from words set apart.
const FIRST_COLUMN: &[&str] = &["STT", "TT", "Stt", "No.", "No"];

/// The line after the table that begins at `at`, when one begins there.
pub(super) fn end(text: &str, lines: &[Span], at: usize) -> Option<usize> {
    /// How many rows make a table of three columns and more.
    const ROWS: usize = 3;
    let columns = cells(lines[at].of(text));
    let headed = FIRST_COLUMN.contains(&lines[at].of(text).split('\t').next().unwrap_or_default().trim());
    if columns < 2 || columns < 3 && !headed {
        return None;
    }
    let rows = lines[at..].iter().take_while(|line| cells(line.of(text)).abs_diff(columns) <= 1 && cells(line.of(text)) > 1).count();
    (columns >= 3 && rows >= ROWS || headed && columns >= 2 && rows > 1).then_some(at + rows)
}

/// How many cells the line has.
fn cells(line: &str) -> usize {
    if line.trim().is_empty() { 0 } else { memchr::memchr_iter(b'\t', line.trim_start_matches([' ', '\t']).as_bytes()).count() + 1 }
}

/// Takes the table of the lines.
pub(super) fn take(cutter: &mut Cutter, lines: &[Span]) {
    let mut table = TableBlock { span: lines[0].to(lines[lines.len() - 1]), rows: Vec::with_capacity(lines.len()) };
    for line in lines {
        let words = line.of(cutter.text);
        let mut start = line.start + (words.len() - words.trim_start_matches([' ', '\t']).len());
        let mut row = Row { span: *line, cells: Vec::new() };
        for words in line.of(cutter.text)[start - line.start..].split('\t') {
            let span = Span::new(start, start + words.len());
            cutter.bold = false;
            let blocks = if words.trim().is_empty() { Vec::new() } else { cutter.line(span).map(Block::Line).into_iter().collect() };
            row.cells.push(TableCell { span, columns: 1, blocks });
            start = span.end + 1;
        }
        if let (Some(first), Some(last)) = (row.cells.first(), row.cells.last()) {
            row.span = first.span.to(last.span);
        }
        table.rows.push(row);
    }
    if let (Some(first), Some(last)) = (table.rows.first(), table.rows.last()) {
        table.span = first.span.to(last.span);
    }
    cutter.blocks.push(Block::Table(table));
}
