//! The decision on those who are chosen, and their certificates.

use phongtrao_movement::level;
use phongtrao_plan::AwardForm;
use phongtrao_press::frame::Cited;
use phongtrao_press::papers::decision::{Bonus, Decision, Rate};
use phongtrao_value::Money;

use super::words::WORDS;
use super::{Desk, Made, money};
use crate::round::Item;
use crate::{Case, Facts};

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
    let (dead, living): (Vec<&Case>, Vec<&Case>) = desk.chosen.iter().partition(|case| desk.facts.is_dead(&case.subject));
    let plan = desk.facts.plan.identity.title.as_deref().unwrap_or_default();
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
            achievement: WORDS.achievement.fill(&[("plan", &lower_first(plan))]),
            groups: desk.groups(&living),
            posthumous: desk.groups(&dead),
            bonus: bonus(desk),
            executors: vec![WORDS.executor_desk.fill(&[("desk", &lower_first(&organisation.desk.name))])],
        },
        None,
    )
}

/// What the decision says of money; none where the organisation does not say from what it is paid, or nothing is stated.
fn bonus(desk: &Desk<'_, '_>) -> Option<Bonus> {
    let source = desk.facts.organisation.bonus.as_ref()?.source.clone();
    let paid = money::of_chosen(desk).paid;
    let (mut rules, mut rates, mut total): (Vec<&str>, Vec<Rate>, Money) = (Vec::new(), Vec::new(), Money::ZERO);
    for (case, amount) in &paid {
        if !rules.contains(&amount.source) {
            rules.push(amount.source);
        }
        let award = WORDS.rate_of.fill(&[("award", &desk.award_name(&case.award)), ("kind", WORDS.kind_of(case.kind))]);
        let rate = Rate { award, amount: u32::try_from(amount.money.as_dong()).ok()? };
        if !rates.contains(&rate) {
            rates.push(rate);
        }
        total = total.plus(amount.money)?;
    }
    let total = u32::try_from(total.as_dong()).ok()?;
    (!paid.is_empty()).then(|| Bonus { rule: rules.join("; "), source, rates, total: Some(total) })
}

/// With a small first letter, as within a sentence.
pub(super) fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The decision as lists name it.
pub(super) fn cited(desk: &Desk<'_, '_>) -> Cited {
    let organisation = desk.facts.organisation;
    let capacity = organisation.head.capacity.last().map(String::as_str).unwrap_or_default();
    Cited {
        kind: WORDS.decision_kind.clone(),
        symbol: format!("{}-{}", WORDS.decision, organisation.symbol),
        number: None,
        date: None,
        issuer: WORDS.authority.fill(&[("capacity", capacity), ("organisation", &organisation.name)]),
    }
}
