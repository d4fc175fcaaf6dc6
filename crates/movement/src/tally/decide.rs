//! All items together: what others rest on first, then places by the greatest share of votes, then lower titles.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_value::Share;

use super::order::order;
use super::places::{Candidate, give};
use super::vote::{Verdict, Voted, vote};
use super::{AwardRule, Because, Doubt, Doubted, Item, ItemResult, Ruling, Sheet, Strength, Tally, VoteOutcome, lowered};

/// An item with what is known of its vote.
#[derive(Debug, Clone)]
pub(crate) struct Case<'a> {
    pub(crate) item: &'a Item,
    pub(crate) award: &'a AwardRule,
    pub(crate) strength: Strength,
    /// What was counted, ballot by ballot, the first first.
    pub(crate) sheets: Vec<Sheet>,
    /// What was found beside the sheets.
    pub(crate) doubts: Vec<Doubt>,
}

/// The work in hand.
pub(super) struct Work<'a> {
    pub(super) awards: &'a [AwardRule],
    pub(super) cases: &'a [Case<'a>],
    /// Places of cases by the ids of their items.
    pub(super) by_item: BTreeMap<&'a str, usize>,
    /// Rulings that may be given.
    pub(super) rulings: Vec<&'a Ruling>,
    /// In the order of the cases; none while it is not decided.
    pub(super) results: Vec<Option<ItemResult>>,
    /// Votes for a lower title, by case.
    pub(super) lowered: BTreeMap<usize, Share>,
    pub(super) doubts: Vec<Doubted>,
}

/// Decides all cases, in their order. Rulings have been looked at: they are the chair's, and have a reason.
pub(crate) fn decide(awards: &[AwardRule], cases: &[Case<'_>], rulings: &[&Ruling]) -> Tally {
    let by_item = cases.iter().enumerate().map(|(at, case)| (case.item.id.as_str(), at)).collect();
    let results = vec![None; cases.len()];
    let mut work = Work { awards, cases, by_item, rulings: rulings.to_vec(), results, lowered: BTreeMap::new(), doubts: Vec::new() };
    let mut of_award: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, case) in cases.iter().enumerate() {
        of_award.entry(&case.award.award).or_default().push(at);
    }
    let names: Vec<&str> = awards.iter().map(|award| award.award.as_str()).filter(|award| of_award.contains_key(award)).collect();
    let (ordered, circle) = order(&names, &work.rests_on());
    for award in ordered {
        work.award(of_award.get(award).map(Vec::as_slice).unwrap_or_default());
    }
    for award in &circle {
        work.circle(of_award.get(award).map(Vec::as_slice).unwrap_or_default(), &circle);
    }
    lowered::give(&mut work);
    work.unused_rulings();
    work.cautions();
    Tally { results: work.results.into_iter().flatten().collect(), doubts: work.doubts }
}

/// What stands in the way of an item because of those that it requires.
enum Ground {
    /// Nothing.
    Firm,
    /// One of them fell.
    Fell(String),
    /// One of them is not decided.
    Open(String),
}

impl<'a> Work<'a> {
    /// Which awards rest on which.
    fn rests_on(&self) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
        let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for case in self.cases {
            for required in &case.item.requires {
                if let Some(other) = self.by_item.get(required.as_str()).and_then(|at| self.cases.get(*at)) {
                    found.entry(&case.award.award).or_default().insert(&other.award.award);
                }
            }
        }
        found
    }

    /// All items of an award: each by itself, then their places.
    fn award(&mut self, cases: &[usize]) {
        let mut candidates: BTreeMap<&'a str, Vec<Candidate<'a>>> = BTreeMap::new();
        for at in cases.iter().copied() {
            let Some(case) = self.cases.get(at) else { continue };
            let lower = case.award.lower.as_ref().and_then(|lower| self.awards.iter().find(|award| award.award == lower.award));
            let verdict = vote(case, lower);
            let ground = self.ground(case.item);
            let candidate = match (&verdict.voted, &ground) {
                (_, Ground::Fell(_)) => None,
                (Voted::Reached, Ground::Firm) => verdict.votes.map(Some),
                (Voted::Reached | Voted::Open, _) => Some(None),
                _ => None,
            };
            if let Some(votes) = candidate {
                candidates.entry(&case.item.within).or_default().push(Candidate { item: &case.item.id, votes });
            }
            if let (Voted::Lowered(votes), Ground::Firm | Ground::Open(_)) = (&verdict.voted, &ground) {
                self.lowered.insert(at, *votes);
            }
            self.settle(at, verdict, ground);
        }
        for (within, candidates) in candidates {
            self.places(cases, within, &candidates);
        }
    }

    /// What the items that an item requires leave of it.
    fn ground(&self, item: &Item) -> Ground {
        let mut open = None;
        for required in &item.requires {
            let result = self.by_item.get(required.as_str()).and_then(|at| self.results.get(*at)?.as_ref());
            match result.map(|result| &result.outcome) {
                Some(VoteOutcome::Passed) => {}
                Some(outcome) if outcome.has_fallen() => return Ground::Fell(required.clone()),
                _ => open = Some(required.clone()),
            }
        }
        open.map_or(Ground::Firm, Ground::Open)
    }

    /// An item by itself, as if there were places for all.
    fn settle(&mut self, at: usize, verdict: Verdict, ground: Ground) {
        let Some(case) = self.cases.get(at) else { return };
        self.doubts.extend(verdict.doubts.into_iter().map(|doubt| Doubted { item: case.item.id.clone(), doubt }));
        let (outcome, ground) = match (verdict.voted, ground) {
            (_, Ground::Fell(item)) => (VoteOutcome::NotPut, Some(Because::FellWith { item })),
            (Voted::NotPut, _) => (VoteOutcome::NotPut, None),
            (Voted::Missed, _) => (VoteOutcome::Failed, None),
            (_, Ground::Open(item)) => (VoteOutcome::Unknown, Some(Because::WaitsFor { item })),
            (Voted::Open, _) => (VoteOutcome::Unknown, None),
            (Voted::Reached, _) => (VoteOutcome::Passed, None),
            // Until the places of the lower title are given.
            (Voted::Lowered(_), _) => (VoteOutcome::Failed, None),
        };
        let left = case.award.rule.most_ballots.map(|most| most.saturating_sub(verdict.ballot.unwrap_or(0)));
        let mut because = verdict.because;
        because.extend(ground);
        let result = ItemResult {
            item: case.item.id.clone(),
            award: case.item.award.clone(),
            subject: case.item.subject.clone(),
            outcome,
            votes: verdict.votes,
            ballot: verdict.ballot,
            ballots_left: left,
            because,
            // Told at the end, by the reasons that decide.
            cautions: Vec::new(),
        };
        if let Some(place) = self.results.get_mut(at) {
            *place = Some(result);
        }
    }

    /// The places of one award in one group.
    fn places(&mut self, cases: &[usize], within: &str, candidates: &[Candidate<'a>]) {
        let Some(award) = cases.first().and_then(|at| self.cases.get(*at)).map(|case| case.award) else { return };
        let Some(places) = award.places.get(within) else { return };
        let (given, doubts) = give(*places, candidates, &award.rule.tie, &self.rulings);
        self.doubts.extend(doubts);
        for (item, (outcome, because)) in given {
            self.set(item, outcome, because);
        }
    }

    /// Changes what came of an item.
    pub(super) fn set(&mut self, item: &str, outcome: VoteOutcome, because: Option<Because>) {
        let result = self.by_item.get(item).and_then(|at| self.results.get_mut(*at)?.as_mut());
        if let Some(result) = result {
            result.outcome = outcome;
            result.because.extend(because);
        }
    }

    /// Items of awards that wait for each other.
    fn circle(&mut self, cases: &[usize], awards: &[&str]) {
        let awards = awards.join(", ");
        for at in cases.iter().copied() {
            let Some(case) = self.cases.get(at) else { continue };
            let item = case.item.requires.first().cloned().unwrap_or_default();
            let open = Verdict { voted: Voted::Open, votes: None, ballot: None, because: Vec::new(), doubts: Vec::new() };
            self.settle(at, open, Ground::Open(item));
            self.doubts.push(Doubted { item: case.item.id.clone(), doubt: Doubt::Circle { awards: awards.clone() } });
        }
    }

    /// What whoever rests on a result must be told: of the rules that its reasons name.
    fn cautions(&mut self) {
        for (case, result) in self.cases.iter().zip(&mut self.results) {
            let Some(result) = result else { continue };
            let of_reasons = result.because.iter().filter_map(Because::basis).flat_map(|basis| &basis.cautions);
            for caution in case.award.rule.cautions.iter().chain(of_reasons) {
                if !result.cautions.contains(caution) {
                    result.cautions.push(caution.clone());
                }
            }
        }
    }

    /// Rulings that decided nothing.
    fn unused_rulings(&mut self) {
        for ruling in std::mem::take(&mut self.rulings) {
            let result = self.by_item.get(ruling.item.as_str()).and_then(|at| self.results.get(*at)?.as_ref());
            let is_used = result.is_some_and(|result| result.because.iter().any(|because| matches!(because, Because::Ruled { .. })));
            let is_told =
                self.doubts.iter().any(|doubted| doubted.item == ruling.item && matches!(doubted.doubt, Doubt::TooManyChosen { .. }));
            if !is_used && !is_told {
                self.doubts.push(Doubted { item: ruling.item.clone(), doubt: Doubt::NothingToRule });
            }
        }
    }
}
