//! The submission letter of a unit.

use std::sync::LazyLock;

use phongtrao_plan::Plan;
use phongtrao_press::Phrase;
use phongtrao_press::papers::submission_letter::SubmissionLetter;
use phongtrao_value::printed_date;
use serde::Deserialize;

use super::{Desk, Proposer};
use crate::Case;
use crate::round::Item;

/// Words that clerk puts into papers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    letter: String,
    as_above: String,
    plan_dated: Phrase,
    plan_undated: Phrase,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests of the round read them.
    toml::from_str(include_str!("../../words/submission.toml")).expect("the words of submission letters")
});

pub(super) fn of_unit(desk: &Desk<'_, '_>, proposer: &Proposer<'_>) -> Item {
    let organisation = desk.facts.organisation;
    let words = &*WORDS;
    let proposed: Vec<&Case> = proposer.cases.iter().copied().filter(|case| !case.fell_in_unit()).collect();
    let recipients = vec![words.as_above.clone(), organisation.desk.name.clone()];
    Item::new(
        SubmissionLetter {
            frame: desk.unit_frame(proposer, &words.letter, recipients),
            addressees: vec![format!("{} {}", organisation.council.name, organisation.name)],
            occasion: desk.occasion(),
            bases: desk.bases(),
            opinions: Vec::new(),
            groups: desk.groups(&proposed),
        },
        None,
    )
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
