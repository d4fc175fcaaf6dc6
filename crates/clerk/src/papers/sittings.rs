//! What minutes take from the tables of meetings: when and where, who was there, the ballots.

use std::collections::BTreeMap;

use phongtrao_press::frame::Signature;
use phongtrao_press::meeting::{Absent, Attendee, Ballots, Meeting, Presence, name_and_post};
use phongtrao_register::Register;
use phongtrao_register::rows::{MeetingResult, Place, Presence as Rolled, Sitting};
use phongtrao_value::{figures, printed_date};

use super::Material;
use super::words::WORDS;
use crate::organisation::CouncilMember;

/// The tables of meetings by meeting: of a large organisation every unit holds one.
pub(crate) struct Sittings<'d> {
    sittings: BTreeMap<&'d str, &'d Sitting>,
    counted: BTreeMap<&'d str, &'d MeetingResult>,
    absent: BTreeMap<&'d str, Vec<&'d Rolled>>,
    /// What was counted, by where it stands in the data folder.
    rows: BTreeMap<Place, &'d MeetingResult>,
}

impl<'d> Sittings<'d> {
    pub(super) fn of(register: &'d Register) -> Sittings<'d> {
        let mut found = Sittings { sittings: BTreeMap::new(), counted: BTreeMap::new(), absent: BTreeMap::new(), rows: BTreeMap::new() };
        found.sittings.extend(register.sittings.iter().map(|sitting| (sitting.meeting.as_str(), sitting)));
        for row in &register.meetings {
            found.counted.entry(&row.meeting).or_insert(row);
            found.rows.entry(row.place).or_insert(row);
        }
        for row in register.roll.iter().filter(|row| row.present == Some(false)) {
            found.absent.entry(&row.meeting).or_default().push(row);
        }
        found
    }

    /// The row of a place.
    pub(super) fn row(&self, place: &Place) -> Option<&'d MeetingResult> {
        self.rows.get(place).copied()
    }

    /// A meeting, by its id.
    pub(super) fn sitting(&self, meeting: &str) -> Option<&'d Sitting> {
        self.sittings.get(meeting).copied()
    }

    /// The first row of what a meeting counted.
    pub(super) fn counted(&self, meeting: &str) -> Option<&'d MeetingResult> {
        self.counted.get(meeting).copied()
    }
}

/// Who leads a meeting and who writes its minutes, where the meeting's own row does not say it.
pub(super) struct Office<'o> {
    /// Where it meets.
    pub(super) place: &'o str,
    /// Its head.
    pub(super) chair: &'o Signature,
    /// Who keeps its minutes.
    pub(super) secretary: Option<&'o Signature>,
}

pub(super) fn meeting(sitting: &Sitting, office: &Office<'_>) -> Meeting {
    let signs = |written: &Option<String>, signature: Option<&Signature>| Attendee {
        name: written.clone().or_else(|| signature.and_then(|signature| signature.name.clone())).unwrap_or_else(|| WORDS.none_yet.clone()),
        post: String::new(),
    };
    Meeting {
        date: sitting.on,
        began: sitting.begins,
        ended: sitting.ends,
        place: sitting.at.clone().unwrap_or_else(|| office.place.to_owned()),
        chair: signs(&sitting.chair, Some(office.chair)),
        secretary: signs(&sitting.secretary, office.secretary),
    }
}

/// None while nobody wrote down how many were there: minutes state no number that is not known.
pub(super) fn presence(material: &Material<'_, '_>, sitting: &Sitting, counted: &MeetingResult) -> Option<Presence> {
    let rows = material.sittings.absent.get(sitting.meeting.as_str());
    let absent = rows.into_iter().flatten().map(|row| Absent {
        name: material.printed_name(&row.person),
        post: material.facts.main_post(&row.person).and_then(|post| post.title.clone()).unwrap_or_default(),
        reason: row.reason.clone().unwrap_or_default(),
        opinion: row.in_writing.filter(|written| *written).map(|_| WORDS.in_writing.clone()),
    });
    let (members, present) = (counted.members.into(), counted.present?.into());
    Some(Presence { members, present, attended: Vec::new(), absent: absent.collect(), guests: Vec::new() })
}

/// Members of the council who were at its meeting, by name; none where those who are known are not as many as were there.
pub(super) fn attended(material: &Material<'_, '_>, sitting: &Sitting, presence: &Presence) -> Vec<Attendee> {
    let absent = material.sittings.absent.get(sitting.meeting.as_str()).map(Vec::as_slice).unwrap_or_default();
    let is_absent = |member: &CouncilMember| {
        absent.iter().any(|row| match &member.person {
            Some(person) => *person == row.person,
            None => material.name_with_degree(&row.person).as_deref() == Some(&member.name),
        })
    };
    let members = material.facts.organisation.council.members.iter().filter(|member| !is_absent(member));
    let attendee = |member: &CouncilMember| Attendee { name: member.name.clone(), post: name_and_post(&member.post, &member.office) };
    let attended: Vec<Attendee> = members.map(attendee).collect();
    if attended.len() as u64 == presence.present { attended } else { Vec::new() }
}

/// What came of the public posting of the list, as far as somebody wrote it down: that nothing came is said only where it is.
pub(super) fn posting(sitting: &Sitting) -> Option<String> {
    let from = printed_date::long(sitting.posted?);
    let opinions = match (sitting.posting_opinions, &sitting.posting_result) {
        (None, _) => WORDS.opinions_unsaid.clone(),
        (Some(0), _) => WORDS.opinions_none.clone(),
        (Some(number), result) => {
            let number = figures::two_places(number.into());
            let result = result.as_deref().unwrap_or(&WORDS.result_blank).trim_end_matches('.');
            WORDS.opinions_came.fill(&[("number", &number), ("result", result)])
        }
    };
    let opinions = ("opinions", opinions.as_str());
    Some(match sitting.posted_to.map(printed_date::long) {
        Some(to) => WORDS.posted_to.fill(&[("from", &from), ("to", &to), opinions]),
        None => WORDS.posted.fill(&[("from", &from), opinions]),
    })
}

/// None while a number is not written down.
pub(super) fn ballots(counted: &MeetingResult) -> Option<Ballots> {
    let (issued, returned, invalid) = (counted.issued?, counted.returned?, counted.invalid?);
    let valid = returned.checked_sub(invalid)?;
    Some(Ballots { issued: issued.into(), returned: returned.into(), valid: valid.into(), invalid: invalid.into() })
}
