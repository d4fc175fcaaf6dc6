//! How bonus money is computed.

use phongtrao_value::Decimal;
use serde::Deserialize;

/// How bonus money is computed and which of several is paid.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// The product is rounded up to whole multiples of so many đồng.
    pub round_up_to: u64,
    /// The day whose base counts: `decision`.
    pub base_on: String,
    /// What is paid of several titles of the same time and period.
    pub same_period: SamePeriod,
    /// The multiple for households, of the rate for individuals.
    #[serde(default, deserialize_with = "super::number::optional")]
    pub household_times: Option<Decimal>,
}

/// What is paid of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SamePeriod {
    /// Only the highest.
    Highest,
    /// All of them.
    All,
}
