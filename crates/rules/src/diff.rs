//! What two sets of packs say differently, entry by entry and key by key.

use std::collections::BTreeMap;

use phongtrao_value::Date;

use crate::entries::{Entry, Kind};

/// An entry that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The first day of the version that differs, where it has one.
    pub from: Option<Date>,
    /// What differs.
    pub difference: Difference,
}

/// What differs of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// Only the second set has it.
    Added,
    /// Only the first set has it.
    Removed,
    /// Both have it.
    Changed(Vec<KeyChange>),
}

/// A key that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyChange {
    /// The key, inner ones joined by dots.
    pub key: String,
    /// Its value in the first set.
    pub before: Option<String>,
    /// Its value in the second set.
    pub after: Option<String>,
}

/// What differs between all versions of two sets.
pub fn between<'a>(before: impl Iterator<Item = &'a Entry>, after: impl Iterator<Item = &'a Entry>) -> Vec<Change> {
    compare(before, after, |entry| (entry.head.id.clone(), entry.head.from))
}

/// What differs between the entries of two days, each with one version.
pub fn between_days<'a>(before: impl Iterator<Item = &'a Entry>, after: impl Iterator<Item = &'a Entry>) -> Vec<Change> {
    compare(before, after, |entry| (entry.head.id.clone(), None))
}

/// An entry in the first and in the second set.
type Pair<'a> = (Option<&'a Entry>, Option<&'a Entry>);

fn compare<'a>(
    before: impl Iterator<Item = &'a Entry>,
    after: impl Iterator<Item = &'a Entry>,
    key: impl Fn(&Entry) -> (String, Option<Date>),
) -> Vec<Change> {
    let mut pairs: BTreeMap<(String, Option<Date>), Pair<'_>> = BTreeMap::new();
    before.for_each(|entry| pairs.entry(key(entry)).or_default().0 = Some(entry));
    after.for_each(|entry| pairs.entry(key(entry)).or_default().1 = Some(entry));
    pairs.into_values().filter_map(|(before, after)| change(before, after)).collect()
}

fn change(before: Option<&Entry>, after: Option<&Entry>) -> Option<Change> {
    let entry = after.or(before)?;
    let difference = match (before, after) {
        (None, _) => Difference::Added,
        (_, None) => Difference::Removed,
        (Some(before), Some(after)) => Difference::Changed(keys(before, after)),
    };
    let changed = difference != Difference::Changed(Vec::new());
    changed.then(|| Change { id: entry.head.id.clone(), kind: entry.kind, from: entry.head.from, difference })
}

fn keys(before: &Entry, after: &Entry) -> Vec<KeyChange> {
    let (before, after): (BTreeMap<_, _>, BTreeMap<_, _>) = (before.keys().into_iter().collect(), after.keys().into_iter().collect());
    let mut all: Vec<&String> = before.keys().chain(after.keys()).collect();
    all.sort_unstable();
    all.dedup();
    let differs = all.into_iter().filter(|key| before.get(*key) != after.get(*key));
    differs.map(|key| KeyChange { key: key.clone(), before: before.get(key).cloned(), after: after.get(key).cloned() }).collect()
}
