//! Days with their year as official texts print them, wherever they stand.

use std::ops::Range;

use phongtrao_value::Date;

use crate::lints::dates::WORDS;

/// The days that no calendar has.
pub(super) fn impossible(words: &str) -> impl Iterator<Item = Range<usize>> {
    let leads = WORDS.printed_day.words.iter().flat_map(|word| words.match_indices(word.as_str()));
    leads.filter_map(|(at, lead)| {
        let start = at + lead.len();
        let (rest, [year, month, day]) = date(words.get(start..)?)?;
        // Years of other figures say nothing, and a nought is a blank.
        let is_date = (1900..2200).contains(&year) && month > 0 && day > 0;
        let exists = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).is_ok();
        (is_date && !exists).then_some(at..words.len() - rest.len())
    })
}

/// Year, month and day at the beginning of a text, and what follows.
fn date(text: &str) -> Option<(&str, [i16; 3])> {
    let printed = &WORDS.printed_day;
    let (text, day) = number(text, 2)?;
    let (text, month) = number(behind(text, &printed.months)?, 2)?;
    let (text, year) = number(behind(text, &printed.years)?, 4)?;
    Some((text, [year, month, day]))
}

/// A number of at most so many digits, spaces before it, and what follows.
fn number(text: &str, digits: usize) -> Option<(&str, i16)> {
    let text = text.trim_start();
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(end)?;
    (end <= digits).then_some(())?;
    Some((rest, number.parse().ok()?))
}

/// What follows one of the words, spaces before it.
fn behind<'a>(text: &'a str, words: &[String]) -> Option<&'a str> {
    let text = text.trim_start();
    words.iter().find_map(|word| text.strip_prefix(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Kế hoạch số 5/KH-UBND ngày 31/6/2025 của xã", Some("ngày 31/6/2025"))]
    #[case("Nộp báo cáo ngày 30 tháng 02 năm 2026.", Some("ngày 30 tháng 02 năm 2026"))]
    #[case("Ngày 12/13/2026", Some("Ngày 12/13/2026"))]
    #[case("ngày 30/6/2025", None)]
    #[case("ngày 00/00/2025", None)]
    #[case("ngày  tháng  năm 2026", None)]
    #[case("mỗi ngày 31/6/20 lượt", None)]
    #[case("mỗi ngày 120/2/2026", None)]
    fn are_found(#[case] words: &str, #[case] found: Option<&str>) {
        assert_eq!(impossible(words).next().and_then(|range| words.get(range)), found);
    }
}
