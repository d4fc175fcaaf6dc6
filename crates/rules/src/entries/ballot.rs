//! How a ballot is held.

use serde::Deserialize;

/// How a ballot is held. What the source leaves open is none.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    /// Whether a vote is needed at all.
    pub needed: Option<bool>,
    /// Which body votes: `council`, `unit` (the whole unit meets).
    pub body: Option<String>,
    /// Whether members who are absent are asked in writing.
    pub written: Option<bool>,
    /// Whether an absent member sends a substitute who may vote.
    pub substitutes: Option<bool>,
    /// Whether invited guests may vote.
    pub guests: Option<bool>,
    /// Whether the ballot is secret.
    pub secret: Option<bool>,
    /// The greatest number of ballots on one award.
    pub most_ballots: Option<u32>,
    /// Who decides between equal shares of votes when there are fewer places: `chair`.
    pub tie: Option<String>,
}
