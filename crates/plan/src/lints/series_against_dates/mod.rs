//! `series-against-dates`: two documents of one series and year whose numbers run against their dates.

use phongtrao_diagnostic::Severity;
use phongtrao_value::text::folded;
use phongtrao_value::{Date, DocumentNumber};

use crate::Basis;
use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// Two documents of one series and year whose numbers run against their dates.
pub(super) static LINT: Lint = Lint {
    name: "series-against-dates",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut seen: Vec<(DocumentNumber, &Basis)> = Vec::new();
    for basis in &context.plan.bases {
        let Some(number) = basis.number.as_deref().and_then(|number| number.parse::<DocumentNumber>().ok()) else { continue };
        let found = seen.iter().find_map(|(other, earlier)| against(&number, basis, other, earlier).map(|days| (other, days)));
        if let Some((other, (day, other_day))) = found {
            let message = texts::series_against_dates(number.as_str(), day, other.as_str(), other_day);
            sink.push(sink.finding(message).at(basis.origin.span).help(texts::series_against_dates_help()));
        }
        seen.push((number, basis));
    }
}

/// The days of two numbers of one series and year that run the other way than the numbers.
fn against(number: &DocumentNumber, basis: &Basis, other: &DocumentNumber, earlier: &Basis) -> Option<(Date, Date)> {
    let (day, other_day, serial, other_serial) = (basis.date?, earlier.date?, number.serial()?, other.serial()?);
    // One symbol can be the series of many bodies: only documents of one issuer, where both name theirs, are held against each other.
    let one_issuer = match (&basis.issuer, &earlier.issuer) {
        (Some(one), Some(two)) => folded(one) == folded(two),
        _ => true,
    };
    // Numbers of the Party (`80-NQ/TW`) run through a term and begin anew with the next congress, whatever the year.
    let by_year = |number: &DocumentNumber| number.as_str().trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('/');
    if !by_year(number) || !by_year(other) {
        return None;
    }
    let one_series = number.symbol() == other.symbol() && day.year() == other_day.year() && one_issuer;
    let against = one_series && day != other_day && (day < other_day) != (serial < other_serial);
    against.then_some((day, other_day))
}
