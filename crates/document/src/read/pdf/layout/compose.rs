//! Lines, columns and tables → decoded text with blocks.

use phongtrao_diagnostic::Span;

use super::{
    line::TextLine,
    paragraphs::{Habit, Margins, Relation, is_centred},
    rows::share,
};
use crate::{Block, Format, Line, Look, Noise, Place, Places, Row, Source, TableBlock, TableCell, read::text};

/// How many spaces an indent shows at most, before a line that is no column of its own.
const WIDEST_INDENT: usize = 8;

/// How wide a letter is on average, in hundredths of the font's size.
const LETTER: i64 = 50;

/// A cell before it has a place in the text.
#[derive(Debug, Clone, Default)]
pub(crate) struct CellLines {
    /// How many columns it takes.
    pub(crate) columns: u32,
    /// What stands in it.
    pub(crate) lines: Vec<TextLine>,
    /// Its edges.
    pub(crate) margins: Option<Margins>,
}

/// Builds the source from the top of the first page to the end of the last.
pub(crate) struct Composer {
    source: Source,
    printed: Option<Printed>,
}

/// A text file that was printed: its own line ends are restored and its marks are read as in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Printed {
    /// It has Markdown in it.
    pub(crate) markdown: bool,
    /// Its tables are drawn by bars, so that gaps between words are no columns.
    pub(crate) bars: bool,
}

/// A paragraph that may go on.
struct Open {
    span: Span,
    look: Look,
}

impl Composer {
    /// Nothing yet.
    pub(crate) fn new(printed: Option<Printed>) -> Composer {
        let (text, places) = (String::new(), Places::default());
        Composer {
            source: Source { format: Format::Pdf, text, blocks: Vec::new(), noise: Vec::new(), places, findings: Vec::new() },
            printed,
        }
    }

    /// The source.
    pub(crate) fn finish(mut self) -> Source {
        let end = self.source.text.trim_end_matches('\n').len();
        self.source.text.truncate(end);
        // An empty line at the very end has lost its place.
        self.source.blocks.retain(|block| !matches!(block, Block::Line(line) if line.span.end > end));
        self.source
    }

    /// Lines of the page itself.
    pub(crate) fn body(&mut self, lines: &[(TextLine, Margins)], habit: Habit) {
        let (start, noise) = (self.source.text.len(), self.source.noise.len());
        let blocks = self.flow(lines, habit, true);
        match self.printed {
            Some(printed) => self.cut_as_text(start, noise, printed),
            None => self.source.blocks.extend(blocks),
        }
    }

    /// What was written since the byte `start` is cut as a text is.
    fn cut_as_text(&mut self, start: usize, noise: usize, printed: Printed) {
        let (blocks, marks) = text::cut(self.source.text.get(start..).unwrap_or_default(), printed.markdown);
        self.source.blocks.extend(blocks.into_iter().map(|block| moved(block, start)));
        let own = self.source.noise.split_off(noise);
        let marks = marks.into_iter().map(|(span, noise)| (shifted(span, start), noise));
        let mut all: Vec<(Span, Noise)> = own.into_iter().chain(marks).collect();
        all.sort_by_key(|(span, _)| *span);
        // What both have seen is said once.
        all.dedup_by(|(next, _), (span, _)| next.start < span.end);
        self.source.noise.extend(all);
    }

    /// A table; rows without words are left out.
    pub(crate) fn table(&mut self, rows: &[Vec<CellLines>], habit: Habit) {
        let table_start = self.source.text.len();
        let mut made = Vec::new();
        for cells in rows {
            if cells.iter().all(|cell| cell.lines.is_empty()) {
                continue;
            }
            if !made.is_empty() {
                self.source.text.push('\n');
            }
            made.push(self.row(cells, habit));
        }
        let span = Span::new(table_start, self.source.text.len());
        if !made.is_empty() {
            self.source.blocks.push(Block::Table(TableBlock { span, rows: made }));
            self.source.text.push('\n');
        }
    }

    fn row(&mut self, cells: &[CellLines], habit: Habit) -> Row {
        let start = self.source.text.len();
        let mut made = Vec::new();
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.source.text.push('\t');
            }
            let cell_start = self.source.text.len();
            let margins = cell.margins.unwrap_or_else(|| Margins::of(cell.lines.iter()));
            let lines: Vec<_> = cell.lines.iter().map(|line| (line.clone(), margins)).collect();
            // What fills a column without edges of its own is only its widest line.
            let habit = if cell.margins.is_none() { habit.of_open_column() } else { habit };
            let blocks = self.flow(&lines, habit, false);
            // The line end after the last line belongs to no cell.
            let end = self.source.text.trim_end_matches('\n').len().max(cell_start);
            self.source.text.truncate(end);
            made.push(TableCell { span: Span::new(cell_start, end), columns: cell.columns.max(1), blocks });
        }
        Row { span: Span::new(start, self.source.text.len()), cells: made }
    }

    /// Lines to paragraphs, as far as the page tells.
    fn flow(&mut self, lines: &[(TextLine, Margins)], habit: Habit, indented: bool) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut open: Option<Open> = None;
        for (index, (line, margins)) in lines.iter().enumerate() {
            if let Some(noise) = line.noise {
                let span = self.noise(line, noise);
                if open.is_none() {
                    blocks.push(Block::Line(Line { span, look: Look::default(), whole: false }));
                }
                continue;
            }
            let next = lines[index + 1..].iter().find(|(next, _)| next.noise.is_none());
            let relation = next.map_or(Relation::Ends { blank: false }, |(next, _)| habit.relation(line, next, *margins));
            let paragraph = self.line(line, *margins, open.take(), indented);
            match relation {
                Relation::GoesOn => {
                    let glued = lines.get(index + 1).is_some_and(|(next, _)| next.noise.is_none() && is_glued(line, next));
                    if !glued {
                        self.source.text.push(if self.printed.is_some() { ' ' } else { '\n' });
                    }
                    open = Some(paragraph);
                }
                Relation::Unknown | Relation::Ends { .. } => {
                    blocks.push(Block::Line(Line { span: paragraph.span, look: paragraph.look, whole: relation != Relation::Unknown }));
                    self.source.text.push('\n');
                }
            }
            if relation == (Relation::Ends { blank: true }) && indented {
                let at = self.source.text.len();
                blocks.push(Block::Line(Line { span: Span::new(at, at), look: Look::default(), whole: true }));
                self.source.text.push('\n');
            }
        }
        blocks
    }

    fn noise(&mut self, line: &TextLine, noise: Noise) -> Span {
        let start = self.begin(line);
        self.source.text.push_str(&line.text());
        let span = Span::new(start, self.source.text.len());
        self.source.noise.push((span, noise));
        self.source.text.push('\n');
        span
    }

    fn line(&mut self, line: &TextLine, margins: Margins, open: Option<Open>, indented: bool) -> Open {
        let start = self.begin(line);
        let look = Look {
            bold: line.segments.iter().all(|segment| segment.bold),
            italic: line.segments.iter().all(|segment| segment.italic),
            centred: is_centred(line, margins),
            heading: None,
        };
        if indented && open.is_none() {
            self.source.text.push_str(&" ".repeat(indent(line, margins)));
        }
        self.source.text.push_str(&line.text());
        let end = self.source.text.len();
        match open {
            Some(open) => {
                let look = Look {
                    bold: open.look.bold && look.bold,
                    italic: open.look.italic && look.italic,
                    centred: open.look.centred && look.centred,
                    heading: None,
                };
                Open { span: Span::new(open.span.start, end), look }
            }
            None => Open { span: Span::new(start, end), look },
        }
    }

    fn begin(&mut self, line: &TextLine) -> usize {
        let start = self.source.text.len();
        let page = u32::try_from(line.page + 1).unwrap_or(u32::MAX);
        self.source.places.push(start, Place::Page { page, line: line.number });
        start
    }
}

fn shifted(span: Span, by: usize) -> Span {
    Span::new(span.start + by, span.end + by)
}

/// A block of a part of the text, by its place in the whole.
fn moved(block: Block, by: usize) -> Block {
    match block {
        Block::Line(line) => Block::Line(Line { span: shifted(line.span, by), ..line }),
        Block::Table(table) => {
            let rows = table.rows.into_iter().map(|row| {
                let cells = row.cells.into_iter().map(|cell| {
                    // Tables drawn by bars hold none: this goes no deeper than the text's reader built.
                    let blocks = cell.blocks.into_iter().map(|block| moved(block, by)).collect();
                    TableCell { span: shifted(cell.span, by), columns: cell.columns, blocks }
                });
                Row { span: shifted(row.span, by), cells: cells.collect() }
            });
            Block::Table(TableBlock { span: shifted(table.span, by), rows: rows.collect() })
        }
    }
}

/// How many spaces show how far a line is set in. A line in the right half stands in a column of its own.
fn indent(line: &TextLine, margins: Margins) -> usize {
    let letter = share(line.size, LETTER).max(1);
    let spaces = usize::try_from((line.left - margins.left) / letter).unwrap_or(0);
    let middle = i32::midpoint(margins.left, margins.right);
    if line.left > middle {
        return spaces.min(120);
    }
    if is_centred(line, margins) { 0 } else { spaces.min(WIDEST_INDENT) }
}

/// Programs break lines after a hyphen or a slash within a word: nothing stood there.
fn is_glued(line: &TextLine, next: &TextLine) -> bool {
    let text = line.segments.last().map_or("", |segment| segment.text.as_str());
    let mut last = text.chars().rev();
    let sign = last.next().is_some_and(|sign| matches!(sign, '-' | '/'));
    let before = last.next().is_some_and(char::is_alphanumeric);
    let after = next.segments.first().and_then(|segment| segment.text.chars().next()).is_some_and(char::is_alphanumeric);
    sign && before && after
}
