//! Notes in a CSV file: one more column at its end.

use std::collections::BTreeMap;

use super::Note;
use crate::csv;
use crate::written::push_quoted;

/// The text of a CSV file with the notes of each row in a last column. All else stays as it was.
pub(super) fn noted(bytes: &[u8], notes: &[Note], column: &str) -> Vec<u8> {
    let (sheet, _) = csv::read_titled(bytes);
    let (text, dialect) = (sheet.text(), sheet.dialect);
    let mut by_line: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    notes.iter().for_each(|note| by_line.entry(note.row).or_default().push(&note.text));
    let width = width(text, dialect);
    let mut out = String::with_capacity(text.len() + notes.len() * 80);
    if bytes.starts_with("\u{feff}".as_bytes()) {
        out.push('\u{feff}');
    }
    let (mut at, mut line, mut named) = (0, 1, false);
    let mut cells = Vec::new();
    while at < text.len() {
        cells.clear();
        let (next, next_line) = csv::split(text, at, line, dialect, &mut cells);
        let row = text.get(at..next).unwrap_or_default();
        let body = row.trim_end_matches(['\n', '\r']);
        let filled = cells.iter().any(|cell| !cell.text.is_empty());
        let note = match by_line.remove(&line) {
            Some(notes) => Some(notes.join(" · ")),
            // The first row that is as wide as the table is its header.
            None if filled && !named && cells.len() == width => Some(column.to_owned()),
            None => None,
        };
        named |= filled && cells.len() == width;
        out.push_str(body);
        if let Some(note) = note {
            (cells.len()..=width).for_each(|_| out.push(char::from(dialect.separator)));
            push_quoted(&note, &mut out);
        }
        out.push_str(row.get(body.len()..).unwrap_or_default());
        (at, line) = (next, next_line);
    }
    out.into_bytes()
}

/// How many cells the widest row has.
fn width(text: &str, dialect: csv::Dialect) -> usize {
    let (mut at, mut line, mut width) = (0, 1, 0);
    let mut cells = Vec::new();
    while at < text.len() {
        cells.clear();
        (at, line) = csv::split(text, at, line, dialect, &mut cells);
        width = width.max(cells.len());
    }
    width
}

#[cfg(test)]
mod tests {
    use crate::{Note, noted};

    #[test]
    fn a_table_gets_a_last_column() {
        let table = "\u{feff}DANH SÁCH\r\nMã;Họ tên\r\n1;An\r\n2;\"Bình\"\r\n";
        let note = |row, text: &str| Note { page: String::new(), row, column: 1, text: text.to_owned() };
        let bytes = noted("a.csv", table.as_bytes(), &[note(3, "sai \"mã\""), note(3, "thiếu")], "Phong Trào", "Ghi chú").expect("a table");
        assert_eq!(
            String::from_utf8(bytes).expect("UTF-8"),
            "\u{feff}DANH SÁCH\r\nMã;Họ tên;\"Ghi chú\"\r\n1;An;\"sai \"\"mã\"\" · thiếu\"\r\n2;\"Bình\"\r\n"
        );
    }
}
