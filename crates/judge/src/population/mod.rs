//! Columns in, results out: whole populations, in batches, shared among the workers that are handed in. The results do not depend on their number.

mod columns;
mod judged;
mod rank;
mod stream;
mod tally;
mod tree;
mod workers;

use std::sync::Mutex;

use phongtrao_register::columns::Packed;

use crate::program::{Batch, Cells, Program, Scratch};

pub use columns::{FileColumns, Unfit, wanted};
pub use judged::{Judged, Mended};
pub use rank::{Place, rank};
pub use stream::Stream;
pub use tally::{Counts, NO_UNIT, Tally};
pub use tree::{Tree, TreeError};
pub use workers::{Alone, Next, Workers, side_by_side};

/// So many rows are judged at once: what a program holds of them stays in the caches of one core.
const BATCH: usize = 4096;

/// A part of a population, or all of it, in memory: the columns of a program's inputs, and the unit of each row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Population {
    /// In the order of the program's inputs.
    pub columns: Vec<Packed>,
    /// Code of the unit of each row, [`NO_UNIT`] where there is none; empty where nothing is rolled up.
    pub units: Vec<u16>,
    /// How many rows.
    pub rows: usize,
}

impl Population {
    /// Nobody yet, with the columns that a program asks for.
    pub fn new(columns: Vec<Packed>, units: Vec<u16>) -> Option<Population> {
        let rows = columns.first().map_or(units.len(), Packed::rows);
        let even = columns.iter().all(|column| column.rows() == rows) && (units.is_empty() || units.len() == rows);
        even.then_some(Population { columns, units, rows })
    }

    /// Adds the rows of another part.
    pub fn append(&mut self, part: &Population) {
        for (column, more) in self.columns.iter_mut().zip(&part.columns) {
            column.append(more);
        }
        self.units.extend_from_slice(&part.units);
        self.rows += part.rows;
    }

    /// The cells of some rows, for a program whose inputs the columns were packed for; `None` where they were not.
    pub fn batch(&self, program: &Program, rows: std::ops::Range<usize>) -> Option<Batch<'_>> {
        let cells = self.columns.iter().map(|column| cells(column).slice(rows.clone())).collect();
        Batch::new(program.inputs(), rows.len(), cells).ok()
    }

    /// Judges some rows, batch by batch; `each` gets the place of the first row of a batch and its verdicts.
    pub fn judge_rows(&self, program: &Program, rows: std::ops::Range<usize>, scratch: &mut Scratch, mut each: impl FnMut(usize, &[u8])) {
        let mut from = rows.start;
        while from < rows.end {
            let to = rows.end.min(from + BATCH);
            if let Some(batch) = self.batch(program, from..to) {
                each(from, program.evaluate(&batch, scratch));
            }
            from = to;
        }
    }

    /// Judges everybody and counts by unit, shared among workers.
    pub fn count(&self, program: &Program, workers: &dyn Workers) -> Counts {
        let strip = 16 * BATCH;
        let parts = side_by_side(workers, self.rows.div_ceil(strip), |next| {
            let (mut scratch, mut tally) = (Scratch::default(), Tally::default());
            while let Some(part) = next.take() {
                self.judge_rows(program, part * strip..self.rows.min((part + 1) * strip), &mut scratch, |from, verdicts| {
                    tally.add(self.units.get(from..from + verdicts.len()), verdicts);
                });
            }
            tally.counts()
        });
        parts.into_iter().fold(Counts::default(), Counts::plus)
    }

    /// Judges everybody, shared among workers, and keeps every verdict.
    pub fn judge(&self, program: &Program, workers: &dyn Workers) -> Judged {
        let strip = 16 * BATCH;
        let mut verdicts = vec![1; self.rows];
        let strips: Vec<_> = verdicts.chunks_mut(strip).map(Mutex::new).collect();
        let parts = side_by_side(workers, strips.len(), |next| {
            let (mut scratch, mut tally) = (Scratch::default(), Tally::default());
            while let Some(part) = next.take() {
                // Each part is taken once, so that nobody else holds it.
                let Some(mut out) = strips.get(part).and_then(|strip| strip.lock().ok()) else { continue };
                let start = part * strip;
                self.judge_rows(program, start..start + out.len(), &mut scratch, |from, verdicts| {
                    out[from - start..from - start + verdicts.len()].copy_from_slice(verdicts);
                    tally.add(self.units.get(from..from + verdicts.len()), verdicts);
                });
            }
            tally.counts()
        });
        drop(strips);
        Judged::new(verdicts, parts.into_iter().fold(Counts::default(), Counts::plus))
    }
}

fn cells(column: &Packed) -> Cells<'_> {
    match column {
        Packed::Bytes(values) => Cells::Bytes(values),
        Packed::Shorts(values) => Cells::Shorts(values),
        Packed::Integers(values) => Cells::Integers(values),
        Packed::Longs(values) => Cells::Longs(values),
    }
}
