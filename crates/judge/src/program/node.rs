//! What a program is made of: operations over columns, in the order of evaluation.

use super::Number;

/// The place of a node in its program.
pub(crate) type NodeId = usize;

/// How the values of a number are held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// Bytes, 0 to 254.
    U8,
    /// 16 bits, 0 to 65,534.
    U16,
    /// 32 bits with sign.
    I32,
    /// 64 bits with sign.
    I64,
    /// Fractions of 128 bits with infinities.
    Exact,
}

/// How a number is held: its value times `scale`, always within `least` and `most`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// The width.
    pub width: Width,
    /// What the number is multiplied with; 1 where it is exact.
    pub scale: i128,
    /// The least that it can be.
    pub least: Number,
    /// The greatest that it can be.
    pub most: Number,
}

/// What comes out of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Verdict,
    Amount(Form),
}

/// Bounds that stand for a key; numbers in nodes are stored ones (times the scale of the form).
pub(crate) type Ends = (Number, Number);

/// A key of a table: the values that are listed have the first places, then come all others, then *missing*.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TableKey {
    pub(crate) input: usize,
    /// Codes, rising.
    pub(crate) listed: Vec<u16>,
}

impl TableKey {
    /// How many places it has.
    pub(crate) fn places(&self) -> usize {
        self.listed.len() + 2
    }

    /// The place of a value that is not listed.
    pub(crate) fn other(&self) -> usize {
        self.listed.len()
    }

    /// The place of a missing value.
    pub(crate) fn missing(&self) -> usize {
        self.listed.len() + 1
    }
}

/// An operation. Operands stand before it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Node {
    /// The same verdict for all.
    Always(u8),
    /// A verdict that is handed in.
    Fact {
        input: usize,
    },
    /// A column of yes and no.
    Flags {
        input: usize,
    },
    /// Whether a key has one of these codes.
    KeyIsOneOf {
        input: usize,
        codes: Vec<u16>,
    },
    All(Vec<NodeId>),
    Any(Vec<NodeId>),
    Not(NodeId),
    AtLeast {
        least: u8,
        of: Vec<NodeId>,
    },
    /// Whether a number reaches a limit, or is above it (`strict`).
    Reaches {
        of: NodeId,
        limit: Number,
        strict: bool,
    },
    /// The same, where the limit is a node of the same form.
    ReachesLimit {
        of: NodeId,
        limit: NodeId,
        strict: bool,
    },

    /// A number that is handed in.
    Amount {
        input: usize,
    },
    Constant(Number),
    /// A constant and other numbers times factors.
    Sum {
        constant: Number,
        parts: Vec<(NodeId, Number)>,
    },
    /// The least or the greatest of numbers of one form, and perhaps of a constant.
    Extreme {
        greatest: bool,
        of: Vec<NodeId>,
        with: Option<Number>,
    },
    /// First value of each band, and its points.
    Bands {
        of: NodeId,
        bands: Vec<(Number, Number)>,
    },
    /// Points where a verdict is *met*.
    Points {
        of: NodeId,
        points: Number,
    },
    /// The longest row of neighbours that are *met*.
    Run(Vec<NodeId>),
    /// What stands for the code of a key.
    Lookup {
        input: usize,
        cases: Vec<(u16, Ends)>,
        other: Ends,
        missing: Ends,
    },
    /// What stands for the codes of several keys; the places of the last key stand side by side.
    Table {
        keys: Vec<TableKey>,
        ends: Vec<Ends>,
    },
    /// Exact: the product of two numbers.
    Product(NodeId, NodeId),
}

impl Node {
    /// The nodes that it reads.
    pub(crate) fn operands(&self) -> Vec<NodeId> {
        match self {
            Node::Always(_)
            | Node::Fact { .. }
            | Node::Flags { .. }
            | Node::KeyIsOneOf { .. }
            | Node::Amount { .. }
            | Node::Constant(_)
            | Node::Lookup { .. }
            | Node::Table { .. } => Vec::new(),
            Node::All(of) | Node::Any(of) | Node::AtLeast { of, .. } | Node::Extreme { of, .. } | Node::Run(of) => of.clone(),
            Node::Not(of) | Node::Reaches { of, .. } | Node::Bands { of, .. } | Node::Points { of, .. } => vec![*of],
            Node::ReachesLimit { of, limit, .. } => vec![*of, *limit],
            Node::Sum { parts, .. } => parts.iter().map(|&(part, _)| part).collect(),
            Node::Product(left, right) => vec![*left, *right],
        }
    }
}
