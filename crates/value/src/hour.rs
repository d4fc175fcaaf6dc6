//! Hours of the day as people write them: `08:00`, `8h00`, `8g30`, `08 giờ 00 phút`.

use std::sync::LazyLock;

use jiff::civil::Time;
use serde::Deserialize;

use crate::text::{folded, squeezed};

#[derive(Deserialize)]
struct Words {
    after_hours: Vec<String>,
    after_minutes: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this crate; the tests below read it.
    toml::from_str(include_str!("../words/hours.toml")).expect("the words of hours are sound")
});

/// The hour that words say; none where they say anything else.
pub fn read(words: &str) -> Option<Time> {
    let words = folded(&squeezed(words));
    let (hours, rest) = number(&words)?;
    let rest = after(rest, &WORDS.after_hours)?;
    let (minutes, rest) = if rest.is_empty() { (0, rest) } else { number(rest)? };
    let rest = after(rest, &WORDS.after_minutes).unwrap_or(rest);
    // A table program writes seconds behind a second colon.
    let is_out = rest.is_empty() || rest == ":00";
    Time::new(hours, minutes, 0, 0).ok().filter(|_| is_out)
}

/// As the data folder writes it: `08:00`.
pub fn written(hour: Time) -> String {
    format!("{:02}:{:02}", hour.hour(), hour.minute())
}

/// One or two figures, and what follows them.
fn number(words: &str) -> Option<(i8, &str)> {
    let figures = words.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = words.split_at_checked(figures)?;
    Some(((1..=2).contains(&figures).then(|| number.parse().ok()).flatten()?, rest))
}

/// What follows one of some words.
fn after<'w>(words: &'w str, known: &[String]) -> Option<&'w str> {
    let words = words.trim_start();
    known.iter().find_map(|known| words.strip_prefix(known.as_str())).map(str::trim_start)
}

#[cfg(test)]
mod tests {
    #[rstest::rstest]
    #[case("08:00", Some("08:00"))]
    #[case("8:30", Some("08:30"))]
    #[case("14:05:00", Some("14:05"))]
    #[case("8h00", Some("08:00"))]
    #[case("8h", Some("08:00"))]
    #[case("7g30", Some("07:30"))]
    #[case("08 giờ 00", Some("08:00"))]
    #[case("14 giờ 30 phút", Some("14:30"))]
    #[case("9 Giờ", Some("09:00"))]
    #[case("buổi sáng", None)]
    #[case("8", None)]
    #[case("24:10", None)]
    #[case("8h75", None)]
    #[case("8 giờ sáng", None)]
    #[case("123:00", None)]
    #[case("", None)]
    fn hours(#[case] words: &str, #[case] expected: Option<&str>) {
        assert_eq!(super::read(words).map(super::written).as_deref(), expected);
    }
}
