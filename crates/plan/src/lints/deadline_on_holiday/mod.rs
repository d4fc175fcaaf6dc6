//! `deadline-on-holiday`: papers due on a public holiday.

use phongtrao_diagnostic::Severity;

use crate::lints::{Context, Lint, On, Sink, dates};
use crate::texts;

/// Papers due on a public holiday.
pub(super) static LINT: Lint = Lint {
    name: "deadline-on-holiday",
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
        let Some(holiday) = context.packs.holiday(day) else { continue };
        let Some(before) = dates::working_day_before(day, context.packs) else { continue };
        let message = texts::deadline_on_holiday(day, holiday.name.as_str());
        sink.push(sink.finding(message).at(span).help(texts::deadline_on_holiday_help(before)));
    }
}
