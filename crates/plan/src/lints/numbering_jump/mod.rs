//! `numbering-jump`: a label that skips those before it.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink, numbering};
use crate::texts;

/// A label that skips those before it.
pub(super) static LINT: Lint = Lint {
    name: "numbering-jump",
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
    for series in numbering::series(document) {
        let mut expected = 1;
        for part in &series {
            if part.value > expected && !(part.or_less && part.value == expected + 1) && numbering::is_body(document, part.node) {
                report(part, sink);
            }
            expected = part.value + 1;
        }
    }
}

fn report(part: &numbering::Numbered<'_>, sink: &mut Sink<'_>) {
    let Some(clause) = part.node.clause() else { return };
    let message = texts::numbering_jump(clause.label.text.as_str());
    sink.push(sink.finding(message).at(clause.label.span).help(texts::numbering_jump_help()));
}
