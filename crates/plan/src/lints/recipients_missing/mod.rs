//! `recipients-missing`: a text without recipients.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink, form};
use crate::texts;

/// A text without recipients.
pub(super) static LINT: Lint = Lint {
    name: "recipients-missing",
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
    if form::is_from_gazette(document) {
        return;
    }
    if let (true, Some(signature)) = (frame.recipients.is_empty(), frame.signatures.first()) {
        sink.push(sink.finding(texts::recipients_missing()).at(signature.span).help(texts::recipients_missing_help()));
    }
}
