//! `issue-date-year`: a date of issue a year before all that the text plans: at the turn of the year the old one is easily written.

use phongtrao_diagnostic::Severity;
use phongtrao_value::{Date, When};

use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A date of issue a year before all that the text plans.
pub(super) static LINT: Lint = Lint {
    name: "issue-date-year",
    level: Severity::Warning,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let (Some(document), Some(issued_on)) = (context.official_text(), context.issued_on()) else { return };
    let (Some(line), Some(title)) = (&document.frame.date_line, &document.frame.title) else { return };
    let next = issued_on.year() + 1;
    let of_next_year = title.value.contains(&next.to_string()) && !title.value.contains(&issued_on.year().to_string());
    if issued_on.month() <= LAST_MONTH && of_next_year && planned_for_next_year(context, issued_on) {
        let message = texts::issue_date_year(issued_on, i64::from(next));
        sink.push(sink.finding(message).at(line.span).help(texts::issue_date_year_help()));
    }
}

/// Up to this month the old year is still written out of habit.
const LAST_MONTH: i8 = 2;

/// So many days are enough to see a plan's year.
const LEAST_DAYS: usize = 2;

/// Whether what the text plans lies in the first months of the year after the date of issue: nobody plans a spring a year ahead.
fn planned_for_next_year(context: &Context<'_>, issued_on: Date) -> bool {
    let days = context.taken.iter().flat_map(|taken| &taken.deadlines).filter_map(|deadline| match deadline.when {
        When::Day(day) => Some(day),
        _ => None,
    });
    let days: Vec<Date> = days.filter(|day| *day >= issued_on).collect();
    let (this_year, next_year): (Vec<Date>, Vec<Date>) = days.iter().partition(|day| day.year() == issued_on.year());
    let in_spring = next_year.iter().filter(|day| day.year() == issued_on.year() + 1 && day.month() <= SPRING).count();
    in_spring >= LEAST_DAYS && in_spring == next_year.len() && in_spring > this_year.len() * 2
}

/// The last month in which a plan issued at the turn of the year has its first days.
const SPRING: i8 = 4;
