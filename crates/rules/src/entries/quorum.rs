//! How many must be present.

use serde::Deserialize;

use super::Fraction;

/// The least share of members that must be present.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quorum {
    /// The least share of all members.
    pub least: Fraction,
    /// What the meeting is about: `any`, `awards`.
    pub about: String,
}
