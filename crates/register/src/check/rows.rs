//! Each row by itself and its ids: two with one id, references to nothing, periods that end before they begin.

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, DefaultHasher};

use phongtrao_value::{Date, YearKind};

use crate::description::{self, Column, Kind, Table};
use crate::fault::{Fault, Faults};
use crate::rows::Place;
use crate::rows::row::{Fields, Row, Tables, Value};
use crate::{Register, SubjectKind, texts};

type Map<V> = HashMap<String, V, BuildHasherDefault<DefaultHasher>>;

/// Columns of which the second must not lie before the first.
const PERIODS: [(&str, &str); 5] = [("from", "to"), ("on", "until"), ("born", "died"), ("on", "expires"), ("posted", "posted_to")];

pub(super) fn check(register: &mut Register, unread: &BTreeSet<&'static str>, faults: &mut Faults) {
    let subjects = subjects(register, faults);
    let mut initiatives: Map<Place> = Map::default();
    for initiative in &register.initiatives {
        initiatives.entry(initiative.id.clone()).or_insert(initiative.place);
    }
    let subjects_known = ["units", "people", "households"].iter().all(|table| !unread.contains(table));
    let initiatives_known = !unread.contains("initiatives");
    register.tables(&mut Walk { known: Known { subjects, subjects_known, initiatives, initiatives_known }, faults });
}

/// People, units and households by their ids; two of them with one id are faults.
fn subjects(register: &Register, faults: &mut Faults) -> Map<(SubjectKind, Place)> {
    let people = register.people.iter().map(|person| (SubjectKind::Person, &person.id, person.place));
    let units = register.units.iter().map(|unit| (SubjectKind::Unit, &unit.id, unit.place));
    let households = register.households.iter().map(|household| (SubjectKind::Household, &household.id, household.place));
    let mut subjects: Map<(SubjectKind, Place)> = Map::default();
    for (kind, id, place) in people.chain(units).chain(households).filter(|(_, id, _)| !id.is_empty()) {
        let Some((first, where_first)) = subjects.get(id) else {
            subjects.insert(id.clone(), (kind, place));
            continue;
        };
        faults.push(match *first == kind {
            true => twice(id, place, *where_first),
            false => {
                let message = texts::data_id_shared(id, i64::from(where_first.line), where_first.file);
                Fault::error("data-id-shared", place, "id", message, texts::data_id_shared_help())
            }
        });
    }
    subjects
}

fn twice(id: &str, place: Place, first: Place) -> Fault {
    let fault = Fault::error("data-id-twice", place, "id", texts::data_id_twice(id, i64::from(first.line)), texts::data_id_twice_help());
    fault.beside(first, "id", texts::data_first_here())
}

/// What ids there are.
struct Known {
    subjects: Map<(SubjectKind, Place)>,
    subjects_known: bool,
    initiatives: Map<Place>,
    initiatives_known: bool,
}

struct Walk<'f> {
    known: Known,
    faults: &'f mut Faults,
}

impl Tables for Walk<'_> {
    fn table<R: Row>(&mut self, name: &'static str, rows: &mut Vec<R>) {
        let Some(table) = description::table(name) else { return };
        // Ids of subjects were looked at before.
        let own_ids = !["units", "people", "households"].contains(&name);
        let mut check = RowCheck {
            table,
            own_ids,
            ids: Map::default(),
            keys: Map::default(),
            known: &self.known,
            faults: self.faults,
            place: Place::default(),
            at: 0,
            days: Vec::new(),
            key: String::new(),
        };
        for row in rows {
            check.at = 0;
            check.days.clear();
            check.key.clear();
            row.fields(&mut check);
            check.unique();
        }
    }
}

/// Walks over the fields of the rows of one table.
struct RowCheck<'a> {
    table: &'static Table,
    own_ids: bool,
    ids: Map<Place>,
    /// What stands in the columns that make a row unique, and the first row that has it.
    keys: Map<Place>,
    known: &'a Known,
    faults: &'a mut Faults,
    place: Place,
    at: usize,
    days: Vec<(&'static str, Date)>,
    /// What stands in the columns that make this row unique.
    key: String,
}

impl RowCheck<'_> {
    fn field<T: Value>(&mut self, column: &'static str, field: Option<&T>) {
        let described = self.table.columns.get(self.at);
        self.at += 1;
        let (Some(described), Some(field)) = (described, field) else { return };
        if self.table.unique.iter().any(|unique| unique == column) {
            field.write(&mut self.key);
            // A sign that no cell of these columns holds.
            self.key.push('\t');
        }
        if let Some(day) = field.day() {
            self.day(column, day);
        }
        if let Some(text) = field.text().filter(|text| !text.is_empty()) {
            self.id(described, column, text);
        }
    }

    fn unique(&mut self) {
        if self.key.is_empty() {
            return;
        }
        let Some(first) = self.keys.get(&self.key) else {
            self.keys.insert(self.key.clone(), self.place);
            return;
        };
        // A table with such columns begins with one of them.
        let Some(column) = self.table.unique.first() else { return };
        let message = texts::data_row_twice(i64::from(first.line), self.table.unique.join(", "));
        let fault = Fault::error("data-row-twice", self.place, column, message, texts::data_row_twice_help());
        self.faults.push(fault.beside(*first, column, texts::data_first_here()));
    }

    fn day(&mut self, column: &'static str, day: Date) {
        for (first, second) in PERIODS {
            if second == column
                && let Some((_, from)) = self.days.iter().find(|(name, from)| *name == first && *from > day)
            {
                let message = texts::data_period(column, day, first, *from);
                self.faults.push(Fault::error("data-period", self.place, column, message, texts::data_period_help()));
            }
        }
        self.days.push((column, day));
    }

    fn id(&mut self, described: &'static Column, column: &'static str, id: &str) {
        let wanted = match described.kind {
            Kind::Id if self.own_ids => return self.own_id(id),
            Kind::Person => Some(SubjectKind::Person),
            Kind::Unit | Kind::Units => Some(SubjectKind::Unit),
            Kind::Household => Some(SubjectKind::Household),
            Kind::Subject => None,
            Kind::One if self.known.initiatives_known && !self.known.initiatives.contains_key(id) => {
                let table = described.of.as_deref().unwrap_or_default();
                return self.unknown(column, texts::data_reference_unknown(table, id));
            }
            _ => return,
        };
        if !self.known.subjects_known {
            return;
        }
        match (self.known.subjects.get(id), wanted) {
            (Some(_), None) => {}
            (Some((kind, _)), Some(wanted)) if *kind == wanted => {}
            (Some(_), _) => {
                let message = texts::data_reference_kind(id, column);
                self.faults.push(Fault::error("data-reference", self.place, column, message, texts::data_reference_kind_help()));
            }
            (None, _) => {
                let tables = match wanted {
                    Some(SubjectKind::Person) => "people",
                    Some(SubjectKind::Unit) => "units",
                    Some(SubjectKind::Household) => "households",
                    None => "people, units, households",
                };
                self.unknown(column, texts::data_reference_unknown(tables, id));
            }
        }
    }

    fn own_id(&mut self, id: &str) {
        match self.ids.get(id) {
            Some(first) => self.faults.push(twice(id, self.place, *first)),
            None => {
                self.ids.insert(id.to_owned(), self.place);
            }
        }
    }

    fn unknown(&mut self, column: &'static str, message: phongtrao_diagnostic::Text) {
        self.faults.push(Fault::error("data-reference", self.place, column, message, texts::data_reference_unknown_help()));
    }
}

impl Fields for RowCheck<'_> {
    fn place(&mut self, place: &mut Place) {
        self.place = *place;
    }

    fn needed<T: Value>(&mut self, column: &'static str, field: &mut T) {
        self.field(column, Some(&*field));
    }

    fn given<T: Value>(&mut self, column: &'static str, field: &mut Option<T>) {
        self.field(column, field.as_ref());
    }

    fn list(&mut self, column: &'static str, field: &mut Vec<String>) {
        let at = self.at;
        for id in field.iter() {
            self.at = at;
            self.field(column, Some(id));
        }
        self.at = at + 1;
    }

    fn year_kind(&mut self, _: &'static str, _: &mut YearKind) {
        self.at += 1;
    }
}
