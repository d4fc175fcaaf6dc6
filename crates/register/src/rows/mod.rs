//! The rows of a register, a file for each field of facts. Every row keeps where it was read ([`Place`]), so that a reason can name it.
//!
//! Ids are texts; those of people and units (and households) share one space, so that `subject` names any of them.

mod honour;
mod learning;
mod organisation;
pub(crate) mod row;
mod settings;
mod signed;
mod sitting;
mod work;

pub use honour::{Award, AwardStatus, Discipline, Initiative, InitiativeAuthor, MeetingResult, Pending, PendingKind, Rating, Ruling};
pub use learning::{Attendance, LearningResult, Score};
pub use organisation::{Household, Person, Post, PostKind, Status, Unit};
pub use settings::{Organisation, PeopleOrder, Said, SchoolYear};
pub use signed::SignedRow;
pub use sitting::{Presence, Sitting};
pub use work::{Attestation, Duty, Record, Registration, Verification};

use row::Tables;

/// Where a row was read: the table, and its line in that file, from 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file's name in the folder: one of those that the tables may have.
    pub file: &'static str,
    /// The line.
    pub line: u32,
}

/// All facts of an organisation, as rows in the order of their files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Register {
    /// What `data.toml` says of the organisation.
    pub organisation: Organisation,
    /// Units of all trees.
    pub units: Vec<Unit>,
    /// People.
    pub people: Vec<Person>,
    /// Households.
    pub households: Vec<Household>,
    /// Posts of people in units.
    pub posts: Vec<Post>,
    /// Statuses of people.
    pub statuses: Vec<Status>,
    /// What subjects set out to reach.
    pub registrations: Vec<Registration>,
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
    /// The chair's decisions between equals.
    pub rulings: Vec<Ruling>,
    /// Meetings as they were held.
    pub sittings: Vec<Sitting>,
    /// Who was there.
    pub roll: Vec<Presence>,
    /// The lists of decisions that were signed.
    pub signed: Vec<SignedRow>,
}

impl Register {
    /// The tables in the order of their description.
    pub(crate) fn tables(&mut self, tables: &mut impl Tables) {
        tables.table("units", &mut self.units);
        tables.table("people", &mut self.people);
        tables.table("households", &mut self.households);
        tables.table("posts", &mut self.posts);
        tables.table("statuses", &mut self.statuses);
        tables.table("registrations", &mut self.registrations);
        tables.table("records", &mut self.records);
        tables.table("tasks", &mut self.tasks);
        tables.table("reports", &mut self.reports);
        tables.table("inspections", &mut self.inspections);
        tables.table("attestations", &mut self.attestations);
        tables.table("attendance", &mut self.attendance);
        tables.table("results", &mut self.results);
        tables.table("scores", &mut self.scores);
        tables.table("ratings", &mut self.ratings);
        tables.table("initiatives", &mut self.initiatives);
        tables.table("authors", &mut self.authors);
        tables.table("discipline", &mut self.discipline);
        tables.table("pending", &mut self.pending);
        tables.table("ledger", &mut self.ledger);
        tables.table("meetings", &mut self.meetings);
        tables.table("rulings", &mut self.rulings);
        tables.table("sittings", &mut self.sittings);
        tables.table("signed", &mut self.signed);
        tables.table("roll", &mut self.roll);
    }
}
