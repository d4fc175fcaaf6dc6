//! `motto-missing`: no national motto over the text.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink, form};
use crate::texts;

/// No national motto over the text.
pub(super) static LINT: Lint = Lint {
    name: "motto-missing",
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
    // Where number and date are both printed, the head of the page is there, and so should the motto be.
    let head = frame.number_line.is_some() && frame.date_line.is_some() && !form::is_unreadable(document);
    if frame.motto.is_none() && head {
        let place = frame.issuers.first().map(|issuer| issuer.span).or(frame.title.as_ref().map(|title| title.span));
        sink.push(sink.finding(texts::motto_missing()).at(place).help(texts::motto_missing_help()));
    }
}
