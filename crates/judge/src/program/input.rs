//! The leaves of a rule, and the columns that hold their facts.

use phongtrao_diagnostic::Text;
use phongtrao_rules::criteria::{Fact, Quantity};

use super::{Form, Number, Width};
use crate::{Names, texts};

/// What a rule asks the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaf {
    /// A fact that holds, does not, or is not known.
    Fact(Fact),
    /// A number, or its bounds.
    Quantity(Quantity),
    /// The value of an attribute or column, by whose values limits or tests differ.
    Key(String),
}

impl Leaf {
    /// The column, indicator, kind of record or attribute that it names; empty where it names none.
    pub fn name(&self) -> &str {
        match self {
            Leaf::Key(name) | Leaf::Fact(Fact::Column(name) | Fact::Yes { of: name, .. } | Fact::Attested { of: name }) => name,
            Leaf::Fact(Fact::Title { award }) => award,
            Leaf::Quantity(Quantity::Column { name, .. } | Quantity::Records { of: name, .. } | Quantity::Score { of: name, .. }) => name,
            Leaf::Quantity(Quantity::Result { of: name, .. } | Quantity::Service { of: name, .. }) => name,
            Leaf::Quantity(Quantity::Set { of: name, .. } | Quantity::SetLeast { of: name, .. }) => name,
            Leaf::Fact(_) | Leaf::Quantity(_) => "",
        }
    }

    /// What it asks, in words.
    pub fn words(&self) -> Text {
        let names = Names::default();
        match self {
            Leaf::Key(name) => texts::reason_label(name),
            Leaf::Fact(fact) => crate::reasons::words::fact(fact, &names),
            Leaf::Quantity(quantity) => crate::reasons::words::quantity(quantity, &names),
        }
    }
}

/// A leaf with the form of its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The leaf.
    pub leaf: Leaf,
    /// How its column is filled.
    pub cells: CellForm,
}

/// How the column of an input is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellForm {
    /// [`Cells::Bytes`], verdicts: 0 not met, 1 unknown, 2 met.
    Verdicts,
    /// [`Cells::Bytes`], 0 no, 1 yes, 255 missing.
    Flags,
    /// [`Cells::Bytes`] or [`Cells::Shorts`], places in `values`; a place beyond them is any other value, the greatest value of the width is missing.
    Codes {
        /// The values that the rule names, or that the column has.
        values: Vec<String>,
        /// 8 or 16 bits.
        width: Width,
    },
    /// [`Cells::Bounds`].
    Bounds,
    /// Integers of that width at that scale within that range; the greatest value of the width is missing.
    Scaled(Form),
}

/// What is known of a column before a rule is compiled for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Integers: the number times `scale`, from `least` to `most`.
    Scaled {
        /// What a number was multiplied with.
        scale: i64,
        /// The least number that may stand in it.
        least: Number,
        /// The greatest.
        most: Number,
    },
    /// Bytes: 0 no, 1 yes, 255 missing.
    Flags,
    /// Codes of these values.
    Codes {
        /// Value of each code.
        values: Vec<String>,
        /// 8 or 16 bits.
        width: Width,
    },
}

/// Knows the columns that a rule is compiled for.
pub trait Catalogue {
    /// The shape of the column of a leaf; `None` where there is none, or nothing is known of it.
    fn shape(&self, leaf: &Leaf) -> Option<Shape>;
}

/// Nothing is known: verdicts, bounds and codes are handed in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unshaped;

impl Catalogue for Unshaped {
    fn shape(&self, _leaf: &Leaf) -> Option<Shape> {
        None
    }
}

/// A part of a column: the cells of one batch.
#[derive(Debug, Clone, Copy)]
pub enum Cells<'a> {
    /// 8 bits: verdicts, flags, codes, small numbers.
    Bytes(&'a [u8]),
    /// 16 bits: codes, numbers.
    Shorts(&'a [u16]),
    /// 32 bits.
    Integers(&'a [i32]),
    /// 64 bits.
    Longs(&'a [i64]),
    /// Exact bounds, least and most.
    Bounds(&'a [Number], &'a [Number]),
}

impl<'a> Cells<'a> {
    /// How many rows.
    pub fn rows(&self) -> usize {
        match self {
            Cells::Bytes(cells) => cells.len(),
            Cells::Shorts(cells) => cells.len(),
            Cells::Integers(cells) => cells.len(),
            Cells::Longs(cells) => cells.len(),
            Cells::Bounds(least, most) => least.len().min(most.len()),
        }
    }

    /// Some of the rows; none where the range reaches beyond them.
    #[must_use]
    pub fn slice(&self, rows: std::ops::Range<usize>) -> Cells<'a> {
        fn cut<T>(cells: &[T], rows: std::ops::Range<usize>) -> &[T] {
            cells.get(rows).unwrap_or(&[])
        }
        match self {
            Cells::Bytes(cells) => Cells::Bytes(cut(cells, rows)),
            Cells::Shorts(cells) => Cells::Shorts(cut(cells, rows)),
            Cells::Integers(cells) => Cells::Integers(cut(cells, rows)),
            Cells::Longs(cells) => Cells::Longs(cut(cells, rows)),
            Cells::Bounds(least, most) => Cells::Bounds(cut(least, rows.clone()), cut(most, rows)),
        }
    }
}

impl Input {
    /// Whether cells have the form of this input.
    fn takes(&self, cells: &Cells) -> bool {
        let width = match &self.cells {
            CellForm::Verdicts | CellForm::Flags => Width::U8,
            CellForm::Codes { width, .. } => *width,
            CellForm::Bounds => Width::Exact,
            CellForm::Scaled(form) => form.width,
        };
        match cells {
            Cells::Bytes(_) => width == Width::U8,
            Cells::Shorts(_) => width == Width::U16,
            Cells::Integers(_) => width == Width::I32,
            Cells::Longs(_) => width == Width::I64,
            Cells::Bounds(..) => width == Width::Exact,
        }
    }
}

/// Rows to be judged: the cells of each input, in the order of the inputs.
#[derive(Debug, Clone)]
pub struct Batch<'a> {
    rows: usize,
    columns: Vec<Cells<'a>>,
}

/// Cells do not fit the inputs of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BatchError {
    /// There are more or fewer columns than inputs.
    Columns {
        /// Inputs.
        inputs: usize,
        /// Columns.
        columns: usize,
    },
    /// A column has another width than its input, or another number of rows than the batch.
    Cells {
        /// Which input.
        input: usize,
    },
}

impl<'a> Batch<'a> {
    /// A batch of so many rows. Scaled numbers must lie within the range of their input ([`crate::population`] sees to that for whole columns).
    ///
    /// # Errors
    ///
    /// Where columns are missing, or have another width or length.
    pub fn new(inputs: &[Input], rows: usize, columns: Vec<Cells<'a>>) -> Result<Batch<'a>, BatchError> {
        if inputs.len() != columns.len() {
            return Err(BatchError::Columns { inputs: inputs.len(), columns: columns.len() });
        }
        match inputs.iter().zip(&columns).position(|(input, cells)| !input.takes(cells) || cells.rows() != rows) {
            Some(input) => Err(BatchError::Cells { input }),
            None => Ok(Batch { rows, columns }),
        }
    }

    /// How many rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Some of its rows.
    #[must_use]
    pub fn slice(&self, rows: std::ops::Range<usize>) -> Batch<'a> {
        let rows = rows.start.min(self.rows)..rows.end.min(self.rows);
        Batch { rows: rows.len(), columns: self.columns.iter().map(|cells| cells.slice(rows.clone())).collect() }
    }

    pub(crate) fn cells(&self, input: usize) -> Cells<'a> {
        self.columns.get(input).copied().unwrap_or(Cells::Bytes(&[]))
    }
}
