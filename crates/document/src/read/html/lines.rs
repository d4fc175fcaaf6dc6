//! Text and breaks → lines and tables over one growing text.

use phongtrao_diagnostic::Span;

use super::setting::Setting;
use super::tables::{OpenTable, dissolves};
use crate::decode::legacy::Encoding;
use crate::{Block, Line, Look, Place, Places};

/// Tables within tables are kept as tables so deep; deeper ones are read as lines.
pub(super) const DEEPEST_TABLE: usize = 12;

/// Lines and tables as they grow.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// The text so far.
    pub(super) text: String,
    /// Where the text is set in a font of an old encoding.
    pub(super) old_fonts: Vec<(Span, Encoding)>,
    /// The way back.
    pub(super) places: Places,
    /// Blocks of the document, then of each open cell.
    blocks: Vec<Vec<Block>>,
    tables: Vec<OpenTable>,
    /// Tables that are open and not kept as tables.
    flattened: usize,
    line: OpenLine,
    paragraphs: u32,
    /// A label that stands before the next words.
    label: Option<String>,
}

/// The line that is being written.
#[derive(Debug, Default)]
struct OpenLine {
    start: usize,
    look: Look,
    /// Whether it holds anything, and whether it holds letters.
    begun: bool,
    letters: bool,
    /// White space that counts once something follows.
    space: bool,
}

impl Lines {
    /// An empty document.
    pub(super) fn new() -> Lines {
        Lines { blocks: vec![Vec::new()], ..Lines::default() }
    }

    /// Adds text, character references resolved.
    pub(super) fn add(&mut self, text: &str, setting: Setting) {
        if setting.preformatted {
            for (index, line) in text.split('\n').enumerate() {
                if index > 0 {
                    self.end_preformatted_line();
                }
                self.add_words(line.trim_end_matches('\r'), setting);
            }
            return;
        }
        let mut pieces = text.split(|c: char| c.is_ascii_whitespace());
        self.add_words(pieces.next().unwrap_or_default(), setting);
        for piece in pieces {
            self.line.space |= self.line.begun;
            self.add_words(piece, setting);
        }
    }

    fn add_words(&mut self, words: &str, setting: Setting) {
        if words.is_empty() {
            return;
        }
        self.begin_line(setting, words);
        let start = self.text.len();
        if std::mem::take(&mut self.line.space) {
            self.text.push(' ');
        }
        self.text.push_str(words);
        if let Some(encoding) = setting.encoding {
            self.add_old_font(Span::new(start, self.text.len()), encoding);
        }
        if words.contains(char::is_alphanumeric) {
            let look = &mut self.line.look;
            let first = !std::mem::replace(&mut self.line.letters, true);
            look.bold = setting.bold && (first || look.bold);
            look.italic = setting.italic && (first || look.italic);
        }
    }

    fn begin_line(&mut self, setting: Setting, words: &str) {
        if self.line.begun {
            return;
        }
        self.tables.last_mut().into_iter().for_each(|table| table.needs_cell(&mut self.text, &mut self.blocks));
        self.line = OpenLine { start: self.text.len(), begun: true, ..OpenLine::default() };
        self.line.look.centred = setting.centred;
        self.line.look.heading = setting.heading;
        self.place(setting.preformatted);
        if let Some(label) = self.label.take()
            && !words.starts_with(['-', '+', '*', '\u{2022}', '\u{2013}'])
        {
            self.text.push_str(&label);
        }
    }

    /// Whether the line before ended its paragraph: every line but one before `<br>` or within `<pre>`.
    fn ends_whole(&self) -> bool {
        !matches!(self.blocks.last().and_then(|blocks| blocks.last()), Some(Block::Line(Line { whole: false, .. })))
    }

    fn add_old_font(&mut self, span: Span, encoding: Encoding) {
        match self.old_fonts.last_mut() {
            Some((last, same)) if last.end == span.start && *same == encoding => last.end = span.end,
            _ => self.old_fonts.push((span, encoding)),
        }
    }

    /// A label for the next words, unless they bring one of their own.
    pub(super) fn label(&mut self, label: String) {
        self.label = Some(label);
    }

    /// Ends the line; `whole` when it ends its paragraph.
    pub(super) fn end_line(&mut self, whole: bool) {
        if std::mem::take(&mut self.line.begun) {
            self.push_line(Line { span: Span::new(self.line.start, self.text.len()), look: self.line.look, whole });
        } else if let Some(Block::Line(last)) = self.blocks.last_mut().and_then(|blocks| blocks.last_mut()) {
            // An empty line, or the end of a block after a break: the paragraph ended with the line before.
            last.whole = true;
        }
    }

    /// Ends a line of preformatted text, where an empty line is a line too.
    fn end_preformatted_line(&mut self) {
        if !std::mem::take(&mut self.line.begun) {
            self.tables.last_mut().into_iter().for_each(|table| table.needs_cell(&mut self.text, &mut self.blocks));
            self.line = OpenLine { start: self.text.len(), ..OpenLine::default() };
            self.place(true);
        }
        self.push_line(Line { span: Span::new(self.line.start, self.text.len()), look: self.line.look, whole: false });
    }

    /// Notes where the line that begins here comes from.
    fn place(&mut self, own: bool) {
        self.paragraphs += u32::from(own || self.paragraphs == 0 || self.ends_whole());
        self.places.push(self.line.start, Place::Paragraph(self.paragraphs));
    }

    fn push_line(&mut self, line: Line) {
        self.line.space = false;
        self.text.push('\n');
        if let Some(blocks) = self.blocks.last_mut() {
            blocks.push(Block::Line(line));
        }
    }

    /// Opens a table; false when tables already lie too deep and this one will be read as lines.
    pub(super) fn open_table(&mut self) -> bool {
        self.end_line(true);
        if self.tables.len() >= DEEPEST_TABLE || self.flattened > 0 {
            self.flattened += 1;
            return false;
        }
        if let Some(table) = self.tables.last_mut() {
            table.needs_cell(&mut self.text, &mut self.blocks);
        }
        self.tables.push(OpenTable::new(self.text.len()));
        true
    }

    /// Closes the innermost table.
    pub(super) fn close_table(&mut self) {
        self.end_line(true);
        if self.flattened > 0 {
            self.flattened -= 1;
            return;
        }
        self.close_row();
        let Some(table) = self.tables.pop().map(OpenTable::close) else { return };
        let Some(blocks) = self.blocks.last_mut() else { return };
        if dissolves(&table) {
            blocks.extend(table.rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.blocks));
        } else {
            blocks.push(Block::Table(table));
        }
    }

    /// Opens a row in the innermost table.
    pub(super) fn open_row(&mut self) {
        self.end_line(true);
        if self.flattened == 0 {
            self.close_row();
            self.tables.last_mut().into_iter().for_each(|table| table.open_row(self.text.len()));
        }
    }

    /// Closes the row of the innermost table, if one is open.
    pub(super) fn close_row(&mut self) {
        self.close_cell();
        if self.flattened == 0 {
            self.tables.last_mut().into_iter().for_each(|table| table.close_row(&mut self.text));
        }
    }

    /// Opens a cell in the innermost table.
    pub(super) fn open_cell(&mut self, columns: u32, rows: u32) {
        self.close_cell();
        if self.flattened == 0 {
            self.tables.last_mut().into_iter().for_each(|table| table.open_cell(columns, rows, &mut self.text, &mut self.blocks));
        }
    }

    /// Closes the cell of the innermost table, if one is open.
    pub(super) fn close_cell(&mut self) {
        self.end_line(true);
        self.label = None;
        if self.flattened == 0 {
            self.tables.last_mut().into_iter().for_each(|table| table.close_cell(&mut self.text, &mut self.blocks));
        }
    }

    /// The blocks of the whole document, all that is open closed.
    pub(super) fn close(mut self) -> (String, Vec<Block>, Vec<(Span, Encoding)>, Places) {
        self.end_line(true);
        self.flattened = 0;
        while !self.tables.is_empty() {
            self.close_table();
        }
        self.text.truncate(self.text.trim_end_matches('\n').len().max(last_end(&self.blocks)));
        (self.text, self.blocks.pop().unwrap_or_default(), self.old_fonts, self.places)
    }
}

/// Where the last block ends, so that an empty last line keeps its place.
fn last_end(blocks: &[Vec<Block>]) -> usize {
    match blocks.last().and_then(|blocks| blocks.last()) {
        Some(Block::Line(line)) => line.span.end,
        Some(Block::Table(table)) => table.span.end,
        None => 0,
    }
}
