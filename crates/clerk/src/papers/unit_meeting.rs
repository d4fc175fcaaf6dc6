//! The minutes of a unit's review meeting, where the unit wrote down that it met.

use phongtrao_movement::tally::BodyKind;
use phongtrao_press::frame::Signature;
use phongtrao_press::meeting::{Absent, Attendee, Ballots, Meeting, Presence};
use phongtrao_press::papers::unit_minutes::{Result as AwardResult, UnitMinutes, Voted};
use phongtrao_press::sheet::Record;
use phongtrao_register::rows::{MeetingResult, Sitting};

use super::nominees::votes;
use super::words::WORDS;
use super::{Desk, Proposer};
use crate::round::Item;
use crate::{Case, Standing};

/// The word of the data folder for a meeting of a unit.
const UNIT: &str = "unit";

pub(super) fn of_unit(desk: &Desk<'_, '_>, proposer: &Proposer<'_>) -> Option<Item> {
    let sitting = sitting(desk, proposer)?;
    let results = results(desk, proposer);
    let counted = desk.facts.register.meetings.iter().find(|row| row.meeting == sitting.meeting)?;
    let organisation = desk.facts.organisation;
    let occasion = desk.occasion();
    let title = desk.facts.plan.identity.title.clone().unwrap_or_default();
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
        meeting: meeting(proposer, sitting),
        presence: presence(desk, sitting, counted),
        content: vec![WORDS.whole_unit.fill(&[("occasion", &occasion), ("title", &title)])],
        opinions: sitting.opinions.iter().cloned().collect(),
        ballots: ballots(counted),
        results,
        conclusions: vec![WORDS.unit_concluded.fill(&[("unit", proposer.name)])],
    };
    Some(Item::new(minutes, None))
}

/// The last meeting of the unit up to the day of judging.
fn sitting<'d>(desk: &Desk<'d, '_>, proposer: &Proposer<'_>) -> Option<&'d Sitting> {
    let id = desk.facts.index.id(proposer.unit);
    let of_unit = desk.facts.register.sittings.iter().filter(|sitting| sitting.body == UNIT && sitting.unit.as_deref() == Some(id));
    of_unit.filter(|sitting| sitting.on <= desk.facts.as_of()).max_by_key(|sitting| sitting.on)
}

fn meeting(proposer: &Proposer<'_>, sitting: &Sitting) -> Meeting {
    let time = |words: &Option<String>| words.as_deref().and_then(|words| words.parse().ok());
    let signs = |written: &Option<String>, signature: Option<&Signature>| Attendee {
        name: written.clone().or_else(|| signature.and_then(|signature| signature.name.clone())).unwrap_or_else(|| WORDS.none_yet.clone()),
        post: String::new(),
    };
    Meeting {
        date: sitting.on,
        began: time(&sitting.begins),
        ended: time(&sitting.ends),
        place: sitting.at.clone().unwrap_or_else(|| proposer.name.to_owned()),
        chair: signs(&sitting.chair, Some(&proposer.office.head)),
        secretary: signs(&sitting.secretary, proposer.office.secretary.as_ref()),
    }
}

fn presence(desk: &Desk<'_, '_>, sitting: &Sitting, counted: &MeetingResult) -> Presence {
    let rows = desk.facts.register.roll.iter().filter(|row| row.meeting == sitting.meeting && row.present == Some(false));
    let absent = rows.map(|row| Absent {
        name: desk.printed_name(&row.person),
        post: desk.facts.main_post(&row.person).and_then(|post| post.title.clone()).unwrap_or_default(),
        reason: row.reason.clone().unwrap_or_default(),
        opinion: row.in_writing.filter(|written| *written).map(|_| WORDS.put_forward.clone()),
    });
    Presence {
        members: counted.members.into(),
        present: counted.present.unwrap_or_default().into(),
        absent: absent.collect(),
        guests: Vec::new(),
    }
}

fn ballots(counted: &MeetingResult) -> Option<Ballots> {
    let (issued, invalid) = (counted.issued?, counted.invalid.unwrap_or_default());
    let returned = counted.returned.unwrap_or(issued);
    let valid = returned.checked_sub(invalid)?;
    Some(Ballots { issued: issued.into(), returned: returned.into(), valid: valid.into(), invalid: invalid.into() })
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
    let note = if case.standing == Standing::NotVoted { &WORDS.not_enough } else { &WORDS.put_forward };
    Some(Voted { name: nominee.name, post: nominee.post, votes: votes(case, BodyKind::Unit)?, note: note.clone() })
}
