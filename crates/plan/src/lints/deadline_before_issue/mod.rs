//! `deadline-before-issue`: a deadline that was over on the day of issue.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink, dates};
use crate::texts;

/// A deadline that was over on the day of issue.
pub(super) static LINT: Lint = Lint {
    name: "deadline-before-issue",
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
    for date in dates::dated(context) {
        if let Some(last) = date.when.last_day().filter(|last| *last < issued_on) {
            let message = texts::deadline_before_issue(last, issued_on);
            sink.push(sink.finding(message).at(date.span).help(texts::deadline_before_issue_help()));
        }
    }
}
