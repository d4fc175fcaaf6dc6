//! The people of a file, Parquet or CSV.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use phongtrao_judge::Program;
use phongtrao_judge::population::{Counts, NO_UNIT, Population, Stream, Tally};
use phongtrao_judge::program::Scratch;
use phongtrao_register::columns::parquet::Parquet;
use phongtrao_register::columns::results::{Kept, Results};
use phongtrao_register::columns::{ColumnError, Field, FieldKind, Packed, Packing, Wanted, Width, csv};

use crate::workers::Threads;

use super::units::Units;

/// So many rows are read at once where they are judged one part after the other.
const ROWS: usize = 64 * 1024;

/// A file of people.
pub(super) struct People {
    path: PathBuf,
    fields: Vec<Field>,
    /// None of a CSV file.
    parquet: Option<Parquet>,
}

/// What is asked of the people.
pub(super) struct Asked<'a> {
    pub(super) program: &'a Program,
    pub(super) wanted: &'a [Wanted],
    pub(super) unit: Option<&'a str>,
    pub(super) threads: Threads,
}

/// Whether a name is that of a CSV file.
pub(super) fn is_csv(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

impl People {
    pub(super) fn open(path: &Path) -> anyhow::Result<People> {
        let file = File::open(path).with_context(|| path.display().to_string())?;
        let path = path.to_owned();
        if is_csv(&path) {
            let names = csv::names(file).with_context(|| path.display().to_string())?;
            let fields = names.into_iter().map(|name| Field { name, kind: FieldKind::Words }).collect();
            return Ok(People { path, fields, parquet: None });
        }
        let parquet = Parquet::open(&file).with_context(|| path.display().to_string())?;
        Ok(People { path, fields: parquet.fields(), parquet: Some(parquet) })
    }

    pub(super) fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// Counts results by unit.
    pub(super) fn count(&self, asked: &Asked, units: Option<&Units>) -> Result<Counts, ColumnError> {
        let numbered = asked.unit.is_none_or(|name| self.is_numbered(name));
        let Some(parquet) = self.parquet.as_ref().filter(|_| numbered) else {
            return self.judge(asked, units, &[], &mut Nowhere);
        };
        let open = || self.file();
        let stream = Stream { parquet, wanted: asked.wanted, unit: asked.unit, open };
        let counts = stream.count(asked.program, &asked.threads)?;
        match (units, asked.unit) {
            // Numbers are counted first; only where one is no unit the rows are looked at again, to say which row it is.
            (Some(units), Some(_)) => match units.of_numbers(&counts) {
                Some(counts) => Ok(counts),
                None => self.judge(asked, Some(units), &[], &mut Nowhere),
            },
            _ => Ok(counts),
        }
    }

    /// Judges one part after the other, in the order of the file.
    pub(super) fn judge(
        &self,
        asked: &Asked,
        units: Option<&Units>,
        keep: &[String],
        results: &mut dyn Results,
    ) -> Result<Counts, ColumnError> {
        let mut wanted = asked.wanted.to_vec();
        wanted.extend(asked.unit.map(|name| Wanted { name: name.to_owned(), packing: unit_packing(units) }));
        let (mut scratch, mut tally) = (Scratch::default(), Tally::default());
        let mut part = |mut columns: Vec<Packed>, kept: Kept| {
            let rows = columns.first().map_or(0, Packed::rows);
            let places = match asked.unit.and_then(|_| columns.pop()) {
                Some(Packed::Shorts(places)) => places,
                _ => Vec::new(),
            };
            let part = Population { columns, units: places, rows };
            let mut verdicts = Vec::with_capacity(rows);
            part.judge_rows(asked.program, 0..rows, &mut scratch, |from, some| {
                tally.add(part.units.get(from..from + some.len()), some);
                verdicts.extend_from_slice(some);
            });
            results.write(&kept, &verdicts)
        };
        match &self.parquet {
            Some(parquet) => {
                for group in 0..parquet.groups() {
                    parquet.read_keeping(self.file()?, group, &wanted, keep, ROWS, &mut part)?;
                }
            }
            None => csv::read(self.file()?, &wanted, keep, ROWS, &mut part)?,
        }
        Ok(tally.counts())
    }

    fn is_numbered(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name && matches!(field.kind, FieldKind::Bytes | FieldKind::Whole))
    }

    fn file(&self) -> Result<File, ColumnError> {
        File::open(&self.path).map_err(|error| ColumnError::Parquet(error.into()))
    }
}

/// Units by their place among those that were named; without any, by their number.
fn unit_packing(units: Option<&Units>) -> Packing {
    match units {
        Some(units) => Packing::Listed(units.ids().to_vec()),
        None => Packing::Number { width: Width::Shorts, scale: 1, least: 0, most: i64::from(NO_UNIT) - 1 },
    }
}

/// Results that nobody asked for.
struct Nowhere;

impl Results for Nowhere {
    fn write(&mut self, _kept: &Kept, _results: &[u8]) -> Result<(), ColumnError> {
        Ok(())
    }

    fn close(self: Box<Self>) -> Result<(), ColumnError> {
        Ok(())
    }
}
