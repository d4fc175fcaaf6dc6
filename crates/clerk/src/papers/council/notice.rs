//! The notice by which the list is posted before the council meets.

use phongtrao_movement::level;
use phongtrao_movement::posting;
use phongtrao_press::papers::public_notice::PublicNotice;
use phongtrao_rules::About;
use phongtrao_rules::entries::Posting;
use phongtrao_value::Date;

use super::{Desk, Session};
use crate::papers::words::WORDS;
use crate::round::Item;

/// The word of packs for a list that is posted before the council meets.
const BEFORE_COUNCIL: &str = "council-meeting";

/// None where no source asks that a list be posted before the meeting, or the organisation has no place for it.
pub(super) fn of(desk: &Desk<'_, '_>, session: &Session<'_>) -> Option<Item> {
    let organisation = desk.facts.organisation;
    let place = organisation.posting.as_ref()?;
    let asked = asked(desk, session)?;
    let cases: Vec<_> = desk.put_forward.iter().copied().filter(|case| !case.fell_in_unit()).collect();
    let from = session.sitting.posted.or_else(|| posting::last_day_before(desk.facts.packs, asked, session.sitting.on));
    let notice = PublicNotice {
        frame: desk.own_frame(&WORDS.notice, vec![WORDS.recipient_all.clone()], organisation.head_or_deputy()),
        occasion: desk.occasion(),
        bases: desk.bases(),
        from,
        to: session.sitting.on.yesterday().ok().filter(|to: &Date| from.is_some_and(|from| from < *to)),
        working_days: asked.working_days,
        places: place.places.clone(),
        opinions_to: place.opinions_to.clone(),
        opinions_until: None,
        groups: desk.groups(&cases),
    };
    Some(Item::new(notice, None))
}

/// The longest posting that is asked for an award on the agenda.
fn asked<'d>(desk: &Desk<'d, '_>, session: &Session<'_>) -> Option<&'d Posting> {
    let facts = desk.facts;
    let sectors: Vec<&str> = facts.register.organisation.sectors.iter().map(|sector| sector.word.as_str()).collect();
    let awards = session.lines.iter().filter_map(|line| facts.award(line.award));
    let of_award = |award: &phongtrao_plan::Award| {
        let decided_by = level::decided_by(award, facts.packs);
        let about = About { honour: award.honour.as_deref(), decided_by, sectors: &sectors, ..About::default() };
        posting::of_packs(facts.packs, about, session.sitting.on).map(|(posting, _)| posting)
    };
    awards.filter_map(of_award).filter(|posting| posting.before == BEFORE_COUNCIL).max_by_key(|posting| posting.working_days)
}
