//! `numbering-restart`: a label that stands twice in one series, or a series that begins anew.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink, numbering};
use crate::texts;

/// A label that stands twice in one series, or a series that begins anew.
pub(super) static LINT: Lint = Lint {
    name: "numbering-restart",
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
        for pair in series.windows(2) {
            let [before, part] = pair else { continue };
            if part.value <= before.value && numbering::is_body(document, part.node) {
                report(before, part, sink);
            }
        }
    }
}

fn report(before: &numbering::Numbered<'_>, part: &numbering::Numbered<'_>, sink: &mut Sink<'_>) {
    let (Some(clause), Some(earlier)) = (part.node.clause(), before.node.clause()) else { return };
    let message = texts::numbering_restart(clause.label.text.as_str(), earlier.label.text.as_str());
    let finding = sink.finding(message).at(clause.label.span).help(texts::numbering_restart_help());
    sink.push(finding.label(earlier.label.span, texts::numbering_restart_before()));
}
