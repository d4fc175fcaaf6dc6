//! `plan.toml` to a plan. It never fails: what can't be read is a finding at its place, and all else is read.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Finding, Severity, Span};
use phongtrao_rules::criteria::Reference;
use phongtrao_value::{nearest, text::squeezed};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::{Plan, texts};

use super::fields::{Entry, Tables};
use super::read_entry::Reader;
use super::references::References;
use super::schema::{FORMAT, Table, schema};

/// No plan is longer; reading a longer file would only cost memory.
pub(super) const MOST_BYTES: usize = 8 << 20;

/// No desk reads more findings about one file.
const MOST_FINDINGS: usize = 500;

/// The plan of a file, and what is wrong with the file.
pub fn read(text: &str) -> (Plan, Vec<Finding>) {
    let (plan, findings, _) = read_with_names(text);
    (plan, findings)
}

/// The same, and the names that its criteria use and that packs and data give: honours, scales, kinds of records.
pub fn read_with_names(text: &str) -> (Plan, Vec<Finding>, Vec<Reference>) {
    let mut plan = Plan::default();
    if text.len() > MOST_BYTES {
        let finding = error("plan-too-large", texts::file_too_large(MOST_BYTES >> 20)).help(texts::file_too_large_help());
        return (plan, vec![finding], Vec::new());
    }
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut file = FileReader { text, root: root.get_ref(), findings: Vec::new(), references: References::default() };
    file.syntax(&errors);
    file.format();
    file.unknown_tables();
    plan.tables(&mut file);
    let FileReader { references, mut findings, .. } = file;
    references.check(&mut findings);
    findings.sort_by_key(|finding| finding.span.map(|span| span.start));
    if findings.len() > MOST_FINDINGS {
        findings.truncate(MOST_FINDINGS);
        findings.push(Finding::new("plan-syntax", Severity::Note, texts::file_more_findings(MOST_FINDINGS)));
    }
    (plan, findings, references.foreign)
}

/// An error-level finding of the reader.
pub(super) fn error(code: &'static str, message: phongtrao_diagnostic::Text) -> Finding {
    Finding::new(code, Severity::Error, message)
}

/// The place of a value or a key.
pub(super) fn place<T>(spanned: &Spanned<T>) -> Span {
    let range = spanned.span();
    Span { start: range.start, end: range.end.max(range.start) }
}

struct FileReader<'a> {
    text: &'a str,
    root: &'a DeTable<'a>,
    findings: Vec<Finding>,
    references: References,
}

impl<'a> FileReader<'a> {
    fn syntax(&mut self, errors: &[toml::de::Error]) {
        for error_found in errors.iter().take(MOST_FINDINGS) {
            let span = error_found.span().map(|range| self.on_borders(range));
            let detail = squeezed(error_found.message());
            self.findings.push(error("plan-syntax", texts::file_syntax(detail)).help(texts::file_syntax_help()).at(span));
        }
    }

    /// A range that a foreign parser gave, widened to whole characters.
    fn on_borders(&self, range: std::ops::Range<usize>) -> Span {
        let start = self.text.floor_char_boundary(range.start);
        let end = self.text.ceil_char_boundary(range.end.max(start));
        Span { start, end }
    }

    fn format(&mut self) {
        let Some(value) = self.root.get("format") else {
            let finding = error("plan-format", texts::file_format_missing());
            self.findings.push(finding.help(texts::file_format_missing_help(FORMAT)));
            return;
        };
        let number = match value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number != Some(FORMAT) {
            let finding = error("plan-format", texts::file_format_unsupported(FORMAT)).help(texts::file_format_help());
            self.findings.push(finding.at(place(value)));
        }
    }

    fn unknown_tables(&mut self) {
        let names = || schema().tables.iter().map(|table| table.name.as_str());
        for (name, _) in self.root.iter() {
            let known = name.get_ref() == "format" || names().any(|known| known == name.get_ref());
            if !known {
                let finding = error("plan-unknown-table", texts::file_unknown_table(name.get_ref().as_ref()));
                let help = match nearest(name.get_ref(), names()) {
                    Some(meant) => texts::file_nearest(meant),
                    None => texts::file_tables_help(names().collect::<Vec<_>>().join(", ")),
                };
                self.findings.push(finding.help(help).at(place(name)));
            }
        }
    }

    fn wrong_shape(&mut self, name: &str, span: Span, many: bool) {
        let help = if many { texts::file_many_help(name) } else { texts::file_one_help(name) };
        self.findings.push(error("plan-wrong-type", texts::file_wrong_shape(name)).help(help).at(span));
    }

    fn entry<E: Entry>(&mut self, table: &'static Table, content: &'a DeTable<'a>, span: Span) -> E {
        let mut reader = Reader::new(table, content, span, &mut self.findings, &mut self.references);
        let mut entry = E::default();
        entry.fields(&mut reader);
        entry
    }
}

impl Tables for FileReader<'_> {
    fn one<E: Entry + PartialEq>(&mut self, name: &'static str, value: &mut Option<E>) {
        let (Some(table), Some(content)) = (schema().table(name), self.root.get(name)) else { return };
        match content.get_ref() {
            DeValue::Table(keys) => *value = Some(self.entry(table, keys, place(content))),
            _ => self.wrong_shape(name, place(content), false),
        }
    }

    fn many<E: Entry>(&mut self, name: &'static str, value: &mut Vec<E>) {
        let (Some(table), Some(content)) = (schema().table(name), self.root.get(name)) else { return };
        let DeValue::Array(items) = content.get_ref() else {
            self.wrong_shape(name, place(content), true);
            return;
        };
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(keys) => {
                    let entry = self.entry(table, keys, place(item));
                    value.push(entry);
                }
                _ => self.wrong_shape(name, place(item), true),
            }
        }
    }

    fn levels(&mut self, value: &mut BTreeMap<String, Option<Severity>>) {
        let Some(content) = self.root.get("lints") else { return };
        let DeValue::Table(keys) = content.get_ref() else {
            self.wrong_shape("lints", place(content), false);
            return;
        };
        for (name, level) in keys.iter() {
            match level.get_ref().as_str().and_then(level_of) {
                Some(level) => {
                    value.insert(name.get_ref().clone().into_owned(), level);
                }
                None => {
                    let finding = error("plan-bad-value", texts::file_level(name.get_ref().as_ref()));
                    self.findings.push(finding.help(texts::file_level_help()).at(place(level)));
                }
            }
            self.unknown_lint(name);
        }
    }
}

impl FileReader<'_> {
    fn unknown_lint(&mut self, name: &Spanned<toml::de::DeString<'_>>) {
        let names = || crate::lints::LINTS.iter().map(|lint| lint.name);
        if names().any(|known| known == name.get_ref()) {
            return;
        }
        let mut finding = Finding::new("plan-unknown-lint", Severity::Warning, texts::file_unknown_lint(name.get_ref().as_ref()));
        if let Some(meant) = nearest(name.get_ref(), names()) {
            finding = finding.help(texts::file_nearest(meant));
        }
        self.findings.push(finding.at(place(name)));
    }
}

fn level_of(word: &str) -> Option<Option<Severity>> {
    [None, Some(Severity::Note), Some(Severity::Warning), Some(Severity::Error)]
        .into_iter()
        .find(|level| super::write::level_word(*level) == word)
}
