//! What the chair decided between equals at the last places.

use phongtrao_register::rows::Ruling;

use super::*;

/// Three of whom nobody stands before another, and so many places.
fn equals(places: u32) -> RoundInput {
    let quota = Quota {
        source: None,
        most: Some(places),
        percent: None,
        of: QuotaBase::Eligible,
        within: Within::Organisation,
        rounding: Rounding::Down,
        at_least: 0,
    };
    let key = RankKey { of: Quantity::Fixed(Decimal::ZERO), rising: false };
    let all = award("a", SubjectKind::Individual, rule(Test::All(Vec::new())));
    round(vec![AwardInput { quotas: vec![quota], rank_by: vec![key], ..all }])
}

fn ruling(line: u32, subject: &str, on: &str) -> Ruling {
    Ruling {
        place: place("rulings.csv", line),
        award: "a".to_owned(),
        subject: subject.to_owned(),
        by: "p9".to_owned(),
        on: day(on),
        reason: "nhiều năm công tác hơn".to_owned(),
    }
}

fn three(rulings: Vec<Ruling>) -> Register {
    Register { people: ["p1", "p2", "p3"].map(person).to_vec(), rulings, ..Register::default() }
}

use Outcome::{Met, OverQuota, Tie};

#[rstest]
#[case::nobody_decided(2, &[], [Tie, Tie, Tie], 0)]
#[case::both_places(2, &[("p1", "2026-12-20"), ("p3", "2026-12-20")], [Met, OverQuota, Met], 0)]
#[case::one_of_two_places(2, &[("p3", "2026-12-20")], [Tie, Tie, Met], 0)]
#[case::more_than_there_are(1, &[("p1", "2026-12-20"), ("p3", "2026-12-20")], [Tie, Tie, Tie], 2)]
#[case::after_the_day_of_judging(1, &[("p1", "2027-01-20")], [Tie, Tie, Tie], 0)]
#[case::where_all_have_a_place(3, &[("p1", "2026-12-20")], [Met, Met, Met], 1)]
fn the_chair_decides(#[case] places: u32, #[case] chosen: &[(&str, &str)], #[case] are: [Outcome; 3], #[case] findings: usize) {
    let rulings = chosen.iter().zip(2..).map(|((subject, on), line)| ruling(line, subject, on)).collect();
    let judged = judge(&equals(places), &three(rulings), RestsOn::default());
    let results = &judged.award("a").expect("the award").results;
    assert_eq!(results.iter().map(|result| result.outcome).collect::<Vec<_>>(), are);
    assert_eq!(judged.findings.iter().map(|noticed| noticed.finding.code).collect::<Vec<_>>(), vec!["ruling-without-tie"; findings]);
}

/// Where the chair is known, nobody else decides.
#[rstest]
#[case::the_chair("p9", Met, &[])]
#[case::somebody_else("p8", Tie, &["ruling-not-of-chair"])]
fn only_the_chair_decides(#[case] chair: &str, #[case] is: Outcome, #[case] findings: &[&str]) {
    let round = RoundInput { chair: Some([chair.to_owned()].into()), ..equals(1) };
    let judged = judge(&round, &three(vec![ruling(2, "p1", "2026-12-20")]), RestsOn::default());
    assert_eq!(judged.award("a").and_then(|award| award.of("p1")).map(|result| result.outcome), Some(is));
    assert_eq!(judged.findings.iter().map(|noticed| noticed.finding.code).collect::<Vec<_>>(), findings);
}

#[test]
fn the_row_of_the_choice_is_named_to_everybody() {
    let judged = judge(&equals(1), &three(vec![ruling(4, "p2", "2026-12-20")]), RestsOn::default());
    for result in &judged.award("a").expect("the award").results {
        let seen = result.seen_by(Audience::All);
        assert_eq!(seen.reason.places().copied().collect::<Vec<_>>(), [place("rulings.csv", 4)], "{}", result.subject);
        assert_eq!(seen.outcome, if result.subject == "p2" { Met } else { OverQuota });
    }
}

/// Judging again only what changed gives what judging all gives, also when a ruling comes or goes.
#[test]
fn a_ruling_that_comes_or_goes_is_seen_when_judging_again() {
    let (without, with) = (three(Vec::new()), three(vec![ruling(2, "p2", "2026-12-20")]));
    let round = equals(1);
    for (before, after) in [(&without, &with), (&with, &without)] {
        let was = judge(&round, before, RestsOn::default());
        let changed = std::collections::BTreeSet::from(["p2".to_owned()]);
        let (again, _) = judge_again(&round, after, RestsOn::default(), Before { judged: &was, changed: &changed });
        assert_eq!(again, judge(&round, after, RestsOn::default()));
    }
}
