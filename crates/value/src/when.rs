//! When something is due, as exactly as the text said it.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

/// A date that keeps how much the text said: a day, a month, a quarter, a year, a school year, or a day or month of every year.
///
/// Its written form is the one of `plan.toml` and of `read --json`: `2025-08-30`, `2025-08`, `2025-Q3`, `2025`, `2023-2024` (school year),
/// `--11-30` and `--07` (every year), `---20` (every month), `quarterly`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// One day.
    Day(Date),
    /// A month of a year.
    Month {
        /// The year.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
    /// A quarter of a year.
    Quarter {
        /// The year.
        year: i16,
        /// 1 to 4.
        quarter: i8,
    },
    /// A calendar year.
    Year(i16),
    /// A school year, by the calendar year in which it begins.
    SchoolYear(i16),
    /// A day of every year.
    YearlyDay {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// A month of every year.
    YearlyMonth(i8),
    /// A day of every month.
    MonthlyDay(i8),
    /// Every quarter, no day said.
    Quarterly,
}

/// How often a date comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Recurrence {
    /// Once.
    None,
    /// Every year (`hằng năm`).
    Yearly,
    /// Every quarter (`hằng quý`).
    Quarterly,
    /// Every month (`hằng tháng`).
    Monthly,
}

impl Recurrence {
    /// The word of `plan.toml` and of `read --json`.
    pub fn word(self) -> &'static str {
        match self {
            Recurrence::None => "none",
            Recurrence::Yearly => "yearly",
            Recurrence::Quarterly => "quarterly",
            Recurrence::Monthly => "monthly",
        }
    }
}

impl When {
    /// A whole day, `None` when the calendar has no such day.
    pub fn day(year: i16, month: i8, day: i8) -> Option<When> {
        Date::new(year, month, day).ok().map(When::Day)
    }

    /// How often the date comes back.
    pub fn recurrence(self) -> Recurrence {
        match self {
            When::Day(_) | When::Month { .. } | When::Quarter { .. } | When::Year(_) | When::SchoolYear(_) => Recurrence::None,
            When::YearlyDay { .. } | When::YearlyMonth(_) => Recurrence::Yearly,
            When::MonthlyDay(_) => Recurrence::Monthly,
            When::Quarterly => Recurrence::Quarterly,
        }
    }

    /// The first day that the words allow; `None` for a date that comes back.
    pub fn first_day(self) -> Option<Date> {
        match self {
            When::Day(day) => Some(day),
            When::Month { year, month } => Date::new(year, month, 1).ok(),
            When::Quarter { year, quarter } => Date::new(year, quarter * 3 - 2, 1).ok(),
            When::Year(year) => Date::new(year, 1, 1).ok(),
            When::SchoolYear(_) | When::YearlyDay { .. } | When::YearlyMonth(_) | When::MonthlyDay(_) | When::Quarterly => None,
        }
    }

    /// The last day that the words allow; `None` for a date that comes back, and for a school year, whose end each school sets.
    pub fn last_day(self) -> Option<Date> {
        match self {
            When::Day(day) => Some(day),
            When::Month { year, month } => Date::new(year, month, 1).ok().map(Date::last_of_month),
            When::Quarter { year, quarter } => Date::new(year, quarter * 3, 1).ok().map(Date::last_of_month),
            When::Year(year) => Date::new(year, 12, 31).ok(),
            When::SchoolYear(_) | When::YearlyDay { .. } | When::YearlyMonth(_) | When::MonthlyDay(_) | When::Quarterly => None,
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            When::Day(day) => write!(f, "{day}"),
            When::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            When::Quarter { year, quarter } => write!(f, "{year:04}-Q{quarter}"),
            When::Year(year) => write!(f, "{year:04}"),
            When::SchoolYear(year) => write!(f, "{year:04}-{:04}", year + 1),
            When::YearlyDay { month, day } => write!(f, "--{month:02}-{day:02}"),
            When::YearlyMonth(month) => write!(f, "--{month:02}"),
            When::MonthlyDay(day) => write!(f, "---{day:02}"),
            When::Quarterly => f.write_str("quarterly"),
        }
    }
}

/// What stands where a date should stand is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a date: {0}")]
pub struct InvalidWhen(pub String);

impl FromStr for When {
    type Err = InvalidWhen;

    fn from_str(text: &str) -> Result<When, InvalidWhen> {
        parse(text).ok_or_else(|| InvalidWhen(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<When> {
    if text == "quarterly" {
        return Some(When::Quarterly);
    }
    if let Some(day) = text.strip_prefix("---") {
        return in_range(day, 2, 1, 31).map(When::MonthlyDay);
    }
    if let Some(rest) = text.strip_prefix("--") {
        return match rest.split_once('-') {
            None => in_range(rest, 2, 1, 12).map(When::YearlyMonth),
            Some((month, day)) => {
                let (month, day) = (in_range(month, 2, 1, 12)?, in_range(day, 2, 1, 31)?);
                // 2024 is a leap year: 29 February is a day of some years.
                Date::new(2024, month, day).ok().map(|_| When::YearlyDay { month, day })
            }
        };
    }
    let (first, rest) = match text.split_once('-') {
        None => return year(text).map(When::Year),
        Some(parts) => parts,
    };
    let year_number = year(first)?;
    if let Some(quarter) = rest.strip_prefix('Q') {
        return in_range(quarter, 1, 1, 4).map(|quarter| When::Quarter { year: year_number, quarter });
    }
    if rest.len() == 4 && !rest.contains('-') {
        return (year(rest)? == year_number + 1).then_some(When::SchoolYear(year_number));
    }
    match rest.split_once('-') {
        None => in_range(rest, 2, 1, 12).map(|month| When::Month { year: year_number, month }),
        Some((month, day)) => When::day(year_number, in_range(month, 2, 1, 12)?, in_range(day, 2, 1, 31)?),
    }
}

fn year(text: &str) -> Option<i16> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn in_range(text: &str, digits: usize, least: i8, most: i8) -> Option<i8> {
    let all_digits = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
    let number: i8 = all_digits.then(|| text.parse().ok()).flatten()?;
    (least..=most).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[rstest::rstest]
    #[case("2025-08-30", Recurrence::None)]
    #[case("2025-08", Recurrence::None)]
    #[case("2025-Q3", Recurrence::None)]
    #[case("2025", Recurrence::None)]
    #[case("2023-2024", Recurrence::None)]
    #[case("--11-30", Recurrence::Yearly)]
    #[case("--07", Recurrence::Yearly)]
    #[case("---20", Recurrence::Monthly)]
    #[case("quarterly", Recurrence::Quarterly)]
    fn written_form_reads_back(#[case] text: &str, #[case] recurs: Recurrence) {
        let when: When = text.parse().expect("a date of the table above");
        assert_eq!(when.to_string(), text);
        assert_eq!(when.recurrence(), recurs);
    }

    #[rstest::rstest]
    #[case("2025-02-30")]
    #[case("--02-30")]
    #[case("2025-13")]
    #[case("2025-Q5")]
    #[case("2023-2025")]
    #[case("---32")]
    #[case("30/8/2025")]
    #[case("2025-8-3")]
    #[case("")]
    fn what_is_no_date_is_refused(#[case] text: &str) {
        assert_eq!(text.parse::<When>(), Err(InvalidWhen(text.to_owned())));
    }

    proptest! {
        #[test]
        fn any_text_is_refused_or_reads_back(text in "[-0-9Qa-z]{0,12}") {
            if let Ok(when) = text.parse::<When>() {
                prop_assert_eq!(when.to_string(), text);
            }
        }
    }
}
