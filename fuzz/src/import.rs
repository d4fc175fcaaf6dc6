//! Any bytes are a list called `a.csv` or `a.xlsx`, and a worksheet of a sound workbook, imported into a small folder: nothing panics, what is handed out is a
//! whole folder, and a noted copy is one that opens.

use phongtrao_ooxml::{Limits, Package, PackageWriter};
use phongtrao_register::Register;
use phongtrao_register::import::{Request, Vocabulary, import};
use phongtrao_sheet::{Note, noted};

const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const TABLES: [&str; 9] = ["people", "units", "ledger", "ratings", "meetings", "records", "registrations", "proposals", "attestations"];

/// A list in CSV, a workbook, and the worksheet of one.
pub fn check(bytes: &[u8]) {
    imported("a.csv", bytes);
    imported("a.xlsx", bytes);
    imported("a.xlsx", &workbook(bytes));
}

fn imported(name: &str, bytes: &[u8]) {
    let files = [
        ("data.toml", "format = 1\nyear = \"school\"\n"),
        ("units.csv", "id,name\nu1,Khoa A\n"),
        ("people.csv", "id,name,category\np1,An,official\n"),
    ];
    let files: Vec<(String, Vec<u8>)> = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).to_vec();
    for table in TABLES {
        let request = Request { table, create_units: true, update: true, ..Request::default() };
        let outcome = import(&files, name, bytes, &request, &vocabulary());
        let mut whole = files.clone();
        whole.retain(|(name, _)| !outcome.files.iter().any(|(new, _)| new == name));
        whole.extend(outcome.files.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes())));
        assert!(phongtrao_register::is_whole(&Register::read(&whole).1), "{:?}", outcome.files);
        let page = outcome.preview.map(|preview| preview.page).unwrap_or_default();
        let note = |note: &phongtrao_register::import::CellNote| Note {
            page: page.clone(),
            row: note.row,
            column: note.column,
            text: "!".to_owned(),
        };
        let notes: Vec<Note> = outcome.notes.iter().map(note).collect();
        if let Ok(noted) = noted(name, bytes, &notes, "A", "B")
            && name.ends_with("xlsx")
        {
            assert!(Package::open(&noted, Limits::default()).is_ok());
        }
    }
}

/// A few names, so that cells can mean something.
fn vocabulary() -> Vocabulary {
    let pair = |name: &str, id: &str| (name.to_owned(), id.to_owned());
    Vocabulary {
        honours: vec![pair("LĐTT", "worker"), pair("Giấy khen", "letter")],
        criteria: vec![pair("Được bình xét", "voted")],
        ..Vocabulary::default()
    }
}

/// A workbook with these bytes as its worksheet.
fn workbook(bytes: &[u8]) -> Vec<u8> {
    let relation = |kind: &str| format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}");
    let mut package = PackageWriter::new();
    package.part("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", WORKBOOK);
    package.part("xl/worksheets/sheet1.xml", "application/xml", bytes);
    package.relate("", &relation("officeDocument"), "xl/workbook.xml");
    package.relate("xl/workbook.xml", &relation("worksheet"), "xl/worksheets/sheet1.xml");
    package.finish().unwrap_or_default()
}
