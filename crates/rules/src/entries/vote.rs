//! The share of votes that an award needs.

use phongtrao_value::Decimal;
use serde::Deserialize;

/// The share of votes that an award needs. Whose awards it governs says the scope.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// The percentage of agreeing votes that is asked.
    #[serde(deserialize_with = "super::number::decimal")]
    pub percent: Decimal,
    /// Whether the percentage must be exceeded (`quá nửa`), not only reached.
    #[serde(default)]
    pub above: bool,
    /// Of whom.
    pub of: VoteBase,
    /// Which body votes: `council`, `unit` (the whole unit meets).
    pub body: String,
}

/// Of whom a share of votes is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VoteBase {
    /// All members of the body, also those absent.
    TotalMembers,
    /// Those present.
    Present,
    /// Ballots handed out.
    IssuedBallots,
    /// Ballots that came back and are valid.
    ValidBallots,
}
