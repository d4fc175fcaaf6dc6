//! The invitation to the council's meeting, with its agenda.

use phongtrao_press::meeting::Attendee;
use phongtrao_press::papers::invitation::Invitation;

use super::{Material, Session, notice};
use crate::papers::words::WORDS;
use crate::round::Item;

/// None while hour or place are not known: an invitation without them invites nobody.
pub(super) fn of(material: &Material<'_, '_>, session: &Session<'_>) -> Option<Item> {
    let organisation = material.facts.organisation;
    let council = &organisation.council;
    let occasion = material.asked_for(session.cases());
    let mut agenda: Vec<String> = notice::is_posted(material, session).then(|| WORDS.agenda_posting.clone()).into_iter().collect();
    agenda.push(WORDS.agenda_report.clone());
    agenda.extend(session.lines.iter().map(|line| WORDS.agenda_award.fill(&[("award", &line.name)])));
    agenda.push(WORDS.agenda_end.clone());
    let chair = session.sitting.chair.clone().or_else(|| council.chair.name.clone())?;
    let given = [("council", council.name.as_str()), ("organisation", &organisation.name), ("occasion", &occasion)];
    let invitation = Invitation {
        frame: material.own_frame(&WORDS.invitation, vec![WORDS.as_above.clone()], organisation.head_or_deputy()),
        about: WORDS.invited_to.fill(&given),
        invited: vec![WORDS.invited_members.fill(&given)],
        purpose: WORDS.invited_for.fill(&given),
        chair: Attendee { post: council.post_of(&chair), name: chair },
        day: session.sitting.on,
        hour: session.sitting.begins?,
        place: session.sitting.at.clone()?,
        agenda,
        requests: vec![WORDS.invited_asked.fill(&[("desk", &organisation.desk.name)])],
    };
    Some(Item::new(invitation, None))
}
