//! `nothing-of-a-plan`: a file in which nothing of a plan could be read.

use phongtrao_diagnostic::{Severity, Span};

use crate::lints::{Context, Lint, On, Sink};
use crate::{Plan, texts};

/// A file in which nothing of a plan could be read.
pub(super) static LINT: Lint = Lint {
    name: "nothing-of-a-plan",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if says_something(context.plan) {
        return;
    }
    let first = context.text.lines().next().unwrap_or_default();
    let place = Span { start: 0, end: first.len() };
    sink.push(sink.finding(texts::nothing_of_a_plan()).at(Some(place)).help(texts::nothing_of_a_plan_help()));
}

/// Whether there is anything that somebody is to do, to reach or to get, or a time for it.
fn says_something(plan: &Plan) -> bool {
    let wanted = [plan.purposes.len(), plan.requirements.len(), plan.targets.len(), plan.criteria.len(), plan.subjects.len()];
    let given = [plan.awards.len(), plan.dossiers.len(), plan.rounds.len(), plan.ways.len(), plan.steps.len(), plan.stages.len()];
    let done = [plan.tasks.len(), plan.reports.len(), plan.phases.len(), plan.milestones.len(), plan.courses.len(), plan.contests.len()];
    let is_dated = plan.identity.from.is_some() || plan.identity.to.is_some();
    is_dated || plan.budget.is_some() || [wanted.as_slice(), &given, &done].concat().iter().any(|number| *number > 0)
}
