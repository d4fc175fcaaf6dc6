//! The minutes of counting, where the numbers are written down.

use phongtrao_press::meeting::{Attendee, Meeting};
use phongtrao_press::papers::counting_minutes::{Count, Counted, CountingMinutes};

use super::{Desk, Line, Session};
use crate::papers::nominees::votes;
use crate::papers::sittings::{self, Office};
use crate::papers::words::WORDS;
use crate::round::Item;
use phongtrao_movement::tally::BodyKind;

/// Between the members of the team in the data folder.
const BETWEEN: char = ';';

/// None while a vote of the meeting is not counted.
pub(super) fn of(desk: &Desk<'_, '_>, session: &Session<'_>) -> Option<Item> {
    let council = &desk.facts.organisation.council;
    let counts: Option<Vec<Vec<Count>>> = session.lines.iter().map(|line| counts(desk, session, line)).collect();
    let counts: Vec<Count> = counts?.into_iter().flatten().collect();
    let team = team(session);
    let office = Office { place: &desk.facts.organisation.name, chair: &council.chair, secretary: Some(&council.secretary) };
    let of_council = sittings::meeting(session.sitting, &office);
    let minutes = CountingMinutes {
        record: desk.council_record(),
        occasion: desk.occasion(),
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

/// A count for each number of ballots: whoever does not vote in an own case gets no ballot on it.
fn counts(desk: &Desk<'_, '_>, session: &Session<'_>, line: &Line<'_>) -> Option<Vec<Count>> {
    let mut counts: Vec<Count> = Vec::new();
    for case in &line.cases {
        let row = session.row(case)?;
        let ballots = sittings::ballots(row)?;
        let counted = Counted {
            name: desk.nominee(case).name,
            votes: votes(case, BodyKind::Council)?,
            against: row.against?.into(),
            note: String::new(),
        };
        match counts.iter_mut().find(|count| count.ballots == ballots) {
            Some(count) => count.nominees.push(counted),
            None => counts.push(Count { award: line.name.clone(), ballots, nominees: vec![counted] }),
        }
    }
    Some(counts)
}
