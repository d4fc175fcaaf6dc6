//! `basis-repealed`: a legal basis that was no longer in force on the day of issue.

use phongtrao_diagnostic::Severity;
use phongtrao_rules::Validity;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A legal basis that was no longer in force on the day of issue.
pub(super) static LINT: Lint = Lint {
    name: "basis-repealed",
    level: Severity::Error,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (basis, document, day) in context.registered_bases() {
        let Validity::Ended(last_day) = document.on(day) else { continue };
        let message = texts::basis_repealed(document.number.as_str(), last_day, day);
        let help = match &document.replaced_by {
            Some(successor) => texts::basis_repealed_help(successor.as_str()),
            None => texts::basis_repealed_nothing(),
        };
        sink.push(sink.finding(message).at(basis.origin.span).help(help));
    }
}
