//! Where the keys of a completion stand, in its own file and in the plan that it was laid over.

use std::collections::BTreeMap;

use phongtrao_diagnostic::Span;
use toml::de::{DeTable, DeValue};

use super::complete::Given;
use super::read::place;

/// The places of all keys of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Set {
    entries: BTreeMap<String, Vec<EntryPlaces>>,
}

#[derive(Debug, Clone)]
struct EntryPlaces {
    span: Span,
    /// Of each key its own place and that of its value.
    keys: BTreeMap<String, (Span, Span)>,
}

impl Set {
    pub(super) fn of(text: &str) -> Set {
        let (root, _) = DeTable::parse_recoverable(text);
        let mut set = Set::default();
        for (name, value) in root.get_ref().iter() {
            let entries = match value.get_ref() {
                DeValue::Table(keys) => vec![of_entry(keys, place(value))],
                DeValue::Array(items) => items
                    .iter()
                    .filter_map(|item| match item.get_ref() {
                        DeValue::Table(keys) => Some(of_entry(keys, place(item))),
                        _ => None,
                    })
                    .collect(),
                _ => Vec::new(),
            };
            set.entries.insert(name.get_ref().clone().into_owned(), entries);
        }
        set
    }

    /// The place of an entry.
    pub(super) fn entry(&self, table: &str, index: usize) -> Option<Span> {
        Some(self.at(table, index)?.span)
    }

    /// The place of the value of a key.
    pub(super) fn value(&self, table: &str, index: usize, key: &str) -> Option<Span> {
        Some(self.at(table, index)?.keys.get(key)?.1)
    }

    fn at(&self, table: &str, index: usize) -> Option<&EntryPlaces> {
        self.entries.get(table)?.get(index)
    }
}

fn of_entry(keys: &DeTable<'_>, span: Span) -> EntryPlaces {
    let keys = keys.iter().map(|(name, value)| (name.get_ref().clone().into_owned(), (place(name), place(value))));
    EntryPlaces { span, keys: keys.collect() }
}

/// Places of a plan with those of the completion that they come from.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    pairs: Vec<(Span, Span)>,
}

impl Places {
    /// The places of a laid plan; of each entry of each table it is known which entry of the completion gave which keys.
    pub(super) fn between(text: &str, completion: &Set, origins: &BTreeMap<&str, Vec<Option<Given>>>) -> Places {
        let laid = Set::of(text);
        let mut pairs = Vec::new();
        for (table, entries) in origins {
            let given = entries.iter().enumerate().filter_map(|(index, given)| Some((laid.at(table, index)?, given.as_ref()?)));
            for (now, (index, keys)) in given {
                let Some(own) = completion.at(table, *index) else { continue };
                pairs.push((now.span, own.span));
                for key in keys {
                    if let (Some(now), Some(own)) = (now.keys.get(key), own.keys.get(key)) {
                        pairs.extend([(now.0, own.0), (now.1, own.1)]);
                    }
                }
            }
        }
        Places { pairs }
    }

    /// The closest place around a place of the plan.
    pub(super) fn of(&self, span: Span) -> Option<Span> {
        let around = self.pairs.iter().filter(|(now, _)| now.holds(span));
        let (now, own) = around.min_by_key(|(now, _)| now.end - now.start)?;
        // A value of the same length is the same text: the place within it is kept.
        if now.end - now.start == own.end - own.start {
            return Some(Span { start: own.start + (span.start - now.start), end: own.start + (span.end - now.start) });
        }
        Some(*own)
    }
}
