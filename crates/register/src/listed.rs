//! The rows of a register as cells in words, table by table: what spreadsheets are made of.

use phongtrao_value::YearKind;

use crate::Register;
use crate::description::{self, Table};
use crate::rows::Place;
use crate::rows::row::{Fields, LookAt, Row, Value};

/// A table with the cells of its rows.
#[derive(Debug, Clone)]
pub struct Listed {
    /// What it is.
    pub table: &'static Table,
    /// How many rows it has.
    pub number: usize,
    /// The cells of its rows in the order of the table's columns, as they are written; no rows where the table has more than was asked for.
    pub rows: Vec<Vec<String>>,
}

impl Register {
    /// The tables that have rows, in the order in which they are written. Of one that has more rows than `most` only their number is told.
    pub fn listed(&self, most: usize) -> Vec<Listed> {
        let mut lists = Lists { most, lists: Vec::new() };
        self.look(&mut lists);
        lists.lists
    }
}

struct Lists {
    most: usize,
    lists: Vec<Listed>,
}

impl LookAt for Lists {
    fn table<R: Row>(&mut self, name: &'static str, rows: &[R]) {
        let Some(table) = description::table(name).filter(|_| !rows.is_empty()) else { return };
        let number = rows.len();
        let listed = if number > self.most { &[] } else { rows };
        self.lists.push(Listed { table, number, rows: listed.iter().map(cells).collect() });
    }
}

/// The cells of a row in the order of its table's columns, as they are written.
pub(crate) fn cells<R: Row>(row: &R) -> Vec<String> {
    let mut cells = Cells(Vec::new());
    // Whoever walks over fields may change them: a row at a time is copied, never the table.
    row.clone().fields(&mut cells);
    cells.0
}

struct Cells(Vec<String>);

impl Cells {
    fn push<T: Value>(&mut self, value: Option<&T>) {
        let mut cell = String::new();
        if let Some(value) = value {
            value.write(&mut cell);
        }
        self.0.push(cell);
    }
}

impl Fields for Cells {
    fn place(&mut self, _: &mut Place) {}

    fn needed<T: Value>(&mut self, _: &'static str, field: &mut T) {
        self.push(Some(field));
    }

    fn given<T: Value>(&mut self, _: &'static str, field: &mut Option<T>) {
        self.push(field.as_ref());
    }

    fn list(&mut self, _: &'static str, field: &mut Vec<String>) {
        self.0.push(field.join(";"));
    }

    fn year_kind(&mut self, _: &'static str, field: &mut YearKind) {
        self.push(Some(field));
    }
}
