//! The lists of decisions, as they were signed.

use phongtrao_value::Date;

use super::Place;
use super::row::{Fields, Row};

/// Somebody in the list of a decision. Its number and day are the same in all its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignedRow {
    /// Where it was read.
    pub read_at: Place,
    /// Id of the round in the plan.
    pub round: String,
    /// The number in the list.
    pub place: u32,
    /// Id of the award in the plan.
    pub award: String,
    /// Who stands in the list.
    pub subject: String,
    /// The name as it was printed; none where nobody wrote it down.
    pub name: Option<String>,
    /// Post and unit as they were printed; none where there were none, or nobody wrote them down.
    pub post: Option<String>,
    /// The bonus in đồng; none where it is not known.
    pub amount: Option<u32>,
    /// The number of the decision; none while the clerk has given none.
    pub number: Option<u32>,
    /// The day of signing; none before it.
    pub on: Option<Date>,
}

impl Row for SignedRow {
    fn blank() -> SignedRow {
        SignedRow::default()
    }

    fn fields(&mut self, fields: &mut impl Fields) {
        fields.place(&mut self.read_at);
        fields.needed("round", &mut self.round);
        fields.needed("place", &mut self.place);
        fields.needed("award", &mut self.award);
        fields.needed("subject", &mut self.subject);
        fields.given("name", &mut self.name);
        fields.given("post", &mut self.post);
        fields.given("amount", &mut self.amount);
        fields.given("number", &mut self.number);
        fields.given("on", &mut self.on);
    }
}
