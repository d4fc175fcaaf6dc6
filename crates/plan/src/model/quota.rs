//! How many get an award, and who comes first.

use phongtrao_rules::criteria::Quantity;
use phongtrao_value::Decimal;

use super::{QuotaBase, QuotaGroup, Rounding};

/// How many get an award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quota {
    /// In the text's words: a person counts.
    Words(String),
    /// No more than this number.
    Number(u32),
    /// By a rule.
    Rule(QuotaRule),
}

/// `quota = { percent = 15, of = "eligible", per = "unit", rounding = "down", least = 1 }`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuotaRule {
    /// No more than this percentage of the set that is measured against.
    pub percent: Option<Decimal>,
    /// The set that is measured against; `eligible` where nothing is said.
    pub of: Option<QuotaBase>,
    /// Where it is the number of those of one subject: its id.
    pub of_subject: Option<String>,
    /// Where it is the number of those who meet another award of the same round: its id.
    pub of_award: Option<String>,
    /// Within which group the set is counted and the award is given out; the organisation where nothing is said.
    pub per: Option<QuotaGroup>,
    /// What becomes of a fraction; down where nothing is said.
    pub rounding: Option<Rounding>,
    /// At least so many in each group, where the percentage gives fewer.
    pub least: Option<u32>,
    /// Never more than so many in each group.
    pub most: Option<u32>,
    /// The text's words.
    pub words: Option<String>,
}

/// What nominees are ranked by, from the greatest value to the least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RankKey {
    /// The value that a criterion measures: its id.
    Criterion(String),
    /// A number of the language of criteria.
    Quantity(Quantity),
}
