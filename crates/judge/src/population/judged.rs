//! What was judged, and only what changed judged again.

use crate::Program;
use crate::program::{Scratch, Trace, Value};

use super::{Counts, NO_UNIT, Population};

/// The verdict of every row, and the counts by unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    verdicts: Vec<u8>,
    counts: Counts,
}

/// A row that was judged again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// Its verdict before: 0 not met, 1 unknown, 2 met.
    pub before: u8,
    /// Its verdict now.
    pub after: u8,
    /// Every value on the way to it.
    pub trace: Trace,
}

impl Judged {
    pub(super) fn new(verdicts: Vec<u8>, counts: Counts) -> Judged {
        Judged { verdicts, counts }
    }

    /// Of each row: 0 not met, 1 unknown, 2 met.
    pub fn verdicts(&self) -> &[u8] {
        &self.verdicts
    }

    /// Counts by unit.
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// Judges a row again whose facts changed, and mends the counts of its unit; `None` where there is no such row.
    pub fn mend(&mut self, program: &Program, population: &Population, row: usize, scratch: &mut Scratch) -> Option<Mended> {
        let batch = population.batch(program, row..row.checked_add(1)?)?;
        let trace = program.trace(&batch, 0, scratch);
        let Value::Verdict(after) = trace.value else { return None };
        let after = after as u8;
        let verdict = self.verdicts.get_mut(row)?;
        let before = std::mem::replace(verdict, after);
        if before != after {
            self.counts.change(population.units.get(row).copied().unwrap_or(NO_UNIT), before, after);
        }
        Some(Mended { before, after, trace })
    }
}
