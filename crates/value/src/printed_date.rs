//! Dates as papers print them: `ngày 05 tháng 01 năm 2026`, `05/01/2026`, with room where a day is not given yet.

use std::sync::LazyLock;

use jiff::civil::{Date, Time};
use serde::Deserialize;

use crate::When;
use crate::figures::roman;

#[derive(Deserialize)]
struct Words {
    day: String,
    month: String,
    quarter: String,
    year: String,
    school_year: String,
    every_year: String,
    every_month: String,
    every_quarter: String,
    hour: String,
    minute: String,
    blank: String,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    toml::from_str(include_str!("../words/dates.toml")).expect("the words of dates are sound")
});

/// `ngày 05 tháng 01 năm 2026`.
pub fn long(date: Date) -> String {
    format!("{} {:02} {}", WORDS.day, date.day(), of_month(date.year(), date.month()))
}

/// `ngày      tháng 01 năm 2026`: the day is put in by hand or by the clerk.
pub fn long_without_day(year: i16, month: i8) -> String {
    format!("{} {} {}", WORDS.day, WORDS.blank, of_month(year, month))
}

/// `ngày      tháng      năm 2026`: day and month are put in by hand or by the clerk.
pub fn long_without_month(year: i16) -> String {
    format!("{} {blank} {} {blank} {} {year}", WORDS.day, WORDS.month, WORDS.year, blank = WORDS.blank)
}

/// `05/01/2026`, `05/9/2026`.
pub fn short(date: Date) -> String {
    format!("{:02}/{}/{}", date.day(), month(date.month()), date.year())
}

/// `tháng 01 năm 2026`.
pub fn of_month(year: i16, number: i8) -> String {
    format!("{} {} {} {year}", WORDS.month, month(number), WORDS.year)
}

/// `01/2026`, `9/2026`.
pub fn short_month(year: i16, number: i8) -> String {
    format!("{}/{year}", month(number))
}

/// `năm 2026`.
pub fn of_year(year: i16) -> String {
    format!("{} {year}", WORDS.year)
}

/// `năm học 2025-2026`, by the year in which it begins.
pub fn of_school_year(year: i16) -> String {
    format!("{} {year}-{}", WORDS.school_year, i32::from(year) + 1)
}

/// `08 giờ 30 phút`.
pub fn hour(time: Time) -> String {
    format!("{:02} {} {:02} {}", time.hour(), WORDS.hour, time.minute(), WORDS.minute)
}

/// What a plan said, as exactly as it said it: `ngày 30 tháng 8 năm 2025`, `quý III năm 2025`, `ngày 30/11 hằng năm`.
pub fn as_said(when: When) -> String {
    match when {
        When::Day(date) => long(date),
        When::Month { year, month } => of_month(year, month),
        When::Quarter { year, quarter } => {
            let figure = u32::try_from(quarter).ok().and_then(roman).unwrap_or_default();
            format!("{} {figure} {}", WORDS.quarter, of_year(year))
        }
        When::Year(year) => of_year(year),
        When::SchoolYear(year) => of_school_year(year),
        When::YearlyDay { month: number, day } => format!("{} {day:02}/{} {}", WORDS.day, month(number), WORDS.every_year),
        When::YearlyMonth(number) => format!("{} {} {}", WORDS.month, month(number), WORDS.every_year),
        When::MonthlyDay(day) => format!("{} {day:02} {}", WORDS.day, WORDS.every_month),
        When::Quarterly => WORDS.every_quarter.clone(),
    }
}

/// January and February could be taken for the beginning of another month: a zero stands before them.
fn month(number: i8) -> String {
    if number < 3 { format!("{number:02}") } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("2026-01-05", "ngày 05 tháng 01 năm 2026", "05/01/2026")]
    #[case("2026-02-28", "ngày 28 tháng 02 năm 2026", "28/02/2026")]
    #[case("2026-03-09", "ngày 09 tháng 3 năm 2026", "09/3/2026")]
    #[case("2026-11-21", "ngày 21 tháng 11 năm 2026", "21/11/2026")]
    fn days(#[case] date: Date, #[case] printed: &str, #[case] in_figures: &str) {
        assert_eq!((long(date).as_str(), short(date).as_str()), (printed, in_figures));
    }

    #[rstest::rstest]
    #[case("2025-08-30", "ngày 30 tháng 8 năm 2025")]
    #[case("2025-08", "tháng 8 năm 2025")]
    #[case("2025-Q3", "quý III năm 2025")]
    #[case("2025", "năm 2025")]
    #[case("2025-2026", "năm học 2025-2026")]
    #[case("--11-30", "ngày 30/11 hằng năm")]
    #[case("--02", "tháng 02 hằng năm")]
    #[case("---05", "ngày 05 hằng tháng")]
    #[case("quarterly", "hằng quý")]
    fn what_a_plan_said(#[case] when: When, #[case] printed: &str) {
        assert_eq!(as_said(when), printed);
    }

    #[test]
    fn room_stands_where_a_figure_comes_later() {
        assert_eq!(long_without_day(2026, 2), "ngày       tháng 02 năm 2026");
        assert_eq!(long_without_month(2026), "ngày       tháng       năm 2026");
        assert_eq!(short_month(2026, 1), "01/2026");
    }

    #[test]
    fn hours() {
        assert_eq!(hour(jiff::civil::time(8, 0, 0, 0)), "08 giờ 00 phút");
    }
}
