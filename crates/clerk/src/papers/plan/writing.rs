//! Clauses as they are written one after the other: sections in Roman figures, then figures, then dashes.

use phongtrao_press::grid::Grid;
use phongtrao_press::papers::plan::Clause;
use phongtrao_value::figures;

/// The clauses that are written so far.
#[derive(Default)]
pub(super) struct Writing {
    pub(super) clauses: Vec<Clause>,
    section: u32,
    number: u32,
    /// The heading of a section that has nothing below it yet.
    waiting: Option<String>,
}

impl Writing {
    /// Begins a section; it is written when something stands below it.
    pub(super) fn section(&mut self, name: &str) {
        self.waiting = Some(name.to_owned());
    }

    /// A numbered heading with a point for each; of none, nothing.
    pub(super) fn list(&mut self, heading: &str, points: impl IntoIterator<Item = String>) {
        let points: Vec<String> = points.into_iter().collect();
        if !points.is_empty() {
            self.heading(heading);
            points.into_iter().for_each(|point| self.point(&point));
        }
    }

    /// A numbered heading with a table below; of no rows, nothing.
    pub(super) fn table(&mut self, heading: &str, table: Grid) {
        if !table.rows.is_empty() {
            self.heading(heading);
            self.bare_table(table);
        }
    }

    /// A table that stands below its section.
    pub(super) fn bare_table(&mut self, table: Grid) {
        if !table.rows.is_empty() {
            self.begin();
            self.clauses.push(Clause { level: 2, table: Some(table), ..Clause::default() });
        }
    }

    /// A numbered clause of words.
    pub(super) fn clause(&mut self, words: &str) {
        let label = self.next();
        self.clauses.push(Clause { level: 2, label, words: sentence(words), ..Clause::default() });
    }

    /// A paragraph that stands below its section, without number.
    pub(super) fn paragraph(&mut self, words: &str) {
        self.begin();
        self.clauses.push(Clause { level: 2, words: sentence(words), ..Clause::default() });
    }

    pub(super) fn point(&mut self, words: &str) {
        self.begin();
        self.clauses.push(Clause { level: 3, label: String::from("-"), words: sentence(words), ..Clause::default() });
    }

    fn heading(&mut self, words: &str) {
        let label = self.next();
        self.clauses.push(Clause { level: 2, label, words: words.to_owned(), heading: true, table: None });
    }

    fn next(&mut self) -> String {
        self.begin();
        self.number += 1;
        format!("{}.", self.number)
    }

    /// Writes the heading of the section, where it still waits.
    fn begin(&mut self) {
        let Some(words) = self.waiting.take() else { return };
        self.section += 1;
        self.number = 0;
        let label = format!("{}.", figures::roman(self.section).unwrap_or_default());
        self.clauses.push(Clause { level: 1, label, words, heading: true, table: None });
    }
}

/// Words with a full stop; the signs that a list had behind them go.
pub(super) fn sentence(words: &str) -> String {
    let words = words.trim().trim_end_matches(['.', ';', ',']);
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    format!("{}.", first.into_iter().flatten().chain(letters).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::Writing;

    #[test]
    fn sections_with_nothing_below_are_not_written_and_not_counted() {
        let mut writing = Writing::default();
        writing.section("A");
        writing.list("nothing", Vec::new());
        writing.section("B");
        writing.list("some", vec!["one;".into(), "two".into()]);
        writing.clause("three.");
        let said: Vec<String> = writing.clauses.iter().map(|clause| format!("{} {}", clause.label, clause.words)).collect();
        assert_eq!(said, ["I. B", "1. some", "- One.", "- Two.", "2. Three."]);
    }
}
