//! Learning: attendance, marks, scores.

use phongtrao_value::{Date, Decimal};

use super::Place;

/// Somebody who should be at a session or event, and whether they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// Where it was read.
    pub place: Place,
    /// The session or event.
    pub event: String,
    /// What kind of event.
    pub kind: Option<String>,
    /// Who.
    pub person: String,
    /// When.
    pub on: Date,
    /// Whether they were there; none while the roll is not written.
    pub present: Option<bool>,
    /// Why they were excused (leave, duty); who is excused was not due.
    pub excused: Option<String>,
}

/// The mark of a course or contest, or a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearningResult {
    /// Where it was read.
    pub place: Place,
    /// Id of the course or contest.
    pub of: String,
    /// Who: a person or a unit.
    pub subject: String,
    /// When.
    pub on: Date,
    /// The mark.
    pub mark: Option<Decimal>,
    /// Whether it was passed.
    pub passed: Option<bool>,
    /// Until when the certificate is good.
    pub expires: Option<Date>,
}

/// Scores of an indicator of a criteria set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Where it was read.
    pub place: Place,
    /// Person, household or unit.
    pub subject: String,
    /// Id of the indicator.
    pub indicator: String,
    /// The year: 2026, or the one in which the school year begins.
    pub year: i16,
    /// By the subject itself.
    pub own: Option<Decimal>,
    /// By whoever appraises.
    pub appraised: Option<Decimal>,
    /// By another unit.
    pub cross: Option<Decimal>,
}
