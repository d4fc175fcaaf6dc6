//! Learning: attendance, marks, scores.

use phongtrao_value::{Date, Decimal, YearKind};

use super::Place;
use super::row::{Fields, Row};

/// Somebody who should be at a session or event, and whether they were.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Score {
    /// Where it was read.
    pub place: Place,
    /// Person, household or unit.
    pub subject: String,
    /// Id of the indicator.
    pub indicator: String,
    /// The year: 2026, or the one in which the school year begins.
    pub year: i16,
    /// What kind of year; none where the row leaves it to the round.
    pub year_kind: Option<YearKind>,
    /// By the subject itself.
    pub own: Option<Decimal>,
    /// By whoever appraises.
    pub appraised: Option<Decimal>,
    /// By another unit.
    pub cross: Option<Decimal>,
}

impl Row for Attendance {
    fn blank() -> Attendance {
        Attendance::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("event", &mut self.event);
        fields.given("kind", &mut self.kind);
        fields.needed("person", &mut self.person);
        fields.needed("on", &mut self.on);
        fields.given("present", &mut self.present);
        fields.given("excused", &mut self.excused);
    }
}

impl Row for LearningResult {
    fn blank() -> LearningResult {
        LearningResult::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("of", &mut self.of);
        fields.needed("subject", &mut self.subject);
        fields.needed("on", &mut self.on);
        fields.given("mark", &mut self.mark);
        fields.given("passed", &mut self.passed);
        fields.given("expires", &mut self.expires);
    }
}

impl Row for Score {
    fn blank() -> Score {
        Score::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("subject", &mut self.subject);
        fields.needed("indicator", &mut self.indicator);
        fields.needed("year", &mut self.year);
        fields.given("year_kind", &mut self.year_kind);
        fields.given("own", &mut self.own);
        fields.given("appraised", &mut self.appraised);
        fields.given("cross", &mut self.cross);
    }
}
