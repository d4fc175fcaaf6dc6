//! Working days and deadlines of packs.

use phongtrao_rules::Packs;
use phongtrao_rules::entries::{Deadline, DurationUnit, Posting};
use phongtrao_value::{Date, When};

use crate::Verdict;

/// Nobody gives more days; longer times are not computed.
const MOST_DAYS: u32 = 4_000;

/// Whether a day is worked: not a Saturday, not a Sunday, no public holiday of the packs. Days that are worked in place of others are set each
/// year and stand in no pack.
pub fn is_worked(packs: &Packs, day: Date) -> bool {
    // Saturday and Sunday are the sixth and the seventh day from Monday.
    day.weekday().to_monday_one_offset() < 6 && packs.holiday(day).is_none()
}

/// The last day of a time that counts from an event; the day of the event itself is not counted.
pub fn last_day(packs: &Packs, deadline: &Deadline, event: Date) -> Option<Date> {
    let number = deadline.within.filter(|number| *number <= MOST_DAYS)?;
    match deadline.unit? {
        DurationUnit::Days => steps(event, number, |_| true, Date::tomorrow),
        DurationUnit::WorkingDays => steps(event, number, |day| is_worked(packs, day), Date::tomorrow),
        DurationUnit::Months => months_later(event, i64::from(number)),
    }
}

/// The last day that is far enough ahead of an event.
pub fn last_day_ahead(packs: &Packs, deadline: &Deadline, event: Date) -> Option<Date> {
    let number = deadline.ahead.filter(|number| *number <= MOST_DAYS)?;
    match deadline.unit? {
        DurationUnit::Days => steps(event, number, |_| true, Date::yesterday),
        DurationUnit::WorkingDays => steps(event, number, |day| is_worked(packs, day), Date::yesterday),
        DurationUnit::Months => months_later(event, -i64::from(number)),
    }
}

/// The last day of a year's deadline: the day before where the text says *before*, the day itself where it says *by*.
pub fn last_day_of_year(deadline: &Deadline, year: i16) -> Option<Date> {
    let of_year = |when: &When| match when {
        When::YearlyDay { month, day } => Date::new(year, *month, *day).ok(),
        _ => None,
    };
    match (&deadline.before, &deadline.by) {
        (Some(before), _) => of_year(before)?.yesterday().ok(),
        (None, Some(by)) => of_year(by),
        (None, None) => None,
    }
}

/// Whether a list was posted long enough: so many working days between the day of posting and the day of the meeting, neither of them counted.
pub fn is_posted_long_enough(packs: &Packs, posting: &Posting, posted: Date, meets: Date) -> Verdict {
    let mut day = posted;
    let mut worked = 0;
    while worked < posting.working_days.min(MOST_DAYS) {
        match day.tomorrow() {
            Ok(next) if next < meets => day = next,
            _ => return Verdict::NotMet,
        }
        worked += u32::from(is_worked(packs, day));
    }
    Verdict::Met
}

fn steps<E>(from: Date, number: u32, counts: impl Fn(Date) -> bool, next: impl Fn(Date) -> Result<Date, E>) -> Option<Date> {
    let (mut day, mut counted) = (from, 0);
    while counted < number {
        day = next(day).ok()?;
        counted += u32::from(counts(day));
    }
    Some(day)
}

/// The same day so many months later, or before that where they are fewer than none; the last of the month where it has no such day.
fn months_later(day: Date, months: i64) -> Option<Date> {
    let month = i64::from(day.year()) * 12 + i64::from(day.month()) - 1 + months;
    let first = Date::new(i16::try_from(month.div_euclid(12)).ok()?, i8::try_from(month.rem_euclid(12) + 1).ok()?, 1).ok()?;
    Date::new(first.year(), first.month(), day.day().min(first.days_in_month())).ok()
}
