//! Cells that no rule can mean.

use phongtrao_register::rows::{Attestation, Discipline, MeetingResult, Rating, Ruling, Score};
use phongtrao_rules::criteria::{Fact, Scorer};

use super::*;

fn scored(indicator: &str, year: i16, score: &str) -> Score {
    Score {
        place: place("scores.csv", 2),
        subject: "an".to_owned(),
        indicator: indicator.to_owned(),
        year,
        appraised: Some(score.parse().expect("a score")),
        ..Score::default()
    }
}

/// A round with a set of ten indicators of 10 points at most, and a measure of at most 5.
fn with_sets() -> RoundInput {
    let of = Quantity::Score { of: "own".to_owned(), by: Scorer::Appraised, most: Decimal::whole(5).expect("a number") };
    let asked = rule(Test::Fact(Fact::Attested { of: "movement".to_owned() }));
    let both = Test::All(vec![rule(Test::Amount { of, min: None, max: None }), asked]);
    let mut round = round(vec![award("a", SubjectKind::Individual, rule(both))]);
    let ten = Decimal::whole(10).expect("a number");
    round.sets = BTreeMap::from([("set".to_owned(), (1..=10).map(|at| (format!("i{at}"), ten)).collect())]);
    round.names.indicators = (1..=10).map(|at| (format!("i{at}"), phongtrao_diagnostic::Name::same(&format!("I{at}")))).collect();
    round.names.honours = BTreeMap::from([("advanced-worker".to_owned(), phongtrao_diagnostic::Name::same("A"))]);
    round.names.awards = BTreeMap::from([("a".to_owned(), phongtrao_diagnostic::Name::same("A"))]);
    round.names.scales = BTreeMap::from([("rating".to_owned(), phongtrao_diagnostic::Name::same("R"))]);
    let level = |id: &str| (("rating".to_owned(), id.to_owned()), phongtrao_diagnostic::Name::same(id));
    round.names.levels = ["good", "excellent"].into_iter().map(level).collect();
    round
}

fn attested(criterion: &str) -> Attestation {
    Attestation { criterion: criterion.to_owned(), ..Attestation::default() }
}

#[test]
fn who_fills_in_attestations_is_told_which_criteria_there_are() {
    let register = Register { attestations: vec![attested("sudden")], ..Register::default() };
    let remarks = slips(&with_sets(), &register);
    let all = phongtrao_diagnostic::Name::same("movement");
    assert_eq!(remarks.into_iter().map(|remark| remark.help).collect::<Vec<_>>(), [crate::texts::unknown_criterion_help(all)]);
}

fn said(register: &Register) -> Vec<(&'static str, &'static str)> {
    slips(&with_sets(), register).into_iter().map(|remark| (remark.code, remark.column)).collect()
}

#[rstest]
#[case::at_most("i10", 2026, "10", &[])]
#[case::beyond("i10", 2026, "80", &[("score-beyond", "appraised")])]
#[case::just_beyond("i10", 2026, "10.5", &[("score-beyond", "appraised")])]
#[case::below_nothing("i10", 2026, "-8", &[("score-beyond", "appraised")])]
#[case::nothing("i10", 2026, "0", &[])]
#[case::by_the_measure("own", 2026, "6", &[("score-beyond", "appraised")])]
#[case::of_another_year("i10", 2019, "20", &[])]
#[case::of_no_indicator("j10", 2026, "5", &[("unknown-indicator", "indicator")])]
fn scores(#[case] indicator: &str, #[case] year: i16, #[case] score: &str, #[case] are: &[(&str, &str)]) {
    let register = Register { people: vec![person("an")], scores: vec![scored(indicator, year, score)], ..Register::default() };
    assert_eq!(said(&register), are);
}

#[rstest]
#[case::honour(Register { ledger: vec![Award { honour: "no-such".to_owned(), ..held("an", None, AwardStatus::InForce) }], ..Register::default() }, &[("ledger-honour", "honour")])]
#[case::level(Register { ratings: vec![rated(2026, "excelent"), rated(2025, "excelent")], ..Register::default() }, &[("unknown-level", "level")])]
#[case::scale(Register { ratings: vec![Rating { scale: "ratng".to_owned(), ..rated(2026, "good") }], ..Register::default() }, &[("unknown-scale", "scale")])]
#[case::award_of_a_meeting(Register { meetings: vec![MeetingResult { award: "zzz".to_owned(), ..MeetingResult::default() }], ..Register::default() }, &[("unknown-award", "award")])]
#[case::award_of_a_ruling(Register { rulings: vec![Ruling { award: "zzz".to_owned(), ..Ruling::default() }], ..Register::default() }, &[("unknown-award", "award")])]
#[case::criterion(Register { attestations: vec![attested("movment"), attested("movment")], ..Register::default() }, &[("unknown-criterion", "criterion")])]
#[case::criterion_of_a_rule(Register { attestations: vec![attested("movement")], ..Register::default() }, &[])]
fn ids_that_nobody_knows(#[case] register: Register, #[case] are: &[(&str, &str)]) {
    assert_eq!(said(&register), are);
}

#[test]
fn what_was_probably_meant_is_named() {
    let register = Register { ratings: vec![rated(2026, "excelent")], ..Register::default() };
    let helps: Vec<_> = slips(&with_sets(), &register).into_iter().map(|remark| remark.help).collect();
    assert_eq!(helps, [crate::texts::unknown_id_nearest("excellent")]);
}

#[rstest]
#[case::both_in_the_judged_year("excellent", 2026, "2026-03-12", &[("best-rating-beside-discipline", "level")])]
#[case::not_the_highest_level("good", 2026, "2026-03-12", &[])]
#[case::discipline_of_another_year("excellent", 2026, "2025-03-12", &[])]
#[case::of_a_year_that_is_not_judged("excellent", 2025, "2025-03-12", &[])]
fn the_best_rating_beside_discipline(#[case] level: &str, #[case] year: i16, #[case] on: &str, #[case] are: &[(&str, &str)]) {
    let rating = Rating {
        place: place("ratings.csv", 2),
        subject: "an".to_owned(),
        year,
        year_kind: YearKind::Calendar,
        scale: "rating".to_owned(),
        level: level.to_owned(),
        decision: None,
        decided_on: None,
    };
    let discipline = Discipline {
        place: place("discipline.csv", 2),
        subject: "an".to_owned(),
        level: "reprimand".to_owned(),
        on: on.parse().expect("a day"),
        duty: None,
        until: None,
        decision: None,
    };
    let register = Register { people: vec![person("an")], ratings: vec![rating], discipline: vec![discipline], ..Register::default() };
    let mut round = with_sets();
    round.scales = BTreeMap::from([("rating".to_owned(), vec!["good".to_owned(), "excellent".to_owned()])]);
    let found: Vec<_> = slips(&round, &register).into_iter().map(|remark| (remark.code, remark.column)).collect();
    assert_eq!(found.into_iter().filter(|(code, _)| *code != "unknown-level").collect::<Vec<_>>(), are);
}
