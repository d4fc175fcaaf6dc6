//! The days of a round: when it closes, and which period it judges.

use phongtrao_judge::Calendar;
use phongtrao_plan::{Counting, Plan, Round, RoundKind};
use phongtrao_register::Register;
use phongtrao_register::rows::SchoolYear;
use phongtrao_value::{Date, Period, Recurrence, When, YearKind};

/// The days of a round; `None` where nobody has said when it closes.
pub(super) fn calendar(
    plan: &Plan,
    round: Option<&Round>,
    register: &Register,
    statistics_begins: Option<(i8, i8)>,
    as_of: Option<Date>,
) -> Option<Calendar> {
    let near = as_of.or_else(|| last_fact(register));
    let reader = Reader { school_year: register.organisation.school_year };
    let ends = plan.identity.to.and_then(|to| reader.last(to));
    let stated = round.and_then(|round| round.closes).and_then(|when| reader.last(when).or_else(|| near_day(when, near)));
    let whole = reader.plan(plan);
    let mut calendar = Calendar {
        as_of: Date::MAX,
        closes: Date::MAX,
        period: Period { from: Date::MIN, to: Date::MAX },
        held: Period { from: Date::MIN, to: Date::MAX },
        year_kind: YearKind::Calendar,
        plan: whole,
        phases: plan.phases.iter().filter_map(|phase| Some((phase.id.clone(), reader.days(phase.from?, phase.to?)?))).collect(),
        school_begins: register.organisation.school_year.map(|begins| (begins.month, begins.day)),
        statistics_begins,
    };
    let counts = round.and_then(|round| round.counts);
    calendar.year_kind = match counts {
        Some(Counting::SchoolYear) => YearKind::School,
        Some(Counting::StatisticsYear) => YearKind::Statistics,
        Some(Counting::CalendarYear) => YearKind::Calendar,
        _ => register.organisation.year_kind.unwrap_or(YearKind::Calendar),
    };
    // A round that comes back without a day closes with the year that it judges.
    let of_year = || {
        round.filter(|round| comes_back(round)).and(near).and_then(|near| {
            let year = calendar.year_of(calendar.year_kind, near)?;
            Some(calendar.year(calendar.year_kind, year)?.to)
        })
    };
    let closes = stated.or_else(of_year).or(ends).or(as_of)?;
    calendar.closes = closes;
    calendar.held = round.filter(|round| comes_back(round)).and_then(|round| held(round, closes)).unwrap_or(calendar.held);
    calendar.as_of = as_of.unwrap_or(closes);
    let phase = round.and_then(|round| round.phase.as_ref()).and_then(|phase| calendar.phases.get(phase).copied());
    let own = round.and_then(|round| reader.days(round.from?, round.to?));
    calendar.period = match counts {
        _ if own.is_some() => own?,
        Some(Counting::Phase) => phase?,
        Some(Counting::Plan) => whole?,
        _ => calendar.year(calendar.year_kind, calendar.year_of(calendar.year_kind, closes)?)?,
    };
    Some(calendar)
}

/// From the day when a round opens, else from the first of its period, to the day when it closes.
pub(super) fn open(plan: &Plan, round: &Round, register: &Register, statistics_begins: Option<(i8, i8)>, day: Date) -> Option<Period> {
    let calendar = calendar(plan, Some(round), register, statistics_begins, Some(day))?;
    let reader = Reader { school_year: register.organisation.school_year };
    let opens = round.opens.and_then(|when| reader.first(when).or_else(|| near_day(when, Some(calendar.closes))));
    Some(Period { from: opens.unwrap_or(calendar.period.from), to: calendar.closes })
}

/// Whether a round is held every year or more often.
fn comes_back(round: &Round) -> bool {
    let yearly = matches!(round.counts, Some(Counting::CalendarYear | Counting::SchoolYear | Counting::StatisticsYear));
    yearly || round.kind == Some(RoundKind::Yearly) || round.recurs.is_some_and(|recurs| recurs != Recurrence::None)
}

/// The days of one of the times that a round is held: those that lie nearer to its closing than to the one before and the one after. Units meet before a round
/// closes and councils after it, so that neither the year nor the days on which it is open tell to which time their decisions belong.
fn held(round: &Round, closes: Date) -> Option<Period> {
    let others = (-1..=1).flat_map(|years| {
        let year = closes.year() + years;
        let own = round.closes.map(|when| of_year(when, year)).unwrap_or_default();
        if own.is_empty() { of_year(When::YearlyDay { month: closes.month(), day: closes.day() }, year) } else { own }
    });
    let others: Vec<Date> = others.collect();
    let before = others.iter().filter(|day| **day < closes).max()?;
    let after = others.iter().filter(|day| **day > closes).min()?;
    let half = |from: Date, to: Date| from.checked_add(to.duration_since(from) / 2).ok();
    Some(Period { from: half(*before, closes)?.tomorrow().ok()?, to: half(closes, *after)? })
}

/// The days that a date names. A school year has those that the organisation has said.
struct Reader {
    school_year: Option<SchoolYear>,
}

impl Reader {
    fn first(&self, when: When) -> Option<Date> {
        when.first_day().or_else(|| Some(self.school_year(when)?.from))
    }

    fn last(&self, when: When) -> Option<Date> {
        when.last_day().or_else(|| Some(self.school_year(when)?.to))
    }

    fn school_year(&self, when: When) -> Option<Period> {
        match when {
            When::SchoolYear(year) => self.school_year?.period(year),
            _ => None,
        }
    }

    fn days(&self, from: When, to: When) -> Option<Period> {
        Some(Period { from: self.first(from)?, to: self.last(to)? })
    }

    /// The plan's whole period.
    fn plan(&self, plan: &Plan) -> Option<Period> {
        let from = plan.identity.from.and_then(|from| self.first(from)).or(plan.identity.issued_on)?;
        Some(Period { from, to: self.last(plan.identity.to?)? })
    }
}

/// The day of a date that comes back which lies nearest to another day.
fn near_day(when: When, near: Option<Date>) -> Option<Date> {
    let near = near?;
    let days = (near.year() - 1..=near.year() + 1).flat_map(|year| of_year(when, year));
    days.min_by_key(|day| (distance(*day, near), *day))
}

fn of_year(when: When, year: i16) -> Vec<Date> {
    let month_end = |month: i8| Date::new(year, month, 1).ok().map(Date::last_of_month);
    match when {
        When::YearlyDay { month, day } => Date::new(year, month, day).ok().or_else(|| month_end(month)).into_iter().collect(),
        When::YearlyMonth(month) => month_end(month).into_iter().collect(),
        When::MonthlyDay(day) => (1..=12).filter_map(|month| Date::new(year, month, day).ok().or_else(|| month_end(month))).collect(),
        When::Quarterly => [3, 6, 9, 12].into_iter().filter_map(month_end).collect(),
        _ => Vec::new(),
    }
}

fn distance(one: Date, other: Date) -> i64 {
    let count = |date: Date| i64::from(date.year()) * 372 + i64::from(date.month()) * 31 + i64::from(date.day());
    (count(one) - count(other)).abs()
}

/// The last day of which the register knows that something happened: a round that comes back is then the one nearest to it.
fn last_fact(register: &Register) -> Option<Date> {
    let records = register.records.iter().map(|row| row.on);
    let duties = register.tasks.iter().chain(&register.reports).filter_map(|row| row.done);
    let attendance = register.attendance.iter().map(|row| row.on);
    let results = register.results.iter().map(|row| row.on);
    let ratings = register.ratings.iter().filter_map(|row| row.decided_on);
    let attested = register.attestations.iter().map(|row| row.on);
    let proposed = register.proposals.iter().map(|row| row.on);
    let years = register.scores.iter().map(|row| row.year).chain(register.ratings.iter().map(|row| row.year));
    let dated = records.chain(duties).chain(attendance).chain(results).chain(ratings).chain(attested).chain(proposed).max();
    // Scores and ratings say only a year; they decide where nothing else has a date.
    dated.or_else(|| Date::new(years.max()?, 12, 31).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::the_same_day_every_year("kind = \"yearly\"\ncloses = \"--11-30\"", "2026-06-01", "2027-05-31")]
    #[case::a_day_of_one_year("kind = \"yearly\"\ncloses = \"2026-11-30\"", "2026-06-01", "2027-05-31")]
    #[case::at_the_end_of_its_year("counts = \"calendar-year\"", "2026-07-02", "2027-07-01")]
    #[case::every_quarter("kind = \"yearly\"\nrecurs = \"quarterly\"\ncloses = \"quarterly\"", "2026-11-16", "2027-02-14")]
    #[case::once("kind = \"final\"\ncloses = \"2026-11-30\"", "-009999-01-01", "9999-12-31")]
    fn what_is_decided_belongs_to_the_nearest_closing(#[case] round: &str, #[case] from: Date, #[case] to: Date) {
        let text =
            format!("format = 1\n\n[plan]\nperiod = {{ from = \"2025-01-01\", to = \"2030-12-31\" }}\n\n[[round]]\nid = \"r\"\n{round}\n");
        let (plan, findings) = phongtrao_plan::file::read(&text);
        assert!(findings.is_empty(), "{findings:?}");
        let on = Date::constant(2026, 12, 15);
        let calendar = calendar(&plan, plan.rounds.first(), &Register::default(), None, Some(on)).expect("a calendar");
        assert_eq!(calendar.held, Period { from, to });
    }
}
