//! What is to be reached by a day.

use phongtrao_value::{Date, Decimal};
use serde::Deserialize;

/// What is to be reached by a day: a share of a set, or a number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// What is counted.
    pub numerator: String,
    /// The set that it is measured against; none where a number is to be reached.
    pub denominator: Option<String>,
    /// The percentage to be reached.
    #[serde(default, deserialize_with = "super::number::optional")]
    pub percent: Option<Decimal>,
    /// The number to be reached.
    pub number: Option<u64>,
    /// The last day.
    pub by: Date,
}
