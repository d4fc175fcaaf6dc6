//! `basis-after-issue`: a legal basis dated after the day of issue.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A legal basis dated after the day of issue.
pub(super) static LINT: Lint = Lint {
    name: "basis-after-issue",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(issued_on) = context.issued_on() else { return };
    for basis in &context.plan.bases {
        if let Some(date) = basis.date.filter(|date| *date > issued_on) {
            let message = texts::basis_after_issue(basis.number.as_deref().or(basis.title.as_deref()).unwrap_or_default(), date, issued_on);
            sink.push(sink.finding(message).at(basis.origin.span).help(texts::basis_after_issue_help()));
        }
    }
}
