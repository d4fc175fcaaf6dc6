//! Which cell holds which field: said once for each row, walked by the reader, by the writer and by the tests of the description.

use std::fmt::Write as _;

use phongtrao_sheet::value;
use phongtrao_value::{Date, Decimal, Time, YearKind, hour};

use super::Place;

/// A row of a table.
pub(crate) trait Row: Sized + Clone {
    /// A row with nothing in it, to be filled.
    fn blank() -> Self;

    /// Its fields, in the order of the columns of its table.
    fn fields(&mut self, fields: &mut impl Fields);
}

/// What walks over the fields of a row: it fills them, or it writes them out.
pub(crate) trait Fields {
    /// Where the row stands.
    fn place(&mut self, place: &mut Place);
    /// A field that is never empty.
    fn needed<T: Value>(&mut self, column: &'static str, field: &mut T);
    /// A field that may be empty.
    fn given<T: Value>(&mut self, column: &'static str, field: &mut Option<T>);
    /// Ids with semicolons between.
    fn list(&mut self, column: &'static str, field: &mut Vec<String>);
    /// The kind of the year of the column before: where it is empty, the one of `data.toml`.
    fn year_kind(&mut self, column: &'static str, field: &mut YearKind);

    /// The kind of a year that may be missing.
    fn year_kind_of(&mut self, there: bool, column: &'static str, field: &mut Option<YearKind>) {
        match there {
            false => self.given(column, field),
            true => {
                let mut kind = field.unwrap_or(YearKind::Calendar);
                self.year_kind(column, &mut kind);
                *field = Some(kind);
            }
        }
    }
}

/// What walks over the tables of a register.
pub(crate) trait Tables {
    /// A table by its name, with its rows.
    fn table<R: Row>(&mut self, name: &'static str, rows: &mut Vec<R>);
}

/// What looks at the tables of a register.
pub(crate) trait LookAt {
    /// A table by its name, with its rows.
    fn table<R: Row>(&mut self, name: &'static str, rows: &[R]);
}

/// What a cell can hold.
pub(crate) trait Value: Sized {
    /// Reads a cell that is not empty; `None` where it holds something else.
    fn read(cell: &str) -> Option<Self>;

    /// Writes it as it is read.
    fn write(&self, cell: &mut String);

    /// The text, where it is one: ids are looked up by it.
    fn text(&self) -> Option<&str> {
        None
    }

    /// The day, where it is one.
    fn day(&self) -> Option<Date> {
        None
    }
}

impl Value for String {
    fn read(cell: &str) -> Option<String> {
        Some(phongtrao_value::text::composed(cell))
    }

    fn write(&self, cell: &mut String) {
        cell.push_str(self);
    }

    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Value for i64 {
    fn read(cell: &str) -> Option<i64> {
        value::whole(cell)
    }

    fn write(&self, cell: &mut String) {
        // Writing into a String does not fail; so below.
        let _ = write!(cell, "{self}");
    }
}

impl Value for u32 {
    fn read(cell: &str) -> Option<u32> {
        u32::try_from(value::whole(cell)?).ok()
    }

    fn write(&self, cell: &mut String) {
        let _ = write!(cell, "{self}");
    }
}

/// A year; a school year by the one in which it begins, `2025` or `2025-2026`.
impl Value for i16 {
    fn read(cell: &str) -> Option<i16> {
        let year = |text: &str| (text.len() == 4).then(|| value::whole(text)).flatten().and_then(|year| i16::try_from(year).ok());
        match cell.split_once('-') {
            None => year(cell),
            Some((first, second)) => year(first).filter(|first| year(second) == Some(first + 1)),
        }
    }

    fn write(&self, cell: &mut String) {
        let _ = write!(cell, "{self:04}");
    }
}

impl Value for Decimal {
    fn read(cell: &str) -> Option<Decimal> {
        value::number(cell)
    }

    fn write(&self, cell: &mut String) {
        let _ = write!(cell, "{self}");
    }
}

impl Value for bool {
    fn read(cell: &str) -> Option<bool> {
        value::flag(cell)
    }

    fn write(&self, cell: &mut String) {
        cell.push_str(if *self { "yes" } else { "no" });
    }
}

impl Value for Date {
    fn read(cell: &str) -> Option<Date> {
        value::day(cell)
    }

    fn write(&self, cell: &mut String) {
        let _ = write!(cell, "{self}");
    }

    fn day(&self) -> Option<Date> {
        Some(*self)
    }
}

impl Value for Time {
    fn read(cell: &str) -> Option<Time> {
        hour::read(cell)
    }

    fn write(&self, cell: &mut String) {
        cell.push_str(&hour::written(*self));
    }
}

impl Value for YearKind {
    fn read(cell: &str) -> Option<YearKind> {
        YearKind::from_word(cell)
    }

    fn write(&self, cell: &mut String) {
        cell.push_str(self.word());
    }
}

/// Reads and writes a closed list of words, and gives each its word.
macro_rules! choice {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// The word of the data folder.
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }
        }

        impl $crate::rows::row::Value for $name {
            fn read(cell: &str) -> Option<$name> {
                match cell {
                    $($word => Some($name::$variant),)+
                    _ => None,
                }
            }

            fn write(&self, cell: &mut String) {
                cell.push_str(self.word());
            }
        }
    };
}
pub(crate) use choice;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Register;
    use crate::description::{self, Kind};

    /// The tables and fields that a walk meets.
    #[derive(Default)]
    struct Walk {
        tables: Vec<(&'static str, Vec<(&'static str, bool)>)>,
    }

    impl Tables for Walk {
        fn table<R: Row>(&mut self, name: &'static str, _: &mut Vec<R>) {
            let mut names = Names(Vec::new());
            R::blank().fields(&mut names);
            self.tables.push((name, names.0));
        }
    }

    /// Fields with whether they are needed.
    struct Names(Vec<(&'static str, bool)>);

    impl Fields for Names {
        fn place(&mut self, _: &mut Place) {}

        fn needed<T: Value>(&mut self, column: &'static str, _: &mut T) {
            self.0.push((column, true));
        }

        fn given<T: Value>(&mut self, column: &'static str, _: &mut Option<T>) {
            self.0.push((column, false));
        }

        fn list(&mut self, column: &'static str, _: &mut Vec<String>) {
            self.0.push((column, false));
        }

        fn year_kind(&mut self, column: &'static str, _: &mut YearKind) {
            self.0.push((column, false));
        }
    }

    #[test]
    fn the_walk_meets_what_is_described() {
        let mut walk = Walk::default();
        Register::default().tables(&mut walk);
        let described: Vec<(&str, Vec<(&str, bool)>)> = description::tables()
            .iter()
            .map(|table| {
                let columns = table.columns.iter().map(|column| (column.name.as_str(), column.required || column.default.is_some()));
                (table.name.as_str(), columns.collect())
            })
            .collect();
        assert_eq!(walk.tables, described);
    }

    #[test]
    fn the_first_column_is_never_empty() {
        // A row whose cells are all empty would be read as no row.
        assert!(description::tables().iter().all(|table| table.columns.first().is_some_and(|column| column.required)));
        assert!(description::tables().iter().flat_map(|table| &table.columns).all(|column| column.kind != Kind::Id || column.required));
    }
}
