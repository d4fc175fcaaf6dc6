//! What was known of units that ended counts for the one that took over.

use phongtrao_register::rows::{Duty, LearningResult, Score};
use phongtrao_rules::criteria::Scorer;

use super::*;

/// A unit that ended on the last of June and the one that took over from it.
fn merged() -> Register {
    let unit = |id: &str, to: Option<&str>, successors: &[&str]| Unit {
        id: id.to_owned(),
        name: id.to_owned(),
        tree: "administration".to_owned(),
        to: to.map(day),
        successors: successors.iter().map(|id| (*id).to_owned()).collect(),
        ..Unit::default()
    };
    let before = [unit("old", Some("2026-06-30"), &["new"]), unit("other", Some("2026-06-30"), &["new"])];
    Register { units: before.into_iter().chain([unit("new", None, &[])]).collect(), ..Register::default() }
}

fn of_collective(asked: Rule) -> RoundInput {
    round(vec![award("a", SubjectKind::Collective, asked)])
}

#[test]
fn records_of_merged_units_count_for_their_successor() {
    let records = vec![record("old", 2, Verified), record("other", 3, Verified), record("new", 4, Verified)];
    let register = Register { records, ..merged() };
    assert_eq!(outcome(&of_collective(courses(3)), &register, "a", "new"), Some(Outcome::Met));
    assert_eq!(outcome(&of_collective(courses(4)), &register, "a", "new"), Some(Outcome::NotMet));
    let judged = judge(&of_collective(courses(3)), &register, RestsOn::default());
    let changed = [Changed { place: None, subject: "old".to_owned() }];
    assert_eq!(judged.affected(&changed).into_iter().collect::<Vec<_>>(), [("a", "new")]);
}

#[test]
fn a_unit_that_has_not_ended_yet_has_no_successor_yet() {
    let mut register = Register { records: vec![record("old", 2, Verified)], ..merged() };
    register.units[0].to = Some(day("2027-06-30"));
    assert_eq!(outcome(&of_collective(courses(1)), &register, "a", "new"), Some(Outcome::NotMet));
}

#[rstest]
#[case::both_good(&[("old", "good"), ("other", "excellent")], Outcome::Met)]
#[case::both_bad(&[("old", "done"), ("other", "failed")], Outcome::NotMet)]
#[case::they_differ(&[("old", "good"), ("other", "done")], Outcome::Unknown)]
#[case::one_was_rated(&[("old", "good")], Outcome::Met)]
#[case::its_own_decides(&[("old", "done"), ("other", "done"), ("new", "good")], Outcome::Met)]
fn a_rating_of_merged_units(#[case] ratings: &[(&str, &str)], #[case] is: Outcome) {
    let asked = rule(Test::Fact(Fact::Rating { scale: "rating".to_owned(), least: "good".to_owned(), years: 1 }));
    let of = |(subject, level): &(&str, &str)| Rating { subject: (*subject).to_owned(), ..rated(2026, level) };
    let register = Register { ratings: ratings.iter().map(of).collect(), ..merged() };
    assert_eq!(outcome(&of_collective(asked), &register, "a", "new"), Some(is));
}

#[rstest]
#[case::both(&[("old", "8"), ("other", "7")], Outcome::Met)]
#[case::between(&[("old", "8"), ("other", "4")], Outcome::Unknown)]
#[case::its_own_decides(&[("old", "8"), ("new", "4")], Outcome::NotMet)]
fn scores_and_marks_of_merged_units(#[case] given: &[(&str, &str)], #[case] is: Outcome) {
    let least = || Some(Limit::Fixed("7".parse().expect("a number")));
    let number = |text: &str| Some(text.parse().expect("a number of the table above"));
    let score = Quantity::Score { of: "i".to_owned(), by: Scorer::Appraised, most: "10".parse().expect("a number") };
    let scores = given.iter().map(|(subject, appraised)| Score {
        subject: (*subject).to_owned(),
        indicator: "i".to_owned(),
        year: 2026,
        appraised: number(appraised),
        ..Score::default()
    });
    let mark = Quantity::Result { of: "c".to_owned(), span: Span::Round };
    let results = given.iter().map(|(subject, mark)| LearningResult {
        of: "c".to_owned(),
        subject: (*subject).to_owned(),
        on: day("2026-05-04"),
        mark: number(mark),
        ..LearningResult::default()
    });
    let register = Register { scores: scores.collect(), results: results.collect(), ..merged() };
    for of in [score, mark] {
        let asked = rule(Test::Amount { of, min: least(), max: None });
        assert_eq!(outcome(&of_collective(asked), &register, "a", "new"), Some(is));
    }
}

#[test]
fn tasks_of_merged_units_count_for_their_successor() {
    let task = |subject: &str, done: bool| Duty {
        subject: subject.to_owned(),
        due: day("2026-05-04"),
        done: done.then(|| day("2026-05-03")),
        ..Duty::default()
    };
    let of = Quantity::Duties {
        of: phongtrao_rules::criteria::Duty::Tasks,
        kind: None,
        state: phongtrao_rules::criteria::DutyState::OnTime,
        span: Span::Round,
        how: How::Share,
    };
    let half = Some(Limit::Fixed("50".parse().expect("a percentage")));
    let asked = rule(Test::Amount { of, min: half, max: None });
    for (kept, is) in [([true, false], Outcome::Met), ([false, false], Outcome::NotMet)] {
        let register = Register { tasks: vec![task("old", kept[0]), task("other", kept[1])], ..merged() };
        assert_eq!(outcome(&of_collective(asked.clone()), &register, "a", "new"), Some(is));
    }
}
