//! `range-reversed`: a period that ends before it begins.

use phongtrao_diagnostic::Severity;
use phongtrao_value::When;

use crate::lints::dates::{self, Dated, Kind};
use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// A period that ends before it begins.
pub(super) static LINT: Lint = Lint {
    name: "range-reversed",
    level: Severity::Error,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for date in dates::dated(context) {
        let ends = date.when.last_day();
        let begins = date.from.and_then(When::first_day).filter(|_| date.kind != Kind::Text || years_are_certain(&date));
        if let Some((begins, ends)) = begins.zip(ends).filter(|(begins, ends)| ends < begins) {
            let message = texts::range_reversed(begins, ends);
            sink.push(sink.finding(message).at(date.span).help(texts::range_reversed_help()));
        }
    }
    // The period of a `plan.toml` stands in no clause.
    let identity = &context.plan.identity;
    let period = identity.from.and_then(When::first_day).zip(identity.to.and_then(When::last_day));
    if let (None, Some((begins, ends))) = (context.document, period.filter(|(begins, ends)| ends < begins)) {
        let message = texts::range_reversed(begins, ends);
        sink.push(sink.finding(message).at(identity.origin.span).help(texts::range_reversed_help()));
    }
}

/// `từ ngày 20/12 đến ngày 10/01/2027` leaves a year to the reader, unless both days are of one month.
fn years_are_certain(date: &Dated<'_>) -> bool {
    // The digits of a year.
    const YEAR: usize = 4;
    let numbers = date.quote.split(|letter: char| !letter.is_ascii_digit());
    let one_month = match (date.from, date.when) {
        (Some(When::Day(from)), When::Day(to)) => from.first_of_month() == to.first_of_month(),
        _ => false,
    };
    one_month || numbers.filter(|number| number.len() == YEAR).count() > 1
}
