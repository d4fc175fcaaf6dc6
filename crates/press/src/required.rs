//! What a form requires is there: a field that is left blank is no better than one that is left out.

use std::collections::BTreeSet;
use std::ops::Range;

use phongtrao_diagnostic::{Finding, Severity, Span};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::papers::Kind;
use crate::texts;

/// How the part of a paper's documentation begins that lists what may be left out.
const OPTIONAL: &str = "**May be left out.**";

impl Kind {
    /// The fields that may be left out, by their paths, as the documentation lists them; none where it has no such list.
    pub(crate) fn optional(&self) -> Option<BTreeSet<&'static str>> {
        let (_, rest) = self.documentation.split_once(OPTIONAL)?;
        let list = rest.split("\n\n").next().unwrap_or_default();
        Some(list.split('`').skip(1).step_by(2).collect())
    }
}

/// The fields that must hold something, by their paths: those of the example that may not be left out. Where the example itself has a list of nothing, that is an
/// answer: none. Of a paper without a list of what may be left out, no field.
pub(crate) fn required(kind: &Kind) -> BTreeSet<String> {
    let (Some(optional), Ok(example)) = (kind.optional(), DeTable::parse(kind.example)) else { return BTreeSet::new() };
    let (mut required, mut blank) = (BTreeSet::new(), BTreeSet::new());
    each(example.get_ref(), "", &mut |path, value| {
        let fields = if is_blank(value.get_ref()) { &mut blank } else { &mut required };
        fields.insert(path.to_owned());
    });
    required.retain(|path| !blank.contains(path) && !optional.contains(path.as_str()));
    required
}

/// Whether every field that the form requires holds something.
///
/// # Errors
///
/// A finding at the first required field that holds only white space, or a list without an entry.
pub(crate) fn is_filled(text: &str, kind: &Kind) -> Result<(), Box<Finding>> {
    // What is no TOML was told before.
    let Ok(table) = DeTable::parse(text) else { return Ok(()) };
    let required = required(kind);
    let mut blank: Option<Finding> = None;
    each(table.get_ref(), "", &mut |path, value| {
        if blank.is_none() && is_blank(value.get_ref()) && required.contains(path) {
            blank = Some(finding(value));
        }
    });
    blank.map_or(Ok(()), |finding| Err(Box::new(finding)))
}

fn finding(value: &Spanned<DeValue<'_>>) -> Finding {
    let (message, help) = match value.get_ref() {
        DeValue::Array(_) => (texts::list_empty(), texts::list_empty_help()),
        _ => (texts::field_empty(), texts::field_empty_help()),
    };
    let Range { start, end } = value.span();
    Finding::new("paper-field-empty", Severity::Error, message).at(Some(Span::new(start, end))).help(help)
}

fn is_blank(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::String(words) => words.trim().is_empty(),
        DeValue::Array(entries) => entries.is_empty(),
        _ => false,
    }
}

/// Visits every field with its path: `frame.number`, `groups.nominees.name`.
fn each(table: &DeTable<'_>, above: &str, visit: &mut dyn FnMut(&str, &Spanned<DeValue<'_>>)) {
    for (key, value) in table {
        let key = key.get_ref();
        let path = if above.is_empty() { key.to_string() } else { format!("{above}.{key}") };
        visit(&path, value);
        below(value.get_ref(), &path, visit);
    }
}

fn below(value: &DeValue<'_>, path: &str, visit: &mut dyn FnMut(&str, &Spanned<DeValue<'_>>)) {
    match value {
        DeValue::Table(table) => each(table, path, visit),
        DeValue::Array(entries) => entries.iter().for_each(|entry| below(entry.get_ref(), path, visit)),
        _ => {}
    }
}
