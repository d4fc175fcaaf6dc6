//! Whom units propose: one more condition of everybody, where units hand in lists for an award.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_register::rows::Proposal;
use phongtrao_value::Date;

use super::judge::Seat;
use crate::facts::{Ground, Missing};
use crate::reasons::Reason;
use crate::{Verdict, texts};

/// What units handed in for an award, by the day of judging.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proposals {
    /// Of whom rows are there: met where one counts, not met where all came too late.
    of: BTreeMap<String, Reason>,
    /// Units that handed in a list, for this award or another of the round.
    units: BTreeSet<String>,
    /// Whether lists may still come.
    pub is_open: bool,
}

impl Proposals {
    /// Proposals of units that handed in lists.
    pub fn of_units(units: BTreeSet<String>, is_open: bool) -> Proposals {
        Proposals { of: BTreeMap::new(), units, is_open }
    }

    /// Takes a row of a round that closes on a day: what came later counts where it is written down who let it in and why.
    pub fn put(&mut self, row: &Proposal, closes: Date) {
        let let_in = row.allowed_by.as_ref().zip(row.reason.as_ref());
        let verdict = Verdict::of(row.on <= closes || let_in.is_some());
        let words = match let_in {
            _ if row.on <= closes => texts::fact_proposed(row.on),
            Some((by, reason)) => texts::fact_proposed_let_in(row.on, closes, by, reason),
            None => texts::fact_proposed_late(row.on, closes),
        };
        let reason = self.of.entry(row.subject.clone()).or_insert_with(|| asked(Verdict::NotMet));
        reason.verdict = reason.verdict.max(Some(verdict));
        reason.grounds.push(Ground { place: row.place, words, audience: Default::default() });
    }

    /// Whether a row says anything of somebody.
    pub fn names(&self, subject: &str) -> bool {
        self.of.contains_key(subject)
    }

    /// Whether a unit handed in a list.
    pub fn is_of(&self, unit: &str) -> bool {
        self.units.contains(unit)
    }

    /// The subjects of whom the rows say something else; none where the rows concern everybody.
    pub(super) fn differing<'p>(&'p self, other: &'p Proposals) -> Option<impl Iterator<Item = &'p String>> {
        let is_same = self.units == other.units && self.is_open == other.is_open;
        let subjects = self.of.keys().chain(other.of.keys());
        is_same.then(|| subjects.filter(|subject| self.of.get(*subject) != other.of.get(*subject)))
    }

    /// Of whom no row says anything: not proposed where a unit of theirs handed in a list, or no list can come any more.
    fn unsaid(&self, units: &[String]) -> Reason {
        let is_handed_in = units.iter().any(|unit| self.units.contains(unit));
        if !is_handed_in && self.is_open {
            let mut reason = asked(Verdict::Unknown);
            reason.missing.push(Missing::new(texts::missing_proposals()));
            return reason;
        }
        let mut reason = asked(Verdict::NotMet);
        reason.parts.push(Reason::new(if is_handed_in { texts::not_in_proposals() } else { texts::no_proposals() }));
        reason
    }
}

fn asked(verdict: Verdict) -> Reason {
    Reason { verdict: Some(verdict), ..Reason::new(texts::ask_proposed()) }
}

impl Seat<'_> {
    /// Whether a subject is proposed, where units hand in lists for an award.
    pub(super) fn proposed(&self, proposals: &Proposals, subject: &str) -> Reason {
        proposals.of.get(subject).cloned().unwrap_or_else(|| proposals.unsaid(&self.facts.units_of(subject)))
    }
}
