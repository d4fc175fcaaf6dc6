//! What a letter is made of.

use crate::Document;

use super::from_tree;

/// An official letter, part by part in the order of the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letter {
    /// Its parts.
    pub parts: Vec<Part>,
}

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The head of the first page in two columns: bodies beside the motto, number beside place and date.
    Head(Vec<HeadRow>),
    /// Kind of document and subject line, a paragraph each.
    Title(Vec<String>),
    /// `Kính gửi`, a paragraph each.
    Addressees(Vec<String>),
    /// A paragraph that cites what the document rests on.
    Basis(String),
    /// A line in the middle, in bold: the enacting word of a decision.
    Centred(String),
    /// The heading of a labelled part, with its label.
    Heading {
        /// Its depth, from 1.
        level: u8,
        /// Label and words.
        words: String,
        /// Whether it stands in the middle, as those of parts and chapters do.
        centred: bool,
    },
    /// A paragraph of running text, with its label when it has one.
    Paragraph(String),
    /// A table.
    Table(Table),
    /// Recipients beside signatures.
    End {
        /// The lines of `Nơi nhận`, its heading first.
        recipients: Vec<String>,
        /// Signature blocks, one below the other.
        signatures: Vec<SignatureBlock>,
    },
    /// What comes next begins on a new page: an annex.
    NewPage,
}

/// A row of the head.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeadRow {
    /// What stands on the left.
    pub left: Vec<HeadLine>,
    /// What stands on the right.
    pub right: Vec<HeadLine>,
}

/// A line of the head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadLine {
    /// What it is.
    pub kind: HeadKind,
    /// Its words.
    pub words: String,
}

/// What a line of the head is; it decides how the line is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HeadKind {
    /// The body above the issuer: capitals, upright.
    Superior,
    /// The issuer: capitals, bold, with a rule below.
    Issuer,
    /// The name of the country, or the Party's heading: capitals, bold.
    Country,
    /// The motto below: bold, with a rule as long as the words.
    Motto,
    /// Number and symbol: upright.
    Number,
    /// Place and date: italic.
    PlaceDate,
    /// Anything else: upright.
    Other,
}

/// A table with borders.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Its rows, each with its cells from the left.
    pub rows: Vec<Vec<TableCell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableCell {
    /// Its paragraphs and tables: [`Part::Paragraph`] and [`Part::Table`].
    pub parts: Vec<Part>,
}

/// Who signs, and in what capacity.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SignatureBlock {
    /// The lines of capacity and post.
    pub lines: Vec<String>,
    /// The name, with degree or rank as printed.
    pub name: Option<String>,
}

impl Letter {
    /// The letter that a document is: the same words in the same parts, set anew.
    pub fn of(document: &Document) -> Letter {
        Letter { parts: from_tree::parts(document) }
    }
}
