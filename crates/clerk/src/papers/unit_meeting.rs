//! The minutes of a unit's review meeting, where the unit wrote down that it met.

use std::collections::BTreeSet;

use phongtrao_movement::tally::BodyKind;
use phongtrao_press::papers::unit_minutes::{Result as AwardResult, UnitMinutes, Voted};
use phongtrao_press::sheet::Record;
use phongtrao_register::rows::Sitting;

use super::nominees::votes;
use super::sittings::{self, Office};
use super::words::WORDS;
use super::{Desk, Made, Proposer};
use crate::Case;
use crate::round::Item;

pub(super) fn of_unit(desk: &Desk<'_, '_>, proposer: &Proposer<'_>) -> Made {
    minutes(desk, proposer).into()
}

fn minutes(desk: &Desk<'_, '_>, proposer: &Proposer<'_>) -> Option<Item> {
    let sitting = sitting(desk, proposer)?;
    let results = results(desk, proposer);
    let counted = desk.sittings.counted(&sitting.meeting)?;
    let organisation = desk.facts.organisation;
    let occasion = desk.occasion();
    let title = desk.facts.plan.identity.title.clone().unwrap_or_default();
    let office = Office { place: proposer.name, chair: &proposer.office.head, secretary: proposer.office.secretary.as_ref() };
    let minutes = UnitMinutes {
        record: Record {
            superior: Some(organisation.name.clone()),
            issuer: proposer.name.to_owned(),
            symbol: format!("{}-{}", WORDS.minutes, proposer.office.symbol),
            number: None,
            recipients: vec![format!("{} {}", organisation.council.name, organisation.name)],
            desk: proposer.office.symbol.clone(),
        },
        occasion: occasion.clone(),
        meeting: sittings::meeting(sitting, &office),
        presence: sittings::presence(desk, sitting, counted)?,
        content: vec![WORDS.whole_unit.fill(&[("occasion", &occasion), ("title", &title)])],
        opinions: sitting.opinions.iter().cloned().collect(),
        ballots: sittings::ballots(counted),
        results,
        conclusions: vec![WORDS.unit_concluded.fill(&[("unit", proposer.name)])],
    };
    Some(Item::new(minutes, None))
}

/// The last meeting that voted on those whom the unit puts forward. Units that are small may have met together.
fn sitting<'d>(desk: &Desk<'d, '_>, proposer: &Proposer<'_>) -> Option<&'d Sitting> {
    let layers = proposer.cases.iter().flat_map(|case| &case.votes).flat_map(|votes| &votes.layers);
    let held = layers.filter(|layer| layer.body == BodyKind::Unit).flat_map(|layer| &layer.meetings);
    let held: BTreeSet<&str> = held.map(|(meeting, _)| meeting.as_str()).collect();
    let sittings = held.into_iter().filter_map(|meeting| desk.sittings.sitting(meeting));
    sittings.max_by_key(|sitting| sitting.on)
}

/// What came of each on whom the unit voted, award by award.
fn results(desk: &Desk<'_, '_>, proposer: &Proposer<'_>) -> Vec<AwardResult> {
    let mut results: Vec<(&str, AwardResult)> = Vec::new();
    for case in &proposer.cases {
        let Some(nominee) = voted(desk, case) else { continue };
        match results.last_mut().filter(|(award, _)| *award == case.award) {
            Some((_, result)) => result.nominees.push(nominee),
            None => results.push((&case.award, AwardResult { award: desk.facts.award_title(&case.award), nominees: vec![nominee] })),
        }
    }
    results.into_iter().map(|(_, result)| result).collect()
}

fn voted(desk: &Desk<'_, '_>, case: &Case) -> Option<Voted> {
    let nominee = desk.nominee(case);
    let note = if case.fell_in_unit() { &WORDS.not_enough } else { &WORDS.put_forward };
    Some(Voted { name: nominee.name, post: nominee.post, votes: votes(case, BodyKind::Unit)?, note: note.clone() })
}
