//! Bonus money of an honour.

use phongtrao_value::Decimal;
use serde::Deserialize;

/// Bonus money of an honour, as a multiple of a base. For whom says the subject of the entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// Id of the honour.
    pub honour: String,
    /// The multiple.
    #[serde(deserialize_with = "super::number::decimal")]
    pub times: Decimal,
    /// Id of the base.
    pub base: String,
    /// Whether it is the greatest that may be given, not the amount itself.
    #[serde(default)]
    pub at_most: bool,
}
