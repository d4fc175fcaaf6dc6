//! `deadline-outside-phase`: an activity of a phase dated outside the phase.

use std::collections::BTreeMap;

use phongtrao_diagnostic::Severity;
use phongtrao_value::When;

use crate::Phase;
use crate::lints::dates::{self, Kind};
use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// An activity of a phase dated outside the phase.
pub(super) static LINT: Lint = Lint {
    name: "deadline-outside-phase",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let phases = by_clause(&context.plan.phases);
    if phases.is_empty() {
        return;
    }
    for date in dates::dated(context) {
        let Some(phase) = phase_around(&phases, date.clause) else { continue };
        if date.kind == Kind::Phase || matches!(date.when, When::Year(_)) || date.comes_after_the_end() {
            continue;
        }
        let late = phase.to.and_then(When::last_day).zip(date.when.first_day()).filter(|(ends, day)| day > ends);
        if let Some((limit, day)) = late {
            let message = texts::deadline_outside_phase(day, phase.label.as_str(), limit);
            sink.push(sink.finding(message).at(date.span).help(texts::deadline_outside_phase_help()));
        }
    }
}

/// Phases by their clause; those that share one with another cannot say which dates are theirs.
fn by_clause(phases: &[Phase]) -> BTreeMap<&str, Option<&Phase>> {
    let mut found: BTreeMap<&str, Option<&Phase>> = BTreeMap::new();
    for phase in phases {
        let Some(clause) = &phase.origin.clause else { continue };
        found.entry(&clause.0).and_modify(|first| *first = None).or_insert(Some(phase));
    }
    found
}

/// The phase in whose clause another clause lies.
fn phase_around<'a>(phases: &BTreeMap<&str, Option<&'a Phase>>, clause: &str) -> Option<&'a Phase> {
    let ends = clause.char_indices().filter(|(_, letter)| matches!(letter, '.' | '[' | '/')).map(|(at, _)| at);
    let outer: Vec<&str> = ends.filter_map(|end| clause.get(..end)).collect();
    outer.into_iter().rev().find_map(|outer| phases.get(outer).copied().flatten())
}
