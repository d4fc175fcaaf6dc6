//! The one description of `plan.toml`: its tables and keys, their order, their types, what they mean.
//!
//! It is data (`words/plan-file.toml`); reading, writing, the order of keys, and the documentation follow it.

use std::sync::LazyLock;

use serde::Deserialize;

/// The tables of `plan.toml`, in the order in which they are written, and the records that their keys hold.
#[derive(Debug, Deserialize)]
pub struct Schema {
    /// `[name]` and `[[name]]`.
    #[serde(rename = "table")]
    pub tables: Vec<Table>,
    /// Inline tables; `origin` holds the keys of every entry.
    #[serde(rename = "record")]
    pub records: Vec<Table>,
}

/// A table or a record.
#[derive(Debug, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Whether it is `[[name]]`.
    #[serde(default)]
    pub many: bool,
    /// Whether it has the keys of every entry, `clause` and `guessed`.
    #[serde(default)]
    pub entry: bool,
    /// Whether its keys are free names.
    #[serde(default)]
    pub free: bool,
    /// The key within whose value ids are unique; otherwise they are unique in the table.
    pub within: Option<String>,
    /// The key by which a completion's entries meet those of the text, where entries have no id.
    pub meets: Option<String>,
    /// What it is, in Vietnamese.
    pub vi: String,
    /// What it is, in English.
    pub en: String,
    /// Its keys in the order in which they are written.
    pub keys: Vec<Key>,
}

/// A key.
#[derive(Debug, Deserialize)]
pub struct Key {
    /// Its name.
    pub name: String,
    /// What its value is.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// The table or record that its value names or holds.
    pub of: Option<String>,
    /// Words that may stand in place of an id.
    #[serde(default)]
    pub or: Vec<String>,
    /// The words of a choice.
    #[serde(default)]
    pub values: Vec<String>,
    /// Whether an entry is nothing without it.
    #[serde(default)]
    pub required: bool,
    /// The key and its value beside which the entry is nothing without this one.
    pub required_with: Option<(String, String)>,
    /// What it means, in Vietnamese.
    pub vi: String,
    /// What it means, in English.
    pub en: String,
}

/// What the value of a key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Unique text, by which others refer to the entry.
    Id,
    /// Text.
    Text,
    /// List of texts.
    Texts,
    /// One text, or a list.
    Bodies,
    /// Text or a whole number.
    Amount,
    /// Whole number.
    Number,
    /// True or false.
    Flag,
    /// A day.
    Day,
    /// A date as exactly as the text says it.
    When,
    /// How often the date before it comes back.
    Recurs,
    /// One of the words in `values`.
    Choice,
    /// An id.
    One,
    /// One id, or a list.
    Some,
    /// An inline table.
    Record,
    /// A list of inline tables.
    Records,
    /// A whole number, not below nothing.
    Count,
    /// A percentage, with or without its sign.
    Percentage,
    /// Id of an honour of a pack.
    Honour,
    /// A criterion.
    Rule,
    /// A text, a whole number, or an inline table.
    Quota,
    /// What is ranked by: ids, numbers of the language of criteria.
    Ranks,
}

static SCHEMA: LazyLock<Schema> = LazyLock::new(|| {
    // The data stands in this crate; the test below reads it.
    toml::from_str(include_str!("../../words/plan-file.toml")).expect("the description of plan.toml is sound")
});

/// The description of `plan.toml`.
pub fn schema() -> &'static Schema {
    &SCHEMA
}

/// The format that is read and written.
pub const FORMAT: i64 = 1;

impl Schema {
    /// A table by its name.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// A record by its name.
    pub fn record(&self, name: &str) -> Option<&Table> {
        self.records.iter().find(|record| record.name == name)
    }

    /// The keys of every entry.
    fn origin(&self) -> &[Key] {
        self.record("origin").map(|record| record.keys.as_slice()).unwrap_or_default()
    }

    /// The keys of a table in the order in which they are written, with those of every entry.
    pub fn keys<'a>(&'a self, table: &'a Table) -> impl Iterator<Item = &'a Key> + Clone {
        let origin = if table.entry { self.origin() } else { &[] };
        table.keys.iter().chain(origin)
    }

    /// The place of a key in the order of its table; unknown keys come after all others.
    pub fn rank(&self, table: &Table, key: &str) -> usize {
        self.keys(table).position(|known| known.name == key).unwrap_or(usize::MAX)
    }
}

impl Table {
    /// A key of its own by its name.
    pub fn key(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_names_a_table_and_every_record_is_described() {
        let schema = schema();
        for table in schema.tables.iter().chain(&schema.records) {
            for key in &table.keys {
                let of = key.of.as_deref().unwrap_or_default();
                match key.kind {
                    Kind::One | Kind::Some | Kind::Ranks => assert!(schema.table(of).is_some(), "{}.{}", table.name, key.name),
                    Kind::Record | Kind::Records | Kind::Quota => assert!(schema.record(of).is_some(), "{}.{}", table.name, key.name),
                    Kind::Choice => assert!(!key.values.is_empty(), "{}.{}", table.name, key.name),
                    _ => assert!(key.of.is_none(), "{}.{}", table.name, key.name),
                }
            }
        }
    }

    #[test]
    fn what_is_referred_to_has_an_id() {
        let schema = schema();
        for key in schema.tables.iter().flat_map(|table| &table.keys) {
            if let (Kind::One | Kind::Some, Some(of)) = (key.kind, &key.of) {
                let table = schema.table(of).expect("a table, by the test above");
                assert!(table.key("id").is_some_and(|id| id.kind == Kind::Id), "{of}");
            }
        }
    }
}
