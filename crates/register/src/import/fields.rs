//! What a column of a spreadsheet can be taken for: a column of the table, or one of the fields from which such a column is made.

use phongtrao_diagnostic::{Language, Text};

use super::words::words;
use crate::description::{self, Column, Table};
use crate::texts;

/// The name of whom a row is of.
pub(super) const OF_NAME: &str = "of.name";
/// Their unit.
pub(super) const OF_UNIT: &str = "of.unit";
/// Their date of birth.
pub(super) const OF_BORN: &str = "of.born";
/// Family and middle name.
pub(super) const FAMILY: &str = "family";
/// Given name.
pub(super) const GIVEN: &str = "given";
/// A mark, or the date of birth, of men.
pub(super) const MALE: &str = "male";
/// The same of women.
pub(super) const FEMALE: &str = "female";

/// The table of units, which rows of every list can name.
pub(super) const UNITS: &str = "units";
/// The table of people.
pub(super) const PEOPLE: &str = "people";
/// The table whose rows are made of a list of people besides.
pub(super) const POSTS: &str = "posts";

/// The table of what people set out to reach.
pub(super) const REGISTRATIONS: &str = "registrations";

/// Whether several columns of a list may be of one field, each a row of its own: a title in one, a form of commendation in the next, and whoever registers or is
/// proposed means both.
pub(super) fn may_be_several(table: &str, field: &str) -> bool {
    matches!((table, field), (REGISTRATIONS, "of") | ("proposals", "award"))
}

/// The fields of a table.
#[derive(Debug, Clone)]
pub(super) struct Fields {
    /// The table.
    pub(super) table: &'static Table,
    /// The table that the same rows fill besides: posts, of a list of people.
    pub(super) second: Option<&'static Table>,
    names: Vec<&'static str>,
}

impl Fields {
    /// The fields of a table.
    pub(super) fn of(table: &'static Table) -> Fields {
        let second = (table.name == PEOPLE).then(|| description::table(POSTS)).flatten();
        let mut names: Vec<&'static str> = table.columns.iter().map(|column| column.name.as_str()).collect();
        if let Some(second) = second {
            // Whose post it is follows from the row.
            names.extend(second.columns.iter().map(|column| column.name.as_str()).filter(|name| *name != "person"));
            names.extend([FAMILY, GIVEN, MALE, FEMALE]);
        }
        let fields = Fields { table, second, names };
        match fields.whose() {
            Some(_) => {
                // A unit of the table's own, as that of a post, is none by which people are known.
                let unit = (!fields.names.contains(&"unit")).then_some(OF_UNIT);
                let names = [OF_NAME, OF_BORN, FAMILY, GIVEN].into_iter().chain(unit);
                Fields { names: fields.names.iter().copied().chain(names).collect(), ..fields }
            }
            None => fields,
        }
    }

    /// Their names.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.iter().copied()
    }

    /// A field by its name.
    pub(super) fn named(&self, field: &str) -> Option<&'static str> {
        self.names().find(|name| *name == field)
    }

    /// Whether there is a field of that name.
    #[cfg(test)]
    pub(super) fn has(&self, field: &str) -> bool {
        self.named(field).is_some()
    }

    /// The column that says whom a row is of, where the table has one.
    pub(super) fn whose(&self) -> Option<&'static Column> {
        self.table.columns.iter().find(|column| column.name == "subject" || column.name == "person")
    }

    /// The table and column of a field; none for one from which a column is made.
    pub(super) fn column(&self, field: &str) -> Option<(&'static Table, &'static Column)> {
        [Some(self.table), self.second].into_iter().flatten().find_map(|table| {
            let column = table.columns.iter().find(|column| column.name == field)?;
            Some((table, column))
        })
    }

    /// What a field means, in words.
    pub(super) fn meaning(&self, field: &str, language: Language) -> Option<String> {
        let (_, column) = self.column(field)?;
        let said = if language == Language::Vietnamese { &column.vi } else { &column.en };
        Some(said.trim_end_matches('.').to_owned())
    }

    /// A field as people know it: `category (“đối tượng”)`.
    pub(super) fn called(&self, field: &str) -> String {
        let table = self.column(field).map_or(self.table, |(table, _)| table);
        words().called(&table.name, field).map_or_else(|| field.to_owned(), |header| format!("{field} (“{header}”)"))
    }

    /// What cells of a field may say, where these are a few words.
    pub(super) fn words(&self, field: &str) -> Vec<&'static str> {
        /// More of them are no help.
        const MOST: usize = 16;
        let Some((table, column)) = self.column(field) else { return Vec::new() };
        let said = words().said(&table.name, field);
        let all = if said.is_empty() { &column.values } else { said };
        all.iter().map(String::as_str).take(MOST).collect()
    }

    /// What a field is called that is no column of the table.
    pub(super) fn made_of(field: &str) -> Option<Text> {
        Some(match field {
            OF_NAME => texts::import_of_name(),
            OF_UNIT => texts::import_of_unit(),
            OF_BORN => texts::import_of_born(),
            FAMILY => texts::import_family(),
            GIVEN => texts::import_given(),
            MALE => texts::import_male(),
            FEMALE => texts::import_female(),
            _ => return None,
        })
    }

    /// Fields of which one must have a value in every row of the list: without them a row is of nobody and nothing.
    pub(super) fn keys(&self) -> Vec<&'static str> {
        let wanted = ["id", "name", "subject", "person", "title", OF_NAME, FAMILY];
        let whose = self.whose().is_some();
        self.names().filter(|name| wanted.contains(name) && (*name != "title" || (!whose && self.second.is_none()))).collect()
    }
}
