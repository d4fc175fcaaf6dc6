//! References that follow what a completion renames or leaves out.

use std::collections::BTreeMap;

use toml_edit::{Item, Value};

use super::Slot;
use crate::file::schema::{self, Kind};

/// References of the taken plan follow new ids; those to what was left out go with it.
pub(super) fn follow(tables: &mut [(&'static schema::Table, Vec<Slot>)], renamed: &[(&str, String, String)], dropped: &[(&str, String)]) {
    let ids: BTreeMap<(&str, &str), Option<&str>> = renamed
        .iter()
        .map(|(table, old, new)| ((*table, old.as_str()), Some(new.as_str())))
        .chain(dropped.iter().map(|(table, id)| ((*table, id.as_str()), None)))
        .collect();
    if ids.is_empty() {
        return;
    }
    for (table, slots) in tables {
        for key in table.keys.iter().filter(|key| matches!(key.kind, Kind::One | Kind::Some | Kind::Ranks)) {
            let Some(of) = key.of.as_deref() else { continue };
            for slot in slots.iter_mut() {
                let is_given = slot.given.as_ref().is_some_and(|(_, keys)| keys.contains(&key.name));
                let now = |id: &str| ids.get(&(of, id)).copied();
                if !is_given && let Some(Followed::Gone) = slot.content.get_mut(&key.name).map(|item| followed(item, &now)) {
                    slot.content.remove(&key.name);
                }
            }
        }
    }
}

enum Followed {
    Stays,
    Gone,
}

/// Puts the ids of now into a value.
fn followed<'a>(item: &mut Item, now: &impl Fn(&str) -> Option<Option<&'a str>>) -> Followed {
    match item {
        Item::Value(Value::Array(list)) => {
            list.retain(|value| value.as_str().and_then(now) != Some(None));
            for value in list.iter_mut() {
                if let Some(Some(id)) = value.as_str().and_then(now) {
                    *value = id.into();
                }
            }
            if list.is_empty() { Followed::Gone } else { Followed::Stays }
        }
        Item::Value(value) => match value.as_str().and_then(now) {
            Some(Some(id)) => {
                *value = id.into();
                Followed::Stays
            }
            Some(None) => Followed::Gone,
            None => Followed::Stays,
        },
        _ => Followed::Stays,
    }
}
