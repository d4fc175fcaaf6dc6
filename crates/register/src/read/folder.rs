//! All files of a folder, and where in them a fault stands.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{FileReport, Finding, LineIndex, Severity, Span, Text};
use phongtrao_sheet::{Row as SheetRow, Sheet};
use phongtrao_value::{YearKind, nearest};

use super::cells::Cells;
use super::{header, settings};
use crate::description::{self, SETTINGS, Table};
use crate::fault::{Fault, Faults};
use crate::rows::row::{Row, Tables};
use crate::rows::{Organisation, Place};
use crate::{Register, check, texts};

/// Reads the files of a folder. `more` looks at a register that was read whole, and adds what it finds.
pub(crate) fn read(files: &[(String, Vec<u8>)], more: impl FnOnce(&Register, &mut Faults)) -> (Register, Vec<FileReport>) {
    let mut folder = Folder { files, ..Folder::default() };
    let organisation = folder.settings();
    folder.strangers();
    let (register, whole) = folder.register(organisation);
    if whole {
        more(&register, &mut folder.faults);
    }
    (register, folder.reports())
}

/// All faults of a folder, up to `most` of each file, and whether it is whole.
pub(crate) fn faults(files: &[(String, Vec<u8>)], most: usize) -> (bool, Vec<Fault>) {
    let mut folder = Folder { files, faults: Faults::up_to(most), ..Folder::default() };
    let organisation = folder.settings();
    let (_, whole) = folder.register(organisation);
    (whole, folder.faults.kept)
}

#[derive(Default)]
struct Folder<'f> {
    files: &'f [(String, Vec<u8>)],
    year_kind: Option<YearKind>,
    /// The tables that were read, by the name of their file.
    read: BTreeMap<&'static str, ReadTable>,
    faults: Faults,
    /// Files that are no tables.
    others: Vec<FileReport>,
}

/// A file that was read.
pub(crate) struct ReadTable {
    table: &'static Table,
    sheet: Sheet,
    columns: Vec<Option<usize>>,
    findings: Vec<Finding>,
}

impl<'f> Folder<'f> {
    /// Reads the tables and looks whether they fit together; and whether all of it is whole.
    fn register(&mut self, organisation: Organisation) -> (Register, bool) {
        self.year_kind = organisation.year_kind;
        let mut register = Register { organisation, ..Register::default() };
        register.tables(self);
        let unread: BTreeSet<&'static str> =
            self.read.values().filter(|read| read.has_errors()).map(|read| read.table.name.as_str()).collect();
        check::check(&mut register, &unread, &mut self.faults);
        let whole = unread.is_empty() && !self.faults.have_errors() && !self.others.iter().any(|other| has_errors(&other.findings));
        (register, whole)
    }

    fn file(&self, name: &str) -> Option<&'f [u8]> {
        self.files.iter().find(|(file, _)| file.as_str() == name).map(|(_, bytes)| bytes.as_slice())
    }

    fn settings(&mut self) -> Organisation {
        let Some(bytes) = self.file(SETTINGS) else {
            let finding = Finding::new("data-settings", Severity::Error, texts::data_settings_missing()).help(texts::data_settings_help());
            self.others.push(FileReport::new(SETTINGS, "", vec![finding]));
            return Organisation::default();
        };
        let text = String::from_utf8_lossy(bytes).into_owned();
        let (organisation, findings) = settings::read(&text);
        if !findings.is_empty() {
            self.others.push(FileReport::new(SETTINGS, text, findings));
        }
        organisation
    }

    /// Tables that the format does not have, and tables that stand there twice.
    fn strangers(&mut self) {
        let mut seen = BTreeSet::new();
        for (file, _) in self.files {
            let Some(name) = file.strip_suffix(".csv").or_else(|| file.strip_suffix(".xlsx")) else { continue };
            let finding = match description::table(name) {
                None => unknown_table(name),
                Some(_) if !seen.insert(name) => {
                    Finding::new("data-table-twice", Severity::Error, texts::data_table_twice(name)).help(texts::data_table_twice_help())
                }
                Some(_) => continue,
            };
            self.others.push(FileReport::new(file, "", vec![finding]));
        }
    }

    /// Each file with what was found in it; files without findings are left out.
    fn reports(mut self) -> Vec<FileReport> {
        let mut faults: BTreeMap<&'static str, Vec<Fault>> = BTreeMap::new();
        for fault in std::mem::take(&mut self.faults.kept) {
            faults.entry(fault.place.file).or_default().push(fault);
        }
        let mut reports = std::mem::take(&mut self.others);
        for (file, read) in self.read {
            reports.extend(read.report(file, faults.remove(file).unwrap_or_default(), self.faults.more(file)));
        }
        reports
    }
}

impl ReadTable {
    /// The file with what was found in it; none where nothing was. `more` faults were not kept.
    pub(crate) fn report(self, name: &str, faults: Vec<Fault>, more: Option<(usize, Severity)>) -> Option<FileReport> {
        let ReadTable { table, sheet, columns, mut findings } = self;
        let index = LineIndex::new(sheet.text());
        let places = Places { table, sheet: &sheet, columns: &columns, index: &index };
        findings.extend(faults.into_iter().map(|fault| places.finding(fault)));
        if let Some((more, severity)) = more {
            findings.push(Finding::new("data-more", severity, texts::data_more(more)).help(texts::data_more_help()));
        }
        (!findings.is_empty()).then(|| FileReport::new(name, sheet.into_text(), findings))
    }

    /// Whether its rows were not read.
    pub(crate) fn has_errors(&self) -> bool {
        has_errors(&self.findings)
    }
}

fn unknown_table(name: &str) -> Finding {
    let names = || description::tables().iter().map(|table| table.name.as_str());
    let help = match nearest(name, names()) {
        Some(name) => texts::data_table_unknown_nearest(name),
        None => texts::data_table_unknown_help(names().collect::<Vec<_>>().join(", ")),
    };
    Finding::new("data-table-unknown", Severity::Error, texts::data_table_unknown(name)).help(help)
}

impl Tables for Folder<'_> {
    fn table<R: Row>(&mut self, name: &'static str, rows: &mut Vec<R>) {
        // The test of the description shows that every table of the walk is described.
        let Some(table) = description::table(name) else { return };
        let csv = self.file(&table.csv).map(|bytes| (table.csv.as_str(), bytes));
        let Some((file, bytes)) = csv.or_else(|| self.file(&table.workbook).map(|bytes| (table.workbook.as_str(), bytes))) else {
            return;
        };
        let source = Source { table, file, name: file, bytes, year_kind: self.year_kind, optional: &[] };
        let read = source.read(rows, &mut self.faults);
        self.read.insert(file, read);
    }
}

/// A file that holds a table.
pub(crate) struct Source<'a> {
    pub(crate) table: &'static Table,
    /// What the places of its rows are called by.
    pub(crate) file: &'static str,
    /// The name by its ending.
    pub(crate) name: &'a str,
    pub(crate) bytes: &'a [u8],
    pub(crate) year_kind: Option<YearKind>,
    /// Required columns that may be missing all the same.
    pub(crate) optional: &'static [&'static str],
}

impl Source<'_> {
    /// Reads the rows of a table. With an error in its header it has none: what half a row says is not known.
    pub(crate) fn read<R: Row>(&self, rows: &mut Vec<R>, faults: &mut Faults) -> ReadTable {
        let (sheet, mut findings) = Sheet::read(self.name, self.bytes);
        let mut lines = sheet.rows();
        let mut line = SheetRow::default();
        let mut columns = Vec::new();
        if lines.next(&mut line) {
            let (found, wrong) = header::read(self.table, &line, self.optional);
            columns = found;
            findings.extend(wrong);
        } else if findings.is_empty() {
            let help = texts::data_no_header_help(self.table.header());
            findings.push(Finding::new("data-no-header", Severity::Error, texts::data_no_header()).help(help));
        }
        let width = line.cells.len();
        let sound = !has_errors(&findings);
        while sound && lines.next(&mut line) {
            if let Some(cell) = line.cells.get(width..).unwrap_or_default().iter().find(|cell| !cell.text.is_empty()) {
                if findings.len() < MOST_LONG_ROWS {
                    let message = texts::data_row_too_long(line.cells.len(), width);
                    findings.push(
                        Finding::new("data-row-too-long", Severity::Error, message).at(cell.span).help(texts::data_row_too_long_help()),
                    );
                }
                continue;
            }
            let mut row = R::blank();
            let place = Place { file: self.file, line: line.line };
            let (table, columns, year_kind, optional) = (self.table, &columns, self.year_kind, self.optional);
            row.fields(&mut Cells { table, columns, row: &line, place, year_kind, optional, at: 0, faults });
            rows.push(row);
        }
        ReadTable { table: self.table, sheet, columns, findings }
    }
}

fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// So many rows that are too long are told; more of them have the same reason.
const MOST_LONG_ROWS: usize = 20;

/// Where the cells of a file stand.
struct Places<'a> {
    table: &'static Table,
    sheet: &'a Sheet,
    columns: &'a [Option<usize>],
    index: &'a LineIndex<'a>,
}

impl Places<'_> {
    fn finding(&self, fault: Fault) -> Finding {
        let span = self.span(fault.place, fault.column);
        let mut finding = Finding::new(fault.code, fault.severity, fault.message).at(span).help(fault.help);
        if let Some(address) = self.address(fault.place, fault.column) {
            finding = finding.label(span, address);
        }
        if let Some((place, column, text)) = fault.other
            && place.file == fault.place.file
        {
            finding = finding.label(self.span(place, Some(column)), text);
        }
        finding
    }

    /// The column of the file; the first where there is none.
    fn column(&self, column: Option<&str>) -> usize {
        let position = column.and_then(|column| self.table.position(column));
        position.and_then(|position| self.columns.get(position).copied().flatten()).unwrap_or_default()
    }

    fn span(&self, place: Place, column: Option<&str>) -> Span {
        self.sheet.place(self.index, place.line, self.column(column))
    }

    fn address(&self, place: Place, column: Option<&str>) -> Option<Text> {
        self.sheet.address(place.line, self.column(column)).map(texts::data_cell_of_workbook)
    }
}
