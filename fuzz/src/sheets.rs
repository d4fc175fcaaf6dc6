//! What holds of every sheet that is read.

use phongtrao_diagnostic::LineIndex;
use phongtrao_sheet::{Row, Sheet, value};

/// Reads bytes under a name, walks all rows, and asks each cell what it is.
pub fn check(name: &str, bytes: &[u8]) {
    let (sheet, findings) = Sheet::read(name, bytes);
    let text = sheet.text();
    for finding in findings {
        let span = finding.span.unwrap_or_default();
        assert!(text.get(span.range()).is_some(), "a finding lies in the text");
    }
    let index = LineIndex::new(text);
    let (mut rows, mut row, mut line) = (sheet.rows(), Row::default(), 0);
    while rows.next(&mut row) {
        assert!(row.line >= line, "rows go down");
        line = row.line;
        let mut end = 0;
        for cell in &row.cells {
            assert!(text.get(cell.span.range()).is_some() && cell.span.start >= end, "cells stand one behind the other");
            end = cell.span.end;
            let _ = (value::day(&cell.text), value::number(&cell.text), value::whole(&cell.text), value::flag(&cell.text));
        }
        let _ = (sheet.place(&index, row.line, 1), sheet.address(row.line, row.cells.len()));
    }
}
