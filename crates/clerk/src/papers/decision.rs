//! The decision on those who are chosen.

use phongtrao_movement::level;
use phongtrao_plan::{Award, AwardForm};
use phongtrao_press::frame::Cited;
use phongtrao_press::papers::decision::{Bonus, Decision, Rate};
use phongtrao_value::Money;
use phongtrao_value::text::{folded, squeezed};

use super::words::WORDS;
use super::{Desk, Made, money};
use crate::round::Item;
use crate::{Case, Facts};

/// The level on which an organisation decides for itself.
const OWN: &str = "base";

/// Whether an award stands in the organisation's own decision: a title or a commendation on which nobody above it decides. What is recognised or praised is
/// another act.
pub(super) fn is_of(facts: &Facts<'_>, award: &str) -> bool {
    let award = facts.plan.awards.iter().find(|known| known.id == award);
    award.is_some_and(|award| matches!(award.form, Some(AwardForm::Title | AwardForm::Commendation)) && is_own(facts, award))
}

/// Whether the organisation itself decides on an award: nobody above it, and no other body beside it.
pub(super) fn is_own(facts: &Facts<'_>, award: &Award) -> bool {
    let is_another = |said: &str| level::of_authority(said).is_none() && !folded(&authority(facts)).starts_with(&folded(&squeezed(said)));
    if award.authority.as_deref().is_some_and(is_another) {
        return false;
    }
    let own = facts.register.organisation.level.as_ref().map_or(OWN, |level| level.word.as_str());
    level::decided_by(award, facts.packs).is_none_or(|level| level == own)
}

pub(super) fn draft(desk: &Desk<'_, '_>) -> Made {
    (!desk.chosen.is_empty()).then(|| drafted(desk)).into()
}

fn drafted(desk: &Desk<'_, '_>) -> Item {
    let organisation = desk.facts.organisation;
    let occasion = desk.occasion();
    let living = desk.chosen.partition_point(|case| !is_posthumous(desk.facts, case));
    Item::new(
        Decision {
            frame: desk.own_frame(
                &WORDS.decision,
                vec![WORDS.recipient_units.clone(), organisation.desk.name.clone()],
                organisation.head.clone(),
            ),
            authority: authority(desk.facts),
            about: WORDS.about_decision.fill(&[("occasion", &occasion)]),
            bases: desk.bases(),
            proposed_by: WORDS.executor_desk.fill(&[("desk", &lower_first(&organisation.desk.name))]),
            achievement: desk.achievement(),
            groups: desk.groups(&desk.chosen[..living]),
            posthumous: desk.groups(&desk.chosen[living..]),
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
    // A sum beyond what the paper holds is left to the list; the rates stand.
    let total = u32::try_from(total.as_dong()).ok();
    (!paid.is_empty()).then(|| Bonus { rule: rules.join("; "), source, rates, total })
}

/// Who decides: the head, also where a deputy signs.
pub(super) fn authority(facts: &Facts<'_>) -> String {
    let organisation = facts.organisation;
    let lines = &organisation.head.capacity;
    let stood_for = lines.iter().find_map(|line| line.strip_prefix(WORDS.deputy_sign.as_str()));
    let capacity = stood_for.or(lines.last().map(String::as_str)).unwrap_or_default();
    WORDS.authority.fill(&[("capacity", capacity), ("organisation", &organisation.name)])
}

/// Whether it is given to one who is no longer alive. Whether an award can be, the packs say and the judge has looked at.
pub(super) fn is_posthumous(facts: &Facts<'_>, case: &Case) -> bool {
    facts.is_dead(&case.subject)
}

/// With a small first letter, as within a sentence.
pub(super) fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The decision as lists name it.
pub(super) fn cited(desk: &Desk<'_, '_>) -> Cited {
    Cited {
        kind: WORDS.decision_kind.clone(),
        symbol: format!("{}-{}", WORDS.decision, desk.facts.organisation.symbol),
        number: None,
        date: None,
        issuer: authority(desk.facts),
    }
}
