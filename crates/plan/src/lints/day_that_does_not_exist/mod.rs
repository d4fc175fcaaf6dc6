//! `day-that-does-not-exist`: a day that no calendar has.

use phongtrao_diagnostic::{Severity, Span};

use crate::lints::dates::WORDS;
use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

mod printed;

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
    let taken = context.taken.iter().flat_map(|taken| &taken.impossible).filter(|day| is_surely_a_date(&day.words));
    let mut found: Vec<(Span, &str)> = taken.map(|day| (day.span, day.words.as_str())).collect();
    // The days of documents that are cited are no deadlines, and were not taken.
    let known: Vec<Span> = found.iter().map(|(span, _)| *span).collect();
    for passage in &context.passages {
        for range in printed::impossible(passage.as_str()) {
            let span = passage.span(range.clone());
            let after = known.partition_point(|other| other.end <= span.start);
            if known.get(after).is_none_or(|other| other.start >= span.end) {
                found.push((span, &passage.as_str()[range]));
            }
        }
    }
    for (span, words) in found {
        let message = texts::day_that_does_not_exist(words);
        sink.push(sink.finding(message).at(span).help(texts::day_that_does_not_exist_help()));
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
