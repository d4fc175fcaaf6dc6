//! What was done.

use phongtrao_value::{Date, Decimal};

use super::Place;

/// Whether somebody looked at the proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verification {
    /// Verified.
    Verified,
    /// Not yet looked at.
    Waiting,
    /// Looked at and refused.
    Refused,
}

/// Something that happened, with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Where it was read.
    pub place: Place,
    /// Stable id.
    pub id: String,
    /// Person or unit.
    pub subject: String,
    /// What kind; criteria name it.
    pub kind: String,
    /// When.
    pub on: Date,
    /// How much, where it has an amount; yes is 1, no is 0.
    pub amount: Option<Decimal>,
    /// Whether its proof was looked at.
    pub verification: Verification,
    /// In words.
    pub text: Option<String>,
    /// The proof.
    pub evidence: Option<String>,
}

/// A task, a report, or an inspection: something due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Where it was read.
    pub place: Place,
    /// Stable id.
    pub id: String,
    /// Person or unit.
    pub subject: String,
    /// What kind.
    pub kind: Option<String>,
    /// In words.
    pub text: Option<String>,
    /// By when.
    pub due: Date,
    /// When it was done or sent; none while it is not.
    pub done: Option<Date>,
    /// Whether its quality was accepted; none while nobody has said.
    pub accepted: Option<bool>,
}

/// A criterion attested by a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attestation {
    /// Where it was read.
    pub place: Place,
    /// Person or unit.
    pub subject: String,
    /// Id of the criterion.
    pub criterion: String,
    /// Whether it is met.
    pub met: bool,
    /// Who attested.
    pub by: String,
    /// When.
    pub on: Date,
}
