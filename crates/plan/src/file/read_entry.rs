//! One table of `plan.toml` to one entry of the model.

use phongtrao_diagnostic::{Finding, Severity, Span, Text};
use phongtrao_document::Address;
use phongtrao_rules::criteria::{Naming, Node, Reading, Reference, Rule, read_quantity, read_rule};
use phongtrao_value::{Date, Decimal, Recurrence, When, nearest};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::{Choice, Origin, Quota, RankKey, texts};

use super::fields::{Entry, Fields};
use super::read::{error, place};
use super::references::References;
use super::schema::{Key, Kind, Table, schema};

/// Fills an entry from the keys of a table.
pub(super) struct Reader<'a> {
    table: &'static Table,
    content: &'a DeTable<'a>,
    span: Span,
    findings: &'a mut Vec<Finding>,
    references: &'a mut References,
}

impl<'a> Reader<'a> {
    /// A reader of the keys of one table; it says at once which of them it does not know and which are missing.
    pub(super) fn new(
        table: &'static Table,
        content: &'a DeTable<'a>,
        span: Span,
        findings: &'a mut Vec<Finding>,
        references: &'a mut References,
    ) -> Reader<'a> {
        let mut reader = Reader { table, content, span, findings, references };
        reader.unknown_keys();
        reader.missing_keys();
        reader
    }

    fn unknown_keys(&mut self) {
        let names = || schema().keys(self.table).map(|key| key.name.as_str());
        for (name, _) in self.content.iter() {
            if !names().any(|known| known == name.get_ref()) {
                let message = texts::file_unknown_key(name.get_ref().as_ref(), self.table.name.as_str());
                let help = match nearest(name.get_ref(), names()) {
                    Some(meant) => texts::file_nearest(meant),
                    None => texts::file_keys_help(names().collect::<Vec<_>>().join(", "), self.table.name.as_str()),
                };
                self.findings.push(error("plan-unknown-key", message).help(help).at(place(name)));
            }
        }
    }

    fn missing_keys(&mut self) {
        let content = self.content;
        let needed = |key: &&Key| key.required || key.required_with.as_ref().is_some_and(|(other, word)| says(content, other, word));
        let missing = |key: &&Key| content.get(key.name.as_str()).is_none();
        for key in self.table.keys.iter().filter(needed).filter(missing) {
            let message = texts::file_missing_key(key.name.as_str(), self.table.name.as_str());
            self.findings.push(error("plan-missing-key", message).help(texts::file_missing_key_help(key.name.as_str())).at(self.span));
        }
    }

    fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.content.get(key)
    }

    fn key(&self, name: &str) -> Option<&'static Key> {
        schema().keys(self.table).find(|key| key.name == name)
    }

    fn wrong_type(&mut self, key: &str, span: Span) {
        let mut finding = error("plan-wrong-type", texts::file_wrong_type(key));
        if let Some(known) = self.key(key) {
            finding = finding.help(expected(known.kind));
        }
        self.findings.push(finding.at(span));
    }

    /// The text of a value, where the key may hold it.
    fn text_of(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let amount = self.key(key).is_some_and(|key| key.kind == Kind::Amount);
        let text = match value.get_ref() {
            DeValue::String(text) => Some(text.clone().into_owned()),
            DeValue::Integer(number) if amount => {
                i64::from_str_radix(number.as_str(), number.radix()).ok().map(|number| number.to_string())
            }
            DeValue::Float(number) if amount => Some(number.as_str().to_owned()),
            _ => None,
        };
        match &text {
            Some(text) => self.note(key, text, place(value)),
            None => self.wrong_type(key, place(value)),
        }
        text
    }

    /// Keeps ids and references for the check at the end.
    fn note(&mut self, name: &str, text: &str, span: Span) {
        let Some(key) = self.key(name) else { return };
        match (key.kind, &key.of) {
            (Kind::Id, _) => {
                let within = self.table.within.as_deref().and_then(|key| self.content.get(key)?.get_ref().as_str());
                self.references.defined(&self.table.name, within, text, span);
            }
            (Kind::One | Kind::Some | Kind::Ranks, Some(of)) if !key.or.iter().any(|word| word == text) => {
                self.references.used(of, text, span)
            }
            (Kind::Honour, _) => {
                let reference = Reference { naming: Naming::Honour, name: text.to_owned(), within: None, span };
                self.references.foreign.push(reference);
            }
            _ => {}
        }
    }

    fn bad_date(&mut self, text: &str, span: Span, help: Text) {
        self.findings.push(error("plan-bad-date", texts::file_bad_date(text)).help(help).at(span));
    }

    /// What a reading of the language of criteria gave; its names are kept for the check at the end.
    fn read<T>(&mut self, reading: Reading<T>) -> Option<T> {
        self.findings.extend(reading.findings);
        self.references.named(reading.references);
        reading.value
    }

    fn rank(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<RankKey> {
        match value.get_ref() {
            DeValue::String(_) => self.text_of(key, value).map(RankKey::Criterion),
            DeValue::Table(_) => {
                let reading = read_quantity(&Node::of_toml(value));
                self.read(reading).map(RankKey::Quantity)
            }
            _ => {
                self.wrong_type(key, place(value));
                None
            }
        }
    }

    fn inner<E: Entry>(&mut self, key: &str, value: &'a Spanned<DeValue<'a>>) -> Option<E> {
        let record = self.key(key).and_then(|key| schema().record(key.of.as_deref()?))?;
        let DeValue::Table(content) = value.get_ref() else {
            self.wrong_type(key, place(value));
            return None;
        };
        let mut entry = E::default();
        entry.fields(&mut Reader::new(record, content, place(value), self.findings, self.references));
        Some(entry)
    }
}

impl Fields for Reader<'_> {
    fn words(&mut self, key: &'static str, value: &mut String) {
        if let Some(text) = self.value(key).and_then(|found| self.text_of(key, found)) {
            *value = text;
        }
    }

    fn text(&mut self, key: &'static str, value: &mut Option<String>) {
        *value = self.value(key).and_then(|found| self.text_of(key, found));
    }

    fn texts(&mut self, key: &'static str, value: &mut Vec<String>) {
        let Some(found) = self.value(key) else { return };
        let single = self.key(key).is_some_and(|key| matches!(key.kind, Kind::Bodies | Kind::Some));
        match found.get_ref() {
            DeValue::Array(items) => {
                for item in items.iter() {
                    value.extend(self.text_of(key, item));
                }
            }
            DeValue::String(_) if single => value.extend(self.text_of(key, found)),
            _ => self.wrong_type(key, place(found)),
        }
    }

    fn number(&mut self, key: &'static str, value: &mut Option<i64>) {
        let Some(found) = self.value(key) else { return };
        *value = match found.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if value.is_none() {
            self.wrong_type(key, place(found));
        }
    }

    fn flag(&mut self, key: &'static str, value: &mut Option<bool>) {
        let Some(found) = self.value(key) else { return };
        *value = found.get_ref().as_bool();
        if value.is_none() {
            self.wrong_type(key, place(found));
        }
    }

    fn day(&mut self, key: &'static str, value: &mut Option<Date>) {
        let Some(found) = self.value(key) else { return };
        let Some(text) = date_text(found.get_ref()) else {
            self.wrong_type(key, place(found));
            return;
        };
        match text.parse() {
            Ok(When::Day(day)) => *value = Some(day),
            _ => self.bad_date(&text, place(found), texts::file_day_help()),
        }
    }

    fn when(&mut self, key: &'static str, value: &mut Option<When>) {
        let Some(found) = self.value(key) else { return };
        let Some(text) = date_text(found.get_ref()) else {
            self.wrong_type(key, place(found));
            return;
        };
        match text.parse() {
            Ok(when) => *value = Some(when),
            Err(_) => self.bad_date(&text, place(found), texts::file_when_help()),
        }
    }

    fn recurs(&mut self, value: &mut Option<Recurrence>, date: Option<When>) {
        let Some(found) = self.value("recurs") else { return };
        let all = [Recurrence::None, Recurrence::Yearly, Recurrence::Quarterly, Recurrence::Monthly];
        let said = found.get_ref().as_str().and_then(|word| all.into_iter().find(|recurs| recurs.word() == word));
        match (said, date) {
            (None, _) => {
                let finding = error("plan-bad-value", texts::file_bad_value("recurs"));
                let help = texts::file_values_help(all.map(Recurrence::word).join(", "));
                self.findings.push(finding.help(help).at(place(found)));
            }
            (Some(said), Some(date)) if date.recurrence() != said => {
                let message = texts::file_recurs(date.to_string(), said.word());
                self.findings.push(error("plan-recurs", message).help(texts::file_recurs_help()).at(place(found)));
            }
            (Some(said), None) if said != Recurrence::None => *value = Some(said),
            _ => {}
        }
    }

    fn choice<C: Choice>(&mut self, key: &'static str, value: &mut Option<C>) {
        let Some(found) = self.value(key) else { return };
        *value = found.get_ref().as_str().and_then(C::from_word);
        if value.is_none() {
            let words = || C::ALL.iter().map(|choice| choice.word());
            let meant = found.get_ref().as_str().and_then(|word| nearest(word, words()));
            let help = match meant {
                Some(meant) => texts::file_nearest(meant),
                None => texts::file_values_help(words().collect::<Vec<_>>().join(", ")),
            };
            self.findings.push(error("plan-bad-value", texts::file_bad_value(key)).help(help).at(place(found)));
        }
    }

    fn record<E: Entry>(&mut self, key: &'static str, value: &mut Option<E>) {
        *value = self.value(key).and_then(|found| self.inner(key, found));
    }

    fn records<E: Entry>(&mut self, key: &'static str, value: &mut Vec<E>) {
        let Some(found) = self.value(key) else { return };
        match found.get_ref() {
            DeValue::Array(items) => items.iter().for_each(|item| value.extend(self.inner(key, item))),
            _ => self.wrong_type(key, place(found)),
        }
    }

    fn amount(&mut self, key: &'static str, value: &mut Option<u32>) {
        let Some(found) = self.value(key) else { return };
        *value = whole(found.get_ref());
        if value.is_none() {
            self.wrong_type(key, place(found));
        }
    }

    fn percentage(&mut self, key: &'static str, value: &mut Option<Decimal>) {
        let Some(found) = self.value(key) else { return };
        let text = match found.get_ref() {
            DeValue::String(text) => Some(text.trim().trim_end_matches('%').trim_end()),
            DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str()),
            DeValue::Float(number) => Some(number.as_str()),
            _ => None,
        };
        let sound = |number: &Decimal| (Decimal::ZERO..=HUNDRED).contains(number);
        *value = text.and_then(|text| text.parse().ok()).filter(sound);
        if value.is_none() {
            self.wrong_type(key, place(found));
        }
    }

    fn rule(&mut self, key: &'static str, value: &mut Option<Rule>) {
        let Some(found) = self.value(key) else { return };
        let owner = self.value("id").and_then(|id| id.get_ref().as_str());
        let reading = read_rule(&Node::of_toml(found), owner);
        *value = self.read(reading);
    }

    fn quota(&mut self, key: &'static str, value: &mut Option<Quota>) {
        let Some(found) = self.value(key) else { return };
        *value = match found.get_ref() {
            DeValue::String(words) => Some(Quota::Words(words.clone().into_owned())),
            DeValue::Table(_) => self.inner(key, found).map(Quota::Rule),
            number => whole(number).map(Quota::Number),
        };
        if value.is_none() {
            self.wrong_type(key, place(found));
        }
    }

    fn ranks(&mut self, key: &'static str, value: &mut Vec<RankKey>) {
        let Some(found) = self.value(key) else { return };
        match found.get_ref() {
            DeValue::Array(items) => items.iter().for_each(|item| value.extend(self.rank(key, item))),
            _ => value.extend(self.rank(key, found)),
        }
    }

    fn origin(&mut self, value: &mut Origin) {
        value.span = Some(self.span);
        let mut clause = None;
        self.text("clause", &mut clause);
        value.clause = clause.map(Address);
        self.texts("guessed", &mut value.guessed);
        for key in &value.guessed {
            if self.table.key(key).is_none() {
                let message = texts::file_unknown_guess(key, self.table.name.as_str());
                let finding = Finding::new("plan-unknown-key", Severity::Warning, message);
                self.findings.push(finding.at(self.value("guessed").map_or(self.span, place)));
            }
        }
    }

    fn span(&mut self, value: &mut Option<Span>) {
        *value = Some(self.span);
    }
}

/// Whether a key has that word as its value.
fn says(content: &DeTable<'_>, key: &str, word: &str) -> bool {
    content.get(key).and_then(|value| value.get_ref().as_str()) == Some(word)
}

/// A hundred percent.
const HUNDRED: Decimal = Decimal::from_thousandths(100_000);

/// A whole number that counts things.
fn whole(value: &DeValue<'_>) -> Option<u32> {
    match value {
        DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
        _ => None,
    }
}

/// What stands for a date: a text, a date of TOML without time, or a year as a number.
fn date_text(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.clone().into_owned()),
        DeValue::Datetime(date) if date.time.is_none() => date.date.map(|date| date.to_string()),
        DeValue::Integer(year) if year.radix() == 10 => Some(year.as_str().to_owned()),
        _ => None,
    }
}

fn expected(kind: Kind) -> Text {
    match kind {
        Kind::Id | Kind::Text | Kind::Honour | Kind::One | Kind::Choice | Kind::Recurs => texts::file_expected_text(),
        Kind::Texts => texts::file_expected_texts(),
        Kind::Bodies | Kind::Some => texts::file_expected_some(),
        Kind::Amount => texts::file_expected_amount(),
        Kind::Number => texts::file_expected_number(),
        Kind::Flag => texts::file_expected_flag(),
        Kind::Day => texts::file_day_help(),
        Kind::When => texts::file_when_help(),
        Kind::Record => texts::file_expected_record(),
        Kind::Records => texts::file_expected_records(),
        Kind::Count => texts::file_expected_count(),
        Kind::Percentage => texts::file_expected_percentage(),
        Kind::Rule => texts::file_expected_rule(),
        Kind::Quota => texts::file_expected_quota(),
        Kind::Ranks => texts::file_expected_ranks(),
    }
}
