//! Entries and their differences, in words and as JSON.

use std::fmt::Write;

use phongtrao_diagnostic::{Language, Words};
use phongtrao_rules::diff::{Change, Difference};
use phongtrao_rules::{Confidence, Entry, Packs};
use phongtrao_value::Date;
use serde_json::{Map, Value, json as value};

use crate::texts;

/// Keys that are said in words, not as keys.
const SAID: [&str; 8] = ["id", "name_vi", "name_en", "source", "confidence", "from", "to", "doubt"];

fn name<'e>(entry: &'e Entry, words: &Words) -> &'e str {
    match words.language() {
        Language::Vietnamese => &entry.head.name_vi,
        Language::English => &entry.head.name_en,
    }
}

/// When it holds, in words.
fn validity(entry: &Entry, words: &Words) -> String {
    let text = match (entry.head.from, entry.head.to) {
        (Some(from), Some(to)) => texts::rules_from_to(from, to),
        (Some(from), None) => texts::rules_from(from),
        (None, Some(to)) => texts::rules_to(to),
        (None, None) => texts::rules_always(),
    };
    words.say(&text)
}

fn confidence(entry: &Entry, words: &Words) -> String {
    let text = match entry.head.confidence {
        Confidence::Read => texts::rules_read(),
        Confidence::Quoted => texts::rules_quoted(),
        Confidence::Inferred => texts::rules_inferred(),
        Confidence::Unknown => texts::rules_not_known(),
    };
    words.say(&text)
}

/// The day for which cautions are given: the day that was asked for, else the last one of the entry.
fn day_of(entry: &Entry, on: Option<Date>) -> Date {
    on.or(entry.head.to).unwrap_or(Date::MAX)
}

fn cautions(entry: &Entry, packs: &Packs, on: Option<Date>, words: &Words) -> Vec<String> {
    packs.cautions(entry, day_of(entry, on)).iter().map(|text| words.say(text)).collect()
}

/// An entry on one line.
pub(super) fn line(entry: &Entry, words: &Words) -> String {
    format!(
        "{:12} {:44} {} · {} · {}",
        entry.kind.word(),
        entry.head.id,
        name(entry, words),
        validity(entry, words),
        confidence(entry, words)
    )
}

/// An entry with all that it says.
pub(super) fn whole(entry: &Entry, packs: &Packs, on: Option<Date>, words: &Words) -> String {
    let mut out = format!("{} [{}] {}\n", entry.head.id, entry.kind.word(), name(entry, words));
    let mut put = |label: phongtrao_diagnostic::Text, said: &str| {
        let _ = writeln!(out, "  {}: {said}", words.say(&label));
    };
    put(texts::rules_label_validity(), &validity(entry, words));
    put(texts::rules_label_source(), &entry.source);
    put(texts::rules_label_confidence(), &confidence(entry, words));
    put(texts::rules_label_pack(), &format!("{} ({})", entry.packs.join(" ← "), words.say(&texts::rules_checked_on(entry.checked))));
    cautions(entry, packs, on, words).iter().for_each(|caution| put(texts::rules_label_caution(), caution));
    for (key, said) in entry.keys().iter().filter(|(key, _)| !SAID.contains(&key.as_str())) {
        let _ = writeln!(out, "    {key} = {said}");
    }
    out.push('\n');
    out
}

/// Entries as JSON, their own keys as they are written.
pub(super) fn json(entries: &[&Entry], packs: &Packs, on: Option<Date>, words: &Words) -> String {
    let one = |entry: &&Entry| {
        let keys: Map<String, Value> =
            entry.keys().into_iter().filter(|(key, _)| !SAID.contains(&key.as_str())).map(|(key, said)| (key, said.into())).collect();
        value!({
            "id": entry.head.id,
            "kind": entry.kind.word(),
            "name_vi": entry.head.name_vi,
            "name_en": entry.head.name_en,
            "from": entry.head.from.map(|day| day.to_string()),
            "to": entry.head.to.map(|day| day.to_string()),
            "source": entry.source,
            "confidence": entry.head.confidence.word(),
            "packs": entry.packs,
            "checked": entry.checked.to_string(),
            "cautions": cautions(entry, packs, on, words),
            "keys": keys,
        })
    };
    let entries: Vec<Value> = entries.iter().map(one).collect();
    serde_json::to_string_pretty(&entries).unwrap_or_default()
}

/// Differences in words.
pub(super) fn changes(changes: &[Change], words: &Words) -> String {
    if changes.is_empty() {
        return format!("{}\n", words.say(&texts::rules_same()));
    }
    let mut out = String::new();
    for change in changes {
        let from = change.from.map(|day| format!(" ({})", words.say(&texts::rules_from(day)))).unwrap_or_default();
        let (sign, keys) = match &change.difference {
            Difference::Added => ('+', None),
            Difference::Removed => ('-', None),
            Difference::Changed(keys) => ('~', Some(keys)),
        };
        let _ = writeln!(out, "{sign} {} [{}]{from}", change.id, change.kind.word());
        for key in keys.into_iter().flatten() {
            let said = |value: &Option<String>| value.clone().unwrap_or_else(|| words.say(&texts::rules_nothing()));
            let _ = writeln!(out, "    {}: {} → {}", key.key, said(&key.before), said(&key.after));
        }
    }
    out
}

/// Differences as JSON.
pub(super) fn changes_json(changes: &[Change]) -> String {
    let one = |change: &Change| {
        let (difference, keys) = match &change.difference {
            Difference::Added => ("added", None),
            Difference::Removed => ("removed", None),
            Difference::Changed(keys) => ("changed", Some(keys)),
        };
        let keys: Vec<Value> =
            keys.into_iter().flatten().map(|key| value!({ "key": key.key, "before": key.before, "after": key.after })).collect();
        value!({
            "id": change.id,
            "kind": change.kind.word(),
            "from": change.from.map(|day| day.to_string()),
            "difference": difference,
            "keys": keys,
        })
    };
    let changes: Vec<Value> = changes.iter().map(one).collect();
    format!("{}\n", serde_json::to_string_pretty(&changes).unwrap_or_default())
}
