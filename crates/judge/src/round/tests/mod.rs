//! Rounds of an invented organisation: what comes out, and that it keeps its laws.

use std::collections::BTreeMap;

use phongtrao_register::Register;
use phongtrao_register::rows::{
    Award, AwardStatus, Discipline, Pending, PendingKind, Person, Place, Post, PostKind, Rating, Record, Unit, Verification,
};
use phongtrao_rules::criteria::{Aggregate, Audience, Day, Fact, Held, How, Limit, Members, Quantity, Rule, Span, Test};
use phongtrao_value::{Date, Decimal, Period, YearKind};
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::{Calendar, Names};

mod again;
mod audiences;
mod beside;
mod chosen;
mod merged;
mod slips;

fn day(text: &str) -> Date {
    text.parse().expect("a day of the tables below")
}

fn place(file: &'static str, line: u32) -> Place {
    Place { file, line }
}

fn rule(test: Test) -> Rule {
    Rule { id: None, label: None, source: None, audience: Audience::All, test }
}

fn person(id: &str) -> Person {
    Person {
        place: place("people.csv", 2),
        id: id.to_owned(),
        name: format!("Người {id}"),
        sort_as: None,
        sex: None,
        born: None,
        category: "official".to_owned(),
        household: None,
        died: None,
    }
}

fn record(subject: &str, line: u32, verification: Verification) -> Record {
    Record {
        place: place("records.csv", line),
        id: format!("r{line}"),
        subject: subject.to_owned(),
        kind: "course".to_owned(),
        on: day("2026-05-04"),
        amount: None,
        verification,
        text: None,
        evidence: None,
    }
}

fn courses(least: i64) -> Rule {
    let of = Quantity::Records { how: Aggregate::Count, of: "course".to_owned(), span: Span::Round, verified: true };
    rule(Test::Amount { of, min: Decimal::whole(least).map(Limit::Fixed), max: None })
}

fn award(id: &str, kind: SubjectKind, rule: Rule) -> AwardInput {
    let group = GroupInput {
        id: "group".to_owned(),
        kind: Some(kind),
        categories: Vec::new(),
        unit_kinds: Vec::new(),
        tree: None,
        blocks: Vec::new(),
        except: Vec::new(),
        rule,
    };
    AwardInput {
        id: id.to_owned(),
        name: id.to_owned(),
        form: Some(Form::Commendation),
        honour: None,
        groups: vec![group],
        ..AwardInput::default()
    }
}

fn round(awards: Vec<AwardInput>) -> RoundInput {
    let levels = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    RoundInput {
        id: "yearly".to_owned(),
        label: String::new(),
        calendar: Calendar {
            as_of: day("2026-12-31"),
            closes: day("2026-12-31"),
            period: Period { from: day("2026-01-01"), to: day("2026-12-31") },
            held: Period { from: Date::MIN, to: Date::MAX },
            year_kind: YearKind::Calendar,
            plan: None,
            phases: BTreeMap::new(),
            school_begins: Some((9, 5)),
            statistics_begins: None,
        },
        awards,
        scales: BTreeMap::from([
            ("rating".to_owned(), levels(&["failed", "done", "good", "excellent"])),
            ("discipline".to_owned(), levels(&["reprimand", "warning"])),
        ]),
        counts_as: BTreeMap::new(),
        never_for: BTreeMap::new(),
        honours: BTreeMap::new(),
        sets: BTreeMap::new(),
        names: Names::default(),
        restarts: None,
        chair: None,
        cautions: Vec::new(),
    }
}

fn outcome(round: &RoundInput, register: &Register, award: &str, subject: &str) -> Option<Outcome> {
    let judged = judge(round, register, RestsOn::default());
    judged.award(award).and_then(|award| award.of(subject)).map(|result| result.outcome)
}

use Verification::{Refused, Verified, Waiting};

#[rstest]
#[case::enough(&[Verified, Verified], Outcome::Met)]
#[case::one_waits(&[Verified, Waiting], Outcome::Unknown)]
#[case::refused_ones_never_count(&[Verified, Refused], Outcome::NotMet)]
#[case::out_of_reach(&[Waiting], Outcome::NotMet)]
#[case::no_row_is_none(&[], Outcome::NotMet)]
fn records_count_when_verified(#[case] records: &[Verification], #[case] is: Outcome) {
    let records = records.iter().zip(2..).map(|(verification, line)| record("an", line, *verification)).collect();
    let register = Register { people: vec![person("an")], records, ..Register::default() };
    assert_eq!(outcome(&round(vec![award("a", SubjectKind::Individual, courses(2))]), &register, "a", "an"), Some(is));
}

fn rated(year: i16, level: &str) -> Rating {
    Rating {
        place: place("ratings.csv", 2),
        subject: "an".to_owned(),
        year,
        year_kind: YearKind::Calendar,
        scale: "rating".to_owned(),
        level: level.to_owned(),
        decision: None,
        decided_on: None,
    }
}

#[rstest]
#[case::on_the_level(&[(2025, "good"), (2026, "good")], Outcome::Met)]
#[case::just_under(&[(2025, "good"), (2026, "done")], Outcome::NotMet)]
#[case::a_missing_year_is_unknown(&[(2026, "excellent")], Outcome::Unknown)]
#[case::a_bad_year_decides_whatever_is_missing(&[(2026, "failed")], Outcome::NotMet)]
#[case::a_level_of_no_scale_is_unknown(&[(2025, "good"), (2026, "splendid")], Outcome::Unknown)]
fn ratings_of_two_years(#[case] ratings: &[(i16, &str)], #[case] is: Outcome) {
    let asked = rule(Test::Fact(Fact::Rating { scale: "rating".to_owned(), least: "good".to_owned(), years: 2 }));
    let ratings = ratings.iter().map(|(year, level)| rated(*year, level)).collect();
    let register = Register { people: vec![person("an")], ratings, ..Register::default() };
    assert_eq!(outcome(&round(vec![award("a", SubjectKind::Individual, asked)]), &register, "a", "an"), Some(is));
}

#[rstest]
#[case::a_scale_that_counts("civil-servant", "good", Outcome::Met)]
#[case::just_under("civil-servant", "done", Outcome::NotMet)]
#[case::a_scale_that_does_not("party", "excellent", Outcome::Unknown)]
fn a_rating_on_another_scale(#[case] scale: &str, #[case] level: &str, #[case] is: Outcome) {
    let asked = rule(Test::Fact(Fact::Rating { scale: "rating".to_owned(), least: "good".to_owned(), years: 1 }));
    let ratings = vec![Rating { scale: scale.to_owned(), ..rated(2026, level) }];
    let register = Register { people: vec![person("an")], ratings, ..Register::default() };
    let counts_as = BTreeMap::from([("civil-servant".to_owned(), "rating".to_owned())]);
    let round = RoundInput { counts_as, ..round(vec![award("a", SubjectKind::Individual, asked)]) };
    assert_eq!(outcome(&round, &register, "a", "an"), Some(is));
}

fn held(subject: &str, year: Option<(YearKind, i16)>, status: AwardStatus) -> Award {
    Award {
        place: place("ledger.csv", 2),
        id: String::new(),
        subject: subject.to_owned(),
        honour: "fighter".to_owned(),
        decision: None,
        decided_on: None,
        authority: None,
        from: None,
        to: None,
        year: year.map(|(_, year)| year),
        year_kind: year.map(|(kind, _)| kind),
        kind: None,
        initiative: None,
        posthumous: None,
        receiver: None,
        status,
        revoked_by: None,
    }
}

use YearKind::{Calendar as Year, School};

#[rstest]
#[case::a_chain(&[(Year, 2023), (Year, 2024), (Year, 2025)], Outcome::Met)]
#[case::a_gap(&[(Year, 2022), (Year, 2024), (Year, 2025)], Outcome::NotMet)]
#[case::two_of_one_year_are_one(&[(Year, 2024), (Year, 2024), (Year, 2025)], Outcome::NotMet)]
#[case::years_of_two_kinds_do_not_follow(&[(School, 2023), (Year, 2024), (Year, 2025)], Outcome::NotMet)]
fn three_in_a_row(#[case] years: &[(YearKind, i16)], #[case] is: Outcome) {
    let chain = Held { of: vec!["fighter".to_owned()], times: 3, consecutive: true, within_years: None, after: None, each: None };
    let ledger = years.iter().map(|year| held("an", Some(*year), AwardStatus::InForce)).collect();
    let register = Register { people: vec![person("an")], ledger, ..Register::default() };
    let asked = rule(Test::Fact(Fact::Held(chain)));
    assert_eq!(outcome(&round(vec![award("a", SubjectKind::Individual, asked)]), &register, "a", "an"), Some(is));
}

#[test]
fn a_revoked_award_does_not_count() {
    let once = Held { of: vec!["fighter".to_owned()], times: 1, consecutive: false, within_years: None, after: None, each: None };
    let register =
        Register { people: vec![person("an")], ledger: vec![held("an", Some((Year, 2025)), AwardStatus::Revoked)], ..Register::default() };
    let round = round(vec![award("a", SubjectKind::Individual, rule(Test::Fact(Fact::Held(once))))]);
    assert_eq!(outcome(&round, &register, "a", "an"), Some(Outcome::NotMet));
}

fn disciplined(level: &str, duty: Option<bool>) -> Discipline {
    Discipline {
        place: place("discipline.csv", 2),
        subject: "an".to_owned(),
        level: level.to_owned(),
        duty,
        on: day("2026-03-01"),
        until: None,
        decision: None,
    }
}

#[rstest]
#[case::under_the_level("reprimand", Some(true), Outcome::Met)]
#[case::on_the_level("warning", Some(true), Outcome::NotMet)]
#[case::not_tied_to_duty("warning", Some(false), Outcome::Met)]
#[case::nobody_says_whether("warning", None, Outcome::Unknown)]
fn discipline_tied_to_duty(#[case] level: &str, #[case] duty: Option<bool>, #[case] is: Outcome) {
    let asked = phongtrao_rules::criteria::Discipline { level: "warning".to_owned(), duty_only: true, span: Span::Round };
    let register = Register { people: vec![person("an")], discipline: vec![disciplined(level, duty)], ..Register::default() };
    let round = round(vec![award("a", SubjectKind::Individual, rule(Test::Fact(Fact::Undisciplined(asked))))]);
    assert_eq!(outcome(&round, &register, "a", "an"), Some(is));
}

/// A unit whose members have 7 people, so many of whom have a course.
fn unit_of_seven(with_course: usize) -> Register {
    let ids: Vec<String> = (0..7).map(|at| format!("p{at}")).collect();
    let unit = Unit {
        place: place("units.csv", 2),
        id: "u".to_owned(),
        name: "Khoa".to_owned(),
        tree: "administration".to_owned(),
        parent: None,
        kind: None,
        block: None,
        order: None,
        from: None,
        to: None,
        successors: Vec::new(),
    };
    let post = |id: &String| Post {
        place: place("posts.csv", 2),
        person: id.clone(),
        unit: "u".to_owned(),
        title: None,
        grade: None,
        kind: PostKind::Main,
        rank: None,
        from: None,
        to: None,
    };
    Register {
        units: vec![unit],
        posts: ids.iter().map(post).collect(),
        people: ids.iter().map(|id| person(id)).collect(),
        records: ids.iter().take(with_course).zip(2..).map(|(id, line)| record(id, line, Verified)).collect(),
        ..Register::default()
    }
}

fn share_of_titles(least: &str) -> Vec<AwardInput> {
    let having = Box::new(rule(Test::Fact(Fact::Title { award: "person".to_owned() })));
    let members = Quantity::Members(Members { among: None, on: Day::PeriodEnd, having, how: How::Share });
    let least = Limit::Fixed(least.parse().expect("a percentage of the table below"));
    let share = rule(Test::Amount { of: members, min: Some(least), max: None });
    // The award that builds on the other stands first: the strata put them in order.
    vec![award("unit", SubjectKind::Collective, share), award("person", SubjectKind::Individual, courses(1))]
}

#[rstest]
#[case("85.714", Outcome::Met)]
#[case("85.715", Outcome::NotMet)]
#[case("86", Outcome::NotMet)]
fn six_of_seven_is_not_rounded(#[case] least: &str, #[case] is: Outcome) {
    assert_eq!(outcome(&round(share_of_titles(least)), &unit_of_seven(6), "unit", "u"), Some(is));
}

#[test]
fn a_circle_of_awards_is_named() {
    let title = |award: &str| rule(Test::Fact(Fact::Title { award: award.to_owned() }));
    let circle = vec![award("a", SubjectKind::Individual, title("b")), award("b", SubjectKind::Individual, title("a"))];
    let judged = judge(&round(circle), &Register::default(), RestsOn::default());
    assert_eq!(judged.findings.iter().map(|noticed| noticed.finding.code).collect::<Vec<_>>(), ["judging-circle"]);
    assert!(judged.awards.is_empty());
}

fn with_case() -> Register {
    let case = Pending {
        place: place("pending.csv", 2),
        subject: "p0".to_owned(),
        kind: PendingKind::Denunciation,
        from: day("2026-10-01"),
        to: None,
    };
    Register { pending: vec![case], ..unit_of_seven(7) }
}

#[test]
fn a_pending_case_holds_and_only_the_chair_reads_it() {
    let judged = judge(&round(share_of_titles("100")), &with_case(), RestsOn::default());
    let held = judged.award("person").and_then(|award| award.of("p0")).expect("a member of the unit");
    assert_eq!(held.outcome, Outcome::Held);
    for audience in [Audience::All, Audience::Subject] {
        let seen = held.seen_by(audience);
        let mut files = Vec::new();
        seen.reason.each(&mut |reason| files.extend(reason.grounds.iter().map(|ground| ground.place.file)));
        assert_eq!((seen.outcome, seen.words), (Outcome::Unknown, crate::texts::reason_waits()));
        assert!(!files.contains(&"pending.csv"));
        assert!(judged.award("person").is_some_and(|award| !award.counts(audience).contains_key(&Outcome::Held)));
    }
    // The unit waits for its member without saying why.
    assert_eq!(judged.award("unit").and_then(|award| award.of("u")).map(|result| result.outcome), Some(Outcome::Unknown));
}

#[test]
fn a_changed_row_marks_what_rested_on_it() {
    let judged = judge(&round(share_of_titles("80")), &unit_of_seven(6), RestsOn::default());
    let changed = [Changed { place: Some(place("records.csv", 2)), subject: "p0".to_owned() }];
    let affected: Vec<_> = judged.affected(&changed).into_iter().collect();
    assert_eq!(affected, [("person", "p0"), ("unit", "u")]);
}

#[test]
fn one_record_is_not_awarded_twice() {
    let awards = vec![award("a", SubjectKind::Individual, courses(1)), award("b", SubjectKind::Individual, courses(1))];
    let register = Register { people: vec![person("an")], records: vec![record("an", 2, Verified)], ..Register::default() };
    let judged = judge(&round(awards), &register, RestsOn::default());
    assert_eq!(judged.findings.iter().map(|noticed| noticed.finding.code).collect::<Vec<_>>(), ["achievement-used-twice"]);
}

proptest! {
    #[test]
    fn one_more_verified_record_never_takes_an_award_away(
        records in proptest::collection::vec(prop_oneof![Just(Verified), Just(Waiting), Just(Refused)], 0..6),
        least in 0i64..5,
    ) {
        let records: Vec<Record> = records.iter().zip(2..).map(|(verification, line)| record("an", line, *verification)).collect();
        let before = Register { people: vec![person("an")], records, ..Register::default() };
        let mut after = before.clone();
        after.records.push(record("an", 99, Verified));
        let round = round(vec![award("a", SubjectKind::Individual, courses(least))]);
        let verdict = |register: &Register| outcome(&round, register, "a", "an").map(|outcome| outcome.verdict());
        prop_assert!(verdict(&before) <= verdict(&after));
    }
}
