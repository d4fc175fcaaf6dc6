//! Invented registers, ledgers, records and populations: for tests, examples and measurements. Nothing in them is about anybody.
//!
//! Chance comes from a seed and from whole numbers only: the same settings give the same rows and columns on every machine.

mod history;
mod names;
mod organisation;
pub mod parquet;
mod places;
pub mod population;
mod random;
mod template;
mod year;

use jiff::Span;
use phongtrao_value::Date;

pub use places::country;
pub use template::Kind;

use crate::Register;
use template::Template;

/// The last year of which all is known: the calendar year, or the one in which the school year began.
const LAST_YEAR: i16 = 2025;

/// What is asked of the generator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Which organisation.
    pub kind: Kind,
    /// How many people: those who work there and those who learn or are members.
    pub people: u64,
    /// How many of them work there; none: as many as usual in such an organisation.
    pub staff: Option<u64>,
    /// The seed.
    pub seed: u64,
}

impl Register {
    /// An invented register.
    pub fn sample(settings: Settings) -> Register {
        // Every kind has its template; the tests below make all of them.
        let Some(template) = Template::of(settings.kind) else { return Register::default() };
        let mut founded = organisation::found(settings, template);
        history::tell(settings, template, &mut founded);
        year::tell(settings, template, &mut founded);
        founded.register
    }
}

/// A day that the generator names; all of them are in the calendar.
fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap_or(Date::MIN)
}

fn days(days: i64) -> Span {
    Span::new().days(days)
}

fn months(months: i64) -> Span {
    Span::new().months(months)
}
