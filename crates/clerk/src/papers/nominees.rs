//! The table of nominees that the council has before it: a row each, with the last years.

use phongtrao_movement::tally::BodyKind;
use phongtrao_press::meeting::Votes;
use phongtrao_press::papers::nominee_table::{Decision, Entry, Group, Initiative, NomineeTable, OfYear};
use phongtrao_press::sheet::Letterhead;
use phongtrao_value::{Date, figures};

use super::council::Agenda;
use super::past::{self, Past};
use super::words::WORDS;
use super::{Made, Material};
use crate::Case;
use crate::order::list_kind;
use crate::round::Item;

pub(super) fn of_council(material: &Material<'_, '_>) -> Made {
    (!material.put_forward.is_empty()).then(|| table(material)).into()
}

fn table(material: &Material<'_, '_>) -> Item {
    let organisation = material.facts.organisation;
    let council = &organisation.council;
    let agenda = Agenda::of(material);
    let is_voted = |case: &&Case| agenda.number(case).is_some();
    let (voted, not_voted): (Vec<&Case>, Vec<&Case>) = material.put_forward.iter().copied().partition(is_voted);
    // Where the council votes on nobody, nobody stands apart.
    let (voted, not_voted) = if voted.is_empty() { (not_voted, voted) } else { (voted, not_voted) };
    Item::new(
        NomineeTable {
            letterhead: Letterhead { superior: Some(organisation.name.clone()), issuer: council.name.clone() },
            place: organisation.place.clone(),
            date: None,
            occasion: material.asked_for(voted.iter().copied()),
            meeting: WORDS.before_council.fill(&[("council", &council.name)]),
            groups: groups(material, &voted),
            not_voted: groups(material, &not_voted),
            notes: Vec::new(),
            prepared_by: council.secretary.clone(),
            signature: organisation.head_or_deputy(),
        },
        None,
    )
}

fn groups(material: &Material<'_, '_>, cases: &[&Case]) -> Vec<Group> {
    let mut groups: Vec<(&str, Group)> = Vec::new();
    for case in cases {
        let of = list_kind(case.kind);
        match groups.last_mut().filter(|(award, group)| *award == case.award && group.of == of) {
            Some((_, group)) => group.nominees.push(entry(material, case)),
            None => {
                let nominees = vec![entry(material, case)];
                groups.push((&case.award, Group { award: material.facts.award_title(&case.award), of, nominees }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn entry(material: &Material<'_, '_>, case: &Case) -> Entry {
    let facts = material.facts;
    let person = facts.index.subject(&case.subject).and_then(|subject| facts.index.person(subject));
    let nominee = material.nominee(case);
    let past = Past::of(facts, &case.subject);
    let ratings = past.ratings.into_iter().map(|past::OfYear { year, given }| OfYear {
        year,
        what: material.level(&given.scale, &given.level),
        decision: decision(given.decision.as_deref(), given.decided_on),
    });
    let honours = past.honours.into_iter().map(|past::OfYear { year, given }| OfYear {
        year,
        what: material.honour(&given.honour),
        decision: decision(given.decision.as_deref(), given.decided_on),
    });
    let initiatives = past.initiatives.into_iter().map(|(author, initiative)| Initiative {
        title: match author.share {
            Some(share) => format!("{} ({}%)", initiative.title, figures::decimal(share)),
            None => initiative.title.clone(),
        },
        decision: decision(initiative.decision.as_deref(), initiative.recognised_on),
    });
    Entry {
        name: nominee.name,
        born: person.and_then(|person| person.born).map(Date::year),
        post: nominee.post,
        ratings: ratings.collect(),
        honours: honours.collect(),
        initiatives: initiatives.collect(),
        votes: unit_votes(case),
        opinion: WORDS.no_opinion.clone(),
    }
}

/// The votes of the unit on a case, where it has voted.
pub(super) fn unit_votes(case: &Case) -> Option<Votes> {
    votes(case, BodyKind::Unit)
}

/// The votes of a body on a case.
pub(super) fn votes(case: &Case, body: BodyKind) -> Option<Votes> {
    let layer = case.votes.as_ref()?.layers.iter().find(|layer| layer.body == body)?;
    let share = layer.result.votes?;
    Some(Votes { agreed: share.part(), of: share.whole() })
}

fn decision(number: Option<&str>, date: Option<Date>) -> Option<Decision> {
    Some(Decision { number: number?.to_owned(), date })
}
