//! What a round costs in bonus money.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::Text;
use phongtrao_judge::money::{Due, bonus, paid, payment};
use phongtrao_judge::round::{Form, Judged, Outcome};
use phongtrao_register::Register;
use phongtrao_rules::{HonourForm, Packs};
use phongtrao_value::Money;

/// Bonus money of a round.
#[derive(Debug, Clone)]
pub(super) struct Cost {
    /// The sum of what is stated.
    pub(super) money: Money,
    /// Awards for which no amount is stated or known.
    pub(super) unknown: usize,
    /// Awards of which only the greatest amount is stated.
    pub(super) at_most: usize,
    /// What whoever reads the sum must know of the amounts in it.
    pub(super) cautions: Vec<Text>,
}

/// The bonus money of all who have an award, as of the day of judging.
pub(super) fn cost(judged: &Judged, packs: &Packs, register: &Register) -> Cost {
    let people: BTreeSet<&str> = register.people.iter().map(|person| person.id.as_str()).collect();
    let units: BTreeSet<&str> = register.units.iter().map(|unit| unit.id.as_str()).collect();
    let kind = |subject: &str| {
        if people.contains(subject) {
            "individual"
        } else if units.contains(subject) {
            "collective"
        } else {
            "household"
        }
    };
    let mut dues: BTreeMap<&str, Vec<Due<'_>>> = BTreeMap::new();
    let (mut unknown, mut at_most, mut cautions) = (0, 0, Vec::new());
    for award in &judged.awards {
        for result in award.results.iter().filter(|result| result.outcome == Outcome::Met) {
            let amount = award.honour.as_deref().and_then(|honour| bonus(packs, honour, kind(&result.subject), judged.as_of).ok());
            match amount {
                Some(bonus) => {
                    at_most += usize::from(bonus.at_most);
                    for caution in packs.cautions(bonus.entry, judged.as_of) {
                        if !cautions.contains(&caution) {
                            cautions.push(caution);
                        }
                    }
                    let form = if award.form == Some(Form::Title) { HonourForm::Title } else { HonourForm::Commendation };
                    let due = Due { form, decided_on: judged.as_of, period: "", money: bonus.money };
                    dues.entry(result.subject.as_str()).or_default().push(due);
                }
                None => unknown += 1,
            }
        }
    }
    let rule = payment(packs, judged.as_of).map(|payment| payment.same_period);
    let mut money = Money::dong(0);
    for dues in dues.values() {
        let is_paid = rule.map_or_else(|| vec![true; dues.len()], |rule| paid(rule, dues));
        for due in dues.iter().zip(is_paid).filter(|(_, is_paid)| *is_paid).map(|(due, _)| due) {
            money = money.plus(due.money).unwrap_or(money);
        }
    }
    Cost { money, unknown, at_most, cautions }
}
