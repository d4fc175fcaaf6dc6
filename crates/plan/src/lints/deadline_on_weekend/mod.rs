//! `deadline-on-weekend`: papers due on a Saturday or Sunday.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink, dates};
use crate::texts;

/// Papers due on a Saturday or Sunday.
pub(super) static LINT: Lint = Lint {
    name: "deadline-on-weekend",
    level: Severity::Note,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (day, span) in dates::days_of_handing_in(context) {
        // A holiday has a lint of its own.
        if !dates::is_weekend(day) || context.packs.holiday(day).is_some() {
            continue;
        }
        let Some(before) = dates::working_day_before(day, context.packs) else { continue };
        let message = texts::deadline_on_weekend(day, dates::weekday(day));
        sink.push(sink.finding(message).at(span).help(texts::deadline_on_weekend_help(before)));
    }
}
