//! `date-blank`: a date of issue left blank or missing.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink, form};
use crate::texts;

/// A date of issue left blank or missing.
pub(super) static LINT: Lint = Lint {
    name: "date-blank",
    level: Severity::Warning,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(document) = context.official_text() else { return };
    let frame = &document.frame;
    if frame.issued_on.is_none() && (frame.date_line.is_some() || frame.motto.is_some()) && !form::is_unreadable(document) {
        let place = frame.date_line.as_ref().map(|line| line.span).or(frame.title.as_ref().map(|title| title.span));
        sink.push(sink.finding(texts::date_blank()).at(place).help(texts::date_blank_help()));
    }
}
