//! Whoever a body that has met did not vote on.

use std::collections::BTreeSet;

use super::*;
use crate::round::{HasMet, Quota, QuotaBase, Rounding, Within};

/// A title of seven people, on so many of whom a body has voted, and a second award for a part of those who have it.
fn after_a_meeting(voted_on: usize, units: Option<&str>) -> RoundInput {
    let body = HasMet {
        asked: crate::texts::reason_label("votes"),
        source: None,
        units: units.map(|unit| BTreeSet::from([unit.to_owned()])),
        voted_on: (0..voted_on).map(|at| format!("p{at}")).collect(),
    };
    let title = AwardInput { has_met: vec![body], ..award("person", SubjectKind::Individual, courses(1)) };
    let quota = Quota {
        source: None,
        most: None,
        percent: Some("20".parse().expect("a percentage")),
        of: QuotaBase::Award("person".to_owned()),
        within: Within::Organisation,
        rounding: Rounding::Down,
        at_least: 0,
    };
    round(vec![title, AwardInput { quotas: vec![quota], ..award("second", SubjectKind::Individual, courses(1)) }])
}

#[rstest]
#[case::all(7, None, Outcome::Met, Some(1))]
#[case::not_the_last(6, None, Outcome::Unknown, Some(1))]
#[case::not_three(4, None, Outcome::Unknown, Some(0))]
#[case::another_unit_has_met(4, Some("v"), Outcome::Met, Some(1))]
#[case::the_own_unit_has_met(4, Some("u"), Outcome::Unknown, Some(0))]
fn whoever_was_not_voted_on_is_open_and_counted_nowhere(
    #[case] voted_on: usize,
    #[case] units: Option<&str>,
    #[case] last: Outcome,
    #[case] places: Option<usize>,
) {
    let judged = judge(&after_a_meeting(voted_on, units), &unit_of_seven(7), RestsOn::default());
    assert_eq!(judged.award("person").and_then(|award| award.of("p6")).map(|result| result.outcome), Some(last));
    let quota = judged.award("second").and_then(|award| award.quotas.first()).expect("a quota");
    assert_eq!(quota.places, places);
}

#[test]
fn who_does_not_meet_the_conditions_waits_for_no_vote() {
    let judged = judge(&after_a_meeting(6, None), &unit_of_seven(6), RestsOn::default());
    let last = judged.award("person").and_then(|award| award.of("p6")).expect("a person");
    assert_eq!((last.outcome, last.unvoted), (Outcome::NotMet, false));
}
