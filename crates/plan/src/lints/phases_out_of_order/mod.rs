//! `phases-out-of-order`: a phase that ends before the one before it begins.

use phongtrao_diagnostic::Severity;
use phongtrao_value::When;

use crate::lints::phase_series::series;
use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A phase that ends before the one before it begins.
pub(super) static LINT: Lint = Lint {
    name: "phases-out-of-order",
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
            let days = second.to.and_then(When::last_day).zip(first.from.and_then(When::first_day));
            if let Some((ends, begins)) = days.filter(|(ends, begins)| ends < begins) {
                let message = texts::phases_out_of_order(second.label.as_str(), ends, first.label.as_str(), begins);
                sink.push(sink.finding(message).at(second.origin.span).help(texts::phases_out_of_order_help()));
            }
        }
    }
}
