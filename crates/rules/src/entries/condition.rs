//! What bars, holds back or counts for awards in general.

use phongtrao_value::Decimal;
use serde::Deserialize;

use super::Fraction;
use crate::criteria::Rule;

/// What bars, holds back or counts for awards in general.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// What it does.
    pub effect: Effect,
    /// When it does so, where it can be said as a rule.
    #[serde(skip)]
    pub rule: Option<Rule>,
    /// Statuses of people (`maternity`, `training` …) that it is about.
    #[serde(default)]
    pub statuses: Vec<String>,
    /// Kinds of earlier awards (`thematic`, `sudden` …), as the ledger calls them, that it is about.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// A number of months that it turns on.
    pub months: Option<u32>,
    /// The number of months from which on it no longer holds.
    pub below_months: Option<u32>,
    /// A percentage that it turns on.
    #[serde(default, deserialize_with = "super::number::optional")]
    pub percent: Option<Decimal>,
    /// A part of the time that is let off.
    pub less: Option<Fraction>,
    /// By how much time counts.
    pub factor: Option<u32>,
}

impl Condition {
    /// Whether so many months are within those that it turns on: from `months` on, and fewer than `below_months`.
    pub fn turns_on(&self, months: u32) -> bool {
        self.months.is_none_or(|least| least <= months) && self.below_months.is_none_or(|end| months < end)
    }
}

/// What a condition does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Whoever falls under it is not considered.
    Bars,
    /// Whoever falls under it is not considered yet.
    HoldsBack,
    /// Time that counts as work.
    CountsAsWork,
    /// Time that does not count.
    NotCounted,
    /// Who judges, where somebody changed places.
    Judges,
    /// Who goes first among equals.
    Prefers,
    /// Less time is needed.
    Shortens,
    /// What was used for one award is not used for another.
    UsedOnce,
    /// A lower award need not be held.
    NotNeeded,
    /// From when the time for the next award counts.
    CountsFrom,
    /// Time that is asked over several years counts anew after discipline has ended.
    Restarts,
}
