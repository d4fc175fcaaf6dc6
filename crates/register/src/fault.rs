//! What is wrong with a folder, before it has a place in a text.

use phongtrao_diagnostic::{Severity, Text};

use crate::rows::Place;

/// A fault of a row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fault {
    /// The row.
    pub(crate) place: Place,
    /// The column; none where the row as a whole is meant.
    pub(crate) column: Option<&'static str>,
    /// Its stable name.
    pub(crate) code: &'static str,
    /// How much it weighs.
    pub(crate) severity: Severity,
    /// What is wrong.
    pub(crate) message: Text,
    /// What to do.
    pub(crate) help: Text,
    /// Another row that explains it.
    pub(crate) other: Option<(Place, &'static str, Text)>,
}

impl Fault {
    /// An error in a cell.
    pub(crate) fn error(code: &'static str, place: Place, column: &'static str, message: Text, help: Text) -> Fault {
        Fault { place, column: Some(column), code, severity: Severity::Error, message, help, other: None }
    }

    /// The same as a warning.
    pub(crate) fn warning(self) -> Fault {
        Fault { severity: Severity::Warning, ..self }
    }

    /// The same as a note.
    pub(crate) fn note(self) -> Fault {
        Fault { severity: Severity::Note, ..self }
    }

    /// The same with another row that explains it.
    pub(crate) fn beside(self, place: Place, column: &'static str, text: Text) -> Fault {
        Fault { other: Some((place, column, text)), ..self }
    }
}

/// Faults, so many of each file and the number of the rest: a file that is wrong in every row is told so once.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    pub(crate) kept: Vec<Fault>,
    counts: std::collections::BTreeMap<&'static str, usize>,
}

impl Faults {
    /// How many faults of a file are kept.
    const MOST: usize = 100;

    pub(crate) fn push(&mut self, fault: Fault) {
        let count = self.counts.entry(fault.place.file).or_default();
        *count += 1;
        if *count <= Faults::MOST {
            self.kept.push(fault);
        }
    }

    /// How many faults of a file were not kept.
    pub(crate) fn more(&self, file: &str) -> usize {
        self.counts.get(file).map_or(0, |count| count.saturating_sub(Faults::MOST))
    }
}
