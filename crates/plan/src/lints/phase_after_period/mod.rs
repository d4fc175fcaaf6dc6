//! `phase-after-period`: a phase that ends after the period of the plan, or begins before it.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink, dates};
use crate::texts;

/// A phase that ends after the period of the plan, or begins before it.
pub(super) static LINT: Lint = Lint {
    name: "phase-after-period",
    level: Severity::Error,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let identity = &context.plan.identity;
    if !dates::period_is_of_the_whole(context) {
        return;
    }
    let begins = identity.from.and_then(|from| from.first_day());
    let ends = identity.to.and_then(|to| to.last_day());
    for phase in &context.plan.phases {
        let too_late = ends.zip(phase.to.and_then(|to| to.last_day())).filter(|(ends, to)| to > ends);
        let too_early = begins.zip(phase.from.and_then(|from| from.first_day())).filter(|(begins, from)| from < begins);
        if let Some((limit, day)) = too_late {
            let message = texts::phase_after_period(phase.label.as_str(), day, limit);
            sink.push(sink.finding(message).at(phase.origin.span).help(texts::phase_after_period_help()));
        } else if let Some((limit, day)) = too_early {
            let message = texts::phase_after_period_early(phase.label.as_str(), day, limit);
            sink.push(sink.finding(message).at(phase.origin.span).help(texts::phase_after_period_help()));
        }
    }
}
