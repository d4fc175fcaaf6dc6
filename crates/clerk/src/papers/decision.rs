//! The decision on those who are chosen.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_movement::level;
use phongtrao_plan::{Award, AwardForm};
use phongtrao_press::frame::Cited;
use phongtrao_press::papers::decision::{Bonus, Decision, Rate};
use phongtrao_value::Money;
use phongtrao_value::text::{folded, squeezed, with_small_first};

use super::words::WORDS;
use super::{Desk, Made};
use crate::round::Item;
use crate::{Case, Facts, Standing, texts};

/// The level on which an organisation decides for itself.
const OWN: &str = "base";

/// Whether an award stands in the organisation's own decision: a title or a commendation on which nobody above it decides. What is recognised or praised is
/// another act.
pub(super) fn is_of(facts: &Facts<'_>, award: &str) -> bool {
    facts.award(award).is_some_and(|award| matches!(award.form, Some(AwardForm::Title | AwardForm::Commendation)) && is_own(facts, award))
}

/// Whether the organisation itself decides on an award: nobody above it, and no other body beside it.
pub(super) fn is_own(facts: &Facts<'_>, award: &Award) -> bool {
    if other_body(facts, award).is_some() {
        return false;
    }
    let own = facts.register.organisation.level.as_ref().map_or(OWN, |level| level.word.as_str());
    level::decided_by(award, facts.packs).is_none_or(|level| level == own)
}

/// Who decides by the words of the plan, where that is neither a known level nor the organisation itself.
fn other_body<'a>(facts: &Facts<'a>, award: &'a Award) -> Option<&'a str> {
    let said = award.authority.as_deref()?;
    (level::of_authority(said).is_none() && !folded(&authority(facts)).starts_with(&folded(&squeezed(said)))).then_some(said)
}

pub(super) fn draft(desk: &Desk<'_, '_>) -> Made {
    Made { items: (!desk.chosen.is_empty()).then(|| drafted(desk)).into_iter().collect(), findings: left_to_others(desk) }
}

/// Awards whose cases are chosen and that stand in no decision here, since the plan leaves them to a body that is not this one; its words may be a slip.
fn left_to_others(desk: &Desk<'_, '_>) -> Vec<Finding> {
    let chosen: BTreeSet<&str> =
        desk.cases.iter().filter(|case| case.standing == Standing::Chosen).map(|case| case.award.as_str()).collect();
    let awards = desk.facts.plan.awards.iter().filter(|award| chosen.contains(award.id.as_str()));
    awards.filter_map(|award| Some(left_to(award, other_body(desk.facts, award)?))).collect()
}

fn left_to(award: &Award, body: &str) -> Finding {
    Finding::new("clerk-award-of-another", Severity::Note, texts::award_of_another(&award.name, body)).help(texts::award_of_another_help())
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
            proposed_by: WORDS.executor_desk.fill(&[("desk", &with_small_first(&organisation.desk.name))]),
            achievement: desk.achievement(),
            groups: desk.groups(&desk.chosen[..living]),
            posthumous: desk.groups(&desk.chosen[living..]),
            bonus: bonus(desk),
            executors: vec![WORDS.executor_desk.fill(&[("desk", &with_small_first(&organisation.desk.name))])],
        },
        None,
    )
}

/// What the decision says of money; none where the organisation does not say from what it is paid, or nothing is stated.
fn bonus(desk: &Desk<'_, '_>) -> Option<Bonus> {
    let source = desk.facts.organisation.bonus.as_ref()?.source.clone();
    let paid = &desk.bonuses.paid;
    let (mut rules, mut rates, mut total): (Vec<&str>, Vec<Rate>, Money) = (Vec::new(), Vec::new(), Money::ZERO);
    for (case, amount) in paid {
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
