//! Days and times within which something is done.

use phongtrao_value::When;
use serde::Deserialize;

/// A day, or a time within which something is done.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// What is done.
    pub what: String,
    /// Before this day of every year.
    #[serde(default, deserialize_with = "day")]
    pub before: Option<When>,
    /// On this day of every year at the latest.
    #[serde(default, deserialize_with = "day")]
    pub by: Option<When>,
    /// In so many days or months.
    pub within: Option<u32>,
    /// At least so many days or months ahead.
    pub ahead: Option<u32>,
    /// Days, working days or months.
    pub unit: Option<DurationUnit>,
    /// Of what: the event from which or to which it counts.
    pub of: Option<String>,
}

/// What a time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DurationUnit {
    /// Days of the calendar.
    Days,
    /// Working days.
    WorkingDays,
    /// Months.
    Months,
}

fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<When>, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map(Some).map_err(serde::de::Error::custom)
}
