//! Running the lints at the levels that hold.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Finding, Severity};

use super::{Context, LINTS, Lint, On, Sink};

/// Levels that differ from a lint's own, by its name; `None` is off.
pub type Levels = BTreeMap<String, Option<Severity>>;

/// The findings of all lints, in the order of the text. `levels` stand over those of the plan, and those over each lint's own.
pub fn check(context: &Context<'_>, levels: &Levels) -> Vec<Finding> {
    let mut findings = Vec::new();
    for lint in LINTS {
        if let Some(level) = level(lint, context, levels) {
            (lint.check)(context, &mut Sink::new(lint, level, &mut findings));
        }
    }
    findings.sort_by_key(|finding| finding.span.map_or((0, 0), |span| (span.start, span.end)));
    findings
}

/// The lint of that name.
pub fn lint(name: &str) -> Option<&'static Lint> {
    LINTS.iter().find(|lint| lint.name == name).copied()
}

fn level(lint: &Lint, context: &Context<'_>, levels: &Levels) -> Option<Severity> {
    if lint.on == On::Text && context.document.is_none() {
        return None;
    }
    levels.get(lint.name).or_else(|| context.plan.levels.get(lint.name)).copied().unwrap_or(Some(lint.level))
}
