//! `signatory-blank`: no name under the text.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink, form};
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
    // A text without any signature block has lost its end, and a scan that can't be read has lost its names.
    let unnamed = document.frame.signatures.iter().find(|signature| signature.name.is_none());
    if let Some(signature) = unnamed.filter(|_| !form::is_unreadable(document)) {
        sink.push(sink.finding(texts::signatory_blank()).at(signature.span).help(texts::signatory_blank_help()));
    }
}
