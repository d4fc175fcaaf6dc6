//! `phases-overlap`: two phases that share days.

use phongtrao_diagnostic::Severity;
use phongtrao_value::When;

use crate::lints::phase_series::series;
use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// Two phases that share days.
pub(super) static LINT: Lint = Lint {
    name: "phases-overlap",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for phases in series(&context.plan.phases) {
        for pair in phases.windows(2) {
            let [first, second] = pair else { continue };
            // The day, month or year at which one ends and the next begins may well be the same.
            let shared =
                first.to.zip(second.from).filter(|(to, from)| from.last_day().zip(to.first_day()).is_some_and(|(from, to)| from < to));
            let Some((to, from)) = shared else { continue };
            // One that lies wholly before the other is out of order, and another lint says so.
            if second.to.and_then(When::last_day).zip(first.from.and_then(When::first_day)).is_some_and(|(ends, begins)| ends < begins) {
                continue;
            }
            let (Some(begins), Some(ends)) = (from.first_day(), to.last_day()) else { continue };
            let message = texts::phases_overlap(second.label.as_str(), begins, first.label.as_str(), ends);
            sink.push(sink.finding(message).at(second.origin.span).help(texts::phases_overlap_help()));
        }
    }
}
