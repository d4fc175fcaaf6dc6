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
mod set_up;
mod subjects;
mod take;
mod values;
mod vocabulary;
mod words;

use std::collections::BTreeMap;

use phongtrao_diagnostic::{FileReport, Finding, Severity};
use phongtrao_sheet::{Book, Line};

use crate::description::{self, FORMAT, SETTINGS};
use crate::read::folder;
use crate::{Register, SubjectKind, is_whole, texts};

pub use merge::Counts;
pub use notes::CellNote;
pub use preview::{ColumnTaken, Preview, TakenFor};
pub use vocabulary::{LevelName, Vocabulary};

use fields::Fields;
use header::Found;
use listed::Listed;
use merge::{Clash, TableRows};
use people::People;
use set_up::SetUp;
use subjects::{Clues, Sought};
use take::{Cells, Taker};

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Request<'a> {
    /// The table that the rows belong to.
    pub table: &'a str,
    /// The worksheet; where none is said, the one that has such a list.
    pub sheet: Option<&'a str>,
    /// Columns (from 0) whose field is said; an empty field passes over it.
    pub columns: Vec<(u32, String)>,
    /// Fields with a value for all rows.
    pub given: Vec<(String, String)>,
    /// Whether units that are not there are created.
    pub create_units: bool,
    /// Whether rows that are there are changed.
    pub update: bool,
    /// Whether day and month of dates are right where they look as if they had changed places.
    pub trust_days: bool,
}

/// What came of an import.
#[derive(Debug, Default)]
pub struct Outcome {
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

impl Outcome {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        let error = |severity: Severity| severity == Severity::Error;
        is_whole(&self.reports)
            && !self.findings.iter().any(|finding| error(finding.severity))
            && !self.notes.iter().any(|note| error(note.severity))
    }
}

/// Reads a list and adds its rows to a data folder, given by its files.
pub fn import(files: &[(String, Vec<u8>)], name: &str, bytes: &[u8], request: &Request<'_>, vocabulary: &Vocabulary) -> Outcome {
    let (settings, files) = with_settings(files);
    let (register, reports) = Register::read(&files);
    if !is_whole(&reports) {
        return Outcome { reports, ..Outcome::default() };
    }
    let Some(table) = description::table(request.table) else {
        let tables: Vec<&str> = description::tables().iter().map(|table| table.name.as_str()).collect();
        return refused(
            Finding::new("import-table", Severity::Error, texts::import_table(request.table))
                .help(texts::import_table_help(tables.join(", "))),
        );
    };
    let (book, findings) = Book::read(name, bytes);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Outcome { findings, ..Outcome::default() };
    }
    let fields = Fields::of(table);
    let set_up = match SetUp::new(&book, &fields, request) {
        Ok(set_up) => set_up,
        Err(finding) => return refused(*finding),
    };
    let listed = listed::list(set_up.page, &set_up.found, &fields);
    let mut taker = set_up.taker(&book, &fields, &register, vocabulary, request);
    let mut rows = BTreeMap::new();
    for table in [Some("units"), Some(table.name.as_str()), fields.second.map(|second| second.name.as_str())].into_iter().flatten() {
        if let Some(table) = description::table(table) {
            rows.insert(table.name.as_str(), TableRows::of(&register, table));
        }
    }
    let mut findings = findings;
    let takes = set_up.header(&fields, &mut taker);
    if listed.rows.is_empty() {
        findings.push(Finding::new("import-no-rows", Severity::Error, texts::import_no_rows()).help(texts::import_no_rows_help()));
    }
    if !request.trust_days {
        set_up.swapped_days(&fields, &listed, &mut taker);
    }
    if takes {
        take_all(&fields, &set_up.found, &listed, &mut taker, &mut rows, request.update);
    }
    findings.extend(in_workbooks(&files, &rows));
    let mut outcome = Outcome { findings, ..Outcome::default() };
    let sound = taker.notes.errors() == 0 && outcome.is_sound();
    if sound {
        outcome.files = changed(&files, &rows, &listed, &mut taker, &mut outcome.findings);
        if outcome.is_sound() && taker.notes.errors() == 0 && settings {
            outcome.files.insert(0, (SETTINGS.to_owned(), format!("format = {FORMAT}\n")));
        }
    }
    outcome.preview = Some(Preview::new(&set_up.page.name, &set_up.found, &listed, &fields, &taker.notes, &taker.remarks));
    outcome.notes = taker.notes.told();
    outcome.tables =
        rows.iter().filter(|(name, rows)| **name == request.table || rows.is_changed()).map(|(name, rows)| (*name, rows.counts)).collect();
    if !outcome.is_sound() {
        outcome.files.clear();
    }
    outcome
}

fn refused(finding: Finding) -> Outcome {
    Outcome { findings: vec![finding], ..Outcome::default() }
}

/// A folder without anything is a new one: it gets its settings.
fn with_settings(files: &[(String, Vec<u8>)]) -> (bool, Vec<(String, Vec<u8>)>) {
    let mut files = files.to_vec();
    let new = files.is_empty();
    if new {
        files.push((SETTINGS.to_owned(), format!("format = {FORMAT}\n").into_bytes()));
    }
    (new, files)
}

/// Takes all rows of the list into the tables.
fn take_all(
    fields: &Fields,
    found: &Found,
    listed: &Listed<'_>,
    taker: &mut Taker<'_>,
    rows: &mut BTreeMap<&'static str, TableRows>,
    update: bool,
) {
    if fields.table.name == "units" {
        listed.rows.iter().for_each(|row| taker.announce_unit(row.line));
    }
    let mut people = People::default();
    let mut made = 0u64;
    for row in &listed.rows {
        if taker.notes.is_full() {
            return;
        }
        if Listed::is_nobody(row, found, fields) {
            taker.note(row.line, fields.keys().first().copied().unwrap_or_default(), (texts::import_nobody(), texts::import_nobody_help()));
            continue;
        }
        let before = taker.notes.errors();
        let mut cells = taker.row(row);
        let mut post = None;
        if fields.second.is_some() {
            post = people.post(row, taker);
            people.id(&mut cells, post.as_ref(), row.line, taker, rows.get("people"));
        } else if let Some(table) = rows.get(fields.table.name.as_str()) {
            made_id(fields, &mut cells, table, &mut made, taker);
        }
        if taker.notes.errors() > before {
            continue;
        }
        if let Some(table) = rows.get_mut(fields.table.name.as_str()) {
            put(table, &cells, row.line, taker, update);
        }
        if let (Some(mut post), Some(table)) = (post, rows.get_mut("posts")) {
            people::owned(&mut post, &cells, fields.table);
            put(table, &post, row.line, taker, update);
        }
    }
    if let Some(units) = rows.get_mut("units") {
        for unit in std::mem::take(&mut taker.new_units) {
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

/// Rows of a table with ids in a list without any: the id of the row that is there already, else the next free one.
fn made_id(fields: &Fields, cells: &mut Cells, table: &TableRows, made: &mut u64, taker: &mut Taker<'_>) {
    let Some(at) = fields.table.columns.iter().position(|column| column.kind == description::Kind::Id) else { return };
    let Some(cell) = cells.get(at).filter(|cell| cell.is_none()) else { return };
    debug_assert!(cell.is_none(), "only rows without an id get one");
    let unit = || {
        let name = cells.get(table.table.position("name")?)?.as_deref().filter(|_| fields.table.name == "units")?;
        match taker.subjects.of_name(name, &[SubjectKind::Unit], &Clues::default()) {
            Sought::One(id) => Some(id),
            Sought::Nobody(_) | Sought::Several(_) => None,
        }
    };
    let id = unit().or_else(|| table.id_of(cells));
    let id = id.unwrap_or_else(|| {
        loop {
            *made += 1;
            let id = format!("{}-{made}", fields.table.name);
            if !table.has_id(&id) {
                break id;
            }
        }
    });
    taker.remarks.count(remarks::Remark::MadeId, || id.clone());
    if let Some(cell) = cells.get_mut(at) {
        *cell = Some(id);
    }
}

fn put(table: &mut TableRows, cells: &Cells, line: &Line, taker: &mut Taker<'_>, update: bool) {
    match table.put(cells, line.number, update) {
        Ok(()) => {}
        Err(Clash::Twice(row)) => {
            let field = taker.fields.keys().first().copied().unwrap_or_default();
            taker.note(line, field, (texts::import_twice(row.to_string()), texts::import_twice_help()));
        }
        Err(Clash::Differs { column, old, new }) => {
            taker.note(line, column, (texts::import_differs(old, new), texts::import_differs_help()));
        }
    }
}

/// Tables that are workbooks are not written into: they would lose what else is in them.
fn in_workbooks(files: &[(String, Vec<u8>)], rows: &BTreeMap<&'static str, TableRows>) -> Vec<Finding> {
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
    rows: &BTreeMap<&'static str, TableRows>,
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
