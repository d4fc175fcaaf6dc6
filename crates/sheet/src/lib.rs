//! Spreadsheets that people have: CSV, XLSX → rows of cells with positions.
//!
//! A [`Sheet`] is one decoded text, and every cell a place in it: of a CSV file its own text; of a workbook a rendition, cells parted by tabs and each row
//! on the line of its number, so that a finding is drawn as in any other text. What a cell *is* (a day, a number, yes or no) is asked of [`value`].
//!
//! A [`Book`] is the same for files that were not made for the program: all worksheets, hidden ones too, merged cells, and each cell as the typed value that
//! it is; [`moment`] reads days as people write them, and [`noted`] gives the file back with notes on its cells.

mod book;
mod csv;
mod moment;
mod notes;
mod sheet;
pub mod texts;
pub mod value;
mod workbook;
mod written;

pub use book::{Book, Content, Line, Page, Slot};
pub use csv::MOST_BYTES;
pub use moment::{Moment, moment, of_serial};
pub use notes::{MOST_NOTES, Note, NotesError, noted};
pub use sheet::{Cell, Row, Rows, Sheet, letters};
pub use written::{SEPARATORS, push_cell};
