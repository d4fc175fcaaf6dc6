//! Ratings, initiatives, discipline, the ledger, and what meetings decided.

use phongtrao_value::{Date, Decimal, YearKind};

use super::Place;
use super::row::{Fields, Row, choice};

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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum PendingKind {
    /// Discipline being considered.
    #[default]
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum AwardStatus {
    /// In force.
    #[default]
    InForce,
    /// Cancelled or revoked.
    Revoked,
    /// Revoked, and certificate and money were given back.
    Recovered,
}

/// An entry of the ledger.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// Whether it was given posthumously; none where it is not said.
    pub posthumous: Option<bool>,
    /// Who received it in the subject's place.
    pub receiver: Option<String>,
    /// Whether it stands.
    pub status: AwardStatus,
    /// The decision that revoked it.
    pub revoked_by: Option<String>,
}

/// What a meeting decided on a nominee.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// Ballots handed out, written opinions of absent members among them.
    pub issued: Option<u32>,
    /// Ballots that came back.
    pub returned: Option<u32>,
    /// Ballots for.
    pub agreed: Option<u32>,
    /// Ballots against.
    pub against: Option<u32>,
    /// Ballots that are invalid.
    pub invalid: Option<u32>,
    /// Ballots for the lower title.
    pub lowered: Option<u32>,
    /// Members whose own case it is, who get no ballot.
    pub recused: Option<u32>,
}

/// What the chair decided between equals at the last place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ruling {
    /// Where it was read.
    pub place: Place,
    /// Id of the award in the plan.
    pub award: String,
    /// Who was chosen.
    pub subject: String,
    /// The person who decided.
    pub by: String,
    /// When.
    pub on: Date,
    /// Why.
    pub reason: String,
}

choice!(PendingKind {
    Discipline = "discipline",
    Inspection = "inspection",
    Complaint = "complaint",
    Denunciation = "denunciation",
    Investigation = "investigation",
});
choice!(AwardStatus { InForce = "in-force", Revoked = "revoked", Recovered = "recovered" });

impl Row for Rating {
    fn blank() -> Rating {
        Rating {
            place: Place::default(),
            subject: String::new(),
            year: 0,
            // Every file that is read says the kind, or `data.toml` does.
            year_kind: YearKind::Calendar,
            scale: String::new(),
            level: String::new(),
            decision: None,
            decided_on: None,
        }
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("subject", &mut self.subject);
        fields.needed("year", &mut self.year);
        fields.year_kind("year_kind", &mut self.year_kind);
        fields.needed("scale", &mut self.scale);
        fields.needed("level", &mut self.level);
        fields.given("decision", &mut self.decision);
        fields.given("decided_on", &mut self.decided_on);
    }
}

impl Row for Initiative {
    fn blank() -> Initiative {
        Initiative::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("id", &mut self.id);
        fields.needed("title", &mut self.title);
        fields.given("level", &mut self.level);
        fields.given("decision", &mut self.decision);
        fields.given("recognised_on", &mut self.recognised_on);
    }
}

impl Row for InitiativeAuthor {
    fn blank() -> InitiativeAuthor {
        InitiativeAuthor::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("initiative", &mut self.initiative);
        fields.needed("person", &mut self.person);
        fields.given("share", &mut self.share);
    }
}

impl Row for Discipline {
    fn blank() -> Discipline {
        Discipline::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("subject", &mut self.subject);
        fields.needed("level", &mut self.level);
        fields.given("duty", &mut self.duty);
        fields.needed("on", &mut self.on);
        fields.given("until", &mut self.until);
        fields.given("decision", &mut self.decision);
    }
}

impl Row for Pending {
    fn blank() -> Pending {
        Pending::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("subject", &mut self.subject);
        fields.needed("kind", &mut self.kind);
        fields.needed("from", &mut self.from);
        fields.given("to", &mut self.to);
    }
}

impl Row for Award {
    fn blank() -> Award {
        Award::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("id", &mut self.id);
        fields.needed("subject", &mut self.subject);
        fields.needed("honour", &mut self.honour);
        fields.given("decision", &mut self.decision);
        fields.given("decided_on", &mut self.decided_on);
        fields.given("authority", &mut self.authority);
        fields.given("from", &mut self.from);
        fields.given("to", &mut self.to);
        fields.given("year", &mut self.year);
        fields.year_kind_of(self.year.is_some(), "year_kind", &mut self.year_kind);
        fields.given("kind", &mut self.kind);
        fields.given("initiative", &mut self.initiative);
        fields.given("posthumous", &mut self.posthumous);
        fields.given("receiver", &mut self.receiver);
        fields.needed("status", &mut self.status);
        fields.given("revoked_by", &mut self.revoked_by);
    }
}

impl Row for MeetingResult {
    fn blank() -> MeetingResult {
        MeetingResult::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("meeting", &mut self.meeting);
        fields.needed("body", &mut self.body);
        fields.needed("on", &mut self.on);
        fields.needed("award", &mut self.award);
        fields.needed("subject", &mut self.subject);
        fields.needed("members", &mut self.members);
        fields.given("present", &mut self.present);
        fields.given("issued", &mut self.issued);
        fields.given("returned", &mut self.returned);
        fields.given("agreed", &mut self.agreed);
        fields.given("against", &mut self.against);
        fields.given("invalid", &mut self.invalid);
        fields.given("lowered", &mut self.lowered);
        fields.given("recused", &mut self.recused);
    }
}

impl Row for Ruling {
    fn blank() -> Ruling {
        Ruling::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("award", &mut self.award);
        fields.needed("subject", &mut self.subject);
        fields.needed("by", &mut self.by);
        fields.needed("on", &mut self.on);
        fields.needed("reason", &mut self.reason);
    }
}
