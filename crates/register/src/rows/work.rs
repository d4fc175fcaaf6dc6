//! What was done.

use phongtrao_value::{Date, Decimal, YearKind};

use super::Place;
use super::row::{Fields, Row, choice};

/// Whether somebody looked at the proof.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Verification {
    /// Verified.
    Verified,
    /// Not yet looked at.
    #[default]
    Waiting,
    /// Looked at and refused.
    Refused,
}

/// Something that happened, with its proof.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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

/// What a person or unit sets out to reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// Where it was read.
    pub place: Place,
    /// Person, unit or household.
    pub subject: String,
    /// Id of the award or target in the plan, or of the honour in the packs.
    pub of: String,
    /// The year: 2026, or the one in which the school year begins.
    pub year: i16,
    /// What kind of year.
    pub year_kind: YearKind,
    /// How much, where it has an amount.
    pub amount: Option<Decimal>,
    /// When it was registered.
    pub on: Option<Date>,
    /// In words.
    pub text: Option<String>,
}

choice!(Verification { Verified = "verified", Waiting = "waiting", Refused = "refused" });

impl Row for Record {
    fn blank() -> Record {
        Record::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("id", &mut self.id);
        fields.needed("subject", &mut self.subject);
        fields.needed("kind", &mut self.kind);
        fields.needed("on", &mut self.on);
        fields.given("amount", &mut self.amount);
        fields.needed("verification", &mut self.verification);
        fields.given("text", &mut self.text);
        fields.given("evidence", &mut self.evidence);
    }
}

impl Row for Duty {
    fn blank() -> Duty {
        Duty::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("id", &mut self.id);
        fields.needed("subject", &mut self.subject);
        fields.given("kind", &mut self.kind);
        fields.given("text", &mut self.text);
        fields.needed("due", &mut self.due);
        fields.given("done", &mut self.done);
        fields.given("accepted", &mut self.accepted);
    }
}

impl Row for Attestation {
    fn blank() -> Attestation {
        Attestation::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("subject", &mut self.subject);
        fields.needed("criterion", &mut self.criterion);
        fields.needed("met", &mut self.met);
        fields.needed("by", &mut self.by);
        fields.needed("on", &mut self.on);
    }
}

impl Row for Registration {
    fn blank() -> Registration {
        Registration {
            place: Place::default(),
            subject: String::new(),
            of: String::new(),
            year: 0,
            // Every file that is read says the kind, or `data.toml` does.
            year_kind: YearKind::Calendar,
            amount: None,
            on: None,
            text: None,
        }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("subject", &mut self.subject);
        fields.needed("of", &mut self.of);
        fields.needed("year", &mut self.year);
        fields.year_kind("year_kind", &mut self.year_kind);
        fields.given("amount", &mut self.amount);
        fields.given("on", &mut self.on);
        fields.given("text", &mut self.text);
    }
}
