//! Quotas and ranks: how many places there are, and who surely has one.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use phongtrao_rules::criteria::Audience;
use phongtrao_value::Decimal;

use super::{Among, Assessed, Outcome, Quota, QuotaUse, RankKey, Rounding};
use crate::facts::Missing;
use crate::reasons::Reason;
use crate::{Amount, Verdict, texts};

/// The number of places of a quota for a set of so many.
pub(super) fn places(quota: &Quota, of: usize) -> usize {
    let whole = |number: Option<u32>| number.map_or(usize::MAX, |number| usize::try_from(number).unwrap_or(usize::MAX));
    let share = quota.percent.map_or(usize::MAX, |percent| part(percent, of, quota.rounding));
    share.min(whole(quota.most)).max(whole(Some(quota.at_least)).min(of))
}

fn part(percent: Decimal, of: usize, rounding: Rounding) -> usize {
    // In thousandths of a percent; what is beyond a percentage of all is all.
    let (exact, one) = (i128::from(percent.thousandths().max(0)) * of as i128, 100_000);
    let rounded = match rounding {
        Rounding::Down => exact / one,
        Rounding::Nearest => (exact + one / 2) / one,
        Rounding::Up => (exact + one - 1) / one,
    };
    usize::try_from(rounded).unwrap_or(usize::MAX)
}

/// Gives the places of an award: those who meet it and surely stand before the last place keep it. `of` says for each block or unit how many the quota
/// is measured against: surely, and perhaps.
pub(super) fn give(quota: &Quota, keys: &[RankKey], of: &BTreeMap<Among, (usize, usize)>, results: &mut [Assessed]) -> Vec<QuotaUse> {
    let mut groups: BTreeMap<Among, Vec<usize>> = BTreeMap::new();
    for (at, result) in results.iter().enumerate() {
        groups.entry(result.within.clone()).or_default().push(at);
    }
    let mut uses = Vec::new();
    for (within, group) in groups {
        let (least, most) = of.get(&within).copied().unwrap_or_default();
        let (sure, perhaps) = (places(quota, least), places(quota, most));
        let met = group.iter().filter(|at| results.get(**at).is_some_and(|result| result.outcome == Outcome::Met)).count();
        rank(sure, perhaps, keys, &group, results);
        uses.push(QuotaUse { within, places: (sure == perhaps).then_some(sure), of: (least, most), met });
    }
    uses
}

/// How two stand to each other: `None` where it depends on numbers that are not known. Among equals the one whom a rule prefers stands first; where it
/// is not known of both whether it does, they stay equal.
fn order(left: &Assessed, right: &Assessed, keys: &[RankKey]) -> Option<Ordering> {
    let merit = by_merit(&left.rank_by, &right.rank_by, keys)?;
    // Without anything to rank by, equal merit was not found but never looked at.
    if merit != Ordering::Equal || keys.is_empty() {
        return Some(merit);
    }
    Some(match (preferred(left), preferred(right)) {
        (Some(Verdict::Met), Some(Verdict::NotMet)) => Ordering::Less,
        (Some(Verdict::NotMet), Some(Verdict::Met)) => Ordering::Greater,
        _ => Ordering::Equal,
    })
}

fn preferred(result: &Assessed) -> Option<Verdict> {
    result.preference.as_ref()?.verdict
}

fn merit(left: &Assessed, right: &Assessed, keys: &[RankKey]) -> Option<Ordering> {
    by_merit(&left.rank_by, &right.rank_by, keys)
}

fn by_merit(left: &[Amount], right: &[Amount], keys: &[RankKey]) -> Option<Ordering> {
    for ((left, right), key) in left.iter().zip(right).zip(keys) {
        let (first, second) = if key.rising { (right, left) } else { (left, right) };
        if first.least > second.most {
            return Some(Ordering::Less);
        } else if first.most < second.least {
            return Some(Ordering::Greater);
        } else if !(first.is_known() && second.is_known()) {
            return None;
        }
    }
    Some(Ordering::Equal)
}

fn rank(sure: usize, perhaps: usize, keys: &[RankKey], group: &[usize], results: &mut [Assessed]) {
    let candidate = |at: usize| results.get(at).filter(|result| result.outcome.verdict() != Verdict::NotMet);
    let candidates: Vec<&Assessed> = group.iter().filter_map(|at| candidate(*at)).collect();
    // All fit, whoever meets it in the end: nobody needs to be compared.
    if candidates.len() <= sure {
        return;
    }
    let field = Field::new(&candidates, keys);
    let mut given: Vec<(usize, Outcome, Outcome)> = Vec::new();
    for at in group.iter().copied() {
        let Some(own) = candidate(at).filter(|own| own.outcome == Outcome::Met) else { continue };
        given.push((at, field.standing(own, order).outcome(sure, perhaps), field.standing(own, merit).outcome(sure, perhaps)));
    }
    for (at, outcome, merit) in given {
        let Some(result) = results.get_mut(at) else { continue };
        result.outcome = outcome;
        result.reason.verdict = Some(outcome.verdict());
        if outcome != merit {
            result.reason.parts.extend(result.preference.clone());
        }
        match outcome {
            Outcome::OverQuota => {
                let why = if perhaps == 0 { texts::quota_none() } else { texts::quota_over() };
                result.reason.missing.push(Missing::new(why));
            }
            Outcome::Unknown => result.reason.missing.push(Missing::new(texts::quota_open())),
            Outcome::Tie => result.reason.parts.push(for_the_chair(result.preference.as_ref())),
            _ => {}
        }
    }
}

/// That the chair decides stands where a pending case would stand: for all others the two read the same. Where it is not known whether somebody goes
/// first among equals, the chair must know it.
fn for_the_chair(preference: Option<&Reason>) -> Reason {
    let open = preference.filter(|preference| preference.verdict == Some(Verdict::Unknown));
    let missing = open.map(|_| Missing::new(texts::quota_preference_open())).into_iter().collect();
    Reason { audience: Audience::Chair, verdict: Some(Verdict::Unknown), missing, ..Reason::new(texts::quota_tie()) }
}

/// How two stand to each other.
type Compare = fn(&Assessed, &Assessed, &[RankKey]) -> Option<Ordering>;

/// All who may have a place. Those of whom every number is known stand in a row, equals together; only against the others one must be compared with each.
struct Field<'a> {
    keys: &'a [RankKey],
    /// Equals, the first first; of each only those of one preference are told apart, for rules look at nothing else.
    classes: Vec<Vec<Peers<'a>>>,
    /// Surely meeting the conditions before each class, and perhaps.
    before: Vec<(usize, usize)>,
    open: Vec<&'a Assessed>,
}

/// Equals of one preference.
struct Peers<'a> {
    /// One for all of them.
    one: &'a Assessed,
    met: usize,
    open: usize,
}

impl<'a> Field<'a> {
    fn new(candidates: &[&'a Assessed], keys: &'a [RankKey]) -> Field<'a> {
        let (mut known, open): (Vec<&Assessed>, Vec<&Assessed>) =
            candidates.iter().partition(|result| result.rank_by.iter().all(|amount| amount.is_known()));
        known.sort_by(|left, right| merit(left, right, keys).unwrap_or(Ordering::Equal));
        let mut classes: Vec<Vec<Peers<'a>>> = Vec::new();
        let mut before = Vec::new();
        let mut so_far = (0, 0);
        for result in known {
            let is_equal =
                |class: &Vec<Peers<'a>>| class.first().is_some_and(|peers| merit(peers.one, result, keys) == Some(Ordering::Equal));
            if !classes.last().is_some_and(is_equal) {
                classes.push(Vec::new());
                before.push(so_far);
            }
            let (met, open) = if result.outcome == Outcome::Met { (1, 0) } else { (0, 1) };
            so_far = (so_far.0 + met, so_far.1 + open);
            let Some(class) = classes.last_mut() else { continue };
            match class.iter_mut().find(|peers| preferred(peers.one) == preferred(result)) {
                Some(peers) => (peers.met, peers.open) = (peers.met + met, peers.open + open),
                None => class.push(Peers { one: result, met, open }),
            }
        }
        Field { keys, classes, before, open }
    }

    /// How the others stand to one that surely meets the conditions.
    fn standing(&self, own: &Assessed, compare: Compare) -> Standing {
        let mut stands = Standing::default();
        if own.rank_by.iter().all(|amount| amount.is_known()) {
            let is_before =
                |class: &Vec<Peers<'_>>| class.first().is_some_and(|peers| merit(peers.one, own, self.keys) == Some(Ordering::Less));
            let at = self.classes.partition_point(is_before);
            let (met, open) = self.before.get(at).copied().unwrap_or_default();
            stands.add(Some(Ordering::Less), true, met);
            stands.add(Some(Ordering::Less), false, open);
            for peers in self.classes.get(at).into_iter().flatten() {
                let order = compare(peers.one, own, self.keys);
                let is_own = usize::from(preferred(peers.one) == preferred(own));
                stands.add(order, true, peers.met - is_own);
                stands.add(order, false, peers.open);
            }
        } else {
            for peers in self.classes.iter().flatten() {
                let order = compare(peers.one, own, self.keys);
                stands.add(order, true, peers.met);
                stands.add(order, false, peers.open);
            }
        }
        for other in self.open.iter().filter(|other| other.subject != own.subject) {
            stands.add(compare(other, own, self.keys), other.outcome == Outcome::Met, 1);
        }
        stands
    }
}

/// How the others stand to one.
#[derive(Debug, Default, PartialEq, Eq)]
struct Standing {
    /// Surely before it.
    before: usize,
    /// Equal to it, and surely meeting the conditions.
    equal: usize,
    /// Perhaps before it.
    perhaps_before: usize,
    /// Perhaps equal to it.
    perhaps_equal: usize,
}

impl Standing {
    /// So many more that stand in one way to it.
    fn add(&mut self, order: Option<Ordering>, is_met: bool, number: usize) {
        match (order, is_met) {
            (Some(Ordering::Less), true) => self.before += number,
            (Some(Ordering::Equal), true) => self.equal += number,
            (Some(Ordering::Less) | None, _) => self.perhaps_before += number,
            (Some(Ordering::Equal), false) => self.perhaps_equal += number,
            (Some(Ordering::Greater), _) => {}
        }
    }

    fn outcome(&self, sure: usize, perhaps: usize) -> Outcome {
        let all = self.before + self.equal + self.perhaps_before + self.perhaps_equal;
        if all < sure {
            Outcome::Met
        } else if self.before >= perhaps {
            Outcome::OverQuota
        } else if self.perhaps_before + self.perhaps_equal == 0 && sure == perhaps {
            Outcome::Tie
        } else {
            Outcome::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::program::Number;
    use crate::round::{QuotaBase, Within};

    fn quota(percent: &str, rounding: Rounding, at_least: u32) -> Quota {
        let percent = Some(percent.parse().expect("a percentage of the tables below"));
        Quota { source: None, most: None, percent, of: QuotaBase::Eligible, within: Within::Organisation, rounding, at_least }
    }

    #[rstest]
    #[case("20", 14, Rounding::Down, 0, 2)]
    #[case("20", 14, Rounding::Nearest, 0, 3)]
    #[case("20", 14, Rounding::Up, 0, 3)]
    #[case("20", 4, Rounding::Down, 1, 1)]
    #[case("20", 0, Rounding::Down, 1, 0)]
    #[case("12.5", 20, Rounding::Nearest, 0, 3)]
    fn places_of_a_percentage(
        #[case] percent: &str,
        #[case] of: usize,
        #[case] rounding: Rounding,
        #[case] at_least: u32,
        #[case] is: usize,
    ) {
        assert_eq!(places(&quota(percent, rounding, at_least), of), is);
    }

    fn assessed(at: usize, points: i128, outcome: Outcome) -> Assessed {
        Assessed {
            conditions: outcome.verdict(),
            proposed: Verdict::Met,
            subject: format!("{at:03}"),
            name: String::new(),
            group: String::new(),
            within: Among::Organisation,
            outcome,
            rank_by: vec![Amount::known(Number::whole(points))],
            preference: None,
            reason: Reason::new(texts::reason_all()),
            looked_at: Default::default(),
        }
    }

    fn given(places: u32, points: &[(i128, Outcome)]) -> Vec<Outcome> {
        let quota = Quota { percent: None, most: Some(places), ..quota("100", Rounding::Down, 0) };
        let keys = [RankKey { of: phongtrao_rules::criteria::Quantity::Fixed(Decimal::ZERO), rising: false }];
        let mut results: Vec<Assessed> = points.iter().enumerate().map(|(at, (points, outcome))| assessed(at, *points, *outcome)).collect();
        give(&quota, &keys, &BTreeMap::from([(Among::Organisation, (points.len(), points.len()))]), &mut results);
        results.into_iter().map(|result| result.outcome).collect()
    }

    use Outcome::{Held, Met, NotMet, OverQuota, Tie, Unknown};

    #[rstest]
    #[case::the_first_places(2, &[(9, Met), (7, Met), (8, Met)], &[Met, OverQuota, Met])]
    #[case::a_tie_at_the_border(2, &[(9, Met), (8, Met), (8, Met)], &[Met, Tie, Tie])]
    #[case::a_tie_above_the_border(2, &[(9, Met), (9, Met), (8, Met)], &[Met, Met, OverQuota])]
    #[case::who_is_not_met_takes_no_place(1, &[(9, NotMet), (8, Met)], &[NotMet, Met])]
    #[case::who_may_come_before_leaves_it_open(1, &[(9, Unknown), (8, Met)], &[Unknown, Unknown])]
    #[case::who_may_come_behind_does_not(1, &[(7, Unknown), (8, Met)], &[Unknown, Met])]
    #[case::a_case_holds_a_place(1, &[(9, Held), (8, Met)], &[Held, Unknown])]
    #[case::room_for_all(3, &[(9, Met), (8, Unknown), (8, Met)], &[Met, Unknown, Met])]
    fn places_are_given_by_rank(#[case] places: u32, #[case] points: &[(i128, Outcome)], #[case] outcomes: &[Outcome]) {
        assert_eq!(given(places, points), outcomes);
    }

    /// The simple way: each against each.
    fn slowly(own: &Assessed, all: &[Assessed], keys: &[RankKey], compare: Compare) -> Standing {
        let mut stands = Standing::default();
        for other in all.iter().filter(|other| other.outcome.verdict() != Verdict::NotMet && other.subject != own.subject) {
            stands.add(compare(other, own, keys), other.outcome == Outcome::Met, 1);
        }
        stands
    }

    prop_compose! {
        fn somebody()(
            bounds in proptest::collection::vec((0i128..4, prop_oneof![3 => Just(0i128), 1 => 0i128..3]), 2),
            outcome in prop_oneof![3 => Just(Met), 1 => Just(Unknown), 1 => Just(Held), 1 => Just(NotMet)],
            preference in prop_oneof![Just(None), Just(Some(Verdict::Met)), Just(Some(Verdict::Unknown)), Just(Some(Verdict::NotMet))],
        ) -> Assessed {
            let rank_by = bounds.iter().map(|(least, more)| Amount::between(Number::whole(*least), Number::whole(least + more))).collect();
            let preference = preference.map(|verdict| Reason { verdict: Some(verdict), ..Reason::new(texts::reason_none()) });
            Assessed { rank_by, preference, ..assessed(0, 0, outcome) }
        }
    }

    proptest! {
        #[test]
        fn one_row_says_the_same_as_each_against_each(
            mut all in proptest::collection::vec(somebody(), 0..14),
            rising in proptest::bool::ANY,
            ranked in proptest::bool::ANY,
        ) {
            for (at, result) in all.iter_mut().enumerate() {
                result.subject = format!("{at:03}");
            }
            let key = RankKey { of: phongtrao_rules::criteria::Quantity::Fixed(Decimal::ZERO), rising };
            let keys = if ranked { vec![key.clone(), RankKey { rising: false, ..key }] } else { Vec::new() };
            if !ranked {
                all.iter_mut().for_each(|result| result.rank_by.clear());
            }
            let candidates: Vec<&Assessed> = all.iter().filter(|result| result.outcome.verdict() != Verdict::NotMet).collect();
            let field = Field::new(&candidates, &keys);
            for own in all.iter().filter(|result| result.outcome == Met) {
                for compare in [order as Compare, merit as Compare] {
                    prop_assert_eq!(field.standing(own, compare), slowly(own, &all, &keys, compare));
                }
            }
        }

        #[test]
        fn no_more_are_met_than_there_are_places(
            places in 0u32..6,
            points in proptest::collection::vec((0i128..5, prop_oneof![Just(Met), Just(Unknown), Just(Held), Just(NotMet)]), 0..12),
        ) {
            let outcomes = given(places, &points);
            let met = outcomes.iter().filter(|outcome| **outcome == Met).count();
            prop_assert!(met <= usize::try_from(places).unwrap_or(usize::MAX));
            for (one, (mine, _)) in outcomes.iter().zip(&points) {
                for (other, (theirs, _)) in outcomes.iter().zip(&points) {
                    // Whoever is met stands behind nobody who is met but left out.
                    prop_assert!(!(*one == Met && *other == OverQuota && theirs > mine));
                }
            }
        }
    }
}
