//! `closing-mark-missing`: a body that does not end with `./.`

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A body that does not end with `./.`
pub(super) static LINT: Lint = Lint {
    name: "closing-mark-missing",
    level: Severity::Note,
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
    // Texts of the Party end with a full stop (Regulation 399-QĐ/TW), those without signature may well be cut.
    if frame.closing_mark.is_none() && !frame.signatures.is_empty() && context.follows_state_form() {
        let place = frame.signatures.first().map(|signature| signature.span);
        sink.push(sink.finding(texts::closing_mark_missing()).at(place).help(texts::closing_mark_missing_help()));
    }
}
