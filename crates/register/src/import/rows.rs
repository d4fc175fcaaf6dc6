//! The rows of a list taken into their tables, one after the other.

use std::collections::BTreeMap;

use phongtrao_sheet::Line;

use super::fields::{PEOPLE, POSTS, UNITS};
use super::listed::{Listed, ListedRow};
use super::merge::{Clash, TableRows};
use super::people::{self, People};
use super::remarks::Remark;
use super::subjects::{Clues, Sought};
use super::take::{Cells, Taker};
use crate::description::Kind;
use crate::{SubjectKind, texts};

/// Tables on their way into the folder, by their names.
pub(super) type Tables = BTreeMap<&'static str, TableRows>;

/// Takes all rows of a list into the tables, until there are too many notes.
pub(super) fn take(listed: &Listed<'_>, taker: &mut Taker<'_>, tables: &mut Tables, update: bool) {
    if taker.fields.table.name == UNITS {
        listed.rows.iter().for_each(|row| taker.announce_unit(row.line));
    }
    let mut rows = Rows { taker, tables, people: People::default(), made: 0, update };
    for row in &listed.rows {
        if rows.taker.notes.is_full() {
            return;
        }
        rows.take(row);
    }
    rows.new_units();
}

struct Rows<'t, 'a> {
    taker: &'t mut Taker<'a>,
    tables: &'t mut Tables,
    people: People,
    /// How many ids were made.
    made: u64,
    /// Whether rows that are there are changed.
    update: bool,
}

impl Rows<'_, '_> {
    fn take(&mut self, row: &ListedRow<'_>) {
        let fields = self.taker.fields;
        if row.is_of_nobody {
            let field = fields.keys().first().copied().unwrap_or_default();
            self.taker.note(row.line, field, (texts::import_nobody(), texts::import_nobody_help()));
            return;
        }
        let before = self.taker.notes.errors();
        for mut cells in self.taker.rows(row) {
            let post = self.known_again(row, &mut cells);
            if self.taker.notes.errors() > before {
                return;
            }
            self.put(&fields.table.name, &cells, row.line);
            if let Some(mut post) = post {
                people::owned(&mut post, &cells, fields.table);
                self.put(POSTS, &post, row.line);
            }
        }
    }

    /// Gives a row without an id that of the row that is there already, or a new one. Of a person also the post, which tells namesakes apart.
    fn known_again(&mut self, row: &ListedRow<'_>, cells: &mut Cells) -> Option<Cells> {
        if self.taker.fields.second.is_none() {
            self.made_id(cells);
            return None;
        }
        let post = self.people.post(row, self.taker);
        self.people.id(cells, post.as_ref(), row.line, self.taker, self.tables.get(PEOPLE));
        post
    }

    /// Of a table with ids in a list without any: the id of the row that is there already, else the next free one.
    fn made_id(&mut self, cells: &mut Cells) {
        let table = self.taker.fields.table;
        let Some(rows) = self.tables.get(table.name.as_str()) else { return };
        let Some(at) = table.columns.iter().position(|column| column.kind == Kind::Id) else { return };
        if cells.get(at).is_none_or(Option::is_some) {
            return;
        }
        let id = self.unit_of_name(cells).or_else(|| rows.id_of(cells)).unwrap_or_else(|| {
            loop {
                self.made += 1;
                let id = format!("{}-{}", table.name, self.made);
                if !rows.has_id(&id) {
                    break id;
                }
            }
        });
        self.taker.remarks.count(Remark::MadeId, || id.clone());
        if let Some(cell) = cells.get_mut(at) {
            *cell = Some(id);
        }
    }

    /// The unit that a row of the table of units names.
    fn unit_of_name(&self, cells: &Cells) -> Option<String> {
        let table = self.taker.fields.table;
        let name = cells.get(table.position("name")?)?.as_deref().filter(|_| table.name == UNITS)?;
        match self.taker.subjects.of_name(name, &[SubjectKind::Unit], &Clues::default()) {
            Sought::One(id) => Some(id),
            Sought::Nobody(_) | Sought::Several(_) => None,
        }
    }

    fn put(&mut self, table: &str, cells: &Cells, line: &Line) {
        let Some(rows) = self.tables.get_mut(table) else { return };
        match rows.put(cells, line.number, self.update) {
            Ok(()) => {}
            Err(Clash::Twice(row)) => {
                let field = self.taker.fields.keys().first().copied().unwrap_or_default();
                self.taker.note(line, field, (texts::import_twice(row.to_string()), texts::import_twice_help()));
            }
            Err(Clash::Differs { column, old, new }) => {
                self.taker.note(line, column, (texts::import_differs(old, new), texts::import_differs_help()));
            }
        }
    }

    /// Units that were created because rows name them.
    fn new_units(&mut self) {
        let Some(units) = self.tables.get_mut(UNITS) else { return };
        for unit in std::mem::take(&mut self.taker.new_units) {
            let value = |column: &str| match column {
                "id" => Some(unit.id.clone()),
                "name" => Some(unit.name.clone()),
                _ => None,
            };
            let cells: Cells = units.table.columns.iter().map(|column| value(&column.name)).collect();
            // A unit that was created has an id that no row has.
            let _ = units.put(&cells, 0, false);
        }
    }
}
