//! The notice by which the list is posted before the council meets.

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_judge::Verdict;
use phongtrao_judge::days::is_posted_long_enough;
use phongtrao_movement::posting;
use phongtrao_press::papers::public_notice::PublicNotice;
use phongtrao_rules::entries::Posting;
use phongtrao_value::{Date, printed_date};

use super::{Line, Material, Session};
use crate::papers::words::WORDS;
use crate::round::Item;
use crate::{Case, texts};

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
    let before = || session.sitting.on.yesterday().ok().filter(|to: &Date| from.is_some_and(|from| from < *to));
    let to = session.sitting.posted_to.or_else(before);
    let notice = PublicNotice {
        frame: material.own_frame(&WORDS.notice, vec![WORDS.recipient_all.clone()], organisation.head_or_deputy()),
        occasion: material.asked_for(cases.iter().copied()),
        bases: material.bases(),
        from,
        to,
        working_days: from.zip(to).map_or(asked.working_days, |(from, to)| posting::working_days(material.facts.packs, from, to)),
        places: place.places.clone(),
        opinions_to: place.opinions_to.clone(),
        opinions_until: None,
        groups: material.groups(&cases),
    };
    Some(Item::new(notice, None))
}

/// A list that was posted for fewer working days than are asked: what the meeting voted does not stand.
pub(super) fn too_short(material: &Material<'_, '_>, session: &Session<'_>) -> Option<Finding> {
    let packs = material.facts.packs;
    let (posted, met) = (session.sitting.posted?, session.sitting.on);
    let asked = session.lines.iter().filter_map(|line| asked(material, session, line)).max_by_key(|posting| posting.working_days)?;
    let is_cut = |to: Date| posting::working_days(packs, posted, to) < asked.working_days;
    let is_short = is_posted_long_enough(packs, asked, posted, met) == Verdict::NotMet || session.sitting.posted_to.is_some_and(is_cut);
    let finding = || {
        let (posted, met) = (printed_date::short(posted), printed_date::short(met));
        Finding::new("clerk-posting-short", Severity::Warning, texts::posting_short(posted, met, i64::from(asked.working_days)))
    };
    is_short.then(|| finding().help(texts::posting_short_help()))
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
