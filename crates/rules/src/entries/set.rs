//! Sets of criteria: points with limits, or levels that are met or not.

use phongtrao_value::Decimal;
use serde::Deserialize;

/// A set of criteria.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriteriaSet {
    /// Id of the honour that it gives.
    pub honour: String,
    /// Points or levels.
    pub method: Method,
    /// The level that it gives, where the honour has levels.
    pub level: Option<u32>,
    /// Its indicators, where they are known.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// The greatest total.
    #[serde(default, deserialize_with = "super::number::optional")]
    pub total_most: Option<Decimal>,
    /// The least total that is enough.
    #[serde(default, deserialize_with = "super::number::optional")]
    pub total_least: Option<Decimal>,
    /// The least of each indicator that is enough.
    #[serde(default, deserialize_with = "super::number::optional")]
    pub each_least: Option<Decimal>,
    /// The least percentage of members who are learning citizens.
    #[serde(default, deserialize_with = "super::number::optional")]
    pub members_least: Option<Decimal>,
    /// The least percentage of learners who are learning citizens.
    #[serde(default, deserialize_with = "super::number::optional")]
    pub learners_least: Option<Decimal>,
    /// Versions for several subjects: the same limits, other words.
    #[serde(default)]
    pub versions: Vec<String>,
    /// For how many years it is valid.
    pub valid_years: Option<u32>,
    /// What must have been reached before, and how long before.
    pub after: Option<After>,
}

/// How a set is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Points are added.
    Points,
    /// Each criterion is met or not.
    Pass,
}

/// What must have been reached before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    /// Id of the set.
    pub set: String,
    /// At least so many years before.
    pub years: u32,
}

/// An indicator of a set.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// The group that it stands in.
    pub group: Option<String>,
    /// The greatest number of points.
    #[serde(deserialize_with = "super::number::decimal")]
    pub most: Decimal,
}
