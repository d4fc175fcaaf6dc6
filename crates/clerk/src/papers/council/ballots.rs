//! The ballots of the council's meeting: one list, or a slip for each nominee, as the council votes.

use phongtrao_movement::level;
use phongtrao_press::papers::ballot_list::{BallotList, Choice, Group};
use phongtrao_press::papers::ballot_single::{BallotSingle, Slip};
use phongtrao_press::sheet::Letterhead;
use phongtrao_rules::entries::{AsBody, Ballot};
use phongtrao_rules::{About, Kind};
use phongtrao_value::printed_date;

use super::{Desk, Line, Session};
use crate::Case;
use crate::organisation::BallotForm;
use crate::papers::words::WORDS;
use crate::round::Item;

pub(super) fn of(desk: &Desk<'_, '_>, session: &Session<'_>) -> Option<Item> {
    let organisation = desk.facts.organisation;
    let letterhead = Letterhead { superior: Some(organisation.name.clone()), issuer: organisation.council.name.clone() };
    Some(match organisation.council.ballots {
        BallotForm::List => Item::new(list(desk, session, letterhead), None),
        BallotForm::Single => Item::new(single(desk, session, letterhead), None),
    })
}

fn list(desk: &Desk<'_, '_>, session: &Session<'_>, letterhead: Letterhead) -> BallotList {
    BallotList {
        letterhead,
        occasion: desk.occasion(),
        meeting: WORDS.meeting_of.fill(&[("date", &printed_date::short(session.sitting.on))]),
        secret: session.lines.iter().any(|line| is_secret(desk, line)),
        groups: session.lines.iter().map(|line| group(desk, line)).collect(),
    }
}

fn group(desk: &Desk<'_, '_>, line: &Line<'_>) -> Group {
    let choice = |case: &&Case| {
        let nominee = desk.nominee(case);
        Choice { name: nominee.name, post: nominee.post }
    };
    Group { award: line.name.clone(), lower: None, nominees: line.cases.iter().map(choice).collect() }
}

fn single(desk: &Desk<'_, '_>, session: &Session<'_>, letterhead: Letterhead) -> BallotSingle {
    let of_line = |line: &Line<'_>| {
        let slip = |nominee: phongtrao_press::lists::Nominee| Slip {
            name: nominee.name,
            post: nominee.post,
            award: line.name.clone(),
            lower: None,
        };
        line.cases.iter().map(|case| slip(desk.nominee(case))).collect::<Vec<Slip>>()
    };
    BallotSingle { letterhead, occasion: desk.occasion(), slips: session.lines.iter().flat_map(of_line).collect() }
}

/// Secret unless the packs say that hands are raised.
fn is_secret(desk: &Desk<'_, '_>, line: &Line<'_>) -> bool {
    let facts = desk.facts;
    let Some(award) = facts.award(line.award) else { return true };
    let sectors: Vec<&str> = facts.register.organisation.sectors.iter().map(|sector| sector.word.as_str()).collect();
    let decided_by = level::decided_by(award, facts.packs);
    let about = About { honour: award.honour.as_deref(), decided_by, sectors: &sectors, ..About::default() };
    let entries = facts.packs.governing(Kind::Ballot, about, facts.as_of());
    entries.into_iter().find_map(|entry| entry.body.as_ref().and_then(Ballot::of)?.secret).unwrap_or(true)
}
