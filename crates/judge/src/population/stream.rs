//! Populations out of Parquet files, a row group at a time, so that only a part of them is ever in memory.

use phongtrao_register::columns::parquet::{ChunkReader, Parquet};
use phongtrao_register::columns::{ColumnError, Packed, Packing, Wanted, Width};

use crate::program::{Program, Scratch};

use super::workers::{Next, Workers, side_by_side};
use super::{Counts, NO_UNIT, Population, Tally};

/// So many rows are decoded at once.
const DECODED: usize = 16 * 1024;

/// A Parquet file, and what is asked of it.
#[derive(Debug)]
pub struct Stream<'a, Open> {
    /// What the file says of itself.
    pub parquet: &'a Parquet,
    /// The columns of the program's inputs, in their order.
    pub wanted: &'a [Wanted],
    /// The column of units, where results are rolled up: its numbers are the codes of units.
    pub unit: Option<&'a str>,
    /// Opens the file once more: workers do not share a place in it.
    pub open: Open,
}

impl<Open, Reader> Stream<'_, Open>
where
    Open: Fn() -> Result<Reader, ColumnError> + Sync,
    Reader: ChunkReader + 'static,
{
    /// Counts verdicts by unit.
    ///
    /// # Errors
    ///
    /// Where the file or a value in it cannot be read; then nothing is counted.
    pub fn count(&self, program: &Program, workers: &dyn Workers) -> Result<Counts, ColumnError> {
        let parts = self.groups(workers, |part: &mut (Scratch, Tally), rows| {
            let (scratch, tally) = part;
            let rows = rows.part;
            rows.judge_rows(program, 0..rows.rows, scratch, |from, verdicts| {
                tally.add(rows.units.get(from..from + verdicts.len()), verdicts)
            });
        })?;
        Ok(parts.into_iter().map(|(_, tally)| tally.counts()).fold(Counts::default(), Counts::plus))
    }

    /// Counts verdicts by unit, and keeps the verdict and the unit of every row.
    ///
    /// # Errors
    ///
    /// Where the file or a value in it cannot be read.
    pub fn judge(&self, program: &Program, workers: &dyn Workers) -> Result<(Vec<u8>, Vec<u16>), ColumnError> {
        let groups = self.each_group(workers, |rows: &mut (Scratch, Vec<u8>, Vec<u16>), part| {
            let (scratch, kept, units) = rows;
            part.judge_rows(program, 0..part.rows, scratch, |_, verdicts| kept.extend_from_slice(verdicts));
            units.extend_from_slice(&part.units);
        })?;
        let mut all = (Vec::new(), Vec::new());
        for (_, verdicts, units) in groups {
            all.0.extend(verdicts);
            all.1.extend(units);
        }
        Ok(all)
    }

    /// Reads everything into memory.
    ///
    /// # Errors
    ///
    /// Where the file or a value in it cannot be read.
    pub fn load(&self, workers: &dyn Workers) -> Result<Population, ColumnError> {
        let empty =
            Population { columns: self.wanted.iter().map(|wanted| Packed::empty(&wanted.packing)).collect(), units: Vec::new(), rows: 0 };
        let groups = self.each_group(workers, |part: &mut Option<Population>, rows| match part {
            Some(part) => part.append(&rows),
            None => *part = Some(rows),
        })?;
        Ok(groups.into_iter().flatten().fold(empty, |mut all, part| {
            all.append(&part);
            all
        }))
    }

    /// What became of each group, in their order.
    fn each_group<T: Default + Send>(
        &self,
        workers: &dyn Workers,
        each: impl Fn(&mut T, Population) + Sync,
    ) -> Result<Vec<T>, ColumnError> {
        let groups = self.groups(workers, |groups: &mut Vec<(usize, T)>, rows| {
            if groups.last().is_none_or(|(group, _)| *group != rows.group) {
                groups.push((rows.group, T::default()));
            }
            if let Some((_, part)) = groups.last_mut() {
                each(part, rows.part);
            }
        })?;
        let mut all: Vec<_> = groups.into_iter().flatten().collect();
        all.sort_by_key(|(group, _)| *group);
        Ok(all.into_iter().map(|(_, part)| part).collect())
    }

    /// What each worker made of its groups.
    fn groups<T: Default + Send>(&self, workers: &dyn Workers, each: impl Fn(&mut T, Rows) + Sync) -> Result<Vec<T>, ColumnError> {
        let brought = side_by_side(workers, self.parquet.groups(), |next| self.work(next, &each));
        let mut parts = Vec::new();
        let mut failed: Option<(usize, ColumnError)> = None;
        for result in brought {
            match result {
                Ok(part) => parts.push(part),
                // Groups are taken in their order, so that the first one that fails is always among those that were read.
                Err((group, error)) if failed.as_ref().is_none_or(|(first, _)| group < *first) => failed = Some((group, error)),
                Err(_) => {}
            }
        }
        failed.map_or(Ok(parts), |(_, error)| Err(error))
    }

    fn work<T: Default>(&self, next: &Next, each: &impl Fn(&mut T, Rows)) -> Result<T, (usize, ColumnError)> {
        let mut wanted = self.wanted.to_vec();
        wanted.extend(self.unit.map(unit_wanted));
        let mut made = T::default();
        while let Some(group) = next.take() {
            let read = (self.open)().and_then(|reader| {
                self.parquet.read(reader, group, &wanted, DECODED, |columns| {
                    each(&mut made, Rows { group, part: self.part(columns) });
                    Ok(())
                })
            });
            if let Err(error) = read {
                next.stop();
                return Err((group, error));
            }
        }
        Ok(made)
    }

    fn part(&self, mut columns: Vec<Packed>) -> Population {
        let rows = columns.first().map_or(0, Packed::rows);
        let units = match self.unit.and_then(|_| columns.pop()) {
            Some(Packed::Shorts(units)) => units,
            _ => Vec::new(),
        };
        Population { columns, units, rows }
    }
}

/// Some rows of a group.
struct Rows {
    group: usize,
    part: Population,
}

fn unit_wanted(name: &str) -> Wanted {
    let most = i64::from(NO_UNIT) - 1;
    Wanted { name: name.to_owned(), packing: Packing::Number { width: Width::Shorts, scale: 1, least: 0, most } }
}
