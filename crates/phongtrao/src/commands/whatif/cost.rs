//! What a round costs in bonus money.

use phongtrao_diagnostic::Text;
use phongtrao_judge::round::{Form, Judged, Outcome};
use phongtrao_movement::bonus::{Given, amounts};
use phongtrao_register::{Index, Register};
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
    let index = Index::new(register);
    let met = judged.awards.iter().flat_map(|award| award.results.iter().map(move |result| (award, result)));
    let given = met.filter(|(_, result)| result.outcome == Outcome::Met).map(|(award, result)| {
        let form = if award.form == Some(Form::Title) { HonourForm::Title } else { HonourForm::Commendation };
        Given::to(&result.subject, &index, judged.as_of, award.honour.as_deref(), form)
    });
    let mut cost = Cost { money: Money::ZERO, unknown: 0, at_most: 0, cautions: Vec::new() };
    for amount in amounts(packs, &given.collect::<Vec<Given<'_>>>(), judged.as_of) {
        let Some(amount) = amount else {
            cost.unknown += 1;
            continue;
        };
        cost.at_most += usize::from(amount.at_most);
        for caution in amount.cautions {
            if !cost.cautions.contains(&caution) {
                cost.cautions.push(caution);
            }
        }
        if amount.is_paid {
            cost.money = cost.money.plus(amount.money).unwrap_or(cost.money);
        }
    }
    cost
}
