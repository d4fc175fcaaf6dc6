//! Ratings, initiatives, discipline, the ledger, and what meetings decided.

use phongtrao_value::{Date, Decimal, YearKind};

use super::Place;

/// A rating of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// Where it was read.
    pub place: Place,
    /// Person or unit.
    pub subject: String,
    /// The year: 2026, or the one in which the school year begins.
    pub year: i16,
    /// What kind of year.
    pub year_kind: YearKind,
    /// The scale of a pack: `civil-servant`, `public-employee`, `study`, `conduct` …
    pub scale: String,
    /// The level on that scale.
    pub level: String,
    /// The decision that says so.
    pub decision: Option<String>,
    /// Its date.
    pub decided_on: Option<Date>,
}

/// A solution that was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Initiative {
    /// Where it was read.
    pub place: Place,
    /// Stable id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The level that recognised it: `base`, `ministry`, `nation`; none while it is not recognised.
    pub level: Option<String>,
    /// The decision.
    pub decision: Option<String>,
    /// When it was recognised.
    pub recognised_on: Option<Date>,
}

/// An author's share of an initiative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InitiativeAuthor {
    /// Where it was read.
    pub place: Place,
    /// Id of the initiative.
    pub initiative: String,
    /// Who.
    pub person: String,
    /// Percentage.
    pub share: Option<Decimal>,
}

/// A disciplinary decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discipline {
    /// Where it was read.
    pub place: Place,
    /// Person or unit.
    pub subject: String,
    /// The level, of the scale `discipline` of a pack.
    pub level: String,
    /// Whether it is tied to public duty; none where it is not said.
    pub duty: Option<bool>,
    /// When it was decided.
    pub on: Date,
    /// Until when it stands.
    pub until: Option<Date>,
    /// The decision.
    pub decision: Option<String>,
}

/// What is pending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PendingKind {
    /// Discipline being considered.
    Discipline,
    /// An inspection or audit.
    Inspection,
    /// A complaint.
    Complaint,
    /// A denunciation.
    Denunciation,
    /// A criminal investigation.
    Investigation,
}

/// A case that holds an award back until it is closed. For all but the desk's head and the chair it reads as waiting for the competent body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// Where it was read.
    pub place: Place,
    /// Person or unit.
    pub subject: String,
    /// What.
    pub kind: PendingKind,
    /// From when.
    pub from: Date,
    /// Until when; none while it is open.
    pub to: Option<Date>,
}

/// Whether an award stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AwardStatus {
    /// In force.
    InForce,
    /// Cancelled or revoked.
    Revoked,
}

/// An entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Award {
    /// Where it was read.
    pub place: Place,
    /// Stable id.
    pub id: String,
    /// Person, unit or household.
    pub subject: String,
    /// Id of the honour in the packs.
    pub honour: String,
    /// The decision's number.
    pub decision: Option<String>,
    /// Its date.
    pub decided_on: Option<Date>,
    /// Who decided.
    pub authority: Option<String>,
    /// First day of the achievement.
    pub from: Option<Date>,
    /// Last day of the achievement.
    pub to: Option<Date>,
    /// The year of the achievement, where the decision states one: the calendar year, or the one in which the school year begins.
    pub year: Option<i16>,
    /// What kind of year.
    pub year_kind: Option<YearKind>,
    /// `merit`, `thematic`, `sudden`, `service` … (loại hình).
    pub kind: Option<String>,
    /// The initiative that it rested on.
    pub initiative: Option<String>,
    /// Whether it stands.
    pub status: AwardStatus,
}

/// What a meeting decided on a nominee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingResult {
    /// Where it was read.
    pub place: Place,
    /// Id of the meeting.
    pub meeting: String,
    /// Which body: `unit`, `council`.
    pub body: String,
    /// When.
    pub on: Date,
    /// Id of the award in the plan.
    pub award: String,
    /// The nominee.
    pub subject: String,
    /// Members that the body has.
    pub members: u32,
    /// Those present.
    pub present: Option<u32>,
    /// Ballots for.
    pub agreed: Option<u32>,
    /// Ballots against.
    pub against: Option<u32>,
    /// Ballots that are invalid.
    pub invalid: Option<u32>,
}
