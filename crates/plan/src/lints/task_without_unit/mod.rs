//! `task-without-unit`: a task that nobody has.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A task that nobody has.
pub(super) static LINT: Lint = Lint {
    name: "task-without-unit",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for task in context.plan.tasks.iter().filter(|task| task.unit.is_none()) {
        sink.push(sink.finding(texts::task_without_unit(task.text.as_str())).at(task.origin.span).help(texts::task_without_unit_help()));
    }
}
