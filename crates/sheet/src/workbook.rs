//! Plain XLSX: the first visible worksheet as a text, cells parted by tabs, each row on the line of its number.
//!
//! Days, numbers and yes or no are written as [`crate::value`] reads them, so that a workbook and a CSV file with the same facts give the same rows.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use phongtrao_diagnostic::{Finding, Severity, Text};
use phongtrao_ooxml::{Limits, Package, PackageError, PartFault};

use crate::csv::{Dialect, MOST_BYTES};
use crate::{Sheet, texts};

/// What a worksheet can have.
pub(crate) const MOST_ROWS: u32 = 1 << 20;

/// Tables of people have fewer columns; what stands far to the right makes every row long.
pub(crate) const MOST_COLUMNS: u32 = 256;

/// Reads the bytes of a workbook.
pub(crate) fn read(bytes: &[u8]) -> (Sheet, Vec<Finding>) {
    let mut page = Page::default();
    let findings = match within_bounds(bytes) {
        Some(finding) => vec![finding],
        None => {
            // The bounds hold for a package that was made to be read; a library that stumbles over one that was not must not take the program with it.
            let read = catch_unwind(AssertUnwindSafe(|| page.read(bytes)));
            read.unwrap_or_else(|_| Err(texts::sheet_workbook_damaged(""))).unwrap_or_else(|text| vec![unread(text)])
        }
    };
    let sheet = Sheet { text: page.text, dialect: Dialect { separator: b'\t', quotes: false }, worksheet: Some(page.name) };
    (sheet, findings)
}

/// Unpacks every part once within bounds, so that what the library unpacks after is known to be small enough.
pub(crate) fn within_bounds(bytes: &[u8]) -> Option<Finding> {
    let mut package = match Package::open(bytes, Limits::default()) {
        Ok(package) => package,
        Err(PackageError::Encrypted) => return Some(unread(texts::sheet_workbook_locked())),
        Err(PackageError::NotAPackage) => return Some(unread(texts::sheet_no_workbook())),
        Err(error) => return Some(unread(texts::sheet_workbook_damaged(error.to_string()))),
    };
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    names.iter().find_map(|name| match package.part(name)?.fault? {
        PartFault::TooLarge { name, .. } => Some(unread(texts::sheet_workbook_too_large(name))),
        PartFault::Damaged { reason, .. } => Some(unread(texts::sheet_workbook_damaged(reason))),
    })
}

pub(crate) fn unread(message: Text) -> Finding {
    Finding::new("sheet-workbook", Severity::Error, message).help(texts::sheet_workbook_help())
}

/// The text of a worksheet.
#[derive(Default)]
struct Page {
    name: String,
    text: String,
    /// Row and column of the next cell, from 0.
    row: u32,
    column: u32,
}

impl Page {
    fn read(&mut self, bytes: &[u8]) -> Result<Vec<Finding>, Text> {
        let damaged = |error: calamine::XlsxError| texts::sheet_workbook_damaged(error.to_string());
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
        let visible: Vec<String> = (workbook.sheets_metadata().iter())
            .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
            .map(|sheet| sheet.name.clone())
            .collect();
        self.name = visible.first().cloned().ok_or_else(texts::sheet_no_worksheet)?;
        let mut findings = Vec::new();
        if visible.len() > 1 {
            let message = texts::sheet_first_worksheet(&self.name, visible.len());
            findings.push(Finding::new("sheet-first-worksheet", Severity::Warning, message).help(texts::sheet_first_worksheet_help()));
        }
        let mut cells = workbook.worksheet_cells_reader(&self.name).map_err(damaged)?;
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            if matches!(cell.get_value(), DataRef::Empty) {
                continue;
            }
            if row >= MOST_ROWS || column >= MOST_COLUMNS || self.text.len() > MOST_BYTES {
                return Err(texts::sheet_too_far(i64::from(row) + 1, i64::from(column) + 1));
            }
            // A cell that stands before the last one belongs to no row of a sound worksheet.
            if (row, column) < (self.row, self.column) {
                return Err(texts::sheet_out_of_order(i64::from(row) + 1, i64::from(column) + 1));
            }
            self.move_to(row, column);
            self.push(cell.get_value());
        }
        self.text.push('\n');
        Ok(findings)
    }

    fn move_to(&mut self, row: u32, column: u32) {
        while self.row < row {
            self.text.push('\n');
            self.row += 1;
            self.column = 0;
        }
        while self.column < column {
            self.text.push('\t');
            self.column += 1;
        }
    }

    fn push(&mut self, value: &DataRef<'_>) {
        match value {
            DataRef::Empty => {}
            DataRef::Int(number) => self.text.push_str(&number.to_string()),
            DataRef::Float(number) => self.text.push_str(&shown(*number)),
            DataRef::DateTime(day) => self.text.push_str(&day_of(day)),
            DataRef::Bool(flag) => self.text.push_str(if *flag { "true" } else { "false" }),
            DataRef::DateTimeIso(day) => self.words(day.split('T').next().unwrap_or_default()),
            DataRef::String(words) | DataRef::DurationIso(words) => self.words(words),
            DataRef::SharedString(words) => self.words(words),
            DataRef::Error(error) => self.words(&error.to_string()),
        }
    }

    /// Words on one line: what would part cells or rows is a space.
    fn words(&mut self, words: &str) {
        self.text.extend(words.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }));
    }
}

/// A day as it is read; a time of day alone, or a length of time, stays the number that it is.
fn day_of(day: &ExcelDateTime) -> String {
    if !day.is_datetime() || day.as_f64() < 1.0 {
        return shown(day.as_f64());
    }
    let (year, month, day, ..) = day.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// A number without the dust of binary fractions: `0.3`, where the workbook has 0.30000000000000004.
pub(crate) fn shown(number: f64) -> String {
    const PLACES: f64 = 1e9;
    let rounded = (number * PLACES).round() / PLACES;
    if rounded.is_finite() { format!("{rounded}") } else { format!("{number}") }
}

#[cfg(test)]
mod tests {
    use phongtrao_ooxml::PackageWriter;

    use crate::{Row, Sheet};

    const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    const STRINGS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>id</t></si><si><r><t xml:space="preserve">Lê Thị </t></r><r><t>An</t></r></si></sst>"#;
    const SHEET_PART: &str = "xl/worksheets/sheet1.xml";

    /// A workbook of one worksheet with the given rows of markup.
    fn workbook(rows: &str) -> Vec<u8> {
        let relation = |kind: &str| format!("http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}");
        let part = |kind: &str| format!("application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml");
        let mut package = PackageWriter::new();
        let sheet = format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
        );
        package
            .part("xl/workbook.xml", &part("sheet.main"), WORKBOOK)
            .part(SHEET_PART, &part("worksheet"), sheet)
            .part("xl/styles.xml", &part("styles"), STYLES)
            .part("xl/sharedStrings.xml", &part("sharedStrings"), STRINGS);
        package.relate("", &relation("officeDocument"), "xl/workbook.xml");
        package.relate("xl/workbook.xml", &relation("worksheet"), SHEET_PART);
        package.relate("xl/workbook.xml", &relation("styles"), "xl/styles.xml");
        package.relate("xl/workbook.xml", &relation("sharedStrings"), "xl/sharedStrings.xml");
        package.finish().expect("a small package")
    }

    fn rows(sheet: &Sheet) -> Vec<(u32, Vec<String>)> {
        let (mut rows, mut row, mut found) = (sheet.rows(), Row::default(), Vec::new());
        while rows.next(&mut row) {
            found.push((row.line, row.cells.iter().map(|cell| cell.text.to_string()).collect()));
        }
        found
    }

    #[rstest::rstest]
    #[case::shared(r#"<c r="A3" t="s"><v>1</v></c>"#, "Lê Thị An")]
    #[case::inline(r#"<c r="A3" t="inlineStr"><is><t>Bình</t></is></c>"#, "Bình")]
    #[case::breaks(r#"<c r="A3" t="inlineStr"><is><t>a&#10;b</t></is></c>"#, "a b")]
    #[case::quotes(r#"<c r="A3" t="inlineStr"><is><t>"a"b</t></is></c>"#, "\"a\"b")]
    #[case::whole(r#"<c r="A3"><v>12</v></c>"#, "12")]
    #[case::dust(r#"<c r="A3"><v>0.30000000000000004</v></c>"#, "0.3")]
    #[case::day(r#"<c r="A3" s="1"><v>46264</v></c>"#, "2026-08-30")]
    #[case::day_with_time(r#"<c r="A3" s="1"><v>46264.5</v></c>"#, "2026-08-30")]
    #[case::flag(r#"<c r="A3" t="b"><v>1</v></c>"#, "true")]
    #[case::error(r##"<c r="A3" t="e"><v>#N/A</v></c>"##, "#N/A")]
    #[case::result_of_formula(r#"<c r="A3"><f>1+1</f><v>2</v></c>"#, "2")]
    fn a_cell_of_every_type(#[case] cell: &str, #[case] expected: &str) {
        let bytes = workbook(&format!(r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="3">{cell}</row>"#));
        let (sheet, findings) = Sheet::read("a.xlsx", &bytes);
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(rows(&sheet), [(1, vec!["id".to_owned()]), (3, vec![expected.to_owned()])]);
        assert_eq!(sheet.address(3, 0).as_deref(), Some("Danh sách!A3"));
    }

    #[rstest::rstest]
    #[case::no_zip(b"id,name".to_vec())]
    #[case::cut_off({ let mut bytes = workbook(""); bytes.truncate(200); bytes })]
    #[case::far_to_the_right(workbook(r#"<row r="1"><c r="XFD1"><v>1</v></c></row>"#))]
    #[case::backwards(workbook(r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#))]
    #[case::bomb(workbook(&" ".repeat(40 << 20)))]
    #[case::broken_markup(workbook(r#"<row r="1"><c r="A1"><v>1</c></row>"#))]
    fn what_can_not_be_read_is_a_finding(#[case] bytes: Vec<u8>) {
        let (_, findings) = Sheet::read("a.xlsx", &bytes);
        assert_eq!(findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["sheet-workbook"]);
    }
}
