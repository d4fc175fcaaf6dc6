//! The tree: inner nodes name parts of the document, leaves cover its decoded text without gap or overlap.

use std::fmt;

use phongtrao_diagnostic::Span;

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// From its first to its last byte.
    pub span: Span,
    /// Its parts in the order of the text; none for a leaf.
    pub children: Vec<Node>,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// The root.
    Document,
    /// The head of the first page: bodies, motto, number, place and date.
    Letterhead,
    /// Kind of document and subject line.
    Title,
    /// `Kính gửi`.
    Addressees,
    /// All between the title and the first labelled part.
    Preamble,
    /// All from the first labelled part to the closing line.
    Body,
    /// A labelled part, with all that belongs to it.
    Clause(Box<Clause>),
    /// Signature blocks.
    Signatures,
    /// `Nơi nhận`.
    Recipients,
    /// An annex, a form, or a text issued with the document; it holds a letterhead, a title and a body of its own where it has them.
    Annex,
    /// A paragraph.
    Paragraph,
    /// A table; its children are rows.
    Table,
    /// A row; its children are cells.
    Row,
    /// A cell.
    Cell,
    /// Leaf: words of the document.
    Text,
    /// Leaf: the label of a clause as printed, with its dot or bracket.
    LabelText,
    /// Leaf: white space and line ends between words and between parts.
    Space,
    /// Leaf: what is in the file and is no word of the document.
    Noise(Noise),
}

/// Why a range is no word of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Noise {
    /// The number of a page.
    PageNumber,
    /// The header or footer of a gazette or of a page.
    RunningHeader,
    /// Markdown or other markup left in a text.
    Markup,
    /// Front matter or a note of a crawler.
    FrontMatter,
    /// Bars, rules and dots that draw a table or a line.
    Rule,
    /// What a digital signature printed.
    SignatureStamp,
    /// Characters that show nothing (byte-order marks, soft hyphens, zero-width spaces).
    Invisible,
}

/// The head of a labelled part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Its label.
    pub label: Label,
    /// The words of its heading, when the label stands before a heading and not before a sentence of the rule.
    pub heading: Option<crate::Field<String>>,
    /// Its depth in this document, from 1; items with dash, plus or star have the depth at which they stand.
    pub depth: u8,
}

/// A label as the author chose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Its class.
    pub class: LabelClass,
    /// Without final dot, colon or bracket: `I`, `1.1`, `a`, `Điều 4`, `-`.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// The classes of labels that authors use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LabelClass {
    /// `Phần I`, `Phần thứ nhất`.
    Part,
    /// `Chương I`.
    Chapter,
    /// `Mục 1`, `Tiểu mục 1`.
    Section,
    /// `Điều 1`.
    Article,
    /// `A.`
    CapitalLetter,
    /// `I.`
    Roman,
    /// `1.`
    Arabic,
    /// `1.1.`, `1.1.1.`: the count of numbers.
    Decimal(u8),
    /// `a)`, `a.`
    Letter,
    /// `(1)`, `1)`
    Bracketed,
    /// `Thứ nhất`
    Ordinal,
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// `*`, `•`
    Bullet,
}

impl LabelClass {
    /// Whether the label names its part, so that it can be referred to; a dash does not.
    pub fn names(self) -> bool {
        !matches!(self, LabelClass::Dash | LabelClass::Plus | LabelClass::Bullet)
    }
}

/// The address of a part within its document: labels joined by dots; an unlabelled item is `A.I[2]`, a repeated label `C.III~2`, a cell `D/2,3`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Address(pub String);

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Node {
    /// A leaf.
    pub fn leaf(kind: NodeKind, span: Span) -> Node {
        Node { kind, span, children: Vec::new() }
    }

    /// The head of the clause, when the node is one.
    pub fn clause(&self) -> Option<&Clause> {
        match &self.kind {
            NodeKind::Clause(clause) => Some(clause),
            _ => None,
        }
    }

    /// Whether the node covers text by itself.
    pub fn is_leaf(&self) -> bool {
        matches!(self.kind, NodeKind::Text | NodeKind::LabelText | NodeKind::Space | NodeKind::Noise(_))
    }
}
