//! A plan as `plan.toml`: tables in the order of the description, a comment above each group, long texts folded.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use phongtrao_diagnostic::{Severity, Span};
use phongtrao_rules::criteria::{Rule, write_quantity, write_rule};
use phongtrao_value::{Date, Decimal, Recurrence, When};

use crate::{Choice, Origin, Plan, Quota, RankKey};

use super::fields::{Entry, Fields, Tables};
use super::schema::{FORMAT, Kind, Table, schema};
use super::toml_text::{key, list, node, text};

/// The file of a plan.
pub fn write(plan: &Plan) -> String {
    let mut out = format!("format = {FORMAT}\n");
    // The walk takes entries by mutable reference, for the reader's sake; the writer changes nothing.
    plan.clone().tables(&mut Writer { out: &mut out });
    out
}

struct Writer<'a> {
    out: &'a mut String,
}

impl Writer<'_> {
    /// The comment above a group of tables.
    fn comment(&mut self, table: &Table) {
        // Writing into a String does not fail.
        let _ = write!(self.out, "\n# {}", table.vi);
    }

    fn entry<E: Entry>(&mut self, table: &'static Table, entry: &E, first: bool) {
        if first {
            self.comment(table);
        }
        let (open, close) = if table.many { ("[[", "]]") } else { ("[", "]") };
        let _ = writeln!(self.out, "\n{open}{}{close}", table.name);
        let mut lines = Lines { out: self.out, table, inline: false, count: 0 };
        entry.clone().fields(&mut lines);
    }
}

impl Tables for Writer<'_> {
    fn one<E: Entry + PartialEq>(&mut self, name: &'static str, value: &mut Option<E>) {
        if let (Some(table), Some(entry)) = (schema().table(name), value) {
            self.entry(table, entry, true);
        }
    }

    fn many<E: Entry>(&mut self, name: &'static str, value: &mut Vec<E>) {
        let Some(table) = schema().table(name) else { return };
        for (index, entry) in value.iter().enumerate() {
            self.entry(table, entry, index == 0);
        }
    }

    fn levels(&mut self, value: &mut BTreeMap<String, Option<Severity>>) {
        let Some(table) = schema().table("lints") else { return };
        if value.is_empty() {
            return;
        }
        self.comment(table);
        self.out.push_str("\n[lints]\n");
        for (name, level) in value {
            let _ = writeln!(self.out, "{} = \"{}\"", key(name), level_word(*level));
        }
    }
}

/// The word of a level.
pub(super) fn level_word(level: Option<Severity>) -> &'static str {
    match level {
        None => "off",
        Some(Severity::Note) => "note",
        Some(Severity::Warning) => "warn",
        Some(Severity::Error) => "error",
    }
}

/// The keys of one entry: a line each, or all between two braces.
struct Lines<'a> {
    out: &'a mut String,
    table: &'static Table,
    inline: bool,
    count: usize,
}

impl Lines<'_> {
    fn put(&mut self, key: &str, value: &str) {
        let between = if self.inline && self.count > 0 { ", " } else { "" };
        let end = if self.inline { "" } else { "\n" };
        let _ = write!(self.out, "{between}{key} = {value}{end}");
        self.count += 1;
    }

    fn kind(&self, key: &str) -> Kind {
        self.table.key(key).map_or(Kind::Text, |key| key.kind)
    }

    fn put_text(&mut self, key: &str, value: &str) {
        let amount = self.kind(key) == Kind::Amount && value.parse::<i64>().is_ok_and(|number| number.to_string() == value);
        let value = if amount { value.to_owned() } else { text(value, key.len(), self.inline) };
        self.put(key, &value);
    }

    /// An inline table.
    fn braces<E: Entry>(&self, key: &str, entry: &E) -> String {
        let record = self.table.key(key).and_then(|key| schema().record(key.of.as_deref()?));
        let mut out = String::new();
        if let Some(table) = record {
            entry.clone().fields(&mut Lines { out: &mut out, table, inline: true, count: 0 });
        }
        if out.is_empty() { "{}".to_owned() } else { format!("{{ {out} }}") }
    }
}

impl Fields for Lines<'_> {
    fn words(&mut self, key: &'static str, value: &mut String) {
        self.put_text(key, value);
    }

    fn text(&mut self, key: &'static str, value: &mut Option<String>) {
        if let Some(value) = value {
            self.put_text(key, value);
        }
    }

    fn texts(&mut self, key: &'static str, value: &mut Vec<String>) {
        match (self.kind(key), value.as_slice()) {
            (_, []) => {}
            (Kind::Bodies | Kind::Some, [only]) => self.put_text(key, only),
            (_, several) => {
                let items: Vec<String> = several.iter().map(|item| text(item, 0, true)).collect();
                self.put(key, &list(&items, key.len(), self.inline));
            }
        }
    }

    fn number(&mut self, key: &'static str, value: &mut Option<i64>) {
        if let Some(value) = value {
            self.put(key, &value.to_string());
        }
    }

    fn flag(&mut self, key: &'static str, value: &mut Option<bool>) {
        if let Some(value) = value {
            self.put(key, if *value { "true" } else { "false" });
        }
    }

    fn day(&mut self, key: &'static str, value: &mut Option<Date>) {
        if let Some(value) = value {
            self.put(key, &format!("\"{value}\""));
        }
    }

    fn when(&mut self, key: &'static str, value: &mut Option<When>) {
        if let Some(value) = value {
            self.put(key, &format!("\"{value}\""));
        }
    }

    fn recurs(&mut self, value: &mut Option<Recurrence>, date: Option<When>) {
        let recurs = date.map(When::recurrence).or(*value).unwrap_or(Recurrence::None);
        if recurs != Recurrence::None {
            self.put("recurs", &format!("\"{}\"", recurs.word()));
        }
    }

    fn choice<C: Choice>(&mut self, key: &'static str, value: &mut Option<C>) {
        if let Some(value) = value {
            self.put(key, &format!("\"{}\"", value.word()));
        }
    }

    fn record<E: Entry>(&mut self, key: &'static str, value: &mut Option<E>) {
        if let Some(value) = value {
            let braces = self.braces(key, value);
            self.put(key, &braces);
        }
    }

    fn records<E: Entry>(&mut self, key: &'static str, value: &mut Vec<E>) {
        if !value.is_empty() {
            let items: Vec<String> = value.iter().map(|entry| self.braces(key, entry)).collect();
            self.put(key, &list(&items, key.len(), self.inline));
        }
    }

    fn amount(&mut self, key: &'static str, value: &mut Option<u32>) {
        if let Some(value) = value {
            self.put(key, &value.to_string());
        }
    }

    fn percentage(&mut self, key: &'static str, value: &mut Option<Decimal>) {
        if let Some(value) = value {
            self.put(key, &value.to_string());
        }
    }

    fn rule(&mut self, key: &'static str, value: &mut Option<Rule>) {
        if let Some(value) = value {
            self.put(key, &node(&write_rule(value)));
        }
    }

    fn quota(&mut self, key: &'static str, value: &mut Option<Quota>) {
        match value {
            None => {}
            Some(Quota::Words(words)) => self.put(key, &text(words, key.len(), self.inline)),
            Some(Quota::Number(number)) => self.put(key, &number.to_string()),
            Some(Quota::Rule(rule)) => {
                let braces = self.braces(key, rule);
                self.put(key, &braces);
            }
        }
    }

    fn ranks(&mut self, key: &'static str, value: &mut Vec<RankKey>) {
        let item = |rank: &RankKey| match rank {
            RankKey::Criterion(id) => text(id, 0, true),
            RankKey::Quantity(quantity) => node(&write_quantity(quantity)),
        };
        match value.as_slice() {
            [] => {}
            [only @ RankKey::Criterion(_)] => self.put(key, &item(only)),
            several => {
                let items: Vec<String> = several.iter().map(item).collect();
                self.put(key, &list(&items, key.len(), self.inline));
            }
        }
    }

    fn origin(&mut self, value: &mut Origin) {
        if let Some(clause) = &value.clause {
            self.put("clause", &text(&clause.0, 0, true));
        }
        if !value.guessed.is_empty() {
            let items: Vec<String> = value.guessed.iter().map(|item| text(item, 0, true)).collect();
            self.put("guessed", &list(&items, "guessed".len(), self.inline));
        }
    }

    fn span(&mut self, _: &mut Option<Span>) {}
}
