//! Days as people write them into spreadsheets. What is less than a day, or could be two days, is told as what it is.

use std::sync::LazyLock;

use phongtrao_value::Date;
use phongtrao_value::text::folded;
use serde::Deserialize;

/// What a cell says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A day.
    Day(Date),
    /// A day whose year has two figures, read as Excel reads it: 30 to 99 of the last century, 00 to 29 of this.
    ShortYear(Date),
    /// A month of a year and no day.
    Month(i16, i8),
    /// A year and no more.
    Year(i16),
    /// Three figures that are a day only with the month first.
    MonthFirst(Date),
    /// Three figures that are no day of the calendar.
    NoSuchDay,
    /// Anything else.
    Unclear,
}

#[derive(Deserialize)]
struct Words {
    between: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    toml::from_str(include_str!("../words/days.toml")).expect("the words of days are sound")
});

/// Longer cells are no days.
const LONGEST: usize = 60;

/// The years of days that institutions write down; a figure outside of them is none.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// Two figures from here on are a year of the last century, as Excel takes them.
const LAST_CENTURY_FROM: i16 = 30;

/// Reads a day: `30/8/2026`, `30-8-26`, `30.08.2026`, `2026-08-30`, `ngày 30 tháng 8 năm 2026`, `8/2026`, `2026`.
pub fn moment(text: &str) -> Moment {
    if text.len() > LONGEST {
        return Moment::Unclear;
    }
    let text = without_time(text.trim());
    let Some(figures) = figures(&folded(text)) else { return Moment::Unclear };
    match figures.as_slice() {
        [only] => only.year().map_or(Moment::Unclear, Moment::Year),
        [first, second] => month(*first, *second),
        [first, second, third] if first.length == 4 => {
            first.year().map_or(Moment::Unclear, |year| day(year, *second, *third, Moment::Day).unwrap_or(Moment::NoSuchDay))
        }
        [first, second, third] => day_first(*first, *second, *third),
        _ => Moment::Unclear,
    }
}

/// The day of a serial number of a workbook, in whose system days are counted from 1900 or from 1904.
pub fn of_serial(serial: f64, from_1904: bool) -> Option<Date> {
    const SHIFT: f64 = 1462.0;
    let serial = if from_1904 { serial + SHIFT } else { serial };
    // Day 60 of the system of 1900 is a day that never was; the days before it are one off.
    const FIRST_SURE: f64 = 61.0;
    const LAST: f64 = 109_574.0;
    if !(FIRST_SURE..=LAST).contains(&serial) {
        return None;
    }
    // Within the bounds above: a whole number that fits.
    let days = jiff::Span::new().try_days(serial.trunc() as i32).ok()?;
    Date::new(1899, 12, 30).ok()?.checked_add(days).ok()
}

/// A figure and how many signs it was written with.
#[derive(Debug, Clone, Copy)]
struct Figure {
    value: i16,
    length: usize,
}

impl Figure {
    fn year(self) -> Option<i16> {
        (self.length == 4 && YEARS.contains(&self.value)).then_some(self.value)
    }

    /// 1 to 12.
    fn month(self) -> Option<i8> {
        i8::try_from(self.value).ok().filter(|month| self.length <= 2 && (1..=12).contains(month))
    }
}

/// The figures of a text that has nothing else but signs and words that part them.
fn figures(text: &str) -> Option<Vec<Figure>> {
    let mut figures = Vec::new();
    for piece in text.split([' ', '/', '-', '.', ',', '\u{a0}', '\u{2013}', '\u{2212}']).filter(|piece| !piece.is_empty()) {
        if WORDS.between.iter().any(|word| word == piece) {
            continue;
        }
        let sound = piece.len() <= 4 && piece.bytes().all(|byte| byte.is_ascii_digit());
        let value = sound.then(|| piece.parse().ok()).flatten()?;
        figures.push(Figure { value, length: piece.len() });
    }
    (figures.len() <= 3).then_some(figures)
}

/// `2026-08-30 00:00:00` and `30/8/2026 00:00` without the time of day.
fn without_time(text: &str) -> &str {
    match text.rsplit_once(['T', ' ']) {
        Some((day, time)) if time.contains(':') && time.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'Z')) => {
            day.trim_end()
        }
        _ => text,
    }
}

fn month(first: Figure, second: Figure) -> Moment {
    let (month, year) = if first.length == 4 { (second, first) } else { (first, second) };
    match (month.month(), year.year()) {
        (Some(month), Some(year)) => Moment::Month(year, month),
        _ => Moment::Unclear,
    }
}

fn day_first(first: Figure, second: Figure, third: Figure) -> Moment {
    let (year, kind): (i16, fn(Date) -> Moment) = match (third.length, third.value) {
        (4, _) => match third.year() {
            Some(year) => (year, Moment::Day),
            None => return Moment::NoSuchDay,
        },
        (2, value) => (if value >= LAST_CENTURY_FROM { 1900 + value } else { 2000 + value }, Moment::ShortYear),
        _ => return Moment::Unclear,
    };
    // `00/00/1985` is how lists write that only the year is known.
    if first.value == 0 && second.value == 0 {
        return Moment::Year(year);
    }
    match (day(year, second, first, kind), day(year, first, second, Moment::MonthFirst)) {
        (Some(day), _) => day,
        (None, Some(month_first)) => month_first,
        (None, None) => Moment::NoSuchDay,
    }
}

fn day(year: i16, month: Figure, day: Figure, kind: impl Fn(Date) -> Moment) -> Option<Moment> {
    let day = i8::try_from(day.value).ok().filter(|_| day.length <= 2)?;
    Date::new(year, month.month()?, day).ok().map(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        match moment(text) {
            Moment::Day(day) => day.to_string(),
            Moment::ShortYear(day) => format!("short {day}"),
            Moment::Month(year, month) => format!("month {month} {year}"),
            Moment::Year(year) => format!("year {year}"),
            Moment::MonthFirst(day) => format!("month first {day}"),
            Moment::NoSuchDay => "no such day".to_owned(),
            Moment::Unclear => "unclear".to_owned(),
        }
    }

    #[rstest::rstest]
    #[case::strokes("30/8/2026", "2026-08-30")]
    #[case::two_figures_each("05/08/2026", "2026-08-05")]
    #[case::dashes_and_short_year("30-8-26", "short 2026-08-30")]
    #[case::short_year_of_the_last_century("15/6/85", "short 1985-06-15")]
    #[case::dots("30.08.2026", "2026-08-30")]
    #[case::as_computers_write("2026-08-30", "2026-08-30")]
    #[case::with_a_time("2026-08-30 00:00:00", "2026-08-30")]
    #[case::with_a_time_behind_a_letter("2026-08-30T07:30:00Z", "2026-08-30")]
    #[case::in_words("ngày 30 tháng 8 năm 2026", "2026-08-30")]
    #[case::in_capitals("NGÀY 30 THÁNG 8 NĂM 2026", "2026-08-30")]
    #[case::spaces_between(" 30 / 8 / 2026 ", "2026-08-30")]
    #[case::month_only("8/2026", "month 8 2026")]
    #[case::month_in_words("tháng 8 năm 2026", "month 8 2026")]
    #[case::month_year_first("2026-08", "month 8 2026")]
    #[case::year("1985", "year 1985")]
    #[case::year_with_noughts("00/00/1985", "year 1985")]
    #[case::month_first("8/30/2026", "month first 2026-08-30")]
    #[case::not_in_this_year("29/2/2026", "no such day")]
    #[case::no_month("30/13/2026", "no such day")]
    #[case::year_far_off("1/1/9999", "no such day")]
    #[case::serial_as_text("46264", "unclear")]
    #[case::words("sau Tết", "unclear")]
    #[case::two_days("1/2/2026 - 3/4/2026", "unclear")]
    #[case::empty("", "unclear")]
    fn a_day_of_every_habit(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(told(text), expected);
    }

    #[rstest::rstest]
    #[case(46264.0, false, Some("2026-08-30"))]
    #[case(46264.75, false, Some("2026-08-30"))]
    #[case(44802.0, true, Some("2026-08-30"))]
    #[case(61.0, false, Some("1900-03-01"))]
    #[case(59.0, false, None)]
    #[case(f64::NAN, false, None)]
    #[case(1e300, false, None)]
    fn serials_of_both_systems(#[case] serial: f64, #[case] from_1904: bool, #[case] expected: Option<&str>) {
        assert_eq!(of_serial(serial, from_1904).map(|day| day.to_string()).as_deref(), expected);
    }

    proptest::proptest! {
        /// Whatever stands in a cell: an answer, and a sure one only where figures stand.
        #[test]
        fn any_text_has_an_answer(text in "\\PC{0,80}") {
            if moment(&text) != Moment::Unclear {
                proptest::prop_assert!(text.chars().any(|c| c.is_ascii_digit()));
            }
        }
    }
}
