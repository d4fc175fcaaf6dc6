//! `basis-date-wrong`: a legal basis cited with another date than that of the document.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A legal basis cited with another date than that of the document.
pub(super) static LINT: Lint = Lint {
    name: "basis-date-wrong",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for basis in &context.plan.bases {
        let Some(document) = basis.number.as_deref().and_then(|number| context.packs.document(number)) else { continue };
        if let (Some(cited), Some(right)) = (basis.date, document.date)
            && cited != right
        {
            let message = texts::basis_date_wrong(document.number.as_str(), cited, right);
            sink.push(sink.finding(message).at(basis.origin.span).help(texts::basis_date_wrong_help()));
        }
    }
}
