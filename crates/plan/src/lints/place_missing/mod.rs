//! `place-missing`: a date of issue without the place before it.

use phongtrao_diagnostic::Severity;
use phongtrao_value::text::folded;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A date of issue without the place before it.
pub(super) static LINT: Lint = Lint {
    name: "place-missing",
    level: Severity::Warning,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

/// How the line begins when no place stands before the date, folded.
const DAY: &str = "ngay";

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(document) = context.official_text() else { return };
    let frame = &document.frame;
    if let Some(line) = frame.date_line.as_ref().filter(|line| frame.place.is_none() && folded(line.value.trim()).starts_with(DAY)) {
        // The words before the date may have been read as another line of the head.
        let before = document.text[..line.span.start].trim_end_matches([' ', '\t']);
        if before.ends_with(['\n', '|']) || before.is_empty() {
            sink.push(sink.finding(texts::place_missing()).at(line.span).help(texts::place_missing_help()));
        }
    }
}
