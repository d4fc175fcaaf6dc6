//! The earliest year in which an award is possible, by the criteria of the packs.

use phongtrao_judge::reasons::{Earliest, earliest};
use phongtrao_judge::round::{Outcome, RestsOn, RoundInput, judge};
use phongtrao_register::Register;
use phongtrao_register::rows::Award;
use phongtrao_rules::criteria::{Aggregate, Audience, Discipline, Fact, Held, Limit, Quantity, Ratings, Rule, Span, Test};
use phongtrao_rules::{Body, Packs};
use phongtrao_value::{Decimal, YearKind};
use rstest::rstest;

use crate::law::{SUBJECT, YEAR, day, round, rule_of, told};

/// The round of one rule, with what the packs ask for the honours that it builds on.
fn with_honours(rule: &Rule) -> RoundInput {
    let mut round = round(rule, false);
    for entry in Packs::embedded().entries() {
        let general = entry.head.scope.is_none() && entry.holds_on(day(YEAR, 12, 31));
        if let (true, Some(Body::Eligibility(eligibility))) = (general, &entry.body) {
            round.honours.insert(eligibility.honour.clone(), eligibility.asked());
        }
    }
    round
}

fn first_year(rule: &Rule, facts: &[&str]) -> Option<Earliest> {
    let register = told(rule, facts);
    let round = with_honours(rule);
    let judged = judge(&round, &register, RestsOn::default());
    assert_ne!(judged.awards[0].of(SUBJECT).map(|result| result.outcome), Some(Outcome::Met));
    earliest(&round, &register, &judged, "award", SUBJECT)
}

const NEVER: Option<Earliest> = Some(Earliest::Never);

fn sure(year: i16) -> Option<Earliest> {
    Some(Earliest::In { year, kind: YearKind::Calendar, open: false })
}

fn open(year: i16) -> Option<Earliest> {
    Some(Earliest::In { year, kind: YearKind::Calendar, open: true })
}

const FIGHTER: &str = "grassroots-emulation-fighter";

#[rstest]
#[case::nothing_yet(&[], sure(2028))]
#[case::two_years_held(&["award grassroots-emulation-fighter 2024", "award grassroots-emulation-fighter 2025"], sure(2026))]
#[case::one_year_held(&["award grassroots-emulation-fighter 2025"], sure(2027))]
#[case::a_gap_begins_anew(&["award grassroots-emulation-fighter 2023", "award grassroots-emulation-fighter 2024"], sure(2028))]
#[case::a_badly_rated_year_begins_anew(
    &["award grassroots-emulation-fighter 2024", "award grassroots-emulation-fighter 2025", "rating completed 2026"],
    sure(2029)
)]
fn three_titles_in_a_row(#[case] facts: &[&str], #[case] is: Option<Earliest>) {
    assert_eq!(first_year(&rule_of("ministry-fighter-criteria"), facts), is);
}

fn rule(test: Test) -> Rule {
    Rule { id: None, label: None, source: None, audience: Audience::All, test }
}

fn rated(least: &str, years: u32) -> Test {
    Test::Fact(Fact::Rating { scale: "rating".to_owned(), least: least.to_owned(), years })
}

fn once(honour: &str, within_years: Option<u32>) -> Held {
    Held { of: vec![honour.to_owned()], times: 1, consecutive: false, within_years, after: None, each: None }
}

fn not_held(within_years: Option<u32>) -> Test {
    Test::None(vec![rule(Test::Fact(Fact::Held(once(FIGHTER, within_years))))])
}

fn five_good_years_after(honour: &str) -> Test {
    let after = Some(Box::new(once(honour, None)));
    let of = Quantity::Ratings(Ratings { scale: "rating".to_owned(), least: "good".to_owned(), years: 5, after });
    Test::Amount { of, min: Decimal::whole(5).map(Limit::Fixed), max: None }
}

fn undisciplined_years(count: u32) -> Test {
    let span = Span::Years { kind: YearKind::Calendar, count };
    Test::Fact(Fact::Undisciplined(Discipline { level: "warning".to_owned(), duty_only: false, span }))
}

fn courses() -> Test {
    let of = Quantity::Records { how: Aggregate::Count, of: "course".to_owned(), span: Span::Round, verified: true };
    Test::Amount { of, min: Decimal::whole(2).map(Limit::Fixed), max: None }
}

fn lecturer() -> Test {
    Test::Fact(Fact::Attribute { of: "category".to_owned(), values: vec!["lecturer".to_owned()] })
}

#[rstest]
#[case::ratings_in_a_row(rated("excellent", 2), &["rating good 2025", "rating excellent 2026"], sure(2027))]
#[case::the_year_itself_is_lost(rated("excellent", 1), &["rating good 2026"], sure(2027))]
#[case::years_that_nobody_wrote_down(rated("good", 3), &[], open(2026))]
#[case::good_years_after_an_award(five_good_years_after(FIGHTER), &["award grassroots-emulation-fighter 2024", "rating good 2020-2026"], sure(2029))]
#[case::discipline_ends_with_its_years(undisciplined_years(3), &["discipline warning 2025"], sure(2028))]
#[case::once_only_and_held(not_held(None), &["award grassroots-emulation-fighter 2020"], NEVER)]
#[case::not_again_within_years(not_held(Some(5)), &["award grassroots-emulation-fighter 2024"], sure(2029))]
#[case::no_matter_of_years(courses(), &[], sure(2026))]
#[case::what_time_does_not_change(lecturer(), &[], NEVER)]
#[case::a_way_of_years_comes_before_what_may_be_supposed(Test::Any(vec![rule(courses()), rule(rated("excellent", 1))]), &["rating good 2026"], sure(2027))]
fn what_a_rule_asks_of_the_years(#[case] test: Test, #[case] facts: &[&str], #[case] is: Option<Earliest>) {
    assert_eq!(first_year(&rule(test), facts), is);
}

#[test]
fn who_died_has_no_year_ahead() {
    let rule = rule_of("ministry-fighter-criteria");
    let mut register: Register = told(&rule, &[]);
    register.people[0].died = Some(day(YEAR, 3, 1));
    let round = with_honours(&rule);
    let judged = judge(&round, &register, RestsOn::default());
    assert_eq!(earliest(&round, &register, &judged, "award", SUBJECT), None);
}

#[test]
fn nothing_is_supposed_of_what_was_decided_later() {
    let rule = rule_of("ministry-fighter-criteria");
    let mut register = told(&rule, &[]);
    register.ledger.push(Award {
        subject: SUBJECT.to_owned(),
        honour: FIGHTER.to_owned(),
        year: Some(2025),
        year_kind: Some(YearKind::Calendar),
        decided_on: Some(day(YEAR + 1, 2, 1)),
        ..Award::default()
    });
    let round = with_honours(&rule);
    let judged = judge(&round, &register, RestsOn::default());
    assert_eq!(earliest(&round, &register, &judged, "award", SUBJECT), sure(2028));
}
