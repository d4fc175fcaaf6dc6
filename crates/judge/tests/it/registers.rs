//! Rounds over random small registers come out as a second, deliberately simple way of judging says: chains of the ledger, ratings, records, pending cases,
//! places of a quota by rank with ties, lists of proposals, and the share of a unit's members.

use phongtrao_judge::round::{Outcome, Proposals, Quota, QuotaBase, RankKey, RestsOn, RoundInput, Rounding, Within, judge};
use phongtrao_register::Register;
use phongtrao_register::rows::{
    Award, AwardStatus, Pending, PendingKind, Person, Place, Post, Proposal, Rating, Record, Unit, Verification,
};
use phongtrao_rules::criteria::{Aggregate, Audience, Day, Fact, Held, How, Limit, Members, Quantity, Rule, Span, Test};
use phongtrao_value::{Decimal, YearKind};
use proptest::prelude::*;

use crate::law::{self, YEAR, day};

const HONOUR: &str = "grassroots-emulation-fighter";
const SCALE: &str = "rating";

/// What is known of one person.
#[derive(Debug, Clone)]
struct Somebody {
    /// The year of each award, where it is written, and whether it stands.
    awards: Vec<(Option<i16>, bool)>,
    /// Places on the scale of the judged year and those before it.
    ratings: Vec<Option<usize>>,
    records: Vec<Verification>,
    pending: bool,
    /// What its unit handed in.
    proposed: Option<Handed>,
}

/// When a unit handed in a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Handed {
    InTime,
    Late,
    LateAndLetIn,
}

/// What is asked.
#[derive(Debug, Clone)]
enum Asked {
    Awards { times: usize, consecutive: bool, within: Option<i16> },
    Ratings { least: usize, years: usize },
    Records { least: usize },
    Both(Box<Asked>, Box<Asked>),
    Either(Box<Asked>, Box<Asked>),
    Not(Box<Asked>),
}

fn somebody() -> impl Strategy<Value = Somebody> {
    let year = prop_oneof![4 => (2021..=YEAR).prop_map(Some), 1 => Just(None)];
    let awards = proptest::collection::vec((year, proptest::bool::weighted(0.9)), 0..5);
    let ratings = proptest::collection::vec(proptest::option::weighted(0.85, 0usize..4), 3);
    let verification = prop_oneof![3 => Just(Verification::Verified), 1 => Just(Verification::Waiting), 1 => Just(Verification::Refused)];
    let records = proptest::collection::vec(verification, 0..4);
    let handed = prop_oneof![4 => Just(Handed::InTime), 1 => Just(Handed::Late), 1 => Just(Handed::LateAndLetIn)];
    let proposed = proptest::option::weighted(0.6, handed);
    (awards, ratings, records, proptest::bool::weighted(0.1), proposed).prop_map(|(awards, ratings, records, pending, proposed)| Somebody {
        awards,
        ratings,
        records,
        pending,
        proposed,
    })
}

fn asked() -> impl Strategy<Value = Asked> {
    let awards = (1usize..4, any::<bool>(), proptest::option::of(1i16..6));
    let leaf = prop_oneof![
        awards.prop_map(|(times, consecutive, within)| Asked::Awards { times, consecutive, within }),
        (0usize..4, 1usize..4).prop_map(|(least, years)| Asked::Ratings { least, years }),
        (1usize..3).prop_map(|least| Asked::Records { least }),
    ];
    leaf.prop_recursive(2, 6, 2, |inner| {
        let two = || (inner.clone(), inner.clone()).prop_map(|(left, right)| (Box::new(left), Box::new(right)));
        prop_oneof![
            two().prop_map(|(left, right)| Asked::Both(left, right)),
            two().prop_map(|(left, right)| Asked::Either(left, right)),
            inner.prop_map(|of| Asked::Not(Box::new(of))),
        ]
    })
}

// The simple way: 0 not met, 1 unknown, 2 met.

fn simply(asked: &Asked, of: &Somebody) -> u8 {
    match asked {
        Asked::Awards { times, consecutive, within } => awards(of, *times, *consecutive, *within),
        Asked::Ratings { least, years } => {
            of.ratings[..*years].iter().map(|rating| rating.map_or(1, |place| if place >= *least { 2 } else { 0 })).min().unwrap_or(2)
        }
        Asked::Records { least } => {
            let number = |is: &[Verification]| of.records.iter().filter(|own| is.contains(own)).count();
            enough(number(&[Verification::Verified]), number(&[Verification::Verified, Verification::Waiting]), *least)
        }
        Asked::Both(left, right) => simply(left, of).min(simply(right, of)),
        Asked::Either(left, right) => simply(left, of).max(simply(right, of)),
        Asked::Not(inner) => 2 - simply(inner, of),
    }
}

/// Whether the only unit proposes somebody: of whom it says nothing in its list, it does not.
fn proposes(people: &[Somebody], of: &Somebody, is_open: bool) -> u8 {
    let has_list = people.iter().any(|one| one.proposed.is_some());
    match of.proposed {
        Some(Handed::InTime | Handed::LateAndLetIn) => 2,
        None if !has_list && is_open => 1,
        Some(Handed::Late) | None => 0,
    }
}

fn enough(sure: usize, perhaps: usize, least: usize) -> u8 {
    u8::from(sure >= least) + u8::from(perhaps >= least)
}

fn awards(of: &Somebody, times: usize, consecutive: bool, within: Option<i16>) -> u8 {
    let standing = || of.awards.iter().filter(|(_, stands)| *stands);
    let undated = standing().filter(|(year, _)| year.is_none()).count();
    let dated: Vec<i16> = standing().filter_map(|(year, _)| *year).filter(|year| within.is_none_or(|years| YEAR - years < *year)).collect();
    if consecutive {
        let run = (2000..=YEAR).any(|first| (0..times).all(|at| dated.contains(&(first + at as i16))));
        return if run { 2 } else { u8::from(undated > 0 && dated.len() + undated >= times) };
    }
    let sure = if within.is_some() { dated.len() } else { dated.len() + undated };
    enough(sure, dated.len() + undated, times)
}

/// What comes of everybody: those who meet it stand in all ways in which the others can turn out.
fn places(people: &[Somebody], verdicts: &[u8], most: usize) -> Vec<Outcome> {
    let points: Vec<usize> =
        people.iter().map(|one| one.records.iter().filter(|record| **record != Verification::Refused).count()).collect();
    let open: Vec<usize> = (0..people.len()).filter(|at| verdicts[*at] != 0 && (verdicts[*at] == 1 || people[*at].pending)).collect();
    let outcome = |own: usize| match (verdicts[own], people[own].pending) {
        (0, _) => Outcome::NotMet,
        (_, true) => Outcome::Held,
        (1, _) => Outcome::Unknown,
        _ => {
            let ways = (0..1u32 << open.len()).map(|chosen| {
                let is_in = |at: &usize| {
                    *at != own && verdicts[*at] != 0 && open.iter().position(|other| other == at).is_none_or(|bit| chosen >> bit & 1 == 1)
                };
                let others: Vec<usize> = (0..people.len()).filter(is_in).collect();
                let before = others.iter().filter(|at| points[**at] > points[own]).count();
                let equal = others.iter().filter(|at| points[**at] == points[own]).count();
                if before + equal < most {
                    Outcome::Met
                } else if before >= most {
                    Outcome::OverQuota
                } else {
                    Outcome::Tie
                }
            });
            let ways: Vec<Outcome> = ways.collect();
            let same = ways.iter().all(|way| *way == ways[0]);
            // Between whom the chair decides is known only when all others are.
            let settled = ways[0] != Outcome::Tie || open.iter().all(|at| points[*at] < points[own]);
            if same && settled { ways[0] } else { Outcome::Unknown }
        }
    };
    (0..people.len()).map(outcome).collect()
}

/// Whether so many percent of all members have the award of persons.
fn share(outcomes: &[Outcome], least: usize) -> Outcome {
    let have = outcomes.iter().filter(|outcome| **outcome == Outcome::Met).count();
    let may = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Unknown | Outcome::Held | Outcome::Tie)).count();
    match enough(have * 100, (have + may) * 100, least * outcomes.len()) {
        2 => Outcome::Met,
        1 => Outcome::Unknown,
        _ => Outcome::NotMet,
    }
}

// The same as rows and rules.

fn rule(test: Test) -> Rule {
    Rule { id: None, label: None, source: None, audience: Audience::All, test }
}

fn in_words(asked: &Asked, levels: &[String]) -> Rule {
    let two = |left: &Asked, right: &Asked| vec![in_words(left, levels), in_words(right, levels)];
    rule(match asked {
        Asked::Awards { times, consecutive, within } => Test::Fact(Fact::Held(Held {
            of: vec![HONOUR.to_owned()],
            times: *times as u32,
            consecutive: *consecutive,
            within_years: within.map(|years| years as u32),
            after: None,
            each: None,
        })),
        Asked::Ratings { least, years } => {
            Test::Fact(Fact::Rating { scale: SCALE.to_owned(), least: levels[*least].clone(), years: *years as u32 })
        }
        Asked::Records { least } => Test::Amount { of: count(true), min: Decimal::whole(*least as i64).map(Limit::Fixed), max: None },
        Asked::Both(left, right) => Test::All(two(left, right)),
        Asked::Either(left, right) => Test::Any(two(left, right)),
        Asked::Not(of) => Test::None(vec![in_words(of, levels)]),
    })
}

fn count(verified: bool) -> Quantity {
    Quantity::Records { how: Aggregate::Count, of: "course".to_owned(), span: Span::Round, verified }
}

fn round(asked: &Asked, most: usize, least: usize) -> RoundInput {
    let levels = law::round(&rule(Test::All(Vec::new())), false).scales[SCALE].clone();
    let mut round = law::round(&in_words(asked, &levels), false);
    round.awards[0].quotas = vec![Quota {
        source: None,
        most: Some(most as u32),
        percent: None,
        of: QuotaBase::Eligible,
        within: Within::Organisation,
        rounding: Rounding::Down,
        at_least: 0,
    }];
    round.awards[0].rank_by = vec![RankKey { of: count(false), rising: false }];
    let having = Box::new(rule(Test::Fact(Fact::Title { award: round.awards[0].id.clone() })));
    let members = Quantity::Members(Members { among: None, on: Day::PeriodEnd, having, how: How::Share });
    let share = rule(Test::Amount { of: members, min: Decimal::whole(least as i64).map(Limit::Fixed), max: None });
    let mut unit = law::round(&share, true).awards.remove(0);
    unit.id = "unit".to_owned();
    round.awards.push(unit);
    round
}

fn register(people: &[Somebody], levels: &[String]) -> Register {
    let mut register = Register::default();
    register.units.push(Unit { id: "u".to_owned(), name: "u".to_owned(), tree: "administration".to_owned(), ..Unit::default() });
    for (at, one) in people.iter().enumerate() {
        let id = format!("p{at}");
        register.people.push(Person { id: id.clone(), name: id.clone(), category: "official".to_owned(), ..Person::default() });
        register.posts.push(Post { person: id.clone(), unit: "u".to_owned(), ..Post::default() });
        for (year, stands) in &one.awards {
            register.ledger.push(Award {
                subject: id.clone(),
                honour: HONOUR.to_owned(),
                year: *year,
                year_kind: year.map(|_| YearKind::Calendar),
                status: if *stands { AwardStatus::InForce } else { AwardStatus::Revoked },
                ..Award::default()
            });
        }
        for (back, level) in (0..).zip(&one.ratings) {
            register.ratings.extend(level.map(|level| Rating {
                place: Place::default(),
                subject: id.clone(),
                year: YEAR - back,
                year_kind: YearKind::Calendar,
                scale: SCALE.to_owned(),
                level: levels[level].clone(),
                decision: None,
                decided_on: None,
            }));
        }
        for verification in &one.records {
            let (subject, kind, on) = (id.clone(), "course".to_owned(), day(YEAR, 5, 4));
            register.records.push(Record { subject, kind, on, verification: *verification, ..Record::default() });
        }
        if one.pending {
            let (subject, kind, from) = (id.clone(), PendingKind::Complaint, day(YEAR, 6, 1));
            register.pending.push(Pending { subject, kind, from, ..Pending::default() });
        }
    }
    register
}

fn proposals(people: &[Somebody], is_open: bool) -> Proposals {
    let closes = day(YEAR, 11, 30);
    let has_list = people.iter().any(|one| one.proposed.is_some());
    let mut proposals = Proposals::of_units(has_list.then(|| "u".to_owned()).into_iter().collect(), is_open);
    for (at, handed) in people.iter().enumerate().filter_map(|(at, one)| Some((at, one.proposed?))) {
        let on = if handed == Handed::InTime { closes } else { day(YEAR, 12, 1) };
        let let_in = |words: &str| (handed == Handed::LateAndLetIn).then(|| words.to_owned());
        let (allowed_by, reason) = (let_in("p0"), let_in("a flood"));
        proposals.put(&Proposal { subject: format!("p{at}"), on, allowed_by, reason, ..Proposal::default() }, closes);
    }
    proposals
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rounds_over_registers_agree_with_the_simple_way(
        people in proptest::collection::vec(somebody(), 1..7),
        asked in asked(),
        most in 0usize..5,
        least in prop_oneof![Just(1usize), Just(34), Just(50), Just(67), Just(100)],
        lists_are_open in proptest::option::weighted(0.4, any::<bool>()),
    ) {
        let mut round = round(&asked, most, least);
        round.awards[0].proposals = lists_are_open.map(|is_open| proposals(&people, is_open));
        let judged = judge(&round, &register(&people, &round.scales[SCALE]), RestsOn::default());
        let verdicts: Vec<u8> = people.iter().map(|one| simply(&asked, one).min(lists_are_open.map_or(2, |open| proposes(&people, one, open)))).collect();
        let candidates = verdicts.iter().filter(|verdict| **verdict != 0).count();
        let expected = if candidates <= most { places(&people, &verdicts, usize::MAX) } else { places(&people, &verdicts, most) };
        let outcomes: Vec<Outcome> = judged.awards[0].results.iter().map(|result| result.outcome).collect();
        prop_assert_eq!(&outcomes, &expected);
        let unit = judged.award("unit").and_then(|award| award.of("u")).map(|result| result.outcome);
        prop_assert_eq!(unit, Some(share(&expected, least)));
    }
}
