//! The rows of a register, a file for each field of facts. Every row keeps where it was read ([`Place`]), so that a reason can name it.
//!
//! Ids are texts; those of people and units (and households) share one space, so that `subject` names any of them.

mod honour;
mod learning;
mod organisation;
mod work;

pub use honour::{Award, AwardStatus, Discipline, Initiative, InitiativeAuthor, MeetingResult, Pending, PendingKind, Rating};
pub use learning::{Attendance, LearningResult, Score};
pub use organisation::{Person, Post, PostKind, Status, Unit};
pub use work::{Attestation, Duty, Record, Verification};

/// Where a row was read: the table, and its line in that file, from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file's name in the folder.
    pub file: String,
    /// The line.
    pub line: u32,
}

/// All facts of an organisation, as rows in the order of their files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Register {
    /// Units of all trees.
    pub units: Vec<Unit>,
    /// People.
    pub people: Vec<Person>,
    /// Posts of people in units.
    pub posts: Vec<Post>,
    /// Statuses of people.
    pub statuses: Vec<Status>,
    /// Records: what happened.
    pub records: Vec<Record>,
    /// Tasks.
    pub tasks: Vec<Duty>,
    /// Reports.
    pub reports: Vec<Duty>,
    /// Inspections.
    pub inspections: Vec<Duty>,
    /// Attestations of criteria by persons.
    pub attestations: Vec<Attestation>,
    /// Attendance at sessions and events.
    pub attendance: Vec<Attendance>,
    /// Marks of courses and contests.
    pub results: Vec<LearningResult>,
    /// Scores of indicators.
    pub scores: Vec<Score>,
    /// Ratings of a year.
    pub ratings: Vec<Rating>,
    /// Initiatives.
    pub initiatives: Vec<Initiative>,
    /// Their authors.
    pub authors: Vec<InitiativeAuthor>,
    /// Discipline.
    pub discipline: Vec<Discipline>,
    /// Pending complaints, denunciations, inspections.
    pub pending: Vec<Pending>,
    /// The ledger: all awards over the years.
    pub ledger: Vec<Award>,
    /// Results of meetings.
    pub meetings: Vec<MeetingResult>,
}
