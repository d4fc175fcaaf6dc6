//! The tree of units that results are rolled up along.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, bail};
use phongtrao_diagnostic::Words;
use phongtrao_judge::population::{Counts, NO_UNIT, Tree, TreeError};

use crate::texts;

/// Units with the unit above each.
pub(super) struct Units {
    ids: Vec<String>,
    above: Vec<Option<String>>,
    tree: Tree,
}

impl Units {
    /// Reads a table of units with the columns `id` and `parent`, which is empty at the top.
    pub(super) fn read(path: &Path, words: &Words) -> anyhow::Result<Units> {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let keep = ["id".to_owned(), "parent".to_owned()];
        let (mut ids, mut above) = (Vec::new(), Vec::new());
        for (id, parent) in rows(&text, &keep).with_context(|| path.display().to_string())? {
            ids.push(id);
            above.push((!parent.is_empty()).then_some(parent));
        }
        if ids.len() >= usize::from(NO_UNIT) {
            bail!(words.say(&texts::population_too_many_units(path.display().to_string(), (NO_UNIT - 1).to_string())));
        }
        let tree = Tree::new(ids.iter().map(String::as_str).zip(above.iter().map(Option::as_deref)));
        let tree = tree.map_err(|error| {
            let (TreeError::Twice { unit } | TreeError::NotFound { unit } | TreeError::Cycle { unit }) = error;
            let id = ids.get(unit).cloned().unwrap_or_default();
            let file = path.display().to_string();
            anyhow::anyhow!(words.say(&match error {
                TreeError::Twice { .. } => texts::population_unit_twice(file, id),
                TreeError::NotFound { .. } => texts::population_unit_above_missing(file, id),
                TreeError::Cycle { .. } => texts::population_unit_cycle(file, id),
            }))
        })?;
        Ok(Units { ids, above, tree })
    }

    pub(super) fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Counts by the numbers of units as counts by their places here; `None` where a number is none of them.
    pub(super) fn of_numbers(&self, counts: &Counts) -> Option<Counts> {
        let places: BTreeMap<&str, u16> = self.ids.iter().map(String::as_str).zip(0_u16..).collect();
        counts.moved(|number| places.get(number.to_string().as_str()).copied()).ok()
    }
}

fn rows(text: &str, keep: &[String]) -> anyhow::Result<Vec<(String, String)>> {
    let mut reader = phongtrao_register::columns::csv::opened(text.as_bytes())?;
    let header = reader.headers()?.clone();
    let place = |name: &String| {
        let found = header.iter().position(|other| other.trim_start_matches('\u{feff}').trim() == name);
        found.ok_or_else(|| anyhow::anyhow!(name.clone()))
    };
    let places = keep.iter().map(place).collect::<anyhow::Result<Vec<_>>>()?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record?;
        let cell = |place: usize| places.get(place).and_then(|&place| record.get(place)).unwrap_or_default().trim().to_owned();
        rows.push((cell(0), cell(1)));
    }
    Ok(rows)
}

/// Counts of each unit, with those of all units below it, as CSV.
pub(super) fn roll_up(counts: &Counts, units: Option<&Units>) -> anyhow::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heading = ["not_met", "unknown", "met"];
    match units {
        Some(units) => {
            writer.write_record(["unit", "parent"].iter().chain(&heading))?;
            let rows = units.ids.iter().zip(&units.above).zip(units.tree.roll_up(counts));
            for ((id, above), counts) in rows {
                let above = above.clone().unwrap_or_default();
                writer.write_record([id.clone(), above].into_iter().chain(counts.map(|count| count.to_string())))?;
            }
        }
        None => {
            writer.write_record(["unit"].iter().chain(&heading))?;
            for unit in 0..u16::try_from(counts.units()).unwrap_or(NO_UNIT) {
                writer.write_record(std::iter::once(unit.to_string()).chain(counts.of(unit).map(|count| count.to_string())))?;
            }
        }
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}
