//! `subject-without-criteria`: a subject for whom the plan has no criteria, while it has some for others.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A subject for whom the plan has no criteria, while it has some for others.
pub(super) static LINT: Lint = Lint {
    name: "subject-without-criteria",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let criteria = &context.plan.criteria;
    // Criteria that name no subject are asked of all; a plan without any criteria is another fault.
    if criteria.is_empty() || criteria.iter().any(|criterion| criterion.subjects.is_empty()) {
        return;
    }
    for subject in &context.plan.subjects {
        if !criteria.iter().any(|criterion| criterion.subjects.contains(&subject.id)) {
            sink.push(
                sink.finding(texts::subject_without_criteria(subject.who.as_str()))
                    .at(subject.origin.span)
                    .help(texts::subject_without_criteria_help()),
            );
        }
    }
}
