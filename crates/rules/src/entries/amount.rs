//! Bonus money of an honour.

use phongtrao_value::Decimal;
use serde::Deserialize;

/// Bonus money of an honour: a multiple of a base, or đồng. For whom says the subject of the entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// Id of the honour.
    pub honour: String,
    /// The multiple.
    #[serde(default, deserialize_with = "super::number::optional")]
    pub times: Option<Decimal>,
    /// Id of the base that it is a multiple of.
    pub base: Option<String>,
    /// đồng, where it is no multiple.
    pub dong: Option<u64>,
    /// Whether it is the greatest that may be given, not the amount itself.
    #[serde(default)]
    pub at_most: bool,
}
