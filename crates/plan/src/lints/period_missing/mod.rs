//! `period-missing`: an emulation plan that says no period at all.

use phongtrao_diagnostic::Severity;
use phongtrao_value::When;

use crate::lints::dates::WORDS;
use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// An emulation plan that says no period at all.
pub(super) static LINT: Lint = Lint {
    name: "period-missing",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let plan = context.plan;
    let identity = &plan.identity;
    let title = identity.title.as_deref().unwrap_or_default().to_lowercase();
    let emulates = !plan.awards.is_empty() || WORDS.emulation.words.iter().any(|word| title.contains(word.as_str()));
    if !emulates || !is_plan(context) || identity.from.is_some() || identity.to.is_some() || says_a_span(context) {
        return;
    }
    let of_title = context.document.and_then(|document| document.frame.title.as_ref()).map(|title| title.span);
    let place = of_title.or(identity.origin.span);
    sink.push(sink.finding(texts::period_missing()).at(place).help(texts::period_missing_help()));
}

/// A plan or programme: a regulation or a guide stands until it is changed, and an article has no period.
fn is_plan(context: &Context<'_>) -> bool {
    let plan = |kind: &str| matches!(kind, "KH" | "CTr");
    match context.plan.identity.kind.as_deref() {
        Some(kind) => plan(kind),
        None => context.document.is_none(),
    }
}

/// Whether a part of the time is said somewhere, even if not that of the whole.
fn says_a_span(context: &Context<'_>) -> bool {
    let deadlines = context.taken.map(|taken| taken.deadlines.as_slice()).unwrap_or_default();
    let school_year = |when: Option<When>| matches!(when, Some(When::SchoolYear(_)));
    !context.plan.phases.is_empty() || deadlines.iter().any(|deadline| deadline.from.is_some() || school_year(Some(deadline.when)))
}
