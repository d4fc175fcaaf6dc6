//! The minutes of a unit's review meetings, where the unit wrote down that it met.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_movement::tally::BodyKind;
use phongtrao_press::papers::unit_minutes::{OfAward, UnitMinutes, Voted};
use phongtrao_press::sheet::Record;
use phongtrao_register::rows::{MeetingResult, Sitting};
use phongtrao_value::printed_date;
use phongtrao_value::text::with_small_first;

use super::nominees::votes;
use super::sittings::{self, Office};
use super::words::WORDS;
use super::{Made, Material, Proposer};
use crate::round::{Item, slug};
use crate::{Case, texts};

/// Minutes of each meeting of the unit that voted on somebody; those whose votes can't be counted are found, not made.
pub(super) fn of_unit(material: &Material<'_, '_>, proposer: &Proposer<'_>) -> Made {
    let held = held(material, proposer);
    let mut made = Made::default();
    for meeting in &held {
        match &meeting.results {
            None => made.findings.push(uncounted(proposer, meeting.sitting)),
            Some(results) => made.items.extend(minutes(material, proposer, meeting, results).map(|item| match held.len() {
                1 => item,
                _ => of_several(item, meeting.sitting),
            })),
        }
    }
    made
}

/// Whether minutes can be made.
pub(super) fn has_minutes(material: &Material<'_, '_>, proposer: &Proposer<'_>) -> bool {
    held(material, proposer).iter().any(|meeting| meeting.results.is_some() && meeting.counted.present.is_some())
}

/// A meeting of the unit.
struct Held<'d> {
    sitting: &'d Sitting,
    counted: &'d MeetingResult,
    /// What came of each on whom it voted, award by award; none where the votes on one of them can't be counted.
    results: Option<Vec<OfAward>>,
}

/// The meetings that voted on those whom the unit puts forward, by their days. Units that are small may have met together.
fn held<'d>(material: &Material<'d, '_>, proposer: &Proposer<'d>) -> Vec<Held<'d>> {
    let meetings: BTreeSet<&str> = proposer.cases.iter().flat_map(|case| meetings_on(case)).collect();
    let of = |meeting: &str| {
        let (sitting, counted) = (material.sittings.sitting(meeting)?, material.sittings.counted(meeting)?);
        Some(Held { sitting, counted, results: results(material, proposer, meeting) })
    };
    let mut held: Vec<Held<'_>> = meetings.into_iter().filter_map(of).collect();
    held.sort_by_key(|held| (held.sitting.on, &held.sitting.meeting));
    held
}

/// The meetings of the unit on a case, in the order of their days.
pub(super) fn meetings_on(case: &Case) -> impl Iterator<Item = &str> {
    let layers = case.votes.iter().flat_map(|votes| &votes.layers).filter(|layer| layer.body == BodyKind::Unit);
    layers.flat_map(|layer| &layer.meetings).map(|(meeting, _)| meeting.as_str())
}

fn uncounted(proposer: &Proposer<'_>, sitting: &Sitting) -> Finding {
    let message = texts::minutes_uncounted(proposer.name, sitting.meeting.as_str());
    Finding::new("clerk-minutes-uncounted", Severity::Warning, message).help(texts::minutes_uncounted_help())
}

fn of_several(item: Item, sitting: &Sitting) -> Item {
    let title = format!("{}, {}", item.title, printed_date::short(sitting.on));
    Item { file: slug(&format!("{} {} {}", item.file, sitting.on, sitting.meeting)), title, ..item }
}

fn minutes(material: &Material<'_, '_>, proposer: &Proposer<'_>, held: &Held<'_>, results: &[OfAward]) -> Option<Item> {
    let organisation = material.facts.organisation;
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
        occasion: material.voted_on(proposer.cases.iter().copied()),
        meeting: sittings::meeting(held.sitting, &office),
        presence: sittings::presence(material, held.sitting, held.counted)?,
        content: vec![content(material, proposer)],
        opinions: held.sitting.opinions.iter().cloned().collect(),
        ballots: sittings::ballots(held.counted),
        results: results.to_vec(),
        conclusions: vec![WORDS.unit_concluded.fill(&[("unit", proposer.name)])],
    };
    Some(Item::new(minutes, None))
}

/// What was dealt with: the plan is named, unless the occasion has named it.
fn content(material: &Material<'_, '_>, proposer: &Proposer<'_>) -> String {
    let occasion = material.asked_for(proposer.cases.iter().copied());
    let identity = &material.facts.plan.identity;
    let title = identity.title.as_deref().map(with_small_first).filter(|title| !occasion.contains(title.as_str()));
    let abbreviation = identity.kind.as_deref().unwrap_or_default();
    let kind = material.facts.packs.kind(abbreviation).map_or(abbreviation, |kind| kind.name.as_str());
    match title {
        Some(title) => WORDS.whole_unit.fill(&[("occasion", &occasion), ("kind", kind), ("title", &title)]),
        None => WORDS.whole_unit_alone.fill(&[("occasion", &occasion)]),
    }
}

/// What came of each on whom a meeting voted, award by award.
fn results(material: &Material<'_, '_>, proposer: &Proposer<'_>, meeting: &str) -> Option<Vec<OfAward>> {
    let mut results: Vec<(&str, OfAward)> = Vec::new();
    for case in proposer.cases.iter().filter(|case| meetings_on(case).any(|own| own == meeting)) {
        let nominee = voted(material, case, meeting)?;
        match results.last_mut().filter(|(award, _)| *award == case.award) {
            Some((_, result)) => result.nominees.push(nominee),
            None => results.push((&case.award, OfAward { award: material.facts.award_title(&case.award), nominees: vec![nominee] })),
        }
    }
    Some(results.into_iter().map(|(_, result)| result).collect())
}

/// What a meeting came to on a case: where another one voted on it since, it did not pass here.
fn voted(material: &Material<'_, '_>, case: &Case, meeting: &str) -> Option<Voted> {
    let nominee = material.nominee(case);
    let is_last = meetings_on(case).last() == Some(meeting);
    let votes = if is_last { votes(case, BodyKind::Unit)? } else { material.votes_at(case, BodyKind::Unit, meeting)? };
    let note = if case.fell_in_unit() || !is_last { &WORDS.not_enough } else { &WORDS.put_forward };
    Some(Voted { name: nominee.name, post: nominee.post, votes, note: note.clone() })
}
