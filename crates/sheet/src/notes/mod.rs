//! The same file back with notes on its cells: of a workbook only what a note needs is changed, all else stays byte for byte.

mod markup;
mod table;
mod vector;
mod workbook;

use thiserror::Error;

pub(crate) use workbook::counts_from_1904;

/// A note on a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The name of the worksheet; nothing is asked of it for a CSV file.
    pub page: String,
    /// The row, from 1; of a CSV file the line on which it begins.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// What it says.
    pub text: String,
}

/// Why a file could not be given back with notes.
#[derive(Debug, Error)]
pub enum NotesError {
    /// A part of the workbook is not as parts are.
    #[error("{0}")]
    Part(String),
    /// The package could not be copied.
    #[error(transparent)]
    Copy(#[from] std::io::Error),
}

/// More notes are those of a file that is wrong throughout: nobody reads them one by one.
pub const MOST_NOTES: usize = 2_000;

/// Gives a file back with notes. Of a workbook each is a comment on its cell, written by `author`; in a CSV file they stand in a last column called `column`.
/// Notes beyond [`MOST_NOTES`] are left out.
///
/// # Errors
///
/// When the workbook has no such worksheet, or a part that has to be changed cannot be read.
pub fn noted(name: &str, bytes: &[u8], notes: &[Note], author: &str, column: &str) -> Result<Vec<u8>, NotesError> {
    let notes = notes.get(..MOST_NOTES).unwrap_or(notes);
    match crate::book::is_workbook(name) {
        true => workbook::noted(bytes, notes, author),
        false => Ok(table::noted(bytes, notes, column)),
    }
}
