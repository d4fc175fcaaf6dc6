//! The rows of a register, a file for each field of facts. Every row keeps where it was read ([`Place`]), so that a reason can name it.
//!
//! Ids are texts; those of people and units (and households) share one space, so that `subject` names any of them.

mod honour;
mod learning;
mod organisation;
mod proposal;
pub(crate) mod row;
mod settings;
mod signed;
mod sitting;
mod work;

pub use honour::{Award, AwardStatus, Discipline, Initiative, InitiativeAuthor, MeetingResult, Pending, PendingKind, Rating, Ruling};
pub use learning::{Attendance, LearningResult, Score};
pub use organisation::{Household, Person, Post, PostKind, Status, Unit};
pub use proposal::Proposal;
pub use settings::{Organisation, PeopleOrder, Said, SchoolYear};
pub use signed::SignedRow;
pub use sitting::{Presence, Sitting};
pub use work::{Attestation, Duty, Record, Registration, Verification};

use row::{LookAt, Tables};

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
    /// Whom units propose.
    pub proposals: Vec<Proposal>,
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

/// Walks the tables in the order of their description: said once, for those who change rows and for those who only look.
macro_rules! walk {
    ($register:ident, $tables:ident $(, $change:tt)?) => {{
        $tables.table("units", &$($change)? $register.units);
        $tables.table("people", &$($change)? $register.people);
        $tables.table("households", &$($change)? $register.households);
        $tables.table("posts", &$($change)? $register.posts);
        $tables.table("statuses", &$($change)? $register.statuses);
        $tables.table("registrations", &$($change)? $register.registrations);
        $tables.table("records", &$($change)? $register.records);
        $tables.table("tasks", &$($change)? $register.tasks);
        $tables.table("reports", &$($change)? $register.reports);
        $tables.table("inspections", &$($change)? $register.inspections);
        $tables.table("attestations", &$($change)? $register.attestations);
        $tables.table("attendance", &$($change)? $register.attendance);
        $tables.table("results", &$($change)? $register.results);
        $tables.table("scores", &$($change)? $register.scores);
        $tables.table("ratings", &$($change)? $register.ratings);
        $tables.table("initiatives", &$($change)? $register.initiatives);
        $tables.table("authors", &$($change)? $register.authors);
        $tables.table("discipline", &$($change)? $register.discipline);
        $tables.table("pending", &$($change)? $register.pending);
        $tables.table("ledger", &$($change)? $register.ledger);
        $tables.table("proposals", &$($change)? $register.proposals);
        $tables.table("meetings", &$($change)? $register.meetings);
        $tables.table("rulings", &$($change)? $register.rulings);
        $tables.table("sittings", &$($change)? $register.sittings);
        $tables.table("signed", &$($change)? $register.signed);
        $tables.table("roll", &$($change)? $register.roll);
    }};
}

impl Register {
    /// The tables in the order of their description.
    pub(crate) fn tables(&mut self, tables: &mut impl Tables) {
        walk!(self, tables, mut);
    }

    /// The same, only to be looked at.
    pub(crate) fn look(&self, tables: &mut impl LookAt) {
        walk!(self, tables);
    }
}
