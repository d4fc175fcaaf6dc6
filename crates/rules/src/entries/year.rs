//! Kinds of year.

use phongtrao_value::YearKind;
use serde::Deserialize;

/// A kind of year.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Year {
    /// Which kind.
    #[serde(deserialize_with = "kind")]
    pub year_kind: YearKind,
    /// Its first day, as `--12-01`.
    pub starts: String,
    /// Its last day.
    pub ends: String,
    /// Whether it begins in the calendar year before the one that it is named after.
    #[serde(default)]
    pub starts_year_before: bool,
}

fn kind<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<YearKind, D::Error> {
    let word = String::deserialize(deserializer)?;
    YearKind::from_word(&word).ok_or_else(|| serde::de::Error::custom(format!("not a kind of year: {word}")))
}
