//! `task-without-date`: a body whose tasks all lack a date.

use std::collections::BTreeMap;

use phongtrao_diagnostic::Severity;

use crate::Task;
use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A body whose tasks all lack a date.
pub(super) static LINT: Lint = Lint {
    name: "task-without-date",
    level: Severity::Note,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    // One finding a body: a list of twenty tasks without date is one thing to think about, not twenty.
    let mut by_unit: BTreeMap<&str, Vec<&Task>> = BTreeMap::new();
    for task in &context.plan.tasks {
        by_unit.entry(task.unit.as_deref().unwrap_or_default()).or_default().push(task);
    }
    for (unit, tasks) in by_unit.into_iter().filter(|(unit, _)| !unit.is_empty()) {
        let without = tasks.iter().all(|task| task.due.is_none() && task.words.is_none());
        if let (true, Some(first)) = (without, tasks.first()) {
            let message = texts::task_without_date(unit, tasks.len());
            sink.push(sink.finding(message).at(first.origin.span).help(texts::task_without_date_help()));
        }
    }
}
