//! What a reader hands to the tree builder: decoded text, cut into lines and tables, with the way back to where each came from.

use phongtrao_diagnostic::{Finding, Span};

use crate::Noise;

/// The format that a document was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text, as it is or with Markdown in it.
    Text,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// WordprocessingML.
    Docx,
    /// PDF with a text layer.
    Pdf,
}

/// Decoded text, cut into blocks.
#[derive(Debug, Clone)]
pub struct Source {
    /// The format that it was read from.
    pub format: Format,
    /// The decoded text: what `read --text` prints and what every span is a range of. In composed form, line ends are `\n`.
    pub text: String,
    /// Lines and tables in the order of the text, none overlapping another; what lies between them is white space.
    pub blocks: Vec<Block>,
    /// Ranges that the reader knows to be no words of the document (Markdown stars, front matter, page furniture), in order, not overlapping.
    pub noise: Vec<(Span, Noise)>,
    /// The way back.
    pub places: Places,
    /// What the reader met.
    pub findings: Vec<Finding>,
}

/// A line or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A line.
    Line(Line),
    /// A table.
    Table(TableBlock),
}

/// A line of text, or a whole paragraph where the format knows paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Without its line end.
    pub span: Span,
    /// How it is set.
    pub look: Look,
    /// Whether the format says that a paragraph ends here; otherwise the next line may go on with the sentence.
    pub whole: bool,
}

/// How a line is set, as far as the format tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// All of its letters are bold.
    pub bold: bool,
    /// All of its letters are italic.
    pub italic: bool,
    /// Centred.
    pub centred: bool,
    /// Level of a heading style, from 1.
    pub heading: Option<u8>,
}

/// A table as its format draws it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableBlock {
    /// From its first to its last character.
    pub span: Span,
    /// Its rows from the top.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// From its first to its last character.
    pub span: Span,
    /// Its cells from the left.
    pub cells: Vec<TableCell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCell {
    /// From its first to its last character.
    pub span: Span,
    /// How many columns it takes.
    pub columns: u32,
    /// What stands in it: lines, and tables within the table.
    pub blocks: Vec<Block>,
}

/// Where a range of the decoded text came from in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A line of a text file, from 1.
    Line(u32),
    /// A page of a PDF and a line on it, from 1.
    Page {
        /// The page, from 1.
        page: u32,
        /// The line on the page, from 1.
        line: u32,
    },
    /// A paragraph of a DOCX or an HTML file, from 1.
    Paragraph(u32),
}

/// The way back from the decoded text to the file: the beginnings of ranges, in order, each with its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places(Vec<(usize, Place)>);

impl Places {
    /// From the byte `start` of the decoded text on, the text came from `place`. Calls come in the order of the text.
    pub fn push(&mut self, start: usize, place: Place) {
        debug_assert!(self.0.last().is_none_or(|(last, _)| *last <= start), "places come in the order of the text");
        self.0.push((start, place));
    }

    /// The same for a text whose ranges were moved; `moved` keeps their order.
    pub(crate) fn moved(self, moved: impl Fn(usize) -> usize) -> Places {
        Places(self.0.into_iter().map(|(start, place)| (moved(start), place)).collect())
    }

    /// Where the byte of the decoded text came from.
    pub fn of(&self, byte: usize) -> Option<Place> {
        let after = self.0.partition_point(|(start, _)| *start <= byte);
        self.0[..after].last().map(|(_, place)| *place)
    }
}
