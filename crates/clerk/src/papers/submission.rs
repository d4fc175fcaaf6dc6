//! The submission letter of a unit.

use phongtrao_plan::Plan;
use phongtrao_press::papers::submission_letter::SubmissionLetter;
use phongtrao_value::printed_date;

use super::words::WORDS;
use super::{Desk, Proposer};
use crate::round::Item;

/// None where everybody fell in the unit's own vote.
pub(super) fn of_unit(desk: &Desk<'_, '_>, proposer: &Proposer<'_>) -> Option<Item> {
    let organisation = desk.facts.organisation;
    let recipients = vec![WORDS.as_above.clone(), organisation.desk.name.clone()];
    let groups = desk.groups(&proposer.put_forward());
    (!groups.is_empty()).then(|| {
        Item::new(
            SubmissionLetter {
                frame: desk.unit_frame(proposer, &WORDS.letter, recipients),
                addressees: vec![format!("{} {}", organisation.council.name, organisation.name)],
                occasion: desk.occasion(),
                bases: desk.bases(),
                opinions: Vec::new(),
                groups,
            },
            None,
        )
    })
}

/// The plan as a document that others rest on.
pub(super) fn plan_as_basis(plan: &Plan) -> Option<String> {
    let identity = &plan.identity;
    let title = identity.title.as_deref()?;
    let number = identity.number.as_deref().unwrap_or_default();
    let issuer = identity.issuers.first().map(String::as_str).unwrap_or_default();
    let given = [("title", title), ("number", number), ("issuer", issuer)];
    Some(match identity.issued_on {
        Some(date) => WORDS.plan_dated.fill(&[given[0], given[1], given[2], ("date", &printed_date::long(date))]),
        None => WORDS.plan_undated.fill(&given),
    })
}
