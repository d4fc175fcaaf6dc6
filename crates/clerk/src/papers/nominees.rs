//! The table of nominees that the council has before it: a row each, with the last years.

use phongtrao_movement::tally::BodyKind;
use phongtrao_press::meeting::Votes;
use phongtrao_press::papers::nominee_table::{Decision, Entry, Group, Initiative, NomineeTable, OfYear};
use phongtrao_press::sheet::Letterhead;
use phongtrao_value::{Date, figures};

use super::words::WORDS;
use super::{Desk, Made};
use crate::Case;
use crate::order::list_kind;
use crate::round::Item;

/// How many years back the table looks.
pub(super) const YEARS: i16 = 5; // no figure of law: what councils are used to see

pub(super) fn of_council(desk: &Desk<'_, '_>) -> Made {
    (!desk.put_forward.is_empty()).then(|| table(desk)).into()
}

fn table(desk: &Desk<'_, '_>) -> Item {
    let organisation = desk.facts.organisation;
    let council = &organisation.council;
    Item::new(
        NomineeTable {
            letterhead: Letterhead { superior: Some(organisation.name.clone()), issuer: council.name.clone() },
            place: organisation.place.clone(),
            date: None,
            occasion: desk.occasion(),
            meeting: WORDS.before_council.fill(&[("council", &council.name)]),
            groups: groups(desk, &desk.put_forward),
            notes: desk.cautions(),
            prepared_by: council.secretary.clone(),
            signature: organisation.head_or_deputy(),
        },
        None,
    )
}

fn groups(desk: &Desk<'_, '_>, cases: &[&Case]) -> Vec<Group> {
    let mut groups: Vec<(&str, Group)> = Vec::new();
    for case in cases {
        let of = list_kind(case.kind);
        match groups.last_mut().filter(|(award, group)| *award == case.award && group.of == of) {
            Some((_, group)) => group.nominees.push(entry(desk, case)),
            None => {
                let nominees = vec![entry(desk, case)];
                groups.push((&case.award, Group { award: desk.facts.award_title(&case.award), of, nominees }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn entry(desk: &Desk<'_, '_>, case: &Case) -> Entry {
    let facts = desk.facts;
    let subject = facts.index.subject(&case.subject);
    let person = subject.and_then(|subject| facts.index.person(subject));
    let first = facts.as_of().year() - YEARS;
    let nominee = desk.nominee(case);
    let ratings = subject.into_iter().flat_map(|subject| facts.index.ratings(subject)).filter(|rating| rating.year > first);
    let honours = subject.into_iter().flat_map(|subject| facts.index.ledger(subject));
    Entry {
        name: nominee.name,
        born: person.and_then(|person| person.born).map(Date::year),
        post: nominee.post,
        ratings: ratings
            .map(|rating| OfYear {
                year: rating.year.to_string(),
                what: desk.level(&rating.scale, &rating.level),
                decision: decision(rating.decision.as_deref(), rating.decided_on),
            })
            .collect(),
        honours: honours
            .filter_map(|award| Some((award.year.or_else(|| award.decided_on.map(Date::year))?, award)))
            .filter(|(year, _)| *year > first)
            .map(|(year, award)| OfYear {
                year: year.to_string(),
                what: desk.honour(&award.honour),
                decision: decision(award.decision.as_deref(), award.decided_on),
            })
            .collect(),
        initiatives: initiatives(desk, case),
        votes: unit_votes(case),
        opinion: WORDS.no_opinion.clone(),
    }
}

fn initiatives(desk: &Desk<'_, '_>, case: &Case) -> Vec<Initiative> {
    let Some(subject) = desk.facts.index.subject(&case.subject) else { return Vec::new() };
    let written = desk.facts.index.authors(subject).filter_map(|author| Some((author, desk.facts.index.initiative(&author.initiative)?)));
    written
        .map(|(author, initiative)| Initiative {
            title: match author.share {
                Some(share) => format!("{} ({}%)", initiative.title, figures::decimal(share)),
                None => initiative.title.clone(),
            },
            decision: decision(initiative.decision.as_deref(), initiative.recognised_on),
        })
        .collect()
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
    Some(Decision { number: number?.to_owned(), date: date? })
}
