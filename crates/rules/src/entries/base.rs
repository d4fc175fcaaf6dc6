//! Amounts of money that others are multiples of.

use serde::Deserialize;

/// An amount of money that others are multiples of.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Base {
    /// đồng.
    pub dong: u64,
}
