//! Notes on the cells of a list.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Severity, Text};

/// A note on a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct CellNote {
    /// The row, from 1.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong.
    pub message: Text,
    /// What to do.
    pub help: Text,
}

/// More notes are those of a list that is wrong throughout.
const MOST: usize = 10_000;

/// Notes, one for each cell: what follows from a first fault is none of its own.
#[derive(Debug, Default)]
pub(super) struct Notes {
    notes: Vec<CellNote>,
    errors: BTreeSet<(u32, u32)>,
}

impl Notes {
    /// Adds an error; not where the cell has one.
    pub(super) fn error(&mut self, row: u32, column: u32, message: Text, help: Text) {
        if !self.is_full() && self.errors.insert((row, column)) {
            self.notes.push(CellNote { row, column, severity: Severity::Error, message, help });
        }
    }

    /// Adds what is worth knowing.
    pub(super) fn warning(&mut self, row: u32, column: u32, message: Text, help: Text) {
        if !self.is_full() {
            self.notes.push(CellNote { row, column, severity: Severity::Warning, message, help });
        }
    }

    /// Whether no more are taken.
    pub(super) fn is_full(&self) -> bool {
        self.notes.len() >= MOST
    }

    /// How many errors there are.
    pub(super) fn errors(&self) -> usize {
        self.errors.len()
    }

    /// How many cells of a column have an error.
    pub(super) fn bad(&self, column: u32) -> usize {
        self.errors.iter().filter(|(_, own)| *own == column).count()
    }

    /// All of them in the order of rows.
    pub(super) fn told(self) -> Vec<CellNote> {
        let mut notes = self.notes;
        notes.sort_by_key(|note| (note.row, note.column));
        notes
    }
}
