//! The greatest amount, share or number of something.

use phongtrao_value::Decimal;
use serde::Deserialize;

/// The greatest amount or share that may be spent on something, or the greatest number of something.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ceiling {
    /// đồng.
    pub dong: Option<u64>,
    /// Percentage.
    #[serde(default, deserialize_with = "super::number::optional")]
    pub percent: Option<Decimal>,
    /// A number.
    pub number: Option<u64>,
    /// Of what or for what: `person-and-session`, `member-and-dossier`, `fund`, `year`.
    pub per: String,
}
