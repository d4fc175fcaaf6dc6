//! The submission letter of a unit.

use std::collections::BTreeSet;

use phongtrao_press::lists::AwardGroup;
use phongtrao_press::papers::submission_letter::SubmissionLetter;
use phongtrao_value::text::{folded, with_small_first};
use phongtrao_value::{Date, printed_date};

use super::nominees::unit_votes;
use super::unit_meeting::meetings_on;
use super::words::WORDS;
use super::{Desk, Made, Proposer};
use crate::round::Item;
use crate::{Case, Facts};

/// None where everybody fell in the unit's own vote.
pub(super) fn of_unit(desk: &Desk<'_, '_>, proposer: &Proposer<'_>) -> Made {
    let organisation = desk.facts.organisation;
    let recipients = vec![WORDS.as_above.clone(), organisation.desk.name.clone()];
    let cases = proposer.put_forward();
    let groups = with_votes(desk.groups(&cases), &cases);
    (!groups.is_empty())
        .then(|| {
            Item::new(
                SubmissionLetter {
                    frame: desk.unit_frame(proposer, &WORDS.letter, recipients),
                    addressees: vec![format!("{} {}", organisation.council.name, organisation.name)],
                    occasion: desk.occasion(),
                    bases: desk.bases(),
                    opinions: Vec::new(),
                    met: days(desk, &cases),
                    voted_on_all: cases.iter().all(|case| unit_votes(case).is_some()),
                    groups,
                },
                None,
            )
        })
        .into()
}

/// The votes of the unit as the remark of each.
fn with_votes(mut groups: Vec<AwardGroup>, cases: &[&Case]) -> Vec<AwardGroup> {
    let nominees = groups.iter_mut().flat_map(|group| &mut group.nominees);
    for (nominee, votes) in nominees.zip(cases.iter().map(|case| unit_votes(case))) {
        if let Some(votes) = votes {
            nominee.note = WORDS.votes_agreed.fill(&[("votes", &votes.said())]);
        }
    }
    groups
}

/// The days on which the unit met and voted on them.
fn days(desk: &Desk<'_, '_>, cases: &[&Case]) -> Vec<Date> {
    let meetings = cases.iter().flat_map(|case| meetings_on(case)).filter_map(|meeting| desk.sittings.counted(meeting));
    meetings.map(|row| row.on).collect::<BTreeSet<Date>>().into_iter().collect()
}

/// The plan as a document that others rest on, its issuer as the organisation writes its own name.
pub(super) fn plan_as_basis(facts: &Facts<'_>) -> Option<String> {
    let identity = &facts.plan.identity;
    let title = with_small_first(identity.title.as_deref()?);
    let number = identity.number.as_deref().unwrap_or_default();
    let issuer = identity.issuers.first().map(String::as_str).unwrap_or_default();
    let own = &facts.organisation.name;
    // A letterhead in two lines is read as one name: the body above stands before the own one.
    let issuer = if folded(issuer).ends_with(&folded(own)) { own.as_str() } else { issuer };
    let abbreviation = identity.kind.as_deref().unwrap_or_default();
    let kind = facts.packs.kind(abbreviation).map_or(abbreviation, |kind| kind.name.as_str());
    let given = [("kind", kind), ("title", title.as_str()), ("number", number), ("issuer", issuer)];
    Some(match identity.issued_on.map(printed_date::long) {
        Some(date) => WORDS.plan_dated.fill(&[given.as_slice(), &[("date", &date)]].concat()),
        None => WORDS.plan_undated.fill(&given),
    })
}
