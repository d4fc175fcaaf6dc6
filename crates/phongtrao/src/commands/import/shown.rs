//! The preview of an import, its notes and its counts, as a terminal shows them.

use std::fmt::Write as _;

use phongtrao_diagnostic::{Language, Severity, Words};
use phongtrao_register::import::{CellNote, ColumnTaken, Imported, Preview, TakenFor};
use phongtrao_sheet::letters;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::texts;

/// The widest that each column of the preview may be.
const WIDEST: [usize; 5] = [4, 30, 46, 44, 6];

/// So many notes are listed; all stand in the noted copy.
const MOST_LISTED: usize = 20;

/// What a list was taken for: a line for each column, rows that were passed over, what was done to cells.
pub(super) fn preview(preview: &Preview, words: &Words) -> String {
    let mut out = String::new();
    let header = if preview.header.0 == preview.header.1 {
        preview.header.0.to_string()
    } else {
        format!("{}–{}", preview.header.0, preview.header.1)
    };
    let found = match preview.page.as_str() {
        "" => texts::import_table_found(header, preview.rows),
        page => texts::import_page_found(page, header, preview.rows),
    };
    // Writing into a String does not fail; so below.
    let _ = writeln!(out, "{}\n", words.say(&found));
    let titles = [texts::import_column(), texts::import_header(), texts::import_taken_for(), texts::import_samples(), texts::import_bad()];
    let mut rows = vec![titles.map(|title| words.say(&title))];
    rows.extend(preview.columns.iter().map(|column| line(column, words)));
    draw(&rows, &mut out);
    out.push('\n');
    for text in preview.passed.iter().chain(&preview.remarks) {
        let _ = writeln!(out, "- {}", words.say(text));
    }
    if !preview.passed.is_empty() || !preview.remarks.is_empty() {
        out.push('\n');
    }
    out
}

fn line(column: &ColumnTaken, words: &Words) -> [String; 5] {
    let taken = match &column.taken {
        TakenFor::Field(name, vi, en) => {
            format!("{name}: {}", if words.language() == Language::Vietnamese { vi } else { en })
        }
        TakenFor::Part(name, text) => format!("{name}: {}", words.say(text)),
        TakenFor::Nothing(text) => format!("– {}", words.say(text)),
    };
    let bad = if column.bad == 0 { String::new() } else { column.bad.to_string() };
    [column.letters.clone(), column.header.clone(), taken, column.samples.join(" · "), bad]
}

/// Draws rows as a table; the first is its header.
fn draw(rows: &[[String; 5]], out: &mut String) {
    let cut_rows: Vec<[String; 5]> = rows.iter().map(|row| std::array::from_fn(|at| cut(&row[at], WIDEST[at]))).collect();
    let widths: [usize; 5] = std::array::from_fn(|at| cut_rows.iter().map(|row| row[at].width()).max().unwrap_or_default());
    for (number, row) in cut_rows.iter().enumerate() {
        let cells: Vec<String> =
            row.iter().zip(widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width.saturating_sub(cell.width())))).collect();
        let _ = writeln!(out, "{}", cells.join("  ").trim_end());
        if number == 0 {
            let _ = writeln!(out, "{}", widths.map(|width| "─".repeat(width)).join("  "));
        }
    }
}

/// Words no wider than so many columns of a terminal.
fn cut(words: &str, widest: usize) -> String {
    if words.width() <= widest {
        return words.to_owned();
    }
    let mut used = 1;
    let kept: String = words
        .chars()
        .take_while(|c| {
            used += c.width().unwrap_or_default();
            used <= widest
        })
        .collect();
    format!("{}…", kept.trim_end())
}

/// The first notes, each with the address of its cell.
pub(super) fn notes(notes: &[CellNote], words: &Words) -> String {
    let mut out = String::new();
    for note in notes.iter().take(MOST_LISTED) {
        let mark = if note.severity == Severity::Error { "✗" } else { "!" };
        let address = format!("{}{}", letters(note.column as usize), note.row);
        let _ = writeln!(out, "{mark} {address}: {}", self::note(note, words).replace('\n', " "));
    }
    if notes.len() > MOST_LISTED {
        let _ = writeln!(out, "{}", words.say(&texts::import_more_notes(notes.len() - MOST_LISTED)));
    }
    out
}

/// A note as it stands in a cell: what is wrong, and below it what to do.
pub(super) fn note(note: &CellNote, words: &Words) -> String {
    let message = words.say(&note.message);
    let mut letters = message.chars();
    let message = letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default();
    format!("{message}.\n{}", words.say(&note.help))
}

/// What becomes of each table.
pub(super) fn counts(imported: &Imported, words: &Words) -> String {
    let line = |(table, counts): &(&str, phongtrao_register::import::Counts)| {
        format!("{}\n", words.say(&texts::import_counts(*table, counts.added, counts.updated, counts.same)))
    };
    imported.tables.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Họ và tên", 20, "Họ và tên")]
    #[case("Ngày tháng năm sinh", 10, "Ngày thán…")]
    #[case("Ngày tháng", 6, "Ngày…")]
    fn long_words_are_cut(#[case] words: &str, #[case] widest: usize, #[case] expected: &str) {
        assert_eq!(cut(words, widest), expected);
    }
}
