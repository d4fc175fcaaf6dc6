//! What the packs say beside the conditions: death, scales, equal merit, what holds back; and what everybody may read.

use super::*;
use crate::Verdict;
use crate::reasons::Reason;

#[rstest]
#[case::it_may(Some(true), Some("2026-05-04"), Outcome::Met)]
#[case::it_may_not(Some(false), Some("2026-05-04"), Outcome::NotMet)]
#[case::nobody_says(None, Some("2026-05-04"), Outcome::Unknown)]
#[case::died_after_the_day_of_judging(Some(false), Some("2027-01-01"), Outcome::Met)]
#[case::alive(Some(false), None, Outcome::Met)]
fn an_award_to_somebody_who_died(#[case] allowed: Option<bool>, #[case] died: Option<&str>, #[case] is: Outcome) {
    let posthumous = Posthumous { allowed, source: Some("Điều 1".to_owned()) };
    let round = round(vec![AwardInput { posthumous, ..award("a", SubjectKind::Individual, courses(0)) }]);
    let register = Register { people: vec![Person { died: died.map(day), ..person("an") }], ..Register::default() };
    assert_eq!(outcome(&round, &register, "a", "an"), Some(is));
}

#[rstest]
#[case::of_another_category("civil-servant", Outcome::Met)]
#[case::never_for_them("official", Outcome::Unknown)]
fn a_scale_is_not_applied_to_those_it_is_never_for(#[case] category: &str, #[case] is: Outcome) {
    let asked = |scale: &str| rule(Test::Fact(Fact::Rating { scale: scale.to_owned(), least: "good".to_owned(), years: 1 }));
    let ratings = vec![Rating { scale: "points".to_owned(), ..rated(2026, "good") }];
    let register = Register { people: vec![Person { category: category.to_owned(), ..person("an") }], ratings, ..Register::default() };
    let with = |asked: Rule| {
        let mut round = round(vec![award("a", SubjectKind::Individual, asked)]);
        round.scales.insert("points".to_owned(), round.scales["rating"].clone());
        RoundInput {
            counts_as: BTreeMap::from([("points".to_owned(), "rating".to_owned())]),
            never_for: BTreeMap::from([("points".to_owned(), vec!["official".to_owned()])]),
            ..round
        }
    };
    assert_eq!(outcome(&with(asked("rating")), &register, "a", "an"), Some(is));
    // A rule that names the scale says so itself.
    assert_eq!(outcome(&with(asked("points")), &register, "a", "an"), Some(Outcome::Met));
}

fn women_first() -> Beside {
    let test = Test::Fact(Fact::Attribute { of: "sex".to_owned(), values: vec!["female".to_owned()] });
    Beside { kind: Some(SubjectKind::Individual), rule: rule(test) }
}

#[rstest]
#[case::a_woman_before_a_man(&[Some("female"), Some("male")], true, &[Outcome::Met, Outcome::OverQuota])]
#[case::two_women(&[Some("female"), Some("female")], true, &[Outcome::Tie, Outcome::Tie])]
#[case::not_known_of_one(&[Some("female"), None], true, &[Outcome::Tie, Outcome::Tie])]
#[case::nothing_was_ranked(&[Some("female"), Some("male")], false, &[Outcome::Tie, Outcome::Tie])]
fn among_equals_women_go_first(#[case] sexes: &[Option<&str>], #[case] ranked: bool, #[case] are: &[Outcome]) {
    let people = sexes.iter().enumerate().map(|(at, sex)| Person { sex: sex.map(str::to_owned), ..person(&format!("p{at}")) });
    let of = Quantity::Records { how: Aggregate::Count, of: "course".to_owned(), span: Span::Round, verified: true };
    let one = Quota {
        source: None,
        most: Some(1),
        percent: None,
        of: QuotaBase::Eligible,
        within: Within::Organisation,
        rounding: Rounding::Down,
        at_least: 0,
    };
    let award = AwardInput {
        quotas: vec![one],
        rank_by: ranked.then_some(RankKey { of, rising: false }).into_iter().collect(),
        prefers: vec![women_first()],
        ..award("a", SubjectKind::Individual, courses(0))
    };
    let judged = judge(&round(vec![award]), &Register { people: people.collect(), ..Register::default() }, RestsOn::default());
    let outcomes: Vec<Outcome> = judged.awards[0].results.iter().map(|result| result.outcome).collect();
    assert_eq!(outcomes, are);
}

#[test]
fn who_falls_under_a_rule_that_holds_back_is_not_considered_yet() {
    let held = award("a", SubjectKind::Individual, courses(0));
    let round = round(vec![AwardInput { holds: vec![Beside { kind: None, rule: courses(1) }], ..held }]);
    let with = |records: Vec<Record>| Register { people: vec![person("an")], records, ..Register::default() };
    assert_eq!(outcome(&round, &with(vec![record("an", 2, Verified)]), "a", "an"), Some(Outcome::Held));
    assert_eq!(outcome(&round, &with(Vec::new()), "a", "an"), Some(Outcome::Met));
}

#[test]
fn what_waits_for_facts_reads_like_a_case_for_all_but_the_chair() {
    let judged = judge(&round(share_of_titles("100")), &with_case(), RestsOn::default());
    let unit = judged.award("unit").and_then(|award| award.of("u")).expect("the unit");
    let seen = unit.seen_by(Audience::All);
    assert_eq!((seen.outcome, seen.words), (Outcome::Unknown, crate::texts::reason_waits()));
    assert_eq!(seen.reason.parts.last().map(|part| part.words.clone()), Some(crate::texts::reason_waits()));
}

#[test]
fn people_without_a_unit_have_a_quota_of_their_own() {
    let of = QuotaBase::Eligible;
    let tenth =
        Quota { source: None, most: None, percent: Decimal::whole(50), of, within: Within::Unit, rounding: Rounding::Down, at_least: 0 };
    let award = AwardInput { quotas: vec![tenth], ..award("a", SubjectKind::Individual, courses(0)) };
    let mut register = unit_of_seven(0);
    register.posts.truncate(5);
    let judged = judge(&round(vec![award]), &register, RestsOn::default());
    let within: Vec<(Among, usize)> = judged.awards[0].quotas.iter().map(|quota| (quota.within.clone(), quota.of.0)).collect();
    assert_eq!(within, [(Among::Unit("u".to_owned()), 5), (Among::NoUnit, 2)]);
}

#[rstest]
#[case::for_it(Verdict::Met, Outcome::Met)]
#[case::against_it(Verdict::NotMet, Outcome::NotMet)]
#[case::not_counted(Verdict::Unknown, Outcome::Unknown)]
fn a_body_that_voted(#[case] verdict: Verdict, #[case] is: Outcome) {
    let voted = Reason { verdict: Some(verdict), ..Reason::new(crate::texts::reason_all()) };
    let votes = BTreeMap::from([("an".to_owned(), vec![voted])]);
    let round = round(vec![AwardInput { votes, ..award("a", SubjectKind::Individual, courses(0)) }]);
    let register = Register { people: vec![person("an"), person("binh")], ..Register::default() };
    assert_eq!(outcome(&round, &register, "a", "an"), Some(is));
    // On others it has not voted: nothing is asked.
    assert_eq!(outcome(&round, &register, "a", "binh"), Some(Outcome::Met));
    let judged = judge(&round, &register, RestsOn::default());
    let conditions = judged.award("a").and_then(|award| award.of("an")).map(|result| result.conditions);
    assert_eq!(conditions, Some(Verdict::Met));
}
