//! The way of a file.

use serde::Deserialize;

use super::Fraction;

/// The way of a file: its steps in order.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Way {
    /// What it is the way of: `dossier`, `recognition`, `pathway`, `revocation`.
    #[serde(rename = "for")]
    pub of: String,
    /// The papers that the file holds.
    #[serde(default)]
    pub papers: Vec<String>,
    /// Its steps.
    pub steps: Vec<WayStep>,
}

/// A step of a way.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WayStep {
    /// Its id within the way.
    pub id: String,
    /// Who takes it.
    pub by: String,
    /// `draft`, `check`, `post`, `vote`, `sign`, `forward`, `notice`, `pay`, `keep`.
    pub kind: String,
    /// In how many working days, where it is said.
    pub working_days: Option<u32>,
    /// The least share of all members that agrees, where the step is a vote and it is said.
    pub least: Option<Fraction>,
    /// What happens, in words.
    pub words: String,
    /// The step to which it may go back.
    pub returns_to: Option<String>,
}
