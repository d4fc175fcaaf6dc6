//! What `data.toml` says: whose data these are, and what its years are.

use std::collections::BTreeMap;

use phongtrao_diagnostic::Span;
use phongtrao_value::{Date, Period, YearKind};

/// Whose data these are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Organisation {
    /// Its name.
    pub name: Option<String>,
    /// The day on which its school year begins.
    pub school_year: Option<SchoolYear>,
    /// The kind of year that a row means which states none.
    pub year_kind: Option<YearKind>,
    /// How lists of people are ordered.
    pub people_order: PeopleOrder,
    /// Its sectors, as the packs call them.
    pub sectors: Vec<Said>,
    /// The level on which it decides, as the packs call it.
    pub level: Option<Said>,
    /// The province that it lies in or belongs to, by name.
    pub province: Option<Said>,
    /// What codes of its tables say, as papers print them.
    pub names: BTreeMap<String, String>,
}

/// A word of `data.toml` that only others can check, with its place there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The word.
    pub word: String,
    /// Where it stands.
    pub span: Span,
}

/// The day on which school years begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SchoolYear {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

/// How lists of people are ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum PeopleOrder {
    /// By given name, then family and middle name.
    Name,
    /// By post, the highest first, then by name.
    #[default]
    Post,
}

impl PeopleOrder {
    /// The word of `data.toml`.
    pub fn word(self) -> &'static str {
        match self {
            PeopleOrder::Name => "name",
            PeopleOrder::Post => "post",
        }
    }
}

impl SchoolYear {
    /// The days of the school year that begins in a year.
    pub fn period(self, year: i16) -> Option<Period> {
        let from = Date::new(year, self.month, self.day).ok()?;
        let to = Date::new(year.checked_add(1)?, self.month, self.day).ok()?.yesterday().ok()?;
        Some(Period { from, to })
    }

    /// The year in which the school year begins that holds a day.
    pub fn year_of(self, day: Date) -> i16 {
        if (day.month(), day.day()) >= (self.month, self.day) { day.year() } else { day.year() - 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_year_ends_the_day_before_the_next() {
        let year = SchoolYear { month: 9, day: 5 };
        let period = year.period(2025).expect("a year of the calendar");
        assert_eq!((period.from.to_string(), period.to.to_string()), ("2025-09-05".to_owned(), "2026-09-04".to_owned()));
    }

    #[rstest::rstest]
    #[case("2026-09-04", 2025)]
    #[case("2026-09-05", 2026)]
    #[case("2026-01-01", 2025)]
    fn a_day_lies_in_one_school_year(#[case] day: Date, #[case] year: i16) {
        assert_eq!(SchoolYear { month: 9, day: 5 }.year_of(day), year);
    }
}
