//! The decision on those who are chosen, and their certificates.

use phongtrao_movement::level;
use phongtrao_plan::AwardForm;
use phongtrao_press::papers::decision::Decision;

use super::words::WORDS;
use super::{Desk, Made};
use crate::Facts;
use crate::round::Item;

/// The level on which an organisation decides for itself.
const OWN: &str = "base";

/// Whether an award stands in the organisation's own decision: a title or a commendation on which nobody above it decides. What is recognised or praised is
/// another act.
pub(super) fn is_of(facts: &Facts<'_>, award: &str) -> bool {
    let own = facts.register.organisation.level.as_ref().map_or(OWN, |level| level.word.as_str());
    let award = facts.plan.awards.iter().find(|known| known.id == award);
    award.is_some_and(|award| {
        matches!(award.form, Some(AwardForm::Title | AwardForm::Commendation))
            && level::decided_by(award, facts.packs).is_none_or(|level| level == own)
    })
}

pub(super) fn draft(desk: &Desk<'_, '_>) -> Made {
    (!desk.chosen.is_empty()).then(|| drafted(desk)).into()
}

fn drafted(desk: &Desk<'_, '_>) -> Item {
    let organisation = desk.facts.organisation;
    let occasion = desk.occasion();
    let capacity = organisation.head.capacity.last().map(String::as_str).unwrap_or_default();
    Item::new(
        Decision {
            frame: desk.own_frame(
                &WORDS.decision,
                vec![WORDS.recipient_units.clone(), organisation.desk.name.clone()],
                organisation.head.clone(),
            ),
            authority: WORDS.authority.fill(&[("capacity", capacity), ("organisation", &organisation.name)]),
            about: WORDS.about_decision.fill(&[("occasion", &occasion)]),
            bases: desk.bases(),
            proposed_by: WORDS.executor_desk.fill(&[("desk", &lower_first(&organisation.desk.name))]),
            achievement: WORDS.achievement.fill(&[("occasion", &occasion)]),
            groups: desk.groups(&desk.chosen),
            posthumous: Vec::new(),
            bonus: None,
            executors: vec![WORDS.executor_desk.fill(&[("desk", &lower_first(&organisation.desk.name))])],
        },
        None,
    )
}

/// With a small first letter, as within a sentence.
pub(super) fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
