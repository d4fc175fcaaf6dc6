//! Spreadsheets that people have, brought into the data folder: what each column is, who each row is of, what each cell says.
//!
//! A list is read whole or not at all. What was found is told in a [`Preview`]; what is wrong is a note on its cell; where nothing is wrong the new texts of
//! the tables are handed out, and the folder with them was read as every other command will read it.

mod codes;
mod fields;
mod header;
mod listed;
mod merge;
mod names;
mod notes;
mod people;
mod preview;
mod remarks;
mod rows;
mod set_up;
mod subjects;
mod take;
mod values;
mod vocabulary;
mod whom;
mod words;

use std::collections::BTreeMap;

use phongtrao_diagnostic::{FileReport, Finding, Severity};
use phongtrao_sheet::{Book, Line};

use crate::description::{self, FORMAT, SETTINGS};
use crate::read::folder;
use crate::{Register, is_whole, texts};

pub use merge::Counts;
pub use notes::CellNote;
pub use preview::{ColumnTaken, Preview, TakenFor};
pub use vocabulary::{AwardFor, LevelName, Vocabulary};

use fields::{Fields, UNITS};
use listed::Listed;
use merge::TableRows;
use rows::Tables;
use set_up::SetUp;
use take::Taker;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Request<'a> {
    /// The table that the rows belong to.
    pub table: &'a str,
    /// The worksheet; where none is said, the one that has such a list.
    pub sheet: Option<&'a str>,
    /// Columns whose field is said; an empty field passes over it.
    pub columns: Vec<(ColumnNamed, String)>,
    /// Fields with a value for all rows.
    pub given: Vec<(String, String)>,
    /// Whether units that are not there are created.
    pub create_units: bool,
    /// Whether rows that are there are changed.
    pub update: bool,
    /// Whether day and month of dates are right where they look as if they had changed places.
    pub trust_days: bool,
}

/// A column as one names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnNamed {
    /// By its number, from 0.
    Number(u32),
    /// By what its header says.
    Header(String),
}

/// What came of an import.
#[derive(Debug, Default)]
pub struct Imported {
    /// What is wrong with the data folder; then nothing was read.
    pub reports: Vec<FileReport>,
    /// What is wrong with the file as a whole, or with what was asked.
    pub findings: Vec<Finding>,
    /// What the list was taken for; none where there is no list.
    pub preview: Option<Preview>,
    /// Notes on its cells.
    pub notes: Vec<CellNote>,
    /// What becomes of each table.
    pub tables: Vec<(&'static str, Counts)>,
    /// The new texts of files; none where something is wrong.
    pub files: Vec<(String, String)>,
}

impl Imported {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        let error = |severity: Severity| severity == Severity::Error;
        is_whole(&self.reports)
            && !self.findings.iter().any(|finding| error(finding.severity))
            && !self.notes.iter().any(|note| error(note.severity))
    }
}

/// Reads a list and adds its rows to a data folder, given by its files.
pub fn import(files: &[(String, Vec<u8>)], name: &str, bytes: &[u8], request: &Request<'_>, vocabulary: &Vocabulary) -> Imported {
    let opened = match Opened::of(files, name, bytes, request) {
        Ok(opened) => opened,
        Err(refused) => return *refused,
    };
    let set_up = match SetUp::new(&opened.book, &opened.fields, request) {
        Ok(set_up) => set_up,
        Err(finding) => return refused(*finding),
    };
    let mut taking = Taking {
        opened: &opened,
        set_up: &set_up,
        listed: listed::list(set_up.page, &set_up.found, &opened.fields),
        taker: set_up.taker(&opened.book, &opened.fields, &opened.register, vocabulary, request),
        tables: opened.tables(),
        findings: opened.findings.clone(),
    };
    taking.take(request);
    taking.imported(request.table)
}

fn refused(finding: Finding) -> Imported {
    Imported { findings: vec![finding], ..Imported::default() }
}

/// The data folder and the file, each read.
struct Opened {
    files: Vec<(String, Vec<u8>)>,
    /// Whether the folder had nothing in it: then it gets its settings.
    is_new: bool,
    register: Register,
    book: Book,
    fields: Fields,
    /// What is to be known of the file.
    findings: Vec<Finding>,
}

impl Opened {
    fn of(files: &[(String, Vec<u8>)], name: &str, bytes: &[u8], request: &Request<'_>) -> Result<Opened, Box<Imported>> {
        let is_new = files.is_empty();
        let files = if is_new { vec![(SETTINGS.to_owned(), settings().into_bytes())] } else { files.to_vec() };
        let (register, reports) = Register::read(&files);
        if !is_whole(&reports) {
            return Err(Box::new(Imported { reports, ..Imported::default() }));
        }
        let table = description::table(request.table).ok_or_else(|| Box::new(refused(no_table(request.table))))?;
        let (book, findings) = Book::read(name, bytes);
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            return Err(Box::new(Imported { findings, ..Imported::default() }));
        }
        Ok(Opened { files, is_new, register, book, fields: Fields::of(table), findings })
    }

    /// The tables that the list can fill, by their names.
    fn tables(&self) -> Tables {
        let tables = [description::table(UNITS), Some(self.fields.table), self.fields.second];
        tables.into_iter().flatten().map(|table| (table.name.as_str(), TableRows::of(&self.register, table))).collect()
    }
}

/// The settings of a folder without anything.
fn settings() -> String {
    format!("format = {FORMAT}\n")
}

fn no_table(name: &str) -> Finding {
    let tables: Vec<&str> = description::tables().iter().map(|table| table.name.as_str()).collect();
    Finding::new("import-table", Severity::Error, texts::import_table(name)).help(texts::import_table_help(tables.join(", ")))
}

/// A list on its way into the folder.
struct Taking<'o> {
    opened: &'o Opened,
    set_up: &'o SetUp<'o>,
    listed: Listed<'o>,
    taker: Taker<'o>,
    tables: Tables,
    findings: Vec<Finding>,
}

impl Taking<'_> {
    fn take(&mut self, request: &Request<'_>) {
        let fields = &self.opened.fields;
        let can_be_taken = self.set_up.header(fields, &mut self.taker);
        if self.listed.rows.is_empty() {
            let finding = Finding::new("import-no-rows", Severity::Error, texts::import_no_rows());
            self.findings.push(finding.help(texts::import_no_rows_help()));
        }
        if !request.trust_days {
            self.set_up.swapped_days(fields, &self.listed, &mut self.taker);
        }
        if can_be_taken {
            rows::take(&self.listed, &mut self.taker, &mut self.tables, request.update);
        }
        self.findings.extend(in_workbooks(&self.opened.files, &self.tables));
    }

    fn is_sound(&self) -> bool {
        self.taker.notes.errors() == 0 && !self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// The files are handed out only where nothing is wrong, also not with the folder that they make.
    fn imported(mut self, table: &str) -> Imported {
        let mut files = Vec::new();
        if self.is_sound() {
            files = changed(&self.opened.files, &self.tables, &self.listed, &mut self.taker, &mut self.findings);
            files.splice(0..0, self.opened.is_new.then(|| (SETTINGS.to_owned(), settings())));
        }
        if !self.is_sound() {
            files.clear();
        }
        let told = self.tables.iter().filter(|(name, rows)| **name == table || rows.is_changed());
        Imported {
            reports: Vec::new(),
            tables: told.map(|(name, rows)| (*name, rows.counts)).collect(),
            preview: Some(self.preview()),
            notes: self.taker.notes.told(),
            findings: self.findings,
            files,
        }
    }

    fn preview(&self) -> Preview {
        let SetUp { page, found, .. } = self.set_up;
        Preview::new(&page.name, found, &self.listed, &self.opened.fields, &self.taker.notes, &self.taker.remarks)
    }
}

/// Tables that are workbooks are not written into: they would lose what else is in them.
fn in_workbooks(files: &[(String, Vec<u8>)], rows: &Tables) -> Vec<Finding> {
    let workbook = |rows: &&TableRows| rows.is_changed() && files.iter().any(|(name, _)| *name == rows.table.workbook);
    rows.values()
        .filter(workbook)
        .map(|rows| {
            let (workbook, csv) = (&rows.table.workbook, &rows.table.csv);
            Finding::new("import-workbook", Severity::Error, texts::import_into_workbook(workbook))
                .help(texts::import_into_workbook_help(workbook, csv))
        })
        .collect()
}

/// The new texts, and what the folder says of itself with them in it.
fn changed(
    files: &[(String, Vec<u8>)],
    rows: &Tables,
    listed: &Listed<'_>,
    taker: &mut Taker<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<(String, String)> {
    /// So many faults of a file are put on their cells.
    const MOST: usize = 5_000;
    let mut folder: Vec<(String, Vec<u8>)> = files.to_vec();
    let (mut texts, mut places) = (Vec::new(), BTreeMap::new());
    for rows in rows.values().filter(|rows| rows.is_changed()) {
        let there = files.iter().find(|(name, _)| *name == rows.table.csv).and_then(|(_, bytes)| str::from_utf8(bytes).ok());
        let (text, lines) = rows.text(there);
        folder.retain(|(name, _)| *name != rows.table.csv);
        folder.push((rows.table.csv.clone(), text.clone().into_bytes()));
        places.insert(rows.table.csv.as_str(), lines);
        texts.push((rows.table.csv.clone(), text));
    }
    let (whole, faults) = folder::faults(&folder, MOST);
    let lines: BTreeMap<u32, &Line> = listed.rows.iter().map(|row| (row.line.number, row.line)).collect();
    for fault in faults {
        let row = places.get(fault.place.file).and_then(|lines| lines.get(&fault.place.line));
        match row.and_then(|row| lines.get(row)) {
            Some(line) if fault.severity == Severity::Error => {
                taker.note(line, fault.column.unwrap_or_default(), (fault.message, fault.help))
            }
            Some(line) => {
                let column = fault.column.and_then(|column| taker.columns.get(column)).copied().unwrap_or_default();
                taker.notes.warning(line.number, column, fault.message, fault.help);
            }
            None => findings.push(Finding::new(fault.code, fault.severity, fault.message).help(fault.help)),
        }
    }
    if !whole && taker.notes.errors() == 0 && !findings.iter().any(|finding| finding.severity == Severity::Error) {
        let finding = Finding::new("import-folder", Severity::Error, self::texts::import_folder()).help(self::texts::import_folder_help());
        findings.push(finding);
    }
    texts
}
