//! `signatory-blank`: no name under the text.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// No name under the text.
pub(super) static LINT: Lint = Lint {
    name: "signatory-blank",
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
    let signatures = &document.frame.signatures;
    if signatures.iter().any(|signature| signature.name.is_none()) || signatures.is_empty() {
        let place = signatures.iter().find(|signature| signature.name.is_none()).map(|signature| signature.span);
        let place = place.or(document.frame.title.as_ref().map(|title| title.span));
        sink.push(sink.finding(texts::signatory_blank()).at(place).help(texts::signatory_blank_help()));
    }
}
