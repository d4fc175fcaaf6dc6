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
    /// Whether a member whose own case it is counts among those of whom the share is taken; where nobody says it, they do.
    pub recused: Option<RecusedBase>,
    /// What counts for a lower title: votes for it alone, or those for the higher title too.
    pub lowered: Option<LoweredCount>,
    /// Who decides between equal shares of votes when there are fewer places: `chair`.
    pub tie: Option<String>,
}

/// Whether a member who does not vote in an own case counts in the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecusedBase {
    /// The share is taken of all, also of them.
    InBase,
    /// The share is taken of the others.
    OutOfBase,
}

/// What counts as a vote for a lower title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LoweredCount {
    /// Only votes for the lower title.
    Alone,
    /// Votes for the higher title too: who agrees to more agrees to less.
    WithHigher,
}
