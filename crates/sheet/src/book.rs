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
