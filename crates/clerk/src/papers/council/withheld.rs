//! The ballots of one award as one list, and what must be said of those whose numbers differ from it: a member gets no ballot on an own case, and a line of a
//! list can be invalid by itself.

use phongtrao_press::meeting::Ballots;

use super::{Line, Material, Session};
use crate::Case;
use crate::organisation::CouncilMember;
use crate::papers::sittings;
use crate::papers::words::WORDS;

/// The list of ballots of a line: all that were handed out and came back; invalid on every line is invalid as a whole. None while a number is not written down.
pub(super) fn list(session: &Session<'_>, line: &Line<'_>) -> Option<Ballots> {
    let all: Option<Vec<Ballots>> = line.cases.iter().map(|case| sittings::ballots(session.row(case)?)).collect();
    let all = all?;
    let most = |number: fn(&Ballots) -> u64| all.iter().map(number).max();
    let (issued, returned) = (most(|ballots| ballots.issued)?, most(|ballots| ballots.returned)?);
    let invalid = all.iter().map(|ballots| ballots.invalid).min()?;
    Some(Ballots { issued, returned, valid: returned.saturating_sub(invalid), invalid })
}

/// What must be said of a case beside the list.
pub(super) fn note(material: &Material<'_, '_>, session: &Session<'_>, list: Ballots, case: &Case) -> String {
    let Some(row) = session.row(case) else { return String::new() };
    let Some(ballots) = sittings::ballots(row) else { return String::new() };
    let mut notes = Vec::new();
    let present = row.present.map_or(list.issued, u64::from).max(list.issued);
    if let withheld @ 1.. = present.saturating_sub(ballots.issued) {
        let own = own_case(material, case).filter(|_| withheld == 1);
        notes.push(match own {
            Some(member) => WORDS.withheld_own.fill(&[("name", &member.name)]),
            None => WORDS.withheld.fill(&[("number", &withheld.to_string())]),
        });
    }
    // Of the ballots that were handed out on this line.
    let back = |ballots: &Ballots| ballots.issued.saturating_sub(ballots.returned);
    if back(&ballots) != back(&list) {
        notes.push(WORDS.returned_here.fill(&[("returned", &ballots.returned.to_string()), ("issued", &ballots.issued.to_string())]));
    }
    if let invalid @ 1.. = ballots.invalid.saturating_sub(list.invalid) {
        notes.push(WORDS.invalid_here.fill(&[("number", &invalid.to_string())]));
    }
    notes.join("; ")
}

/// The member of the council whose own case it is, where the organisation's list says so: by the person's id, else by the name as printed.
fn own_case<'d>(material: &Material<'d, '_>, case: &Case) -> Option<&'d CouncilMember> {
    let facts = material.facts;
    let named = material.name_with_degree(&case.subject);
    let is_own = |member: &&CouncilMember| match &member.person {
        Some(person) => *person == case.subject,
        None => named.as_deref() == Some(&member.name),
    };
    facts.organisation.council.members.iter().find(is_own)
}
