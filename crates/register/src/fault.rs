//! What is wrong with a folder, before it has a place in a text.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Severity, Text};

use crate::rows::Place;

/// What is wrong with a cell by what only others know: packs and plans say what ids mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    /// The row.
    pub place: Place,
    /// The column.
    pub column: &'static str,
    /// Its stable name.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong.
    pub message: Text,
    /// What to do.
    pub help: Text,
}

impl From<Remark> for Fault {
    fn from(remark: Remark) -> Fault {
        let Remark { place, column, code, severity, message, help } = remark;
        Fault { place, column: Some(column), code, severity, message, help, other: None }
    }
}

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
    /// How many faults of a file are kept, where it is not the usual number.
    most: Option<usize>,
    counts: BTreeMap<&'static str, Count>,
}

/// The faults of a file.
#[derive(Debug, Clone, Copy)]
struct Count {
    number: usize,
    /// The gravest.
    severity: Severity,
}

impl Faults {
    /// Faults of which so many of each file are kept.
    pub(crate) fn up_to(most: usize) -> Faults {
        Faults { most: Some(most), ..Faults::default() }
    }

    /// How many faults of a file are kept.
    const MOST: usize = 100;

    /// Whether one more fault of a file would be kept.
    pub(crate) fn keeps(&self, file: &str) -> bool {
        self.counts.get(file).is_none_or(|count| count.number < self.most.unwrap_or(Faults::MOST))
    }

    pub(crate) fn push(&mut self, fault: Fault) {
        let count = self.counts.entry(fault.place.file).or_insert(Count { number: 0, severity: Severity::Note });
        count.number += 1;
        count.severity = count.severity.max(fault.severity);
        if count.number <= self.most.unwrap_or(Faults::MOST) {
            self.kept.push(fault);
        }
    }

    /// How many faults of a file were not kept, and how grave its gravest is.
    pub(crate) fn more(&self, file: &str) -> Option<(usize, Severity)> {
        let count = self.counts.get(file).filter(|count| count.number > Faults::MOST)?;
        Some((count.number - Faults::MOST, count.severity))
    }

    /// Whether one of them is an error.
    pub(crate) fn have_errors(&self) -> bool {
        self.counts.values().any(|count| count.severity == Severity::Error)
    }
}
