//! How many may get it.

use phongtrao_value::Decimal;
use serde::Deserialize;

/// How many of a set may get it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// The set that is counted.
    pub numerator: String,
    /// The set that it is measured against.
    pub denominator: String,
    /// The greatest percentage.
    #[serde(deserialize_with = "super::number::decimal")]
    pub percent: Decimal,
    /// How a part of a place is rounded; none where the source does not say it.
    pub rounding: Option<Rounding>,
    /// The number that is always allowed.
    pub minimum: Option<u32>,
    /// Within what the percentage is taken: `unit`, `unit-and-group`.
    pub within: Option<String>,
}

/// How a part of a place is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// To the next lower whole number.
    Down,
    /// To the nearest, a half upward.
    Nearest,
    /// To the next higher whole number.
    Up,
}
