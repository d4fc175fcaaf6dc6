//! Lower titles: who has not the votes for a title but those for the lower one takes a place that others have left.

use std::collections::{BTreeMap, BTreeSet};

use super::decide::Work;
use super::places::{Candidate, give as give_places};
use super::{Because, Tie, VoteOutcome};

/// Gives the places of lower titles that those who stood for them have left. Where it is not known yet how many are left, neither is this.
pub(super) fn give(work: &mut Work<'_>) {
    let mut groups: BTreeMap<(&str, &str), Vec<Candidate<'_>>> = BTreeMap::new();
    for (at, votes) in &work.lowered {
        let Some(case) = work.cases.get(*at) else { continue };
        let Some(lower) = &case.award.lower else { continue };
        let candidate = Candidate { item: &case.item.id, votes: Some(*votes) };
        groups.entry((&lower.award, &case.item.within)).or_default().push(candidate);
    }
    for ((award, within), candidates) in groups {
        group(work, award, within, candidates);
    }
}

fn group<'a>(work: &mut Work<'a>, award: &'a str, within: &'a str, candidates: Vec<Candidate<'a>>) {
    let Some(rule) = work.awards.iter().find(|rule| rule.award == award) else { return };
    let to = || VoteOutcome::Downgraded { to: award.to_owned() };
    let standing = standing(work, award, within);
    // Who stood for the lower title too and has it takes no second place.
    let (having, without): (Vec<_>, Vec<_>) = candidates.into_iter().partition(|candidate| standing.has(work, candidate.item));
    for candidate in having {
        work.set(candidate.item, to(), None);
    }
    let Some(places) = rule.places.get(within) else {
        without.into_iter().for_each(|candidate| work.set(candidate.item, to(), None));
        return;
    };
    let left = places.saturating_sub(standing.passed);
    if standing.open > 0 && (without.len() as u64).saturating_add(standing.open) > left {
        let because = Because::OthersOpen { open: standing.open, places: *places };
        without.into_iter().for_each(|candidate| work.set(candidate.item, VoteOutcome::Unknown, Some(because.clone())));
        return;
    }
    let tie: &Tie = &rule.rule.tie;
    let (given, doubts) = give_places(left, &without, tie, &work.rulings);
    work.doubts.extend(doubts);
    for (item, (outcome, because)) in given {
        let outcome = if outcome == VoteOutcome::Passed { to() } else { outcome };
        work.set(item, outcome, because);
    }
}

/// Those who stood for the lower title itself.
struct Standing<'a> {
    subjects: BTreeSet<&'a str>,
    passed: u64,
    open: u64,
}

impl Standing<'_> {
    /// Whether the subject of an item has the lower title.
    fn has(&self, work: &Work<'_>, item: &str) -> bool {
        let subject = work.by_item.get(item).and_then(|at| work.cases.get(*at)).map(|case| case.item.subject.as_str());
        subject.is_some_and(|subject| self.subjects.contains(subject))
    }
}

fn standing<'a>(work: &Work<'a>, award: &str, within: &str) -> Standing<'a> {
    let mut standing = Standing { subjects: BTreeSet::new(), passed: 0, open: 0 };
    for (case, result) in work.cases.iter().zip(&work.results) {
        if case.item.award != award || case.item.within != within {
            continue;
        }
        match result.as_ref().map(|result| &result.outcome) {
            Some(VoteOutcome::Passed) => {
                standing.passed += 1;
                standing.subjects.insert(&case.item.subject);
            }
            Some(VoteOutcome::Unknown | VoteOutcome::ChairDecides) => standing.open += 1,
            _ => {}
        }
    }
    standing
}
