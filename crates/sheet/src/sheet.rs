//! A sheet and its rows.

use std::borrow::Cow;

use phongtrao_diagnostic::{Finding, LineIndex, Span};

use crate::csv::{self, Dialect};
use crate::workbook;

/// The text of one table, and how its cells are parted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub(crate) text: String,
    pub(crate) dialect: Dialect,
    /// The name of the worksheet, of a workbook.
    pub(crate) worksheet: Option<String>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell<'a> {
    /// What it holds, quotes taken off, white space around it too.
    pub text: Cow<'a, str>,
    /// Where it stands.
    pub span: Span,
}

/// A row. It is used again for every row of a sheet, so that reading a large one takes no memory beyond its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row<'a> {
    /// The line on which it begins, from 1.
    pub line: u32,
    /// Its cells.
    pub cells: Vec<Cell<'a>>,
}

/// The rows of a sheet from the top, empty ones left out. The first is the header.
#[derive(Debug, Clone)]
pub struct Rows<'a> {
    text: &'a str,
    dialect: Dialect,
    at: usize,
    line: u32,
}

impl Sheet {
    /// Reads a file by the ending of its name: `.xlsx` is a workbook, all else CSV. Reading never fails; what is wrong is a finding, and the sheet then
    /// holds what could be read.
    pub fn read(name: &str, bytes: &[u8]) -> (Sheet, Vec<Finding>) {
        let workbook = name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("xlsx"));
        if workbook { workbook::read(bytes) } else { csv::read(bytes) }
    }

    /// The text that all places are counted in.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Gives the text away.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The rows from the top.
    pub fn rows(&self) -> Rows<'_> {
        Rows { text: &self.text, dialect: self.dialect, at: 0, line: 1 }
    }

    /// The place of a cell by its line and column (from 0); the place of the row's end where the row is shorter.
    pub fn place(&self, index: &LineIndex<'_>, line: u32, column: usize) -> Span {
        let start = index.start(line as usize);
        let mut rows = Rows { text: &self.text, dialect: self.dialect, at: start, line };
        let mut row = Row::default();
        if !rows.next(&mut row) {
            return Span::new(start, start);
        }
        let end = row.cells.last().map_or(start, |cell| cell.span.end);
        row.cells.get(column).map_or(Span::new(end, end), |cell| cell.span)
    }

    /// What people call a cell of a workbook, `Sheet1!B12`; none for CSV.
    pub fn address(&self, line: u32, column: usize) -> Option<String> {
        let worksheet = self.worksheet.as_deref()?;
        Some(format!("{worksheet}!{}{line}", letters(column)))
    }
}

impl<'a> Rows<'a> {
    /// Reads the next row that is not empty into `row`; false at the end.
    pub fn next(&mut self, row: &mut Row<'a>) -> bool {
        while self.at < self.text.len() {
            row.cells.clear();
            row.line = self.line;
            (self.at, self.line) = csv::split(self.text, self.at, self.line, self.dialect, &mut row.cells);
            if row.cells.iter().any(|cell| !cell.text.is_empty()) {
                return true;
            }
        }
        false
    }
}

impl Row<'_> {
    /// The text of a cell by its column (from 0); empty where the row is shorter.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.text)
    }

    /// The place of the whole row.
    pub fn span(&self) -> Span {
        let ends = self.cells.first().zip(self.cells.last());
        ends.map_or(Span::default(), |(first, last)| first.span.to(last.span))
    }
}

/// The letters of a column of a workbook: `A`, `Z`, `AA`.
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        match rest / 26 {
            0 => break,
            more => rest = more - 1,
        }
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(0, "A")]
    #[case(25, "Z")]
    #[case(26, "AA")]
    #[case(701, "ZZ")]
    #[case(702, "AAA")]
    fn columns_are_called_by_letters(#[case] column: usize, #[case] expected: &str) {
        assert_eq!(letters(column), expected);
    }

    #[test]
    fn a_cell_is_found_by_line_and_column() {
        let (sheet, _) = Sheet::read("a.csv", "id,name\n\na1,\"Lê, Văn\"\n".as_bytes());
        let index = LineIndex::new(sheet.text());
        assert_eq!(sheet.place(&index, 3, 1).of(sheet.text()), "\"Lê, Văn\"");
        assert_eq!(sheet.place(&index, 3, 7).of(sheet.text()), "");
        assert_eq!(sheet.place(&index, 99, 7).of(sheet.text()), "");
    }
}
