//! What differs between two states of a folder: the rows, and whom they are about.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_value::YearKind;

use crate::Register;
use crate::description::{self, Column, Kind};
use crate::rows::Place;
use crate::rows::row::{Fields, LookAt, Row, Value};

/// What differs between two registers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// How many rows are there on one side only.
    pub rows: usize,
    /// How many rows only stand on another line; what rests on them changes too, for places stand in reasons.
    pub moved: usize,
    /// The subjects that these rows are about, and the units that a person among them belongs or belonged to, with all above.
    pub subjects: BTreeSet<String>,
    /// Whether something changed that can concern everybody: units, households, initiatives, the settings.
    pub concerns_all: bool,
}

/// What differs between two registers.
pub fn changes(before: &Register, after: &Register) -> Changes {
    let [was, is] = [before, after].map(|register| {
        let mut seen = Seen::default();
        register.look(&mut seen);
        seen.rows
    });
    let gone = was.iter().filter(|(row, _)| !is.contains_key(*row));
    let new = is.iter().filter(|(row, _)| !was.contains_key(*row));
    let cells = |rows: &BTreeMap<Key, Vec<String>>| rows.keys().map(|(table, _, cells)| (*table, cells.clone())).collect::<BTreeSet<_>>();
    let (cells_before, cells_after) = (cells(&was), cells(&is));
    let mut changes = Changes { concerns_all: before.organisation != after.organisation, ..Changes::default() };
    for (row, subjects) in gone.chain(new) {
        let same = (row.0, row.2.clone());
        match (cells_before.contains(&same), cells_after.contains(&same)) {
            // Told once, of the side where it stands now.
            (true, true) => changes.moved += usize::from(is.contains_key(row)),
            _ => changes.rows += 1,
        }
        changes.concerns_all |= CONCERN_ALL.contains(&row.0);
        changes.subjects.extend(subjects.iter().cloned());
    }
    for register in [before, after] {
        let units = units_of(register, &changes.subjects);
        changes.subjects.extend(units);
    }
    changes
}

/// Tables whose rows other rows rest on.
const CONCERN_ALL: [&str; 3] = ["units", "households", "initiatives"];

/// The units in whose results these subjects may be looked at.
fn units_of(register: &Register, subjects: &BTreeSet<String>) -> Vec<String> {
    let above: BTreeMap<&str, &str> = register.units.iter().filter_map(|unit| Some((unit.id.as_str(), unit.parent.as_deref()?))).collect();
    let posts = register.posts.iter().filter(|post| subjects.contains(&post.person)).map(|post| post.unit.as_str());
    let own = register.units.iter().map(|unit| unit.id.as_str()).filter(|unit| subjects.contains(*unit));
    let mut found: BTreeSet<&str> = BTreeSet::new();
    for unit in posts.chain(own) {
        let mut next = Some(unit);
        // A folder that was read whole has no unit above itself; one that was seen ends the way all the same.
        while let Some(unit) = next.filter(|unit| found.insert(unit)) {
            next = above.get(unit).copied();
        }
    }
    found.into_iter().map(str::to_owned).collect()
}

/// A row as it stands in its file: table, line, cells.
type Key = (&'static str, u32, String);

#[derive(Default)]
struct Seen {
    rows: BTreeMap<Key, Vec<String>>,
}

impl LookAt for Seen {
    fn table<R: Row>(&mut self, name: &'static str, rows: &[R]) {
        let Some(table) = description::table(name) else { return };
        for row in rows {
            let mut cells = Cells { columns: &table.columns, at: 0, line: 0, text: String::new(), subjects: Vec::new() };
            // Whoever walks over fields may change them: a row at a time is copied, never the table.
            row.clone().fields(&mut cells);
            self.rows.insert((name, cells.line, cells.text), cells.subjects);
        }
    }
}

/// The cells of one row, and the subjects that they name.
struct Cells {
    columns: &'static [Column],
    at: usize,
    line: u32,
    text: String,
    subjects: Vec<String>,
}

impl Cells {
    fn cell(&mut self, cell: &str) {
        let kind = self.columns.get(self.at).map(|column| column.kind);
        self.at += 1;
        self.text.push_str(cell);
        // No cell holds it, so that two rows are never one by where their cells end.
        self.text.push('\u{1f}');
        let names = matches!(kind, Some(Kind::Id | Kind::Person | Kind::Unit | Kind::Household | Kind::Subject | Kind::Units));
        if names && !cell.is_empty() {
            self.subjects.extend(cell.split(';').map(str::to_owned));
        }
    }

    fn value(&mut self, value: Option<&impl Value>) {
        let mut cell = String::new();
        if let Some(value) = value {
            value.write(&mut cell);
        }
        self.cell(&cell);
    }
}

impl Fields for Cells {
    fn place(&mut self, place: &mut Place) {
        self.line = place.line;
    }

    fn needed<T: Value>(&mut self, _column: &'static str, field: &mut T) {
        self.value(Some(field));
    }

    fn given<T: Value>(&mut self, _column: &'static str, field: &mut Option<T>) {
        self.value(field.as_ref());
    }

    fn list(&mut self, _column: &'static str, field: &mut Vec<String>) {
        self.cell(&field.join(";"));
    }

    fn year_kind(&mut self, _column: &'static str, field: &mut YearKind) {
        self.value(Some(field));
    }
}
