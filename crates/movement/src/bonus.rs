//! Bonus money of a round: what is stated for each award, and which of several is paid.

use std::collections::BTreeMap;

use phongtrao_diagnostic::Text;
use phongtrao_judge::money::{Due, bonus, paid, payment};
use phongtrao_plan::{Choice, SubjectKind};
use phongtrao_rules::{HonourForm, Packs};
use phongtrao_value::{Date, Money};

/// An award that somebody gets.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// Id of the subject.
    pub subject: &'a str,
    /// What the subject is.
    pub kind: SubjectKind,
    /// Id of the honour in the packs; none for an award that only the plan knows.
    pub honour: Option<&'a str>,
    /// A title or a commendation.
    pub form: HonourForm,
}

/// The money that comes with an award.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount<'p> {
    /// How much is stated.
    pub money: Money,
    /// Whether it is the greatest that may be given, not the amount itself.
    pub at_most: bool,
    /// Whether it is paid: of several titles of one time only the highest is, where a rule says so.
    pub is_paid: bool,
    /// Where it stands.
    pub source: &'p str,
    /// What whoever reads the amount must know.
    pub cautions: Vec<Text>,
}

/// The amounts of all that is given by decisions of one day for one period, in the order given; none where nothing is stated or known.
pub fn amounts<'p>(packs: &'p Packs, given: &[Given<'_>], on: Date) -> Vec<Option<Amount<'p>>> {
    let mut amounts: Vec<Option<Amount<'p>>> = given.iter().map(|given| stated(packs, given, on)).collect();
    let Some(rule) = payment(packs, on).map(|payment| payment.same_period) else { return amounts };
    let mut by_subject: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, given) in given.iter().enumerate() {
        by_subject.entry(given.subject).or_default().push(place);
    }
    for places in by_subject.values() {
        let due = |place: &usize| {
            let money = amounts.get(*place)?.as_ref()?.money;
            Some((*place, Due { form: given.get(*place)?.form, decided_on: on, period: "", money }))
        };
        let (places, dues): (Vec<usize>, Vec<Due<'_>>) = places.iter().filter_map(due).unzip();
        for (place, is_paid) in places.into_iter().zip(paid(rule, &dues)) {
            if let Some(Some(amount)) = amounts.get_mut(place) {
                amount.is_paid = is_paid;
            }
        }
    }
    amounts
}

fn stated<'p>(packs: &'p Packs, given: &Given<'_>, on: Date) -> Option<Amount<'p>> {
    let bonus = bonus(packs, given.honour?, given.kind.word(), on).ok()?;
    Some(Amount {
        money: bonus.money,
        at_most: bonus.at_most,
        is_paid: true,
        source: &bonus.entry.source,
        cautions: packs.cautions(bonus.entry, on),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decree 152/2025: of titles of one time only the highest is paid; a commendation is paid beside it.
    #[test]
    fn the_highest_title_and_the_commendation_are_paid() {
        let given = |honour, form| Given { subject: "cb01", kind: SubjectKind::Individual, honour: Some(honour), form };
        let all = [
            given("advanced-worker", HonourForm::Title),
            given("grassroots-emulation-fighter", HonourForm::Title),
            given("certificate-of-commendation", HonourForm::Commendation),
            Given { honour: None, ..given("", HonourForm::Commendation) },
        ];
        let amounts = amounts(Packs::embedded(), &all, "2026-05-01".parse().expect("a day"));
        let paid: Vec<Option<bool>> = amounts.iter().map(|amount| amount.as_ref().map(|amount| amount.is_paid)).collect();
        assert_eq!(paid, [Some(false), Some(true), Some(true), None]);
    }
}
