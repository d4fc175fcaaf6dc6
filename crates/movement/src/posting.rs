//! Posting: how long a list must be public before a body meets or somebody decides, and when that can be at the earliest.

use phongtrao_judge::days::is_worked;
use phongtrao_rules::entries::{AsBody, Posting};
use phongtrao_rules::{About, Kind, Packs};
use phongtrao_value::Date;

use crate::tally::Basis;

/// Nobody posts longer; longer times are not computed.
const MOST_DAYS: u32 = 400;

/// The posting that the packs ask for an award on a day, and where it stands. None where no source asks for one.
pub fn of_packs<'p>(packs: &'p Packs, about: About<'_>, on: Date) -> Option<(&'p Posting, Basis)> {
    let is_out = |posting: &Posting| posting.not_for.iter().any(|not| [about.honour, about.award_type].contains(&Some(not.as_str())));
    let of = |entry: &'p phongtrao_rules::Entry| {
        let posting = entry.body.as_ref().and_then(Posting::of)?;
        let cautions = packs.cautions(entry, on);
        Some((posting, Basis { entry: entry.head.id.clone(), source: entry.source.clone(), cautions }))
    };
    packs.governing(Kind::Posting, about, on).into_iter().find_map(of).filter(|(posting, _)| !is_out(posting))
}

/// The first day that has so many working days between it and the day of posting, neither of them counted.
pub fn first_day_after(packs: &Packs, posting: &Posting, posted: Date) -> Option<Date> {
    past(packs, posting, posted, Date::tomorrow)
}

/// The last day of posting for what happens on a day.
pub fn last_day_before(packs: &Packs, posting: &Posting, happens: Date) -> Option<Date> {
    past(packs, posting, happens, Date::yesterday)
}

/// How many working days there are from one day to another, both counted.
pub fn working_days(packs: &Packs, from: Date, to: Date) -> u32 {
    let mut worked = 0;
    let mut day = from;
    for _ in 0..MOST_DAYS {
        if day > to {
            break;
        }
        worked += u32::from(is_worked(packs, day));
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    worked
}

fn past(packs: &Packs, posting: &Posting, from: Date, next: impl Fn(Date) -> Result<Date, jiff::Error>) -> Option<Date> {
    let mut left = posting.working_days;
    if left > MOST_DAYS {
        return None;
    }
    let mut day = next(from).ok()?;
    while left > 0 {
        if is_worked(packs, day) {
            left -= 1;
        }
        day = next(day).ok()?;
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use phongtrao_judge::Verdict;
    use phongtrao_judge::days::is_posted_long_enough;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    const MINISTRY: About<'_> = About {
        honour: Some("ministry-emulation-fighter"),
        decided_by: Some("ministry"),
        sectors: &["education"],
        province: None,
        category: None,
        award_type: None,
    };

    #[test]
    fn awards_of_the_ministry_are_posted_and_those_of_a_rector_are_not() {
        let packs = Packs::embedded();
        let on = day("2026-11-21");
        let (posting, basis) = of_packs(packs, MINISTRY, on).expect("a posting");
        assert_eq!((posting.working_days, basis.entry.as_str()), (5, "education-posting"));
        assert!(of_packs(packs, About { decided_by: Some("base"), ..MINISTRY }, on).is_none());
        assert!(of_packs(packs, About { honour: Some("commemorative-medal"), ..MINISTRY }, on).is_none());
    }

    #[rstest::rstest]
    #[case("2026-07-06", "2026-07-09", 4)]
    #[case("2026-07-02", "2026-07-09", 6)]
    #[case("2026-08-28", "2026-09-03", 4)]
    #[case("2026-07-09", "2026-07-06", 0)]
    fn working_days_are_counted(#[case] from: &str, #[case] to: &str, #[case] expected: u32) {
        assert_eq!(working_days(Packs::embedded(), day(from), day(to)), expected);
    }

    #[rstest::rstest]
    #[case("2026-11-23", "2026-12-01")]
    #[case("2026-11-20", "2026-11-28")]
    #[case("2026-08-28", "2026-09-08")]
    fn the_first_day_is_the_first_that_is_long_enough(#[case] posted: &str, #[case] first: &str) {
        let packs = Packs::embedded();
        let (posting, _) = of_packs(packs, MINISTRY, day("2026-11-21")).expect("a posting");
        let found = first_day_after(packs, posting, day(posted)).expect("a day");
        assert_eq!(found, day(first));
        assert_eq!(is_posted_long_enough(packs, posting, day(posted), found), Verdict::Met);
        let before = found.yesterday().expect("a day");
        assert_eq!(is_posted_long_enough(packs, posting, day(posted), before), Verdict::NotMet);
        assert!(last_day_before(packs, posting, found).is_some_and(|last| last >= day(posted)));
    }
}
