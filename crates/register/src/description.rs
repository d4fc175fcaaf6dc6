//! The one description of the data folder: its tables and columns, their types, what they mean.
//!
//! It is data (`words/tables.toml`); reading, writing, the empty templates and `docs/data.md` follow it.

use std::sync::LazyLock;

use serde::Deserialize;

/// The format that is read and written.
pub const FORMAT: i64 = 1;

/// The file that says whose data the folder holds.
pub const SETTINGS: &str = "data.toml";

/// A table of the folder.
#[derive(Debug, Clone, Deserialize)]
pub struct Table {
    /// Its name: that of its file without the ending.
    pub name: String,
    /// Whether its facts are shown only to those who need them.
    #[serde(default)]
    pub sensitive: bool,
    /// Columns in all of which no two rows are equal; none where rows may be.
    #[serde(default)]
    pub unique: Vec<String>,
    /// What it is, in Vietnamese.
    pub vi: String,
    /// What it is, in English.
    pub en: String,
    /// Its columns in the order in which they are written.
    pub columns: Vec<Column>,
    /// `NAME.csv`
    #[serde(skip)]
    pub csv: String,
    /// `NAME.xlsx`
    #[serde(skip)]
    pub workbook: String,
}

/// A column.
#[derive(Debug, Clone, Deserialize)]
pub struct Column {
    /// Its name in the header row.
    pub name: String,
    /// What it is called in a workbook that people are given to write in; where nothing is said, by its name. Both are read.
    pub head: Option<String>,
    /// What its cells hold.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// The table that its cells name a row of.
    pub of: Option<String>,
    /// The words of a choice.
    #[serde(default)]
    pub values: Vec<String>,
    /// What an empty cell means.
    pub default: Option<String>,
    /// Whether no cell may be empty.
    #[serde(default)]
    pub required: bool,
    /// What it means, in Vietnamese.
    pub vi: String,
    /// What it means, in English.
    pub en: String,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Unique text, by which other rows refer to this one.
    Id,
    /// Text.
    Text,
    /// A word that criteria, packs and plans name: no white space in it.
    Word,
    /// Id of a person.
    Person,
    /// Id of a unit.
    Unit,
    /// Id of a household.
    Household,
    /// Id of a person, a unit or a household.
    Subject,
    /// Ids of units.
    Units,
    /// Id of a row of the table `of`.
    One,
    /// Whole number.
    Order,
    /// Whole number, not below nothing.
    Count,
    /// Year of four figures.
    Year,
    /// Number of up to three places.
    Amount,
    /// The same, from 0 to 100.
    Percent,
    /// Yes or no.
    Flag,
    /// Day.
    Day,
    /// Hour of the day.
    Hour,
    /// One of `values`.
    Choice,
}

#[derive(Deserialize)]
struct Tables {
    #[serde(rename = "table")]
    tables: Vec<Table>,
}

static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    let mut tables: Tables = toml::from_str(include_str!("../words/tables.toml")).expect("the description of the data folder is sound");
    for table in &mut tables.tables {
        table.csv = format!("{}.csv", table.name);
        table.workbook = format!("{}.xlsx", table.name);
    }
    tables.tables
});

/// The tables of the folder, in the order in which they are written.
pub fn tables() -> &'static [Table] {
    &TABLES
}

/// A table by its name.
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

/// The tables of a folder with nothing in them: the name of each file and its header row.
pub fn templates() -> impl Iterator<Item = (&'static str, String)> {
    TABLES.iter().map(|table| (table.csv.as_str(), table.header()))
}

impl Table {
    /// The place of a column that is called so in a workbook, from 0.
    pub fn position_of_head(&self, head: &str) -> Option<usize> {
        self.columns.iter().position(|known| known.head.as_deref() == Some(head))
    }

    /// The place of a column, from 0.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known.name == column)
    }

    /// The header row of an empty file.
    pub fn header(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        names.join(",") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_names_a_table_with_ids() {
        for column in tables().iter().flat_map(|table| &table.columns) {
            match (column.kind, &column.of) {
                (Kind::One, Some(of)) => {
                    let of = table(of).expect("a table of the folder");
                    assert!(of.columns.iter().any(|column| column.kind == Kind::Id), "{}", of.name);
                }
                (kind, of) => assert!(kind != Kind::One && of.is_none(), "{}", column.name),
            }
        }
    }

    #[test]
    fn what_is_unique_is_a_column() {
        assert!(tables().iter().all(|table| table.unique.iter().all(|column| table.position(column).is_some())));
    }

    #[test]
    fn choices_have_values_and_defaults_are_among_them() {
        for column in tables().iter().flat_map(|table| &table.columns) {
            assert_eq!(column.kind == Kind::Choice, !column.values.is_empty(), "{}", column.name);
            if let (Kind::Choice, Some(default)) = (column.kind, &column.default) {
                assert!(column.values.contains(default), "{}", column.name);
            }
        }
    }
}
