//! `basis-not-yet-in-force`: a legal basis that was not yet in force on the day of issue.

use phongtrao_diagnostic::Severity;
use phongtrao_rules::Validity;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A legal basis that was not yet in force on the day of issue.
pub(super) static LINT: Lint = Lint {
    name: "basis-not-yet-in-force",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (basis, document, day) in context.registered_bases() {
        let Validity::NotYet(first_day) = document.on(day) else { continue };
        let message = texts::basis_not_yet_in_force(document.number.as_str(), first_day, day);
        let help = texts::basis_not_yet_in_force_help();
        sink.push(sink.finding(message).at(basis.origin.span).help(help));
    }
}
