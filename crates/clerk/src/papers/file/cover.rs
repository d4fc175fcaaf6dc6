//! The note with which the desk puts the draft of the decision before the head.

use std::collections::BTreeSet;

use phongtrao_movement::tally::BodyKind;
use phongtrao_press::frame::Signature;
use phongtrao_press::papers::cover_note::{Count, CoverNote};
use phongtrao_press::sheet::Letterhead;
use phongtrao_register::rows::Sitting;
use phongtrao_value::{Date, figures, printed_date};

use super::super::{Made, Material, sittings};
use super::super::{decision, money};
use super::words::FILE;
use crate::round::Item;
use crate::{Case, Standing};

/// None while nobody stands in the draft of the decision.
pub(in crate::papers) fn before_head(material: &Material<'_, '_>) -> Made {
    (!material.chosen.is_empty()).then(|| Item::new(note(material), None)).into()
}

fn note(material: &Material<'_, '_>) -> CoverNote {
    let organisation = material.facts.organisation;
    let occasion = material.occasion();
    let capacity = organisation.head.capacity.last().map(String::as_str).unwrap_or_default();
    let to = decision::of_organisation(capacity, &organisation.name);
    let put_forward: Vec<&Case> =
        material.put_forward.iter().copied().filter(|case| decision::is_of(material.facts, &case.award)).collect();
    // Who won a contest was put forward by nobody.
    let is_listed =
        |case: &&Case| decision::is_of(material.facts, &case.award) && (material.is_chosen(case) || material.is_put_forward(case));
    let listed: Vec<&Case> = material.in_order.iter().copied().filter(is_listed).collect();
    let units = put_forward.iter().filter_map(|case| material.facts.unit_of(&case.subject)).map(|unit| material.facts.index.id(unit));
    let units = figures::two_places(units.collect::<BTreeSet<&str>>().len() as u64);
    let met = material.council_days(&put_forward);
    CoverNote {
        letterhead: Letterhead { superior: Some(organisation.name.clone()), issuer: organisation.desk.name.clone() },
        place: organisation.place.clone(),
        date: None,
        about: FILE.sign_decision.fill(&[("occasion", &occasion)]),
        bases: material
            .bases_of_decision(&material.chosen)
            .iter()
            .map(|basis| basis.strip_prefix(FILE.basis_begins.as_str()).unwrap_or(basis).to_owned())
            .collect(),
        summary: summary(material, &occasion, &units, put_forward.len()),
        counts: counts(&listed, material),
        opinions: council(material, &met).into_iter().chain(postings(material, &put_forward)).collect(),
        proposal: vec![FILE.asks_to_sign.fill(&[("to", &to), ("occasion", &occasion)])],
        enclosed: enclosed(&units, !met.is_empty()),
        prepared_by: Signature { capacity: vec![FILE.prepared_by.clone()], name: None },
        desk: head_of_desk(material),
        head: organisation.head.clone(),
        to,
    }
}

fn summary(material: &Material<'_, '_>, occasion: &str, units: &str, cases: usize) -> Vec<String> {
    let (cases, chosen) = (figures::two_places(cases as u64), figures::two_places(material.chosen.len() as u64));
    let summary = FILE.summary.fill(&[("units", units), ("cases", &cases), ("occasion", occasion), ("chosen", &chosen)]);
    let cautions: Vec<String> = material.cautions().into_iter().chain(money::doubts(material)).collect();
    let caution = (!cautions.is_empty()).then(|| FILE.caution.fill(&[("caution", &cautions.join("; "))]));
    [summary].into_iter().chain(caution).collect()
}

/// Award by award, those who were put forward and those who are chosen, in the order of lists.
fn counts(listed: &[&Case], material: &Material<'_, '_>) -> Vec<Count> {
    let mut counts: Vec<(&str, Count)> = Vec::new();
    for case in listed {
        let (forward, chosen) = (u32::from(material.is_put_forward(case)), u32::from(case.standing == Standing::Chosen));
        match counts.iter_mut().find(|(award, _)| *award == case.award) {
            Some((_, count)) => {
                count.put_forward += forward;
                count.proposed += chosen;
            }
            None => {
                counts
                    .push((&case.award, Count { award: material.facts.award_title(&case.award), put_forward: forward, proposed: chosen }));
            }
        }
    }
    counts.into_iter().map(|(_, count)| count).collect()
}

/// None where it did not meet.
fn council(material: &Material<'_, '_>, days: &BTreeSet<Date>) -> Option<String> {
    let council = material.facts.organisation.council.name.as_str();
    let said: Vec<String> = days.iter().map(|day| FILE.day.fill(&[("date", &printed_date::short(*day))])).collect();
    (!said.is_empty()).then(|| FILE.council_met.fill(&[("council", council), ("days", &said.join(", "))]))
}

/// What came of the posting of the list before each of its meetings.
fn postings(material: &Material<'_, '_>, put_forward: &[&Case]) -> Vec<String> {
    let layers = put_forward.iter().filter_map(|case| case.votes.as_ref()).flat_map(|votes| &votes.layers);
    let meetings = layers.filter(|layer| layer.body == BodyKind::Council).flat_map(|layer| &layer.meetings);
    let meetings: BTreeSet<&str> = meetings.map(|(meeting, _)| meeting.as_str()).collect();
    let mut held: Vec<&Sitting> = meetings.into_iter().filter_map(|meeting| material.sittings.sitting(meeting)).collect();
    held.sort_by_key(|sitting| sitting.on);
    held.into_iter().filter_map(sittings::posting).map(|posting| FILE.posting.fill(&[("posting", &posting)])).collect()
}

fn enclosed(units: &str, has_met: bool) -> Vec<String> {
    let minutes = has_met.then(|| FILE.enclosed_minutes.clone());
    let files = FILE.enclosed_files.fill(&[("units", units)]);
    [Some(FILE.enclosed_draft.clone()), minutes, Some(FILE.enclosed_table.clone()), Some(files)].into_iter().flatten().collect()
}

/// The head of the desk signs here in an office of their own, not for the head of the organisation.
fn head_of_desk(material: &Material<'_, '_>) -> Signature {
    let organisation = material.facts.organisation;
    let by_order = organisation.by_order.as_ref();
    let capacity = by_order.and_then(|by_order| by_order.capacity.last()).filter(|_| organisation.desk.head.is_none());
    let name = by_order.and_then(|by_order| by_order.name.clone());
    Signature { capacity: vec![capacity.cloned().unwrap_or_else(|| material.head_of_desk())], name }
}
