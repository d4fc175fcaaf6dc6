//! What a list was taken for, before anything is written.

use phongtrao_diagnostic::{Language, Text};
use phongtrao_sheet::letters;

use super::fields::Fields;
use super::header::{Found, Taken};
use super::listed::{Listed, Passed};
use super::notes::Notes;
use super::remarks::Remarks;
use crate::texts;

/// What a list was taken for.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The worksheet; empty for a CSV file.
    pub page: String,
    /// The first and last row of the header.
    pub header: (u32, u32),
    /// How many rows the list has.
    pub rows: usize,
    /// Its columns.
    pub columns: Vec<ColumnTaken>,
    /// Rows that are none of the list.
    pub passed: Vec<Text>,
    /// What was done to cells.
    pub remarks: Vec<Text>,
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnTaken {
    /// Its letters.
    pub letters: String,
    /// Its header as written.
    pub header: String,
    /// What it was taken for.
    pub taken: TakenFor,
    /// The first values.
    pub samples: Vec<String>,
    /// How many of its cells are wrong.
    pub bad: usize,
}

/// What a column was taken for.
#[derive(Debug, Clone, PartialEq)]
pub enum TakenFor {
    /// A field: its name, and what it means in Vietnamese and in English.
    Field(&'static str, String, String),
    /// One of the fields from which a column is made: its name, and what it is called.
    Part(&'static str, Text),
    /// Nothing is taken from it, and why.
    Nothing(Text),
}

impl Preview {
    pub(super) fn new(page: &str, found: &Found, listed: &Listed<'_>, fields: &Fields, notes: &Notes, remarks: &Remarks) -> Preview {
        /// So many values show what a column holds.
        const SAMPLES: usize = 3;
        let columns = found.columns.iter().map(|column| {
            let cells = listed.rows.iter().filter_map(|row| row.line.at(column.column)).filter(|slot| slot.merged_from.is_none());
            ColumnTaken {
                letters: letters(column.column as usize),
                header: column.header.join(" > "),
                taken: taken_for(column.taken, fields),
                samples: cells.map(|slot| slot.content.shown()).take(SAMPLES).collect(),
                bad: notes.bad(column.column),
            }
        });
        Preview {
            page: page.to_owned(),
            header: found.lines,
            rows: listed.rows.len(),
            columns: columns.collect(),
            passed: passed(listed),
            remarks: remarks.told(),
        }
    }
}

fn taken_for(taken: Taken, fields: &Fields) -> TakenFor {
    match taken {
        Taken::Field(field) => match (fields.meaning(field, Language::Vietnamese), fields.meaning(field, Language::English)) {
            (Some(vi), Some(en)) => TakenFor::Field(field, vi, en),
            _ => TakenFor::Part(field, Fields::made_of(field).unwrap_or_else(texts::import_unknown_column)),
        },
        Taken::Ordinal => TakenFor::Nothing(texts::import_ordinal()),
        Taken::PassedOver => TakenFor::Nothing(texts::import_passed_over()),
        Taken::NotKept => TakenFor::Nothing(texts::import_not_kept()),
        Taken::Unknown => TakenFor::Nothing(texts::import_unknown_column()),
    }
}

/// The rows that were passed over, each kind with their numbers.
fn passed(listed: &Listed<'_>) -> Vec<Text> {
    let kinds = [Passed::Title, Passed::Numbers, Passed::UnitHeading, Passed::Heading, Passed::Total, Passed::Signature, Passed::Empty];
    let of = |kind: Passed| {
        let rows: Vec<u32> = listed.passed.iter().filter(|(own, _)| *own == kind).map(|(_, row)| *row).collect();
        (!rows.is_empty()).then(|| {
            let rows = ranges(&rows);
            match kind {
                Passed::Title => texts::import_rows_title(rows),
                Passed::Numbers => texts::import_rows_numbers(rows),
                Passed::UnitHeading => texts::import_rows_unit(rows),
                Passed::Heading => texts::import_rows_heading(rows),
                Passed::Total => texts::import_rows_total(rows),
                Passed::Signature => texts::import_rows_signature(rows),
                Passed::Empty => texts::import_rows_empty(rows),
            }
        })
    };
    kinds.into_iter().filter_map(of).collect()
}

/// Numbers of rows in short: `1–3, 7`.
fn ranges(rows: &[u32]) -> String {
    /// More of them are counted, not listed.
    const MOST: usize = 12;
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => ranges.push((*row, *row)),
        }
    }
    let shown = |(first, last): &(u32, u32)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    let mut said: Vec<String> = ranges.iter().take(MOST).map(shown).collect();
    if ranges.len() > MOST {
        said.push("…".to_owned());
    }
    said.join(", ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn rows_are_named_in_short() {
        assert_eq!(super::ranges(&[1, 2, 3, 7, 9, 10]), "1–3, 7, 9–10");
    }
}
