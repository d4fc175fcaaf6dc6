//! `deadline-outside-period`: an activity dated outside the period of the plan.

use std::collections::BTreeSet;

use phongtrao_diagnostic::Severity;
use phongtrao_value::When;

use crate::lints::dates::{self, Kind};
use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// An activity dated outside the period of the plan.
pub(super) static LINT: Lint = Lint {
    name: "deadline-outside-period",
    level: Severity::Warning,
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
    let begins = identity.from.and_then(When::first_day);
    let ends = identity.to.and_then(When::last_day);
    // What is a milestone may also be a task of somebody.
    let mut seen = BTreeSet::new();
    for date in dates::of_plan(context.plan) {
        let is_activity = matches!(date.kind, Kind::Task | Kind::Milestone | Kind::Learning);
        // A year says too little: it is often that of an aim beyond the period.
        if !is_activity || matches!(date.when, When::Year(_)) || date.comes_after_the_end() {
            continue;
        }
        let late = ends.zip(date.when.first_day()).filter(|(ends, day)| day > ends);
        if let Some((limit, day)) = late.filter(|(_, day)| date.clause.is_empty() || seen.insert((*day, date.clause))) {
            let message = texts::deadline_outside_period(day, limit);
            sink.push(sink.finding(message).at(date.span).help(texts::deadline_outside_period_help()));
        }
        // What is made ready comes before the beginning; lessons and contests do not.
        let early = begins.zip(date.when.last_day()).filter(|(begins, day)| date.kind == Kind::Learning && day < begins);
        if let Some((limit, day)) = early {
            let message = texts::deadline_outside_period_early(day, limit);
            sink.push(sink.finding(message).at(date.span).help(texts::deadline_outside_period_help()));
        }
    }
}
