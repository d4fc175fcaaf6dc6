//! A `plan.toml` that is edited by a program and keeps what people wrote into it: comments, order, spelling.

use std::fmt;

use phongtrao_diagnostic::Finding;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, Value};

use crate::Plan;

use super::read::{MOST_BYTES, read};
use super::schema::schema;

/// A `plan.toml` with all that stands in it.
#[derive(Debug, Clone)]
pub struct PlanFile {
    document: DocumentMut,
}

/// Which entry of a table is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry<'a> {
    /// The entry with this id.
    Id(&'a str),
    /// The entry at this place, from 0; the one table of `[name]` is at 0.
    Index(usize),
}

/// An edit that can't be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The format has no such table.
    #[error("no table {0}")]
    UnknownTable(String),
    /// The table has no such key.
    #[error("no key {1} in {0}")]
    UnknownKey(String, String),
    /// The file has no such entry.
    #[error("no such entry in {0}")]
    UnknownEntry(String),
}

impl PlanFile {
    /// The file of a text; the findings of reading it when it is no TOML.
    pub fn parse(text: &str) -> Result<PlanFile, Vec<Finding>> {
        match parse(text) {
            Some(document) => Ok(PlanFile { document }),
            None => Err(read(text).1),
        }
    }

    /// The plan that stands in it, and what is wrong with it.
    pub fn plan(&self) -> (Plan, Vec<Finding>) {
        read(&self.to_string())
    }

    /// Sets a key of an entry. The comments at the key stay; a new key comes where the description puts it.
    pub fn set(&mut self, table: &str, entry: Entry<'_>, key: &str, value: impl Into<Value>) -> Result<(), EditError> {
        let described = described(table, key)?;
        let content = self.entry(table, entry)?;
        let mut value = value.into();
        match content.get_mut(key).and_then(Item::as_value_mut) {
            Some(old) => {
                *value.decor_mut() = old.decor().clone();
                *old = value;
            }
            None => {
                content.insert(key, Item::Value(value));
                content
                    .sort_values_by(|left, _, right, _| schema().rank(described, left.get()).cmp(&schema().rank(described, right.get())));
            }
        }
        Ok(())
    }

    /// Takes a key out of an entry, with the comments at it.
    pub fn unset(&mut self, table: &str, entry: Entry<'_>, key: &str) -> Result<(), EditError> {
        described(table, key)?;
        self.entry(table, entry)?.remove(key);
        Ok(())
    }

    /// Adds an empty entry after the last of its table and says where it is.
    pub fn add(&mut self, table: &str) -> Result<Entry<'static>, EditError> {
        let described = schema().table(table).ok_or_else(|| EditError::UnknownTable(table.to_owned()))?;
        let root = self.document.as_table_mut();
        if described.many {
            let entries = root.entry(table).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
            let entries = entries.as_array_of_tables_mut().ok_or_else(|| EditError::UnknownEntry(table.to_owned()))?;
            // An entry stands right after the last of its table; a new table stands at the end of the file.
            let mut entry = Table::new();
            entry.set_position(entries.iter().filter_map(Table::position).max());
            entries.push(entry);
            return Ok(Entry::Index(entries.len() - 1));
        }
        root.entry(table).or_insert_with(|| Item::Table(Table::new()));
        Ok(Entry::Index(0))
    }

    fn entry(&mut self, table: &str, entry: Entry<'_>) -> Result<&mut Table, EditError> {
        let unknown = || EditError::UnknownEntry(table.to_owned());
        match (self.document.get_mut(table).ok_or_else(unknown)?, entry) {
            (Item::Table(content), Entry::Index(0)) => Ok(content),
            (Item::Table(content), Entry::Id(id)) if has_id(content, id) => Ok(content),
            (Item::ArrayOfTables(entries), Entry::Index(index)) => entries.get_mut(index).ok_or_else(unknown),
            (Item::ArrayOfTables(entries), Entry::Id(id)) => entries.iter_mut().find(|entry| has_id(entry, id)).ok_or_else(unknown),
            _ => Err(unknown()),
        }
    }
}

impl fmt::Display for PlanFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.document.fmt(f)
    }
}

/// The document of a text, when it is TOML and no longer than a plan can be.
pub(super) fn parse(text: &str) -> Option<DocumentMut> {
    if text.len() > MOST_BYTES { None } else { text.parse().ok() }
}

fn described(table: &str, key: &str) -> Result<&'static super::schema::Table, EditError> {
    let described = schema().table(table).ok_or_else(|| EditError::UnknownTable(table.to_owned()))?;
    let known = described.free || schema().keys(described).any(|known| known.name == key);
    if known { Ok(described) } else { Err(EditError::UnknownKey(table.to_owned(), key.to_owned())) }
}

fn has_id(content: &Table, id: &str) -> bool {
    content.get("id").and_then(Item::as_str) == Some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"format = 1

# Xem lại với phòng Tổng hợp.
[plan]
title = "Phong trào Đọc sách"   # tạm

# Vòng trường
[[award]]
id = "giay-khen"
# chưa chốt
quota = "hai mươi"
name = "Giấy khen"

[[milestone]]
id = "m1"
label = "Phát động"
"#;

    fn file() -> PlanFile {
        PlanFile::parse(FILE).expect("the file above is TOML")
    }

    #[test]
    fn a_file_that_nobody_edits_stays_as_it_is() {
        assert_eq!(file().to_string(), FILE);
    }

    #[test]
    fn setting_a_key_keeps_the_comments_at_it() {
        let mut file = file();
        file.set("plan", Entry::Index(0), "title", "Phong trào Đọc sách mỗi ngày").expect("the key is there");
        file.set("award", Entry::Id("giay-khen"), "quota", 20).expect("the key is there");
        let expected = FILE.replace("\"Phong trào Đọc sách\"", "\"Phong trào Đọc sách mỗi ngày\"").replace("\"hai mươi\"", "20");
        assert_eq!(file.to_string(), expected);
    }

    #[test]
    fn a_new_key_comes_where_the_description_puts_it() {
        let mut file = file();
        file.set("milestone", Entry::Id("m1"), "due", "2026-03").expect("the key is known");
        assert!(file.to_string().ends_with("label = \"Phát động\"\ndue = \"2026-03\"\n"));
    }

    #[test]
    fn a_new_entry_comes_after_the_last_of_its_table() {
        let mut file = file();
        let entry = file.add("award").expect("the table is known");
        file.set("award", entry, "id", "bang-khen").expect("the key is known");
        let text = file.to_string();
        let (award, milestone) = (text.find("bang-khen"), text.find("[[milestone]]"));
        assert!(award.is_some() && award < milestone, "{text}");
    }

    #[rstest::rstest]
    #[case("plan", Entry::Index(0), "colour", EditError::UnknownKey("plan".into(), "colour".into()))]
    #[case("prize", Entry::Index(0), "id", EditError::UnknownTable("prize".into()))]
    #[case("award", Entry::Id("none"), "id", EditError::UnknownEntry("award".into()))]
    fn what_can_not_be_edited_is_refused(#[case] table: &str, #[case] entry: Entry<'_>, #[case] key: &str, #[case] error: EditError) {
        assert_eq!(file().set(table, entry, key, "x"), Err(error));
    }
}
