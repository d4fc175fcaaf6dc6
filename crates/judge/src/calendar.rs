//! The days of a round: what its years, phases and spans are as periods.

use std::collections::BTreeMap;

use phongtrao_rules::criteria::{Day, Span};
use phongtrao_value::{Date, Period, YearKind};

/// A day of every year: month and day.
pub type YearlyDay = (i8, i8);

/// The days that a round is judged by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The day on which it is judged: what came later is not looked at.
    pub as_of: Date,
    /// The day on which the round closes.
    pub closes: Date,
    /// The period whose achievements count.
    pub period: Period,
    /// Of a round that comes back, the days of this time that it is held: what was proposed, voted and signed on them belongs to it. Of any other all days.
    pub held: Period,
    /// The kind of year that the round judges.
    pub year_kind: YearKind,
    /// The plan's whole period, where it is known.
    pub plan: Option<Period>,
    /// Phases of the plan by id.
    pub phases: BTreeMap<String, Period>,
    /// The day on which the school year begins, where the organisation has said it.
    pub school_begins: Option<YearlyDay>,
    /// The day on which the year of the statistics begins, in the calendar year before the one that it is called by.
    pub statistics_begins: Option<YearlyDay>,
}

impl Calendar {
    /// The year of a kind in which a day lies; `None` where nobody has said when such a year begins.
    pub fn year_of(&self, kind: YearKind, day: Date) -> Option<i16> {
        let number = day.year();
        match kind {
            YearKind::Calendar => Some(number),
            YearKind::School => {
                let begins = on(number, self.school_begins?)?;
                Some(if day < begins { number - 1 } else { number })
            }
            YearKind::Statistics => {
                let begins = on(number, self.statistics_begins?)?;
                Some(if day < begins { number } else { number + 1 })
            }
        }
    }

    /// The days of a year.
    pub fn year(&self, kind: YearKind, year: i16) -> Option<Period> {
        let (first, begins) = match kind {
            YearKind::Calendar => (year, (1, 1)),
            YearKind::School => (year, self.school_begins?),
            YearKind::Statistics => (year - 1, self.statistics_begins?),
        };
        Some(Period { from: on(first, begins)?, to: on(first + 1, begins)?.yesterday().ok()? })
    }

    /// The judged year of a kind: the one in which the round's period ends.
    pub fn judged(&self, kind: YearKind) -> Option<i16> {
        self.year_of(kind, self.period.to)
    }

    /// The days of a span; `None` where the plan or the organisation has not said them.
    pub fn span(&self, span: &Span) -> Option<Period> {
        match span {
            Span::Round => Some(self.period),
            Span::Year { kind, back } => self.year(*kind, self.judged(*kind)?.checked_sub(i16::try_from(*back).ok()?)?),
            Span::Years { kind, count } => {
                let last = self.judged(*kind)?;
                let first = last.checked_sub(i16::try_from(*count).ok()?.saturating_sub(1))?;
                Some(Period { from: self.year(*kind, first)?.from, to: self.year(*kind, last)?.to })
            }
            Span::Phase(id) => self.phases.get(id).copied(),
            Span::Plan => self.plan,
            Span::Ever => Some(Period { from: Date::MIN, to: Date::MAX }),
        }
    }

    /// Whether a day lies in a period and not after the day of judging.
    pub fn counts(&self, period: Period, day: Date) -> bool {
        period.holds(day) && day <= self.as_of
    }

    /// Whether what somebody decided on a day belongs to this time that the round is held, and not after the day of judging.
    pub fn is_decided(&self, on: Date) -> bool {
        self.counts(self.held, on)
    }

    /// Whether something may still happen that counts: the day of judging lies before the end of the period and before the round closes.
    pub fn is_running(&self, period: Period) -> bool {
        self.as_of < period.to && self.as_of < self.closes
    }

    /// The day that a criterion names.
    pub fn day(&self, day: Day) -> Date {
        match day {
            Day::PeriodEnd => self.period.to,
            Day::PeriodStart => self.period.from,
            Day::Closing => self.closes,
        }
    }

    /// The day whose attributes count: the last of the period, or the day of judging before it ends.
    pub(crate) fn day_of_attributes(&self) -> Date {
        self.period.to.min(self.as_of)
    }

    /// The same calendar for another period of achievement, as an award of an earlier year was judged by.
    #[must_use]
    pub fn of_period(&self, period: Period) -> Calendar {
        Calendar { period, ..self.clone() }
    }
}

/// A yearly day in a year; the last of February in a year without its 29th.
fn on(year: i16, (month, day): YearlyDay) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    Date::new(year, month, day).ok().or_else(|| (month == 2 && day == 29).then(|| first.last_of_month()))
}

/// Whole months between two days, the last one in it.
pub(crate) fn whole_months(period: Period) -> i64 {
    let Ok(after) = period.to.tomorrow() else { return 0 };
    let months = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
    let begun = i64::from(after.day() < period.from.day() && after.day() != after.days_in_month());
    (months(after) - months(period.from) - begun).max(0)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day of a table below")
    }

    fn calendar() -> Calendar {
        Calendar {
            as_of: day("2026-11-30"),
            closes: day("2026-11-30"),
            period: Period { from: day("2025-12-01"), to: day("2026-11-30") },
            held: Period { from: Date::MIN, to: Date::MAX },
            year_kind: YearKind::Calendar,
            plan: None,
            phases: BTreeMap::new(),
            school_begins: Some((8, 15)),
            statistics_begins: Some((12, 1)),
        }
    }

    #[rstest]
    #[case(YearKind::Calendar, "2026-01-01", 2026)]
    #[case(YearKind::School, "2026-08-14", 2025)]
    #[case(YearKind::School, "2026-08-15", 2026)]
    #[case(YearKind::Statistics, "2025-11-30", 2025)]
    #[case(YearKind::Statistics, "2025-12-01", 2026)]
    fn a_day_lies_in_a_year_of_each_kind(#[case] kind: YearKind, #[case] on: &str, #[case] year: i16) {
        let calendar = calendar();
        assert_eq!(calendar.year_of(kind, day(on)), Some(year));
        assert!(calendar.year(kind, year).expect("all begin on a known day").holds(day(on)));
    }

    #[test]
    fn a_school_year_of_unknown_beginning_is_unknown() {
        let calendar = Calendar { school_begins: None, ..calendar() };
        assert_eq!(calendar.span(&Span::Year { kind: YearKind::School, back: 0 }), None);
    }

    #[test]
    fn the_last_years_end_with_the_judged_one() {
        let span = Span::Years { kind: YearKind::Calendar, count: 3 };
        assert_eq!(calendar().span(&span), Some(Period { from: day("2024-01-01"), to: day("2026-12-31") }));
    }

    #[rstest]
    #[case("2026-01-01", "2026-06-30", 6)]
    #[case("2026-01-15", "2026-07-14", 6)]
    #[case("2026-01-15", "2026-07-13", 5)]
    #[case("2026-01-31", "2026-02-27", 1)]
    #[case("2026-05-10", "2026-05-12", 0)]
    fn months_are_counted_whole(#[case] from: &str, #[case] to: &str, #[case] months: i64) {
        assert_eq!(whole_months(Period { from: day(from), to: day(to) }), months);
    }
}
