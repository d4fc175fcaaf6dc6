//! The order of judging: an award after all that it builds on.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_rules::criteria::{Fact, Held, Members, Part, Quantity, Rule, Test};

use super::{QuotaBase, RoundInput};
use crate::texts;

/// Awards that can be judged at the same time: nothing in them builds on another of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum {
    /// Places of the awards in the round.
    pub awards: Vec<usize>,
    /// Whether something is counted up over the members of units (*fold*), which needs the strata before it for all members.
    pub folds: bool,
    /// Whether subjects are ranked for a quota (*rank*).
    pub ranks: bool,
}

/// The strata of a round in the order of judging, or the circle of awards that build on each other.
///
/// # Errors
///
/// A finding that names the awards of the circle.
pub fn strata(round: &RoundInput) -> Result<Vec<Stratum>, Box<Finding>> {
    let ids: BTreeMap<&str, usize> = round.awards.iter().enumerate().map(|(at, award)| (award.id.as_str(), at)).collect();
    let needs: Vec<Needs> = round.awards.iter().map(|award| Needs::of(award, &ids)).collect();
    let mut waiting: BTreeSet<usize> = (0..round.awards.len()).collect();
    let mut strata = Vec::new();
    while !waiting.is_empty() {
        let ready: Vec<usize> =
            waiting.iter().copied().filter(|at| needs.get(*at).is_none_or(|needs| needs.awards.is_disjoint(&waiting))).collect();
        if ready.is_empty() {
            return Err(Box::new(circle(round, &needs, &waiting)));
        }
        for at in &ready {
            waiting.remove(at);
        }
        let folds = ready.iter().any(|at| needs.get(*at).is_some_and(|needs| needs.folds));
        let ranks = ready.iter().any(|at| round.awards.get(*at).is_some_and(|award| !award.quotas.is_empty()));
        strata.push(Stratum { awards: ready, folds, ranks });
    }
    Ok(strata)
}

/// One circle among the awards that wait for each other.
fn circle(round: &RoundInput, needs: &[Needs], waiting: &BTreeSet<usize>) -> Finding {
    let mut path: Vec<usize> = Vec::new();
    let mut next = waiting.first().copied();
    while let Some(at) = next {
        if let Some(begun) = path.iter().position(|seen| *seen == at) {
            path.drain(..begun);
            path.push(at);
            break;
        }
        path.push(at);
        next = needs.get(at).and_then(|needs| needs.awards.intersection(waiting).next().copied());
    }
    let names: Vec<&str> = path.iter().filter_map(|at| round.awards.get(*at)).map(|award| award.id.as_str()).collect();
    Finding::new("judging-circle", Severity::Error, texts::circle_of_awards(names.join(" → "))).help(texts::circle_of_awards_help())
}

/// What an award builds on.
#[derive(Default)]
struct Needs {
    awards: BTreeSet<usize>,
    folds: bool,
}

impl Needs {
    fn of(award: &super::AwardInput, ids: &BTreeMap<&str, usize>) -> Needs {
        let mut needs = Needs::default();
        let mut names: Vec<&str> = award.requires.iter().map(String::as_str).collect();
        names.extend(award.quotas.iter().filter_map(|quota| match &quota.of {
            QuotaBase::Award(id) => Some(id.as_str()),
            _ => None,
        }));
        for group in &award.groups {
            walk(&group.rule, &mut names, &mut needs.folds);
        }
        for key in &award.rank_by {
            quantity(&key.of, &mut names, &mut needs.folds);
        }
        needs.awards = names.into_iter().filter_map(|name| ids.get(name).copied()).collect();
        needs
    }
}

fn walk<'a>(rule: &'a Rule, names: &mut Vec<&'a str>, folds: &mut bool) {
    match &rule.test {
        Test::All(of) | Test::Any(of) | Test::None(of) | Test::AtLeast { of, .. } => of.iter().for_each(|rule| walk(rule, names, folds)),
        Test::Amount { of, .. } => quantity(of, names, folds),
        Test::Fact(Fact::Title { award }) => names.push(award),
        Test::Fact(Fact::Held(held)) => earlier(held, names, folds),
        Test::Fact(_) => {}
    }
}

fn earlier<'a>(held: &'a Held, names: &mut Vec<&'a str>, folds: &mut bool) {
    if let Some(rule) = &held.each {
        walk(rule, names, folds);
    }
    if let Some(after) = &held.after {
        earlier(after, names, folds);
    }
}

fn quantity<'a>(of: &'a Quantity, names: &mut Vec<&'a str>, folds: &mut bool) {
    match of {
        Quantity::Members(members) | Quantity::Units(members) => {
            *folds = true;
            below(members, names, folds);
        }
        Quantity::Bands { of, .. } | Quantity::Ratio { of, .. } => quantity(of, names, folds),
        Quantity::If { rule, .. } => walk(rule, names, folds),
        Quantity::Total { of, bonus, penalty, .. } => {
            let parts: Vec<&Part> = of.iter().chain(bonus).chain(penalty).collect();
            parts.into_iter().for_each(|part| quantity(&part.of, names, folds));
        }
        Quantity::MeanOf(of) | Quantity::LeastOf(of) | Quantity::GreatestOf(of) | Quantity::Run { of, .. } => {
            of.iter().for_each(|of| quantity(of, names, folds));
        }
        _ => {}
    }
}

fn below<'a>(members: &'a Members, names: &mut Vec<&'a str>, folds: &mut bool) {
    if let Some(rule) = &members.among {
        walk(rule, names, folds);
    }
    walk(&members.having, names, folds);
}
