//! Titles that a round itself gives, where the packs ask for titles of the judged year.
//!
//! A collective is judged beside its members: the titles that they get in the same round are of the judged year like those of decisions that were signed, although no
//! ledger has them yet. So each of both is enough.

use std::collections::BTreeMap;

use phongtrao_plan::Award;
use phongtrao_rules::criteria::{Fact, Held, Members, Quantity, Rule, Test};

use super::input::plain;

/// The awards of a round by the honours that they give.
#[derive(Default)]
pub(super) struct SameRound<'a> {
    of_honour: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> SameRound<'a> {
    pub(super) fn of(awards: &[&'a Award]) -> SameRound<'a> {
        let mut of_honour: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for award in awards {
            if let Some(honour) = award.honour.as_deref() {
                of_honour.entry(honour).or_default().push(&award.id);
            }
        }
        SameRound { of_honour }
    }

    /// A rule of the packs for an award, with the titles of the round beside those of the ledger. Where the rule wants that somebody does not have a title, or
    /// that not more than so many do, the ledger alone counts: what is only being judged bars nobody.
    pub(super) fn beside(&self, rule: Rule, award: &str) -> Rule {
        let each = |of: Vec<Rule>| of.into_iter().map(|rule| self.beside(rule, award)).collect();
        let test = match rule.test {
            Test::All(of) => Test::All(each(of)),
            Test::Any(of) => Test::Any(each(of)),
            Test::AtLeast { least, of } => Test::AtLeast { least, of: each(of) },
            Test::Amount { of: Quantity::Members(members), min: Some(min), max: None } => {
                Test::Amount { of: Quantity::Members(self.of_members(members, award)), min: Some(min), max: None }
            }
            Test::Amount { of: Quantity::Units(members), min: Some(min), max: None } => {
                Test::Amount { of: Quantity::Units(self.of_members(members, award)), min: Some(min), max: None }
            }
            Test::Fact(Fact::Held(held)) => self.held(held, award),
            other => other,
        };
        Rule { test, ..rule }
    }

    fn of_members(&self, members: Members, award: &str) -> Members {
        Members { having: Box::new(self.beside(*members.having, award)), ..members }
    }

    fn held(&self, held: Held, award: &str) -> Test {
        let titles = if is_of_judged_year(&held) { self.titles(&held, award) } else { Vec::new() };
        let earlier = Test::Fact(Fact::Held(held));
        if titles.is_empty() { earlier } else { Test::Any(std::iter::once(plain(earlier)).chain(titles).collect()) }
    }

    fn titles(&self, held: &Held, award: &str) -> Vec<Rule> {
        let given = held.of.iter().filter_map(|honour| self.of_honour.get(honour.as_str())).flatten();
        given.filter(|other| **other != award).map(|other| plain(Test::Fact(Fact::Title { award: (*other).to_owned() }))).collect()
    }
}

/// Whether one award of the judged year is all that is asked.
fn is_of_judged_year(held: &Held) -> bool {
    held.within_years == Some(1) && held.times <= 1 && held.after.is_none() && held.each.is_none()
}
