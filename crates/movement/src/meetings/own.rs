//! Members who got a ballot on their own case, as far as the data folder says who is a member of a body and was there.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_register::Register;
use phongtrao_register::rows::{MeetingResult, Place};

use crate::tally::BodyKind;

/// Rows in which all who were there got a ballot, one of them on the own case; by row, the name of that member. Members are those of the council's list by their ids, and of any
/// body those of the meeting's roll.
pub fn own_ballots(register: &Register, rows: &[MeetingResult], council: &BTreeSet<String>) -> BTreeMap<Place, String> {
    let roll: BTreeMap<(&str, &str), Option<bool>> =
        register.roll.iter().map(|row| ((row.meeting.as_str(), row.person.as_str()), row.present)).collect();
    let names: BTreeMap<&str, &str> = register.people.iter().map(|person| (person.id.as_str(), person.name.as_str())).collect();
    let own = rows.iter().filter(|row| {
        let on_roll = roll.get(&(row.meeting.as_str(), row.subject.as_str()));
        let is_of_council = BodyKind::from_word(&row.body) == Some(BodyKind::Council) && council.contains(&row.subject);
        let is_there = on_roll.copied().flatten().unwrap_or_else(|| row.present == Some(row.members));
        (on_roll.is_some() || is_of_council) && is_there && all_got_one(row)
    });
    own.filter_map(|row| Some((row.place, (*names.get(row.subject.as_str())?).to_owned()))).collect()
}

/// Whether nobody who was there went without a ballot, and nobody is said to have left the vote.
fn all_got_one(row: &MeetingResult) -> bool {
    let counted = || Some(row.agreed? + row.against? + row.invalid.unwrap_or(0));
    let ballots = row.issued.or(row.returned).or_else(counted);
    let is_whole = |(ballots, present)| present > 0 && ballots >= present;
    row.recused.unwrap_or(0) == 0 && ballots.zip(row.present).is_some_and(is_whole)
}
