//! The roll that the council's members sign.

use phongtrao_press::papers::attendance_roll::{AttendanceRoll, Person};
use phongtrao_press::sheet::Letterhead;

use super::{Material, Session};
use crate::papers::words::WORDS;
use crate::round::Item;

/// None where the organisation does not name its council's members.
pub(super) fn of(material: &Material<'_, '_>, session: &Session<'_>) -> Option<Item> {
    let organisation = material.facts.organisation;
    let council = &organisation.council;
    let occasion = material.asked_for(session.cases());
    let person = |member: &crate::organisation::CouncilMember| Person {
        name: member.name.clone(),
        post: member.post.clone(),
        role: member.office.clone(),
    };
    let roll = AttendanceRoll {
        letterhead: Letterhead { superior: Some(organisation.name.clone()), issuer: council.name.clone() },
        about: WORDS.invited_to.fill(&[("council", &council.name), ("organisation", &organisation.name), ("occasion", &occasion)]),
        day: session.sitting.on,
        place: session.sitting.at.clone().unwrap_or_else(|| organisation.name.clone()),
        people: council.members.iter().map(person).collect(),
        signature: council.secretary.clone(),
    };
    (!council.members.is_empty()).then(|| Item::new(roll, None))
}
