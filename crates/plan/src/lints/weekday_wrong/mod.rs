//! `weekday-wrong`: a day of the week printed beside a date that is another.

use phongtrao_diagnostic::Severity;
use phongtrao_value::When;

use crate::lints::{Context, Lint, On, Sink, dates};
use crate::texts;

/// A day of the week printed beside a date that is another.
pub(super) static LINT: Lint = Lint {
    name: "weekday-wrong",
    level: Severity::Warning,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (when, words) in context.taken.iter().flat_map(|taken| &taken.wrong_weekdays) {
        let When::Day(day) = *when else { continue };
        let message = texts::weekday_wrong(day, dates::weekday(day));
        sink.push(sink.finding(message).at(words.span).help(texts::weekday_wrong_help()));
    }
}
