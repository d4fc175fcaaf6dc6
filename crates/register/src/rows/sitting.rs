//! Meetings as they were held: when, where, who presided, and who was there.

use phongtrao_value::{Date, Time};

use super::Place;
use super::row::{Fields, Row};

/// A meeting. What was voted on whom stands in the table of its results.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sitting {
    /// Where it was read.
    pub place: Place,
    /// Id of the meeting.
    pub meeting: String,
    /// Which body: `unit`, `council`.
    pub body: String,
    /// The unit that met.
    pub unit: Option<String>,
    /// When.
    pub on: Date,
    /// The hour at which it began.
    pub begins: Option<Time>,
    /// The hour at which it ended.
    pub ends: Option<Time>,
    /// Where.
    pub at: Option<String>,
    /// Who presided, as printed.
    pub chair: Option<String>,
    /// Who kept the minutes, as printed.
    pub secretary: Option<String>,
    /// Who counted the ballots, as printed, the head first, a semicolon between them.
    pub counters: Option<String>,
    /// Since when the list that was before the meeting was public.
    pub posted: Option<Date>,
    /// Until when it was.
    pub posted_to: Option<Date>,
    /// How many opinions, complaints and denunciations came of it; none where nobody wrote it down.
    pub posting_opinions: Option<u32>,
    /// What was found of them, without names of whoever sent them.
    pub posting_result: Option<String>,
    /// What was said, in a few sentences.
    pub opinions: Option<String>,
}

/// A member of the body at a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Presence {
    /// Where it was read.
    pub place: Place,
    /// Id of the meeting.
    pub meeting: String,
    /// The member.
    pub person: String,
    /// Whether the member was there; none while the roll is not written.
    pub present: Option<bool>,
    /// Why the member was not.
    pub reason: Option<String>,
    /// Whether an absent member gave an opinion in writing.
    pub in_writing: Option<bool>,
}

impl Row for Sitting {
    fn blank() -> Sitting {
        Sitting::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("meeting", &mut self.meeting);
        fields.needed("body", &mut self.body);
        fields.given("unit", &mut self.unit);
        fields.needed("on", &mut self.on);
        fields.given("begins", &mut self.begins);
        fields.given("ends", &mut self.ends);
        fields.given("at", &mut self.at);
        fields.given("chair", &mut self.chair);
        fields.given("secretary", &mut self.secretary);
        fields.given("counters", &mut self.counters);
        fields.given("posted", &mut self.posted);
        fields.given("posted_to", &mut self.posted_to);
        fields.given("posting_opinions", &mut self.posting_opinions);
        fields.given("posting_result", &mut self.posting_result);
        fields.given("opinions", &mut self.opinions);
    }
}

impl Row for Presence {
    fn blank() -> Presence {
        Presence::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("meeting", &mut self.meeting);
        fields.needed("person", &mut self.person);
        fields.given("present", &mut self.present);
        fields.given("reason", &mut self.reason);
        fields.given("in_writing", &mut self.in_writing);
    }
}
