//! `day-that-does-not-exist`: a day that no calendar has.

use phongtrao_diagnostic::Severity;

use crate::lints::dates::WORDS;
use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A day that no calendar has.
pub(super) static LINT: Lint = Lint {
    name: "day-that-does-not-exist",
    level: Severity::Error,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    // On a `plan.toml` the reader itself says that a value is no date.
    let impossible = context.taken.iter().flat_map(|taken| &taken.impossible);
    for day in impossible.filter(|day| is_surely_a_date(&day.words)) {
        let message = texts::day_that_does_not_exist(day.words.as_str());
        sink.push(sink.finding(message).at(day.span).help(texts::day_that_does_not_exist_help()));
    }
}

/// `31/6` alone may be a share or the number of a house: a year or a word stands with what is meant as a date.
fn is_surely_a_date(words: &str) -> bool {
    // The digits of a year.
    const YEAR: usize = 4;
    let small = words.to_lowercase();
    let year = words.split(|letter: char| !letter.is_ascii_digit()).any(|number| number.len() == YEAR);
    year || WORDS.sure_date.words.iter().any(|word| small.contains(word.as_str()))
}
