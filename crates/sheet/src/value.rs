//! What a cell is: a day, a number, yes or no. What is none of these is `None`, never a guess.

use std::sync::LazyLock;

use phongtrao_value::text::lowered;
use phongtrao_value::{Date, Decimal};
use serde::Deserialize;

/// The words for yes and no.
#[derive(Deserialize)]
struct Flags {
    yes: Vec<String>,
    no: Vec<String>,
}

static FLAGS: LazyLock<Flags> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    toml::from_str(include_str!("../words/flags.toml")).expect("the words for yes and no are sound")
});

/// A day: `2026-08-30` or `30/8/2026`, the day first as people here write it.
pub fn day(text: &str) -> Option<Date> {
    match text.split_once('/') {
        None => {
            let mut parts = text.split('-');
            let (year, month, day) = (figures(parts.next()?, 4, 4)?, figures(parts.next()?, 2, 2)?, figures(parts.next()?, 2, 2)?);
            date(year, month, day, parts.next())
        }
        Some((day, rest)) => {
            let mut parts = rest.split('/');
            let (day, month, year) = (figures(day, 1, 2)?, figures(parts.next()?, 1, 2)?, figures(parts.next()?, 4, 4)?);
            date(year, month, day, parts.next())
        }
    }
}

fn date(year: i16, month: i16, day: i16, more: Option<&str>) -> Option<Date> {
    if more.is_some() {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn figures(text: &str, least: usize, most: usize) -> Option<i16> {
    let right = (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}

/// A number of up to three places, `8.5` or `8,5`.
pub fn number(text: &str) -> Option<Decimal> {
    text.parse().ok()
}

/// A whole number.
pub fn whole(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// Yes or no.
pub fn flag(text: &str) -> Option<bool> {
    match text {
        "true" | "1" => return Some(true),
        "false" | "0" => return Some(false),
        _ => {}
    }
    if text.len() > 16 {
        return None;
    }
    let word = lowered(text);
    let is = |words: &[String]| words.contains(&word);
    if is(&FLAGS.yes) { Some(true) } else { is(&FLAGS.no).then_some(false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("2026-08-30", Some("2026-08-30"))]
    #[case("30/8/2026", Some("2026-08-30"))]
    #[case("30/08/2026", Some("2026-08-30"))]
    #[case("1/2/2026", Some("2026-02-01"))]
    #[case::month_first("8/30/2026", None)]
    #[case::no_such_day("29/2/2026", None)]
    #[case::two_figures("30/8/26", None)]
    #[case::serial("46264", None)]
    #[case::month("2026-08", None)]
    #[case::four_parts("30/8/2026/1", None)]
    #[case::words("30 tháng 8", None)]
    fn days(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(day(text).map(|day| day.to_string()).as_deref(), expected);
    }

    #[rstest::rstest]
    #[case("true", Some(true))]
    #[case("TRUE", Some(true))]
    #[case("Có", Some(true))]
    #[case("x", Some(true))]
    #[case("0", Some(false))]
    #[case("không", Some(false))]
    #[case("có lẽ", None)]
    fn flags(#[case] text: &str, #[case] expected: Option<bool>) {
        assert_eq!(flag(text), expected);
    }

    #[rstest::rstest]
    #[case("12", Some(12))]
    #[case("-3", Some(-3))]
    #[case("1.5", None)]
    #[case("99999999999999999999", None)]
    #[case("-", None)]
    fn whole_numbers(#[case] text: &str, #[case] expected: Option<i64>) {
        assert_eq!(whole(text), expected);
    }
}
