//! Spreadsheets that people have: CSV, XLSX → rows of cells with positions.
//!
//! A [`Sheet`] is one decoded text, and every cell a place in it: of a CSV file its own text; of a workbook a rendition, cells parted by tabs and each row
//! on the line of its number, so that a finding is drawn as in any other text. What a cell *is* (a day, a number, yes or no) is asked of [`value`].

mod csv;
mod sheet;
pub mod texts;
pub mod value;
mod workbook;

pub use csv::MOST_BYTES;
pub use sheet::{Cell, Row, Rows, Sheet};
