//! How long a list is posted before the council meets.

use serde::Deserialize;

/// How long a list is posted before something.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Posting {
    /// The least number of working days.
    pub working_days: u32,
    /// Before what: `council-meeting`, `decision`.
    pub before: String,
    /// Where: `website`, `portal`.
    pub place: Option<String>,
    /// What is not posted: honours and types of commendation.
    #[serde(default)]
    pub not_for: Vec<String>,
}
