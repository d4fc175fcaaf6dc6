//! All files of a folder, and where in them a fault stands.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{FileReport, Finding, LineIndex, Severity, Span, Text};
use phongtrao_sheet::{Row as SheetRow, Sheet};
use phongtrao_value::nearest;

use super::cells::Cells;
use super::{header, settings};
use crate::description::{self, SETTINGS, Table};
use crate::fault::{Fault, Faults};
use crate::rows::row::{Row, Tables};
use crate::rows::{Organisation, Place};
use crate::{Register, check, texts};

/// Reads the files of a folder.
pub(super) fn read(files: &[(String, Vec<u8>)]) -> (Register, Vec<FileReport>) {
    let mut folder = Folder { files, ..Folder::default() };
    let mut register = Register { organisation: folder.settings(), ..Register::default() };
    folder.year_kind = register.organisation.year_kind;
    folder.strangers();
    register.tables(&mut folder);
    let unread: BTreeSet<&'static str> =
        folder.read.values().filter(|read| has_errors(&read.findings)).map(|read| read.table.name.as_str()).collect();
    check::check(&mut register, &unread, &mut folder.faults);
    (register, folder.reports())
}

#[derive(Default)]
struct Folder<'f> {
    files: &'f [(String, Vec<u8>)],
    year_kind: Option<phongtrao_value::YearKind>,
    /// The tables that were read, by the name of their file.
    read: BTreeMap<&'static str, ReadTable>,
    faults: Faults,
    /// Files that are no tables.
    others: Vec<FileReport>,
}

/// A file that was read.
struct ReadTable {
    table: &'static Table,
    sheet: Sheet,
    columns: Vec<Option<usize>>,
    findings: Vec<Finding>,
}

impl<'f> Folder<'f> {
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
            let ReadTable { table, sheet, columns, mut findings } = read;
            let index = LineIndex::new(sheet.text());
            let places = Places { table, sheet: &sheet, columns: &columns, index: &index };
            findings.extend(faults.remove(file).unwrap_or_default().into_iter().map(|fault| places.finding(fault)));
            let more = self.faults.more(file);
            if more > 0 {
                findings.push(Finding::new("data-more", Severity::Error, texts::data_more(more)).help(texts::data_more_help()));
            }
            if !findings.is_empty() {
                reports.push(FileReport::new(file, sheet.into_text(), findings));
            }
        }
        reports
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
        let (sheet, mut findings) = Sheet::read(file, bytes);
        let mut lines = sheet.rows();
        let mut line = SheetRow::default();
        let mut columns = Vec::new();
        if lines.next(&mut line) {
            let (found, wrong) = header::read(table, &line);
            columns = found;
            findings.extend(wrong);
        } else if findings.is_empty() {
            findings.push(
                Finding::new("data-no-header", Severity::Error, texts::data_no_header()).help(texts::data_no_header_help(table.header())),
            );
        }
        let width = line.cells.len();
        // Half a table is not read: what its rows would say is not known.
        let sound = !has_errors(&findings);
        while sound && lines.next(&mut line) {
            let place = Place { file, line: line.line };
            if let Some(cell) = line.cells.get(width..).unwrap_or_default().iter().find(|cell| !cell.text.is_empty()) {
                let message = texts::data_row_too_long(line.cells.len(), width);
                let finding =
                    Finding::new("data-row-too-long", Severity::Error, message).at(cell.span).help(texts::data_row_too_long_help());
                if findings.len() < MOST_LONG_ROWS {
                    findings.push(finding);
                }
                continue;
            }
            let mut row = R::blank();
            let (columns, year_kind, faults) = (&columns, self.year_kind, &mut self.faults);
            row.fields(&mut Cells { table, columns, row: &line, place, year_kind, at: 0, faults });
            rows.push(row);
        }
        self.read.insert(file, ReadTable { table, sheet, columns, findings });
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
