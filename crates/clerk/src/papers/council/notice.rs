//! The notice by which the list is posted before the council meets.

use phongtrao_movement::posting;
use phongtrao_press::papers::public_notice::PublicNotice;
use phongtrao_rules::entries::Posting;
use phongtrao_value::Date;

use super::{Line, Material, Session};
use crate::Case;
use crate::papers::words::WORDS;
use crate::round::Item;

/// The word of packs for a list that is posted before the council meets.
const BEFORE_COUNCIL: &str = "council-meeting";

/// None where no source asks that a list be posted before the meeting, or the organisation has no place for it.
pub(super) fn of(material: &Material<'_, '_>, session: &Session<'_>) -> Option<Item> {
    let organisation = material.facts.organisation;
    let place = organisation.posting.as_ref()?;
    let posted: Vec<(&Line<'_>, &Posting)> =
        session.lines.iter().filter_map(|line| Some((line, asked(material, session, line)?))).collect();
    let asked = posted.iter().map(|(_, posting)| *posting).max_by_key(|posting| posting.working_days)?;
    // Only awards whose rule asks for it are posted.
    let cases: Vec<&Case> = posted.iter().flat_map(|(line, _)| line.cases.iter().copied()).collect();
    let cases = material.order.sorted(cases.into_iter());
    let from = session.sitting.posted.or_else(|| posting::last_day_before(material.facts.packs, asked, session.sitting.on));
    let notice = PublicNotice {
        frame: material.own_frame(&WORDS.notice, vec![WORDS.recipient_all.clone()], organisation.head_or_deputy()),
        occasion: material.asked_for(cases.iter().copied()),
        bases: material.bases(),
        from,
        to: session
            .sitting
            .posted_to
            .or_else(|| session.sitting.on.yesterday().ok().filter(|to: &Date| from.is_some_and(|from| from < *to))),
        working_days: asked.working_days,
        places: place.places.clone(),
        opinions_to: place.opinions_to.clone(),
        opinions_until: None,
        groups: material.groups(&cases),
    };
    Some(Item::new(notice, None))
}

/// Whether the list of a meeting is posted before it: a source asks it of one of its awards, or somebody wrote down that it was.
pub(super) fn is_posted(material: &Material<'_, '_>, session: &Session<'_>) -> bool {
    session.sitting.posted.is_some() || session.lines.iter().any(|line| asked(material, session, line).is_some())
}

/// The posting that is asked for an award on the agenda.
fn asked<'d>(material: &Material<'d, '_>, session: &Session<'_>, line: &Line<'_>) -> Option<&'d Posting> {
    let law = material.facts.law();
    let (posting, _) = posting::of_packs(material.facts.packs, law.about(line.award), session.sitting.on)?;
    (posting.before == BEFORE_COUNCIL).then_some(posting)
}
