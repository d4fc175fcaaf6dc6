//! The minutes of counting, where the numbers are written down.

use phongtrao_press::meeting::{Attendee, Meeting};
use phongtrao_press::papers::counting_minutes::{Count, Counted, CountingMinutes};

use super::{Line, Material, Session, withheld};
use crate::Case;
use crate::papers::sittings::{self, Office};
use crate::papers::words::WORDS;
use crate::round::Item;

/// Between the members of the team in the data folder.
const BETWEEN: char = ';';

/// None while a vote of the meeting is not counted.
pub(super) fn of(material: &Material<'_, '_>, session: &Session<'_>) -> Option<Item> {
    let council = &material.facts.organisation.council;
    let counts: Option<Vec<Count>> = session.lines_by_number().into_iter().map(|line| count(material, session, line)).collect();
    let counts = counts?;
    let team = team(session);
    let office = Office { place: &material.facts.organisation.name, chair: &council.chair, secretary: Some(&council.secretary) };
    let of_council = sittings::meeting(session.sitting, &office);
    let minutes = CountingMinutes {
        record: material.council_record(),
        occasion: material.voted_on(session.cases()),
        // The hours of counting are written down by nobody but the team.
        meeting: Meeting { began: None, ended: None, ..of_council },
        team,
        voters: session.counted.values().map(|row| u64::from(row.members)).max()?,
        counts,
    };
    Some(Item::new(minutes, None))
}

/// The team as the meeting wrote it down; room for one name where it did not.
fn team(session: &Session<'_>) -> Vec<Attendee> {
    let written = session.sitting.counters.as_deref().unwrap_or(&WORDS.name_blank);
    let names = written.split(BETWEEN).map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| Attendee { name: name.to_owned(), post: String::new() }).collect()
}

/// All of a line as one count; whoever has other numbers has them noted.
fn count(material: &Material<'_, '_>, session: &Session<'_>, line: &Line<'_>) -> Option<Count> {
    let ballots = withheld::list(session, line)?;
    let counted = |case: &&Case| {
        Some(Counted {
            number: session.number(case),
            name: material.nominee(case).name,
            votes: session.votes(material, case)?,
            lowered: session.row(case)?.lowered.map(u64::from),
            against: session.row(case)?.against?.into(),
            note: withheld::note(material, session, ballots, case),
        })
    };
    let nominees: Option<Vec<Counted>> = line.cases.iter().map(counted).collect();
    Some(Count { award: line.name.clone(), lower: line.lower.clone(), ballots, nominees: nominees? })
}
