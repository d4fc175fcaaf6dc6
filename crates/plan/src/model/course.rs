//! The course of the movement: phases, ways and their steps, learning, milestones, tasks, reports.

use phongtrao_value::{Recurrence, When};

use super::{Origin, StepKind, WayPurpose};

/// `[[phase]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phase {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// From when.
    pub from: Option<When>,
    /// To when.
    pub to: Option<When>,
}

/// `[[way]]`: the way of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Way {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// What it is for: the key `for`.
    pub purpose: Option<WayPurpose>,
    /// The way of a pack that it builds on.
    pub base: Option<String>,
}

/// `[[step]]`: a step of a way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    /// Where it comes from.
    pub origin: Origin,
    /// Id of the way.
    pub way: String,
    /// Stable id.
    pub id: String,
    /// Who takes it.
    pub by: Option<String>,
    /// What is done.
    pub kind: Option<StepKind>,
    /// Its words.
    pub label: Option<String>,
    /// Ids of the criteria that it looks at.
    pub criteria: Vec<String>,
    /// Working days.
    pub within: Option<i64>,
    /// Id of the step that it goes back to.
    pub returns_to: Option<String>,
}

/// `[[stage]]`: a stage of a pathway.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stage {
    /// Where it comes from.
    pub origin: Origin,
    /// Id of the way.
    pub way: String,
    /// Stable id.
    pub id: String,
    /// Its words.
    pub label: Option<String>,
    /// Its conditions.
    pub conditions: Vec<String>,
    /// Within what time, in the text's words.
    pub within: Option<String>,
}

/// `[[course]]`, `[[contest]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Learning {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// Its name.
    pub label: Option<String>,
    /// Ids of the criteria that it counts for.
    pub counts_for: Vec<String>,
    /// When.
    pub due: Option<When>,
}

/// `[[milestone]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Milestone {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// What happens.
    pub label: String,
    /// When.
    pub due: Option<When>,
    /// How often it comes back, where the text says so without a date (`hằng năm`); a date says it itself.
    pub recurs: Option<Recurrence>,
    /// The text's words for the date.
    pub words: Option<String>,
}

/// `[[task]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Task {
    /// Where it comes from.
    pub origin: Origin,
    /// Who has it.
    pub unit: Option<String>,
    /// Its words.
    pub text: String,
    /// By when.
    pub due: Option<When>,
    /// How often it comes back, where the text says so without a date (`hằng năm`); a date says it itself.
    pub recurs: Option<Recurrence>,
    /// The text's words for the date.
    pub words: Option<String>,
}

/// `[[report]]`: a duty to report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Where it comes from.
    pub origin: Origin,
    /// Who reports.
    pub who: Option<String>,
    /// To whom.
    pub to: Option<String>,
    /// What.
    pub what: String,
    /// By when.
    pub due: Option<When>,
    /// How often it comes back, where the text says so without a date (`hằng năm`); a date says it itself.
    pub recurs: Option<Recurrence>,
    /// The text's words for the date.
    pub words: Option<String>,
    /// Whether it is asked on demand.
    pub on_demand: bool,
}
