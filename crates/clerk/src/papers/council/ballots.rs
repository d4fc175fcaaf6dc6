//! The ballots of the council's meeting: one list, or a slip for each nominee, as the council votes.

use phongtrao_press::papers::ballot_list::{BallotList, Choice, Group};
use phongtrao_press::papers::ballot_single::{BallotSingle, Slip};
use phongtrao_press::sheet::Letterhead;
use phongtrao_rules::Kind;
use phongtrao_rules::entries::{AsBody, Ballot};
use phongtrao_value::printed_date;

use super::{Line, Material, Session};
use crate::Case;
use crate::organisation::BallotForm;
use crate::papers::words::WORDS;
use crate::round::Item;

pub(super) fn of(material: &Material<'_, '_>, session: &Session<'_>) -> Option<Item> {
    let organisation = material.facts.organisation;
    let letterhead = Letterhead { superior: Some(organisation.name.clone()), issuer: organisation.council.name.clone() };
    Some(match organisation.council.ballots {
        BallotForm::List => Item::new(list(material, session, letterhead), None),
        BallotForm::Single => Item::new(single(material, session, letterhead), None),
    })
}

fn list(material: &Material<'_, '_>, session: &Session<'_>, letterhead: Letterhead) -> BallotList {
    BallotList {
        letterhead,
        occasion: material.voted_on(session.cases()),
        meeting: WORDS.meeting_of.fill(&[("date", &printed_date::short(session.sitting.on))]),
        secret: session.lines.iter().any(|line| is_secret(material, line)),
        groups: session.lines_by_number().into_iter().map(|line| group(material, session, line)).collect(),
    }
}

fn group(material: &Material<'_, '_>, session: &Session<'_>, line: &Line<'_>) -> Group {
    let choice = |case: &&Case| {
        let nominee = material.nominee(case);
        Choice { number: session.number(case), name: nominee.name, post: nominee.post }
    };
    Group { award: line.name.clone(), lower: line.lower.clone(), nominees: line.cases.iter().map(choice).collect() }
}

fn single(material: &Material<'_, '_>, session: &Session<'_>, letterhead: Letterhead) -> BallotSingle {
    let slip = |line: &Line<'_>, case: &Case| {
        let nominee = material.nominee(case);
        Slip { number: session.number(case), name: nominee.name, post: nominee.post, award: line.name.clone(), lower: line.lower.clone() }
    };
    let lines = session.lines_by_number();
    let slips = lines.into_iter().flat_map(|line| line.cases.iter().map(|case| slip(line, case)).collect::<Vec<Slip>>());
    BallotSingle { letterhead, occasion: material.voted_on(session.cases()), slips: slips.collect() }
}

/// Secret unless the packs say that hands are raised.
fn is_secret(material: &Material<'_, '_>, line: &Line<'_>) -> bool {
    let facts = material.facts;
    let law = facts.law();
    let entries = facts.packs.governing(Kind::Ballot, law.about(line.award), facts.as_of());
    entries.into_iter().find_map(|entry| entry.body.as_ref().and_then(Ballot::of)?.secret).unwrap_or(true)
}
