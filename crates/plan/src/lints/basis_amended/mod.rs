//! `basis-amended`: a legal basis that had been amended by the day of issue, while the amending document is not named.

use phongtrao_diagnostic::Severity;
use phongtrao_rules::Validity;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A legal basis that had been amended by the day of issue, while the amending document is not named.
pub(super) static LINT: Lint = Lint {
    name: "basis-amended",
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
        let Validity::Amended(amendment) = document.on(day) else { continue };
        let named = context.plan.bases.iter().filter_map(|basis| basis.number.as_deref());
        if named.filter_map(|number| context.packs.document(number)).any(|other| other.number == amendment.by) {
            continue;
        }
        let message = texts::basis_amended(document.number.as_str(), amendment.by.as_str());
        let help = texts::basis_amended_help();
        sink.push(sink.finding(message).at(basis.origin.span).help(help));
    }
}
