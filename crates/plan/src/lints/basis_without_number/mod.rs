//! `basis-without-number`: a plan, decision or letter cited as a basis without its number.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A plan, decision or letter cited as a basis without its number.
pub(super) static LINT: Lint = Lint {
    name: "basis-without-number",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for basis in context.plan.bases.iter().filter(|basis| basis.number.is_none()) {
        // A law is known by its name and date; many texts cite it so, and rightly.
        if let (None, Some(title)) = (basis.date, basis.title.as_deref().or(basis.kind.as_deref())) {
            sink.push(sink.finding(texts::basis_without_number(title)).at(basis.origin.span).help(texts::basis_without_number_help()));
        }
    }
}
