//! The rows of a table with those of a list among them: new ones behind, those that are there known again by their key.

use std::collections::BTreeMap;

use phongtrao_sheet::{SEPARATORS, push_cell};

use super::words::words;
use crate::Register;
use crate::description::{Column, Kind, Table};
use crate::listed::cells;
use crate::rows::row::{LookAt, Row};

/// A table on its way into the folder.
#[derive(Debug)]
pub(super) struct TableRows {
    pub(super) table: &'static Table,
    /// The cells of each row as the data folder writes them.
    rows: Vec<Vec<String>>,
    /// The row of the list that each came from or was changed by.
    from: Vec<Option<u32>>,
    by_key: BTreeMap<String, usize>,
    /// Of a table with ids: the rows by what they say besides.
    without_id: BTreeMap<String, usize>,
    /// How many were added, changed, and there already.
    pub(super) counts: Counts,
}

/// What became of the rows of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows that are new.
    pub added: usize,
    /// Rows that were there with other values.
    pub updated: usize,
    /// Rows that were there as they are.
    pub same: usize,
}

/// Why a row does not fit to those that are there.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Clash {
    /// A row of the list before it says the same.
    Twice(u32),
    /// It is there, and the column has another value.
    Differs { column: &'static str, old: String, new: String },
}

impl TableRows {
    /// The rows of a table that are there.
    pub(super) fn of(register: &Register, table: &'static Table) -> TableRows {
        let mut collect = Collect { name: &table.name, rows: Vec::new() };
        register.look(&mut collect);
        let from = vec![None; collect.rows.len()];
        let mut rows =
            TableRows { table, rows: collect.rows, from, by_key: BTreeMap::new(), without_id: BTreeMap::new(), counts: Counts::default() };
        for at in 0..rows.rows.len() {
            let key = rows.rows.get(at).map(|cells| key(table, cells)).unwrap_or_default();
            let ended = table.position("to").and_then(|to| rows.rows.get(at)?.get(to)).is_some_and(|to| !to.is_empty());
            // Of two that are alike the one that has not ended is meant.
            if ended {
                rows.by_key.entry(key).or_insert(at)
            } else {
                rows.by_key.entry(key).insert_entry(at).into_mut()
            };
            if table.columns.iter().any(|column| column.kind == Kind::Id) {
                let key = rows.rows.get(at).map(|cells| key_without_id(table, cells)).unwrap_or_default();
                rows.without_id.entry(key).or_insert(at);
            }
        }
        rows
    }

    /// The id of the row that a new one is, where the table has ids and the list says none.
    pub(super) fn id_of(&self, cells: &[Option<String>]) -> Option<String> {
        let at = self.table.columns.iter().position(|column| column.kind == Kind::Id)?;
        let row = self.without_id.get(&key_without_id(self.table, &self.full(cells)))?;
        self.rows.get(*row).and_then(|row| row.get(at)).cloned()
    }

    /// The cells of a row with what empty ones mean.
    fn full(&self, cells: &[Option<String>]) -> Vec<String> {
        let given = cells.iter().zip(&self.table.columns);
        given.map(|(cell, column)| cell.clone().or_else(|| column.default.clone()).unwrap_or_default()).collect()
    }

    /// Whether an id is taken.
    pub(super) fn has_id(&self, id: &str) -> bool {
        self.by_key.contains_key(id)
    }

    /// Puts a row of the list among those that are there.
    pub(super) fn put(&mut self, cells: &[Option<String>], row: u32, update: bool) -> Result<(), Clash> {
        let full = self.full(cells);
        let key = key(self.table, &full);
        let Some(at) = self.by_key.get(&key).copied() else {
            self.by_key.insert(key, self.rows.len());
            self.rows.push(full);
            self.from.push(Some(row));
            self.counts.added += 1;
            return Ok(());
        };
        if let Some(first) = self.from.get(at).copied().flatten() {
            return Err(Clash::Twice(first));
        }
        let (Some(old), Some(from)) = (self.rows.get_mut(at), self.from.get_mut(at)) else { return Ok(()) };
        let differs = |(place, new): (usize, &Option<String>)| {
            let (new, old) = (new.as_ref().filter(|new| !new.is_empty())?, old.get(place)?);
            (new != old).then(|| (place, old.clone(), new.clone()))
        };
        let changes: Vec<(usize, String, String)> = cells.iter().enumerate().filter_map(differs).collect();
        match changes.first() {
            None => self.counts.same += 1,
            Some((place, old, new)) if !update => {
                let column = self.table.columns.get(*place).map_or("", |column| column.name.as_str());
                return Err(Clash::Differs { column, old: old.clone(), new: new.clone() });
            }
            Some(_) => {
                self.counts.updated += 1;
                changes.into_iter().for_each(|(place, _, new)| {
                    if let Some(cell) = old.get_mut(place) {
                        *cell = new;
                    }
                });
            }
        }
        *from = Some(row);
        Ok(())
    }

    /// Whether anything is to be written.
    pub(super) fn is_changed(&self) -> bool {
        self.counts.added + self.counts.updated > 0
    }

    /// The text of the table: the columns of the file that is there in their order, and behind them those that its rows need. With the row of the list for
    /// each line of the text.
    pub(super) fn text(&self, there: Option<&str>) -> (String, BTreeMap<u32, u32>) {
        let order = self.order(there);
        let mut text = String::new();
        let names: Vec<&str> = order.iter().filter_map(|at| self.table.columns.get(*at)).map(|column| column.name.as_str()).collect();
        text.push_str(&names.join(","));
        text.push('\n');
        let (mut line, mut lines) = (2, BTreeMap::new());
        for (cells, from) in self.rows.iter().zip(&self.from) {
            if let Some(from) = from {
                lines.insert(line, *from);
            }
            let start = text.len();
            for (place, at) in order.iter().enumerate() {
                if place > 0 {
                    text.push(',');
                }
                push_cell(cells.get(*at).map_or("", String::as_str), &SEPARATORS, &mut text);
            }
            text.push('\n');
            let breaks = text.get(start..).unwrap_or_default().matches('\n').count();
            line += u32::try_from(breaks).unwrap_or(u32::MAX);
        }
        (text, lines)
    }

    fn order(&self, there: Option<&str>) -> Vec<usize> {
        let position =
            |name: &str| self.table.position(name.trim().trim_matches('"')).or_else(|| self.table.position(&name.trim().to_lowercase()));
        let header = there.and_then(|text| text.lines().find(|line| !line.trim().is_empty())).unwrap_or_default();
        let mut order: Vec<usize> = header.trim_start_matches('\u{feff}').split([',', ';', '\t']).filter_map(position).collect();
        let needed = |(at, column): &(usize, &Column)| {
            let said =
                self.rows.iter().any(|row| row.get(*at).is_some_and(|cell| !cell.is_empty() && Some(cell) != column.default.as_ref()));
            column.required && column.default.is_none() || said
        };
        let more: Vec<usize> =
            self.table.columns.iter().enumerate().filter(needed).map(|(at, _)| at).filter(|at| !order.contains(at)).collect();
        order.extend(more);
        order
    }
}

/// By what a row is known again: its id, else what the table says is unique, else the columns that the words name, else all of it.
fn key(table: &Table, cells: &[String]) -> String {
    match table.columns.iter().position(|column| column.kind == Kind::Id) {
        Some(at) => cells.get(at).cloned().unwrap_or_default(),
        None => natural_key(table, cells),
    }
}

fn natural_key(table: &Table, cells: &[String]) -> String {
    let cell = |name: &str| table.position(name).and_then(|at| cells.get(at)).map_or("", String::as_str);
    let named = if table.unique.is_empty() { words().key(&table.name) } else { &table.unique };
    if named.is_empty() {
        return cells.join("\u{1f}");
    }
    let first = |columns: &String| {
        let found = columns.split('|').map(cell).find(|cell| !cell.is_empty()).unwrap_or_default();
        // Numbers of decisions are written with and without spaces.
        found.chars().filter(|c| !c.is_whitespace()).collect::<String>()
    };
    named.iter().map(first).collect::<Vec<_>>().join("\u{1f}")
}

/// What a row with an id says besides.
fn key_without_id(table: &Table, cells: &[String]) -> String {
    if !words().key(&table.name).is_empty() {
        return natural_key(table, cells);
    }
    let others = cells.iter().zip(&table.columns).filter(|(_, column)| column.kind != Kind::Id);
    others.map(|(cell, _)| cell.as_str()).collect::<Vec<_>>().join("\u{1f}")
}

/// Collects the cells of one table.
struct Collect<'n> {
    name: &'n str,
    rows: Vec<Vec<String>>,
}

impl LookAt for Collect<'_> {
    fn table<R: Row>(&mut self, name: &'static str, rows: &[R]) {
        if name == self.name {
            self.rows.extend(rows.iter().map(cells));
        }
    }
}
