//! Past awards that never passed through the program, added to the ledger whole or not at all.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::FileReport;

use super::{Honours, contradictions, past};
use crate::description;
use crate::fault::{Fault, Faults};
use crate::read::folder::{ReadTable, Source};
use crate::rows::Award;
use crate::{Register, check, is_whole, texts, write};

/// What the places of imported rows are called by; no table has this name.
const FILE: &str = "import";

/// What came of an import.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// The rows that are added.
    pub added: Vec<Award>,
    /// How many rows are there already.
    pub duplicates: usize,
    /// The new text of `ledger.csv`; none where something is wrong, or nothing is added.
    pub ledger: Option<String>,
}

/// Reads a table of past awards (the columns of `ledger`, `id` optional; in place of `subject` its `name`, with `unit` and `born` where several have it) and adds its rows to the ledger of a folder.
///
/// With an error in the folder or in the file nothing is added. Rows that are there already are pointed out and left out.
pub fn import(files: &[(String, Vec<u8>)], name: &str, bytes: &[u8], honours: &impl Honours) -> (Import, Vec<FileReport>) {
    let nothing = Import { added: Vec::new(), duplicates: 0, ledger: None };
    let (register, reports) = Register::read(files);
    let Some(table) = past::table().filter(|_| is_whole(&reports)) else { return (nothing, reports) };
    let mut faults = Faults::default();
    let mut rows = Vec::new();
    let source = Source { table, file: FILE, name, bytes, year_kind: register.organisation.year_kind, optional: past::OPTIONAL };
    let read = source.read(&mut rows, &mut faults);
    in_workbook(&register, &mut faults);
    let rows = past::with_subjects(&register, rows, &mut faults);
    let (added, duplicates) = without_duplicates(&register, rows, &mut faults);
    let added = with_ids(&register, added);
    check_rows(&register, &added, honours, &read, &mut faults);
    let refused = read.has_errors() || faults.have_errors();
    let mut reports = reports;
    let own: Vec<Fault> = faults.kept.iter().filter(|fault| fault.place.file == FILE).cloned().collect();
    reports.extend(read.report(name, own, faults.more(FILE)));
    if refused || added.is_empty() {
        return (Import { duplicates, ..nothing }, reports);
    }
    let ledger = new_text(&register, files, &added);
    (Import { added, duplicates, ledger: Some(ledger) }, reports)
}

/// A ledger that is a workbook is not written into: it would lose what else is in it.
fn in_workbook(register: &Register, faults: &mut Faults) {
    if register.ledger.iter().any(|award| award.place.file.ends_with(".xlsx")) {
        let place = crate::rows::Place { file: FILE, line: 1 };
        faults.push(Fault::error("ledger-in-workbook", place, "id", texts::ledger_in_workbook(), texts::ledger_in_workbook_help()));
    }
}

/// What makes two rows one award: the same subject and honour, and the same decision, else the same year, else the same date.
type Key = (String, String, String);

fn key(award: &Award) -> Key {
    let decision = award.decision.as_deref().map(|decision| decision.chars().filter(|c| !c.is_whitespace()).collect::<String>());
    let year = || award.year.map(|year| format!("{year}"));
    let day = || award.decided_on.map(|day| day.to_string());
    (award.subject.clone(), award.honour.clone(), decision.or_else(year).or_else(day).unwrap_or_default())
}

fn without_duplicates(register: &Register, rows: Vec<Award>, faults: &mut Faults) -> (Vec<Award>, usize) {
    let mut known: BTreeMap<Key, crate::rows::Place> = BTreeMap::new();
    for award in &register.ledger {
        known.entry(key(award)).or_insert(award.place);
    }
    let count = rows.len();
    let mut kept = Vec::new();
    for award in rows {
        match known.get(&key(&award)) {
            None => {
                known.insert(key(&award), award.place);
                kept.push(award);
            }
            Some(first) => {
                let line = i64::from(first.line);
                let message = if first.file == FILE { texts::ledger_twice_in_file(line) } else { texts::ledger_there_already(line) };
                faults.push(Fault::error("ledger-duplicate", award.place, "subject", message, texts::ledger_duplicate_help()).warning());
            }
        }
    }
    let duplicates = count - kept.len();
    (kept, duplicates)
}

/// Rows without an id get the next free one.
fn with_ids(register: &Register, mut rows: Vec<Award>) -> Vec<Award> {
    let taken: BTreeSet<String> = register.ledger.iter().chain(&rows).map(|award| award.id.clone()).collect();
    let mut free = (1u64..).map(|number| format!("past-{number}")).filter(|id| !taken.contains(id));
    for award in rows.iter_mut().filter(|award| award.id.is_empty()) {
        award.id = free.next().unwrap_or_default();
    }
    rows
}

fn check_rows(register: &Register, added: &[Award], honours: &impl Honours, read: &ReadTable, faults: &mut Faults) {
    if read.has_errors() || faults.have_errors() {
        return;
    }
    let mut whole = register.clone();
    whole.ledger.extend_from_slice(added);
    let mut found = Faults::default();
    check::check(&mut whole, &BTreeSet::new(), &mut found);
    if !found.have_errors() {
        contradictions::find(&whole, honours, &mut found);
    }
    // What contradicts itself in the ledger that is there is for `ledger check` to tell.
    found.kept.into_iter().filter(|fault| fault.place.file == FILE).for_each(|fault| faults.push(fault));
}

/// The rows behind those that are there: as they are where all columns stand in their usual order, else the whole table anew.
fn new_text(register: &Register, files: &[(String, Vec<u8>)], added: &[Award]) -> String {
    let Some(table) = description::table("ledger") else { return String::new() };
    let there = files.iter().find(|(name, _)| *name == table.csv).and_then(|(_, bytes)| str::from_utf8(bytes).ok());
    let text = there.filter(|text| text.lines().next() == table.header().lines().next());
    match text {
        Some(text) => {
            let mut text = text.to_owned();
            if !text.ends_with('\n') {
                text.push('\n');
            }
            added.iter().for_each(|award| write::line(award, &mut text));
            text
        }
        None => write::text(table, &register.ledger.iter().chain(added).cloned().collect::<Vec<_>>()),
    }
}
