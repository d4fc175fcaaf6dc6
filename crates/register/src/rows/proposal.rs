//! Whom units propose for the awards of a round.

use phongtrao_value::Date;

use super::Place;
use super::row::{Fields, Row};

/// Somebody whom a unit proposes for an award.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Where it was read.
    pub place: Place,
    /// Id of the award in the plan.
    pub award: String,
    /// Who is proposed.
    pub subject: String,
    /// The unit that proposes; none where it is that of the nominee.
    pub proposed_by: Option<String>,
    /// When the list was handed in.
    pub on: Date,
    /// The person who let it in after the round had closed.
    pub allowed_by: Option<String>,
    /// Why it was let in.
    pub reason: Option<String>,
}

impl Row for Proposal {
    fn blank() -> Proposal {
        Proposal::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.place);
        fields.needed("award", &mut self.award);
        fields.needed("subject", &mut self.subject);
        fields.given("proposed_by", &mut self.proposed_by);
        fields.needed("on", &mut self.on);
        fields.given("allowed_by", &mut self.allowed_by);
        fields.given("reason", &mut self.reason);
    }
}
