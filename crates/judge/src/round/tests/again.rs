//! What was used before, and what nobody has said yet.

use phongtrao_register::rows::{Initiative, InitiativeAuthor};

use super::*;

fn initiative_of(award_on: Option<&str>) -> Register {
    let initiative = Initiative {
        place: place("initiatives.csv", 2),
        id: "i1".to_owned(),
        title: "Sổ tay".to_owned(),
        level: Some("base".to_owned()),
        recognised_on: Some(day("2026-06-01")),
        ..Initiative::default()
    };
    let author = InitiativeAuthor { initiative: "i1".to_owned(), person: "an".to_owned(), ..InitiativeAuthor::default() };
    let used = |on: &str| Award {
        place: place("ledger.csv", 7),
        initiative: Some("i1".to_owned()),
        decided_on: Some(day(on)),
        ..held("an", None, AwardStatus::InForce)
    };
    let ledger = award_on.map(used).into_iter().collect();
    Register { people: vec![person("an")], initiatives: vec![initiative], authors: vec![author], ledger, ..Register::default() }
}

fn asked() -> RoundInput {
    let asked = rule(Test::Fact(Fact::Initiative { level: "base".to_owned(), span: Span::Round }));
    let mut round = round(vec![award("a", SubjectKind::Individual, asked)]);
    round.scales.insert("initiative".to_owned(), vec!["base".to_owned(), "ministry".to_owned()]);
    round
}

#[rstest]
#[case::never_used(None, Outcome::Met)]
#[case::used_before(Some("2026-12-30"), Outcome::NotMet)]
#[case::on_the_day_of_judging(Some("2026-12-31"), Outcome::NotMet)]
#[case::by_the_decision_of_this_very_round(Some("2027-01-15"), Outcome::Met)]
fn an_initiative_is_used_once(#[case] award_on: Option<&str>, #[case] is: Outcome) {
    assert_eq!(outcome(&asked(), &initiative_of(award_on), "a", "an"), Some(is));
}

#[test]
fn a_used_initiative_is_named_with_the_award_that_rested_on_it() {
    let judged = judge(&asked(), &initiative_of(Some("2026-01-10")), RestsOn::default());
    let result = judged.award("a").and_then(|award| award.of("an")).expect("a result");
    assert_eq!(result.places().into_iter().collect::<Vec<_>>(), [place("ledger.csv", 7)]);
}

fn answer(on: &str, amount: i64, verification: Verification) -> Record {
    Record { on: day(on), amount: Decimal::whole(amount), ..record("an", 2, verification) }
}

#[rstest]
#[case::no_row_is_no(&[], "2026-12-31", Outcome::NotMet)]
#[case::no_row_may_still_come(&[], "2026-11-30", Outcome::Unknown)]
#[case::yes(&[("2026-05-01", 1, Verified)], "2026-12-31", Outcome::Met)]
#[case::no(&[("2026-05-01", 0, Verified)], "2026-12-31", Outcome::NotMet)]
#[case::no_may_still_become_yes(&[("2026-05-01", 0, Verified)], "2026-11-30", Outcome::Unknown)]
#[case::yes_stands(&[("2026-05-01", 1, Verified)], "2026-11-30", Outcome::Met)]
#[case::yes_waits(&[("2026-05-01", 1, Waiting)], "2026-12-31", Outcome::Unknown)]
#[case::no_that_waits_is_no_yes(&[("2026-05-01", 0, Waiting)], "2026-12-31", Outcome::NotMet)]
fn yes_or_no(#[case] records: &[(&str, i64, Verification)], #[case] as_of: &str, #[case] is: Outcome) {
    let asked = rule(Test::Fact(Fact::Yes { of: "course".to_owned(), span: Span::Round }));
    let records = records.iter().map(|(on, amount, verification)| answer(on, *amount, *verification)).collect();
    let register = Register { people: vec![person("an")], records, ..Register::default() };
    let mut round = round(vec![award("a", SubjectKind::Individual, asked)]);
    round.calendar.as_of = day(as_of);
    assert_eq!(outcome(&round, &register, "a", "an"), Some(is));
}

/// One of two ways failed: what stands behind it was not used.
#[test]
fn only_what_carries_a_result_is_used() {
    let failed = courses(2);
    let denied = rule(Test::None(vec![courses(5)]));
    let either = |id: &str| award(id, SubjectKind::Individual, rule(Test::Any(vec![failed.clone(), denied.clone()])));
    let register = Register { people: vec![person("an")], records: vec![record("an", 2, Verified)], ..Register::default() };
    let judged = judge(&round(vec![either("a"), either("b")]), &register, RestsOn::default());
    assert_eq!(outcome(&round(vec![either("a")]), &register, "a", "an"), Some(Outcome::Met));
    assert_eq!(judged.findings, []);
}
