//! Workbooks: sheets of typed columns that can be filtered, filled from lists and printed.
//!
//! A [`Book`] holds all its words; nothing is read from outside, and the same book gives the same bytes.

mod format;
mod write;

#[cfg(test)]
mod tests;

use phongtrao_value::{Date, Decimal, Money};

pub use write::xlsx;

/// A workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    /// Its title, as readers of files show it.
    pub title: String,
    /// Its sheets, in the order of their tabs.
    pub sheets: Vec<Worksheet>,
    /// The name of the hidden sheet on which the words of drop-downs stand that are too many, or hold a comma.
    pub lists: String,
}

/// A sheet: lines above, a header row, and a row for each entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worksheet {
    /// The name on its tab.
    pub name: String,
    /// Lines above the header row, the first of which is the title. A list that is read in again has none.
    pub above: Vec<String>,
    /// Its columns, from the left.
    pub columns: Vec<Column>,
    /// Its rows, a cell a column.
    pub rows: Vec<Vec<Cell>>,
    /// Empty rows below whose cells have the looks and drop-downs of their columns: room for what is filled in.
    pub room: u32,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its word in the header row.
    pub head: String,
    /// What is told of it where somebody selects its head; nothing where it is empty.
    pub meaning: String,
    /// Its width in figures.
    pub width: u16,
    /// What its cells hold.
    pub holds: Holds,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// Whole numbers.
    Whole,
    /// Numbers with up to three places.
    Decimal,
    /// Years, which are whole numbers that nobody groups.
    Year,
    /// Days.
    Date,
    /// Money in đồng.
    Money,
    /// One of these words.
    Choice(Vec<String>),
    /// A word of a column of another sheet of the book, both counted from the left.
    Of {
        /// The sheet.
        sheet: usize,
        /// The column there.
        column: usize,
    },
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Text.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number with up to three places.
    Decimal(Decimal),
    /// A day.
    Date(Date),
    /// Money in đồng.
    Money(Money),
}

impl Column {
    /// A column without a meaning told of it.
    pub fn new(head: impl Into<String>, width: u16, holds: Holds) -> Column {
        Column { head: head.into(), meaning: String::new(), width, holds }
    }
}

impl Cell {
    /// Text; nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// A number of things.
    pub fn count(number: usize) -> Cell {
        i64::try_from(number).map_or(Cell::Empty, Cell::Whole)
    }
}
