//! A book as bytes.

use std::ops::Range;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_value::Date;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet as Page, XlsxError,
    utility::column_number_to_name,
};

use super::{Book, Cell, Column, Holds, Worksheet, format};
use crate::{Style, texts};

/// The longest list of words that a drop-down itself can hold; longer ones stand on a sheet of their own.
const LONGEST_INLINE: usize = 255;
/// The longest text that is told of a column, and the longest name above it.
const LONGEST_TOLD: usize = 255;
const LONGEST_HEAD: usize = 32;
/// The longest text of a cell.
const LONGEST_TEXT: usize = 32_767;
/// A4 in the numbering of workbooks.
const A4: u8 = 9;

/// The book as a workbook. The same book gives the same bytes.
///
/// # Errors
///
/// A finding when it is larger than a workbook can be, or two of its sheets have one name.
pub fn xlsx(book: &Book, style: &Style) -> Result<Vec<u8>, Box<Finding>> {
    written(book, style).map_err(|error| {
        let message = texts::book_error(error.to_string());
        Box::new(Finding::new("book-too-large", Severity::Error, message).help(texts::book_error_help()))
    })
}

fn written(book: &Book, style: &Style) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(book, style.made_on)?);
    let mut lists = Lists { name: &book.lists, columns: Vec::new() };
    for sheet in &book.sheets {
        fill(workbook.add_worksheet(), sheet, book, &mut lists)?;
    }
    if !lists.columns.is_empty() {
        lists.write(workbook.add_worksheet())?;
    }
    workbook.save_to_buffer()
}

fn properties(book: &Book, made_on: Date) -> Result<DocProperties, XlsxError> {
    // Months and days of a civil date fit; a year before Christ does not, and no paper has one.
    let year = u16::try_from(made_on.year()).unwrap_or_default();
    let day = ExcelDateTime::from_ymd(year, made_on.month().unsigned_abs(), made_on.day().unsigned_abs())?;
    Ok(DocProperties::new().set_title(&book.title).set_creation_datetime(&day))
}

fn fill(page: &mut Page, sheet: &Worksheet, book: &Book, lists: &mut Lists<'_>) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?;
    for (row, line) in (0..).zip(&sheet.above) {
        let look = if row == 0 { format::title() } else { format::plain() };
        page.write_string_with_format(row, 0, line, &look)?;
    }
    page.set_default_row_height(format::LINE);
    let head = head_row(sheet);
    let (first, last) = rows(sheet);
    page.set_row_height(head, heads_height(sheet))?;
    for (row, cells) in (first..).zip(&sheet.rows) {
        page.set_row_height(row, height(cells, &sheet.columns))?;
    }
    for (column, of) in (0..).zip(&sheet.columns) {
        page.set_column_width(column, f64::from(of.width))?;
        page.write_string_with_format(head, column, &of.head, &format::head())?;
        told(page, (head, column), of)?;
        let look = format::cells(&of.holds);
        for (row, cells) in (first..).zip(&sheet.rows) {
            let cell = cells.get(usize::from(column)).unwrap_or(&Cell::Empty);
            write(page, (row, column), cell, &look)?;
        }
        for row in room(sheet) {
            page.write_blank(row, column, &look)?;
        }
        if let Some(words) = drop_down(of, book, lists)? {
            page.add_data_validation(first, column, last, column, &words)?;
        }
    }
    set_up(page, sheet)
}

fn write(page: &mut Page, (row, column): (u32, u16), cell: &Cell, look: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => page.write_blank(row, column, look)?,
        Cell::Text(text) => page.write_string_with_format(row, column, shortened(text, LONGEST_TEXT), look)?,
        // Whole numbers up to nine million billions and thousandths of them are exact or the nearest, which is how workbooks keep numbers.
        Cell::Whole(number) => page.write_number_with_format(row, column, *number as f64, look)?,
        Cell::Decimal(number) => page.write_number_with_format(row, column, number.thousandths() as f64 / 1000.0, look)?,
        Cell::Money(money) => page.write_number_with_format(row, column, money.as_dong() as f64, look)?,
        Cell::Date(day) => match serial(*day) {
            Some(serial) => page.write_datetime_with_format(row, column, serial, look)?,
            None => page.write_string_with_format(row, column, day.to_string(), look)?,
        },
    };
    Ok(())
}

/// A day as workbooks count it; none before 1900, which they do not have.
fn serial(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year > 1900)?;
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs()).ok()
}

/// The height of a row, said because some readers do not find it out: room for the cell of the most lines.
fn height(cells: &[Cell], columns: &[Column]) -> f64 {
    let lines = cells.iter().zip(columns).map(|(cell, column)| match cell {
        Cell::Text(text) => lines(text, column.width),
        _ => 1,
    });
    format::high(lines.max().unwrap_or(1))
}

fn heads_height(sheet: &Worksheet) -> f64 {
    format::high(sheet.columns.iter().map(|column| lines(&column.head, column.width)).max().unwrap_or(1))
}

/// About how many lines a text takes in a column: letters are narrower than the figures in which columns are measured, and words are not torn.
fn lines(text: &str, width: u16) -> usize {
    let letters = usize::from(width) * 21 / 20;
    text.lines().map(|line| line.chars().count().div_ceil(letters.max(1)).max(1)).sum()
}

/// What is told of a column where somebody selects its head.
fn told(page: &mut Page, (row, column): (u32, u16), of: &Column) -> Result<(), XlsxError> {
    if of.meaning.is_empty() {
        return Ok(());
    }
    let told = DataValidation::new()
        .allow_any_value()
        .set_input_title(shortened(&of.head, LONGEST_HEAD))?
        .set_input_message(shortened(&of.meaning, LONGEST_TOLD))?;
    page.add_data_validation(row, column, row, column, &told)?;
    Ok(())
}

/// The drop-down of a column. Another word is warned of, not refused: a desk knows words that no list has.
fn drop_down(of: &Column, book: &Book, lists: &mut Lists<'_>) -> Result<Option<DataValidation>, XlsxError> {
    let words = match &of.holds {
        Holds::Choice(words) if words.is_empty() => return Ok(None),
        Holds::Choice(words) if is_inline(words) => DataValidation::new().allow_list_strings(words)?,
        Holds::Choice(words) => DataValidation::new().allow_list_formula(Formula::new(lists.place(words))),
        Holds::Of { sheet, column } => match book.sheets.get(*sheet).filter(|sheet| !sheet.rows.is_empty()) {
            Some(of) => {
                let (first, last) = rows(of);
                DataValidation::new().allow_list_formula(Formula::new(range(&of.name, *column, first, last)))
            }
            None => return Ok(None),
        },
        _ => return Ok(None),
    };
    Ok(Some(words.set_error_style(DataValidationErrorStyle::Warning)))
}

fn is_inline(words: &[String]) -> bool {
    let length: usize = words.iter().map(|word| word.chars().count() + 1).sum();
    length <= LONGEST_INLINE && !words.iter().any(|word| word.contains(','))
}

/// A4 across, the columns on one page, the header row on each, page numbers.
fn set_up(page: &mut Page, sheet: &Worksheet) -> Result<(), XlsxError> {
    let head = head_row(sheet);
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    page.set_footer("&C&P/&N");
    page.set_repeat_rows(head, head)?;
    page.set_freeze_panes(head + 1, 0)?;
    if let Some(last) = u16::try_from(sheet.columns.len()).ok().and_then(|number| number.checked_sub(1)) {
        let below = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        let end = head.saturating_add(below.max(1));
        page.autofilter(head, 0, end, last)?;
        // Rows that are still to be filled are not printed.
        page.set_print_area(0, 0, end, last)?;
    }
    Ok(())
}

/// The row of the heads: below the lines above, with a row between.
fn head_row(sheet: &Worksheet) -> u32 {
    match u32::try_from(sheet.above.len()).unwrap_or(u32::MAX) {
        0 => 0,
        lines => lines.saturating_add(1),
    }
}

/// The first row of the list, and the last one that may be filled in.
fn rows(sheet: &Worksheet) -> (u32, u32) {
    let first = head_row(sheet) + 1;
    (first, room(sheet).end.saturating_sub(1).max(first))
}

fn room(sheet: &Worksheet) -> Range<u32> {
    let below = head_row(sheet).saturating_add(1).saturating_add(u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX));
    below..below.saturating_add(sheet.room)
}

/// The lists of words of drop-downs, a column each on a hidden sheet.
struct Lists<'b> {
    name: &'b str,
    columns: Vec<Vec<String>>,
}

impl Lists<'_> {
    /// Where a list stands; equal lists stand there once.
    fn place(&mut self, words: &[String]) -> String {
        let known = self.columns.iter().position(|column| column == words);
        let column = known.unwrap_or_else(|| {
            self.columns.push(words.to_vec());
            self.columns.len() - 1
        });
        range(self.name, column, 0, u32::try_from(words.len()).unwrap_or(u32::MAX).saturating_sub(1))
    }

    fn write(&self, page: &mut Page) -> Result<(), XlsxError> {
        page.set_name(self.name)?;
        page.set_hidden(true);
        for (column, words) in (0..).zip(&self.columns) {
            for (row, word) in (0..).zip(words) {
                page.write_string(row, column, word)?;
            }
        }
        Ok(())
    }
}

/// A part of a column, as formulas name it.
fn range(sheet: &str, column: usize, first: u32, last: u32) -> String {
    let column = column_number_to_name(u16::try_from(column).unwrap_or(u16::MAX));
    format!("='{}'!${column}${}:${column}${}", sheet.replace('\'', "''"), first + 1, last + 1)
}

/// The beginning of a text that is too long, with a sign that there is more.
fn shortened(text: &str, longest: usize) -> String {
    match text.chars().nth(longest) {
        None => text.to_owned(),
        Some(_) => text.chars().take(longest - 1).chain(['…']).collect(),
    }
}
