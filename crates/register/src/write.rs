//! A register as the files of a folder, in fixed order: the same facts give the same bytes.

use std::fmt::Write as _;

use phongtrao_sheet::{SEPARATORS, push_cell};
use phongtrao_value::YearKind;

use crate::Register;
use crate::description::{self, FORMAT, SETTINGS, Table};
use crate::rows::row::{Fields, LookAt, Row, Value};
use crate::rows::{Organisation, PeopleOrder, Place};

impl Register {
    /// The files of the folder: name and text. Tables without rows are left out; all columns of the others are written.
    pub fn write(&self) -> Vec<(String, String)> {
        let mut folder = Folder { files: vec![(SETTINGS.to_owned(), settings(&self.organisation))] };
        self.look(&mut folder);
        folder.files
    }
}

fn settings(organisation: &Organisation) -> String {
    let mut text = format!("format = {FORMAT}\n");
    let mut key = |name: &str, value: String| {
        // Writing into a String does not fail.
        let _ = writeln!(text, "{name} = {}", toml::Value::String(value));
    };
    if let Some(name) = &organisation.name {
        key("organisation", name.clone());
    }
    if let Some(day) = organisation.school_year {
        key("school_year", format!("{:02}-{:02}", day.month, day.day));
    }
    if let Some(kind) = organisation.year_kind {
        key("year", kind.word().to_owned());
    }
    if organisation.people_order != PeopleOrder::default() {
        key("people_order", organisation.people_order.word().to_owned());
    }
    if let Some(level) = &organisation.level {
        key("level", level.word.clone());
    }
    if let Some(province) = &organisation.province {
        key("province", province.word.clone());
    }
    let sectors: Vec<toml::Value> = organisation.sectors.iter().map(|sector| toml::Value::String(sector.word.clone())).collect();
    if !sectors.is_empty() {
        let _ = writeln!(text, "sector = {}", toml::Value::Array(sectors));
    }
    if !organisation.names.is_empty() {
        text.push_str("\n[names]\n");
    }
    for (code, name) in &organisation.names {
        let _ = writeln!(text, "{} = {}", toml::Value::String(code.clone()), toml::Value::String(name.clone()));
    }
    text
}

struct Folder {
    files: Vec<(String, String)>,
}

impl LookAt for Folder {
    fn table<R: Row>(&mut self, name: &'static str, rows: &[R]) {
        let Some(table) = description::table(name).filter(|_| !rows.is_empty()) else { return };
        self.files.push((table.csv.clone(), text(table, rows)));
    }
}

/// The text of a table: its header and its rows.
pub(crate) fn text<R: Row>(table: &Table, rows: &[R]) -> String {
    let mut text = table.header();
    for row in rows {
        line(row, &mut text);
    }
    text
}

/// One row with its line break.
pub(crate) fn line<R: Row>(row: &R, text: &mut String) {
    let mut line = Line { text, cell: String::new(), first: true };
    // Whoever walks over fields may change them: a row at a time is copied, never the table.
    row.clone().fields(&mut line);
    text.push('\n');
}

struct Line<'a> {
    text: &'a mut String,
    cell: String,
    first: bool,
}

impl Line<'_> {
    fn push(&mut self) {
        if !std::mem::replace(&mut self.first, false) {
            self.text.push(',');
        }
        // A row whose only cell is empty would read as no row; the first column of every table is required.
        push_cell(&self.cell, &SEPARATORS, self.text);
        self.cell.clear();
    }
}

impl Fields for Line<'_> {
    fn place(&mut self, _: &mut Place) {}

    fn needed<T: Value>(&mut self, _: &'static str, field: &mut T) {
        field.write(&mut self.cell);
        self.push();
    }

    fn given<T: Value>(&mut self, _: &'static str, field: &mut Option<T>) {
        if let Some(value) = field {
            value.write(&mut self.cell);
        }
        self.push();
    }

    fn list(&mut self, _: &'static str, field: &mut Vec<String>) {
        self.cell.push_str(&field.join(";"));
        self.push();
    }

    fn year_kind(&mut self, _: &'static str, field: &mut YearKind) {
        field.write(&mut self.cell);
        self.push();
    }
}
