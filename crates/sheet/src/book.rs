//! A file as people have it: all its worksheets, hidden ones too, with typed cells and merged ranges.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};
use phongtrao_diagnostic::{Finding, Text};
use phongtrao_value::Date;
use phongtrao_value::text::{composed, squeezed};

use crate::moment::of_serial;
use crate::workbook::{MOST_COLUMNS, MOST_ROWS, shown, unread, within_bounds};
use crate::{Row, Sheet, csv, texts};

/// A file with tables in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Book {
    /// Its worksheets in their order; the one table of a CSV file.
    pub pages: Vec<Page>,
    /// Whether its serial days are counted from 1904.
    pub from_1904: bool,
}

/// A worksheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Its name; empty for a CSV file.
    pub name: String,
    /// Whether people see it.
    pub visible: bool,
    /// Its rows from the top, those without cells left out.
    pub lines: Vec<Line>,
    /// The ranges of merged cells that are wider than one column: first and last row, first and last column, from 0.
    pub wide: Vec<[u32; 4]>,
}

/// A row of a worksheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Its number, from 1; of a CSV file the line on which it begins.
    pub number: u32,
    /// Its cells from the left, those that are empty left out.
    pub slots: Vec<Slot>,
}

/// A cell that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// Its column, from 0.
    pub column: u32,
    /// What it holds.
    pub content: Content,
    /// The row that the value was written into, where the cell is a lower part of a merged one.
    pub merged_from: Option<u32>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Words, composed, with single spaces.
    Text(String),
    /// A number that no format makes a day.
    Number(f64),
    /// A day.
    Day(Date),
    /// Yes or no.
    Flag(bool),
    /// What a formula could not work out: `#N/A`.
    Error(String),
}

/// So many cells of a file are read.
const MOST_CELLS: usize = 8 << 20;

/// So many worksheets are read; those behind are lists of codes at best.
const MOST_PAGES: usize = 200;

/// So many cells are filled from merged ones above: a range over a whole column has rows without end.
const MOST_FILLED: usize = 1 << 20;

/// So many wide ranges of a worksheet are kept.
const MOST_WIDE: usize = 10_000;

impl Book {
    /// Reads a file by the ending of its name: `.xlsx` is a workbook, all else CSV. Reading never fails; what is wrong is a finding.
    pub fn read(name: &str, bytes: &[u8]) -> (Book, Vec<Finding>) {
        if !is_workbook(name) {
            let (sheet, findings) = csv::read_titled(bytes);
            return (Book { pages: vec![page_of(&sheet)], from_1904: false }, findings);
        }
        if let Some(finding) = within_bounds(bytes) {
            return (Book::default(), vec![finding]);
        }
        // The bounds hold for a package that was made to be read; a library that stumbles over one that was not must not take the program with it.
        let read = catch_unwind(AssertUnwindSafe(|| read(bytes))).unwrap_or_else(|_| Err(texts::sheet_workbook_damaged("")));
        match read {
            Ok(book) => (book, Vec::new()),
            Err(text) => (Book::default(), vec![unread(text)]),
        }
    }

    /// A worksheet by its name, whatever the case of its letters.
    pub fn page(&self, name: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.name == name).or_else(|| {
            let name = name.trim().to_lowercase();
            self.pages.iter().find(|page| page.name.trim().to_lowercase() == name)
        })
    }
}

impl Line {
    /// What a column (from 0) holds.
    pub fn at(&self, column: u32) -> Option<&Slot> {
        let place = self.slots.binary_search_by_key(&column, |slot| slot.column).ok()?;
        self.slots.get(place)
    }
}

impl Content {
    /// The cell in words, numbers as figures, days as people here write them.
    pub fn shown(&self) -> String {
        match self {
            Content::Text(words) | Content::Error(words) => words.clone(),
            Content::Number(number) => shown(*number),
            Content::Day(day) => format!("{}/{}/{}", day.day(), day.month(), day.year()),
            Content::Flag(flag) => if *flag { "TRUE" } else { "FALSE" }.to_owned(),
        }
    }
}

/// Whether a file is a workbook by the ending of its name.
pub(crate) fn is_workbook(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ["xlsx", "xlsm"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn page_of(sheet: &Sheet) -> Page {
    let mut page = Page { visible: true, ..Page::default() };
    let (mut rows, mut row) = (sheet.rows(), Row::default());
    while rows.next(&mut row) {
        let filled = row.cells.iter().zip(0u32..).filter(|(cell, _)| !cell.text.is_empty());
        let slots = filled.map(|(cell, column)| Slot { column, content: words(&cell.text), merged_from: None }).collect();
        page.lines.push(Line { number: row.line, slots });
    }
    page
}

fn words(text: &str) -> Content {
    Content::Text(composed(&squeezed(text)))
}

fn read(bytes: &[u8]) -> Result<Book, Text> {
    let damaged = |error: calamine::XlsxError| texts::sheet_workbook_damaged(error.to_string());
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let sheets: Vec<(String, bool)> = (workbook.sheets_metadata().iter())
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .take(MOST_PAGES)
        .collect();
    if !sheets.iter().any(|(_, visible)| *visible) {
        return Err(texts::sheet_no_worksheet());
    }
    let mut book = Book { pages: Vec::new(), from_1904: crate::notes::counts_from_1904(bytes) };
    let mut left = MOST_CELLS;
    for (name, visible) in sheets {
        let mut page = Page { name, visible, ..Page::default() };
        let mut cells = workbook.worksheet_cells_reader(&page.name).map_err(damaged)?;
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            let Some(content) = content(cell.get_value(), book.from_1904) else { continue };
            if row >= MOST_ROWS || column >= MOST_COLUMNS || left == 0 {
                return Err(texts::sheet_too_far(i64::from(row) + 1, i64::from(column) + 1));
            }
            left -= 1;
            push(&mut page, row, column, content)?;
        }
        drop(cells);
        let merged = workbook.merge_cells_by_sheet_name(&page.name).map_err(damaged)?;
        merge(&mut page, &merged.iter().map(|range| [range.start.0, range.end.0, range.start.1, range.end.1]).collect::<Vec<_>>());
        book.pages.push(page);
    }
    Ok(book)
}

fn content(value: &DataRef<'_>, from_1904: bool) -> Option<Content> {
    let text = |text: &str| Some(words(text)).filter(|words| *words != Content::Text(String::new()));
    match value {
        DataRef::Empty => None,
        DataRef::Int(number) => Some(Content::Number(*number as f64)),
        DataRef::Float(number) => Some(Content::Number(*number)),
        DataRef::Bool(flag) => Some(Content::Flag(*flag)),
        DataRef::DateTime(day) if day.is_datetime() => {
            Some(of_serial(day.as_f64(), from_1904).map_or(Content::Number(day.as_f64()), Content::Day))
        }
        DataRef::DateTime(length) => Some(Content::Number(length.as_f64())),
        DataRef::DateTimeIso(words) | DataRef::String(words) | DataRef::DurationIso(words) => text(words),
        DataRef::SharedString(words) => text(words),
        DataRef::Error(error) => Some(Content::Error(error.to_string())),
    }
}

/// Adds a cell behind those that are there. One that stands before the last belongs to no row of a sound worksheet.
fn push(page: &mut Page, row: u32, column: u32, content: Content) -> Result<(), Text> {
    let slot = Slot { column, content, merged_from: None };
    match page.lines.last_mut() {
        Some(line) if line.number == row + 1 && line.slots.last().is_none_or(|last| last.column < column) => line.slots.push(slot),
        Some(line) if line.number > row => return Err(texts::sheet_out_of_order(i64::from(row) + 1, i64::from(column) + 1)),
        _ => page.lines.push(Line { number: row + 1, slots: vec![slot] }),
    }
    Ok(())
}

/// What stands in a merged cell of one column stands in each of its rows that has other cells; wider ranges are kept as they are.
fn merge(page: &mut Page, ranges: &[[u32; 4]]) {
    let mut left = MOST_FILLED;
    for &[top, bottom, first, last] in ranges {
        if first != last {
            if page.wide.len() < MOST_WIDE {
                page.wide.push([top, bottom, first, last]);
            }
            continue;
        }
        let start = page.lines.partition_point(|line| line.number <= top);
        let Some(content) = page.lines.get(start).filter(|line| line.number == top + 1).and_then(|line| line.at(first)) else { continue };
        let content = content.content.clone();
        for line in page.lines.iter_mut().skip(start + 1).take_while(|line| line.number <= bottom.saturating_add(1)) {
            if left == 0 {
                return;
            }
            left -= 1;
            if let Err(place) = line.slots.binary_search_by_key(&first, |slot| slot.column) {
                line.slots.insert(place, Slot { column: first, content: content.clone(), merged_from: Some(top + 1) });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use phongtrao_ooxml::PackageWriter;

    use super::*;

    /// A workbook of a visible and a hidden worksheet with these rows and what stands behind them.
    fn workbook(properties: &str, visible: &str, hidden: &str) -> Vec<u8> {
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let kind = |kind: &str| format!("application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml");
        let page = |body: &str| format!("<worksheet xmlns=\"{main}\">{body}</worksheet>");
        let mut package = PackageWriter::new();
        let book = format!(
            "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\">{properties}<sheets><sheet name=\"DS\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"DM\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId2\"/></sheets></workbook>"
        );
        let styles =
            format!("<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        package
            .part("xl/workbook.xml", &kind("sheet.main"), book)
            .part("xl/a.xml", &kind("worksheet"), page(visible))
            .part("xl/b.xml", &kind("worksheet"), page(hidden))
            .part("xl/styles.xml", &kind("styles"), styles);
        package.relate("", &format!("{relations}/officeDocument"), "xl/workbook.xml");
        for (kind, part) in [("worksheet", "xl/a.xml"), ("worksheet", "xl/b.xml"), ("styles", "xl/styles.xml")] {
            package.relate("xl/workbook.xml", &format!("{relations}/{kind}"), part);
        }
        package.finish().expect("a small package")
    }

    fn told(page: &Page) -> Vec<String> {
        let slots = page.lines.iter().flat_map(|line| line.slots.iter().map(move |slot| (line.number, slot)));
        let said = |(row, slot): (u32, &Slot)| {
            let from = slot.merged_from.map(|row| format!(" of {row}")).unwrap_or_default();
            format!("{}{row}={}{from}", crate::letters(slot.column as usize), slot.content.shown())
        };
        slots.map(said).collect()
    }

    #[test]
    fn all_worksheets_are_read_with_typed_cells() {
        let rows = r#"<sheetData><row r="2"><c r="A2" t="inlineStr"><is><t> Họ
  tên </t></is></c><c r="B2" s="1"><v>46264</v></c><c r="C2"><v>12</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#REF!</v></c><c r="F2" t="inlineStr"><is><t> </t></is></c></row></sheetData>"#;
        let (book, findings) =
            Book::read("a.XLSX", &workbook("", rows, "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"));
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(told(&book.pages[0]), ["A2=Họ tên", "B2=30/8/2026", "C2=12", "D2=TRUE", "E2=#REF!"]);
        assert_eq!(book.pages.iter().map(|page| (page.name.as_str(), page.visible)).collect::<Vec<_>>(), [("DS", true), ("DM", false)]);
        assert!(book.page("dm ").is_some_and(|page| told(page) == ["A1=1"]));
    }

    #[test]
    fn days_are_counted_as_the_workbook_says() {
        let rows = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>44802</v></c></row></sheetData>";
        let (book, _) = Book::read("a.xlsx", &workbook("<workbookPr date1904=\"1\"/>", rows, "<sheetData/>"));
        assert_eq!((book.from_1904, told(&book.pages[0])), (true, vec!["A1=30/8/2026".to_owned()]));
    }

    #[test]
    fn what_is_merged_downwards_stands_in_each_row() {
        let cell = |address: &str, value: u32| format!("<c r=\"{address}\"><v>{value}</v></c>");
        let rows = format!(
            "<sheetData><row r=\"1\">{}</row><row r=\"2\">{}</row><row r=\"4\">{}</row></sheetData><mergeCells count=\"3\"><mergeCell ref=\"A1:A1048576\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"D9:D10\"/></mergeCells>",
            cell("A1", 7) + &cell("B1", 8),
            cell("B2", 1),
            cell("B4", 2)
        );
        let (book, _) = Book::read("a.xlsx", &workbook("", &rows, "<sheetData/>"));
        assert_eq!(told(&book.pages[0]), ["A1=7", "B1=8", "A2=7 of 1", "B2=1", "A4=7 of 1", "B4=2"]);
        assert_eq!(book.pages[0].wide, [[0, 0, 1, 2]]);
    }

    #[rstest::rstest]
    #[case::no_workbook(b"a,b".to_vec())]
    #[case::backwards(workbook(
        "",
        "<sheetData><row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>",
        ""
    ))]
    #[case::far_away(workbook("", "<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData>", ""))]
    fn what_can_not_be_read_is_a_finding(#[case] bytes: Vec<u8>) {
        assert_eq!(Book::read("a.xlsx", &bytes).1.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["sheet-workbook"]);
    }
}
