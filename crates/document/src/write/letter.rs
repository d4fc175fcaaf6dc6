//! What a letter is made of.

use serde::{Deserialize, Serialize};

use super::from_tree;
use super::lines::{broken, person};
use super::parts::{BETWEEN, abreast, broken_head, end_left, head_left, signature_letters, signature_width, text_width};
use crate::Document;

/// An official letter, part by part in the order of the page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Letter {
    /// The paper on which it begins.
    pub page: Page,
    /// Its parts.
    pub parts: Vec<Part>,
}

impl Letter {
    /// The same letter with long names, in its head and above its signatures, broken into lines as their writers break them.
    #[must_use]
    pub fn balanced(mut self) -> Letter {
        let mut page = self.page;
        for part in &mut self.parts {
            match part {
                Part::Section(next) => page = *next,
                Part::Head(rows) => {
                    let lines = rows.iter_mut().flat_map(|row| &mut row.left);
                    lines.for_each(|line| line.words = broken_head(line, head_left(page)));
                }
                Part::End { signatures, .. } if signatures.len() < 2 => {
                    signatures.iter_mut().for_each(|block| block.balance(2, text_width(page) - end_left(page)));
                }
                Part::End { signatures, .. } | Part::Signatures(signatures) => {
                    let abreast = abreast(signatures.len());
                    let room = signature_width(page, abreast).saturating_sub(BETWEEN);
                    signatures.iter_mut().for_each(|block| block.balance(abreast, room));
                }
                _ => {}
            }
        }
        self
    }

    /// Whether a part, of a table its last row, stays on one page with the next: before signatures, which never stand alone on a page.
    pub(super) fn keeps(&self, index: usize) -> bool {
        let stands_before =
            !matches!(self.parts.get(index), Some(Part::End { .. } | Part::Signatures(_) | Part::NewPage | Part::Section(_)));
        stands_before && matches!(self.parts.get(index + 1), Some(Part::End { .. } | Part::Signatures(_)))
    }

    /// Whether a part is words before a table, which takes its distance from them.
    pub(super) fn is_before_table(&self, index: usize) -> bool {
        let is_words = !matches!(
            self.parts.get(index),
            Some(
                Part::Head(_) | Part::Table(_) | Part::Bars(_) | Part::End { .. } | Part::Signatures(_) | Part::NewPage | Part::Section(_)
            )
        );
        is_words && matches!(self.parts.get(index + 1), Some(Part::Table(_)))
    }
}

/// The paper: Decree 30/2020 asks for A4 upright; a wide table may lie across.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Page {
    /// A4, upright.
    #[default]
    Upright,
    /// A4, across.
    Across,
    /// A5, across: a slip.
    Slip,
}

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "part", content = "of")]
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
    /// A paragraph that begins with words in bold: the articles of a decision.
    Labelled {
        /// The words in bold.
        label: String,
        /// What follows.
        words: String,
    },
    /// A remark in italics.
    Remark(String),
    /// A line of a table or of a slip, without indent.
    Line(String),
    /// So many dotted lines, to be filled in by hand.
    Dotted(u8),
    /// A table.
    Table(Table),
    /// A chart of bars, a line each; every figure stands beside its bar in words.
    Bars(Vec<Bar>),
    /// Recipients beside signatures.
    End {
        /// The lines of `Nơi nhận`, its heading first.
        recipients: Vec<String>,
        /// Signature blocks, one below the other.
        signatures: Vec<SignatureBlock>,
    },
    /// Signature blocks beside each other, each under its own words, without recipients: minutes and lists.
    Signatures(Vec<SignatureBlock>),
    /// A signature in the middle, below those that stand beside each other: a level that confirms what they signed.
    SignedBelow(SignatureBlock),
    /// What comes next begins on a new page: an annex.
    NewPage,
    /// What comes next begins on a new page of this paper, with page numbers of its own.
    Section(Page),
}

/// A row of the head.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct HeadRow {
    /// What stands on the left.
    pub left: Vec<HeadLine>,
    /// What stands on the right.
    pub right: Vec<HeadLine>,
}

/// A line of the head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct HeadLine {
    /// What it is.
    pub kind: HeadKind,
    /// Its words.
    pub words: String,
}

/// What a line of the head is; it decides how the line is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
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
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Table {
    /// Its columns; where none are named, all are of one width.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// Columns that a table may name before its words are set small.
    const COLUMNS_OF_FULL_SIZE: usize = 7;

    /// Whether it has so many columns that its words are set small: tables of a line for each nominee.
    pub fn is_dense(&self) -> bool {
        self.columns.len() > Table::COLUMNS_OF_FULL_SIZE
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Column {
    /// Its width against the other columns.
    pub width: u16,
    /// On which side its words stand.
    pub side: Side,
}

/// On which side of a column words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// At its left.
    #[default]
    Left,
    /// In its middle.
    Middle,
    /// At its right: figures.
    Right,
}

/// A row of a table, its cells from the left.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// Its cells. Where they are fewer than the columns, the last takes what is left.
    pub cells: Vec<TableCell>,
}

/// What a row is; it decides how it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// A row of the table.
    #[default]
    Plain,
    /// Heads of the columns, said again on every page.
    Head,
    /// The name of what follows.
    Group,
    /// A sum.
    Total,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct TableCell {
    /// Its paragraphs and tables: [`Part::Paragraph`] and [`Part::Table`].
    pub parts: Vec<Part>,
    /// Columns that it takes beside its first.
    pub across: u8,
    /// Rows that it takes below its first.
    pub down: u8,
}

impl TableCell {
    /// A cell of one paragraph.
    pub fn of(words: impl Into<String>) -> TableCell {
        TableCell { parts: vec![Part::Paragraph(words.into())], ..TableCell::default() }
    }

    /// The cell with more columns.
    #[must_use]
    pub fn across(mut self, more: u8) -> TableCell {
        self.across = more;
        self
    }

    /// The cell with more rows.
    #[must_use]
    pub fn down(mut self, more: u8) -> TableCell {
        self.down = more;
        self
    }
}

impl From<Vec<TableCell>> for Row {
    fn from(cells: Vec<TableCell>) -> Row {
        Row { kind: RowKind::Plain, cells }
    }
}

impl Row {
    /// A row of cells of one paragraph each.
    pub fn of<W: Into<String>>(kind: RowKind, words: impl IntoIterator<Item = W>) -> Row {
        Row { kind, cells: words.into_iter().map(TableCell::of).collect() }
    }
}

/// A bar of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its figure, as printed.
    pub figure: String,
    /// Its length, in hundredths of the room that bars have; more than a hundred is the whole room.
    pub length: u8,
}

/// Who signs, and in what capacity.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SignatureBlock {
    /// Place and date above the capacity, in italics, where a paper has them there.
    pub dated: Option<String>,
    /// The lines of capacity and post.
    pub lines: Vec<String>,
    /// What whoever signs by hand is told, in italics.
    pub hint: Option<String>,
    /// The name, with degree or rank as printed. An empty one leaves the room for a signature.
    pub name: Option<String>,
}

impl SignatureBlock {
    /// Breaks what is longer than the room of one of so many who sign beside each other.
    fn balance(&mut self, abreast: usize, room: usize) {
        let letters = signature_letters(abreast);
        self.lines.iter_mut().for_each(|line| *line = broken(line, letters, room));
        self.name = self.name.take().map(|name| person(&name, letters, room));
    }
}

impl Letter {
    /// The letter that a document is: the same words in the same parts, set anew.
    pub fn of(document: &Document) -> Letter {
        Letter { page: Page::Upright, parts: from_tree::parts(document) }
    }
}
