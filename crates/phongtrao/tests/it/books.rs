//! What checkers and readers that nobody here wrote say of the workbooks of a round, and whether the register's tables are read back as they were written.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};

use crate::examples::example;
use crate::oracles::is_valid;
use crate::support::{self, printed, program};
use crate::worked::{WITH_PAPERS, worked};

const FACTS: &str = "bang-tinh/so-lieu-lam-can-cu.xlsx";
const ROUND: &str = "bang-tinh/bang-tong-hop-ket-qua.xlsx";
const SIGNED: &str = "bang-tinh/signed.xlsx";

/// The workbooks below a folder.
fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        found.extend(support::files(&next, "xlsx"));
        let entries = fs::read_dir(&next).expect("a folder").map(|entry| entry.expect("an entry").path());
        open.extend(entries.filter(|path| path.is_dir()));
    }
    found
}

#[test]
fn the_open_xml_validator_finds_no_fault() {
    for round in WITH_PAPERS {
        let out = worked(round);
        let all = workbooks(out);
        let of_unit = all.iter().find(|book| book.ends_with("bang-tong-hop-cua-don-vi.xlsx")).expect("a unit puts somebody forward");
        for book in [&out.join(ROUND), &out.join(FACTS), &out.join(SIGNED), of_unit] {
            is_valid(book);
        }
    }
}

/// Every cell that is not empty: sheet, row, column, and what it holds; a day as the number that it is kept as.
const CELLS: &str = r#"
import datetime, json, sys
import openpyxl
from openpyxl.utils.datetime import to_excel

for sheet in openpyxl.load_workbook(sys.argv[1]):
    for row in sheet.iter_rows():
        for cell in row:
            value = cell.value
            if value is None:
                continue
            if isinstance(value, datetime.datetime):
                value = to_excel(value)
            said = json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(float(value))
            print(sheet.title, cell.row, cell.column, said, sep="\t")
"#;

#[test]
fn two_other_readers_find_the_same_values() {
    for (name, id, file) in WITH_PAPERS.iter().flat_map(|(name, id)| [ROUND, FACTS, SIGNED].map(|file| (name, id, file))) {
        let path = worked((name, id)).join(file);
        let Some(mut python) = openpyxl() else { return };
        let theirs = printed(python.env("PYTHONIOENCODING", "utf-8").args(["-c", CELLS]).arg(&path));
        let others = cells(&fs::read(&path).expect("the workbook"));
        assert!(others.len() > if file == SIGNED { 20 } else { 100 }, "{name}: {file} is nearly empty");
        assert_eq!(theirs.lines().collect::<Vec<&str>>(), others, "{name}: {file}");
    }
}

/// The same, as calamine reads it.
fn cells(bytes: &[u8]) -> Vec<String> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let mut cells = Vec::new();
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).expect("a sheet");
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let said = match value {
                Data::Empty => continue,
                Data::String(text) => serde_json::to_string(text).expect("a text"),
                Data::DateTime(day) => format!("{:?}", day.as_f64()),
                Data::Int(number) => format!("{:?}", *number as f64),
                Data::Float(number) => format!("{number:?}"),
                other => panic!("{sheet}: {other:?}"),
            };
            cells.push(format!("{sheet}\t{}\t{}\t{said}", row + 1 + top as usize, column + 1 + left as usize));
        }
    }
    cells
}

/// The tabs of the register's tables: all that somebody sees but the contents.
fn tables(path: &Path) -> Vec<String> {
    let book: Xlsx<_> = open_workbook_from_rs(Cursor::new(fs::read(path).expect("the workbook"))).expect("a workbook");
    book.sheet_names().into_iter().skip(1).collect()
}

fn import(file: &Path, table: &str, data: &Path) -> String {
    let mut command = program();
    command.args(["--lang", "en", "import"]).arg(file).args(["--sheet", table, "--as", table, "--data"]).arg(data);
    printed(&mut command)
}

#[test]
fn tables_of_the_register_are_read_back_as_they_were_written() {
    let place = tempfile::tempdir().expect("a folder");
    for (name, round) in WITH_PAPERS {
        let file = worked((name, round)).join(FACTS);
        let (known, new) = (place.path().join(format!("{name}-known")), place.path().join(format!("{name}-new")));
        fs::create_dir(&known).expect("a folder");
        for path in fs::read_dir(example(name, "data")).expect("the data").map(|entry| entry.expect("an entry").path()) {
            fs::copy(&path, known.join(path.file_name().expect("a name"))).expect("a copy");
        }
        let tables = tables(&file);
        assert!(tables.len() > 4, "{name}: {tables:?}");
        for table in &tables {
            let said = import(&file, table, &known);
            assert!(said.contains(&format!("{table}: 0 rows added, 0 changed, ")) && said.contains("Nothing is new"), "{name}: {said}");
            let said = import(&file, table, &new);
            assert!(said.contains(" 0 changed, 0 there already") && new.join(format!("{table}.csv")).is_file(), "{name}: {said}");
        }
    }
}

#[test]
fn what_only_some_may_know_is_in_no_workbook() {
    for (name, round) in WITH_PAPERS {
        let tables = tables(&worked((name, round)).join(FACTS));
        assert!(!tables.iter().any(|table| table == "pending" || table == "discipline"), "{name}: {tables:?}");
    }
}

/// What Excel offers in each sheet: where it is frozen, filtered, repeated in print; paper, and the lists of its drop-downs.
const SET_UP: &str = r#"
import sys
import openpyxl

for sheet in openpyxl.load_workbook(sys.argv[1]):
    if sheet.sheet_state != "visible":
        continue
    lists = sorted({rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"})
    page = (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.sheet_properties.pageSetUpPr.fitToPage)
    print(sheet.title, sheet.freeze_panes, sheet.auto_filter.ref is not None, sheet.print_title_rows, *page, sheet.oddFooter.center.text, *lists, sep="\t")
"#;

#[test]
fn every_sheet_is_frozen_filtered_and_ready_for_the_printer() {
    for (round, file) in WITH_PAPERS.iter().flat_map(|round| [(round, ROUND), (round, FACTS)]) {
        let Some(mut python) = openpyxl() else { return };
        let said = printed(python.env("PYTHONIOENCODING", "utf-8").args(["-c", SET_UP]).arg(worked(*round).join(file)));
        for line in said.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            let (frozen, head) = if file == ROUND { ("A5", "$4:$4") } else { ("A2", "$1:$1") };
            assert_eq!(cells.get(1..8), Some(&[frozen, "True", head, "landscape", "9", "True", "&P/&N"][..]), "{round:?}: {line}");
        }
        let offers = if file == ROUND { "\"Tập thể,Hộ gia đình,Cá nhân\"" } else { "'units'!$A$2:" };
        assert!(said.contains(offers), "{round:?}: {said}");
    }
}

/// Python, where openpyxl is installed.
pub(crate) fn openpyxl() -> Option<Command> {
    let there = Command::new("python3").args(["-c", "import openpyxl"]).output().is_ok_and(|output| output.status.success());
    if !there {
        support::skip("openpyxl is not installed");
    }
    there.then(|| Command::new("python3"))
}
