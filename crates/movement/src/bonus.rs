//! Bonus money of a round: what is stated for each award, and which of several is paid.

use std::collections::BTreeMap;

use phongtrao_diagnostic::Text;
use phongtrao_judge::money::{Awarded, Due, bonus, paid, payment};
use phongtrao_plan::{Choice, SubjectKind};
use phongtrao_register::rows::Person;
use phongtrao_register::{Index, Subject, SubjectKind as Known};
use phongtrao_rules::{HonourForm, Packs};
use phongtrao_value::{Date, Money};

/// An award that somebody gets.
#[derive(Debug, Clone)]
pub struct Given<'a> {
    /// Id of the subject.
    pub subject: &'a str,
    /// What the subject is.
    pub kind: SubjectKind,
    /// Category of the person, those of the people of a collective; none where they are not known.
    pub categories: Vec<&'a str>,
    /// Kind of the unit, of a collective.
    pub unit: Option<&'a str>,
    /// Id of the honour in the packs; none for an award that only the plan knows.
    pub honour: Option<&'a str>,
    /// A title or a commendation.
    pub form: HonourForm,
}

impl<'a> Given<'a> {
    /// What is given to somebody whom the register knows; what they are counts on the day of the decision.
    pub fn to(subject: &'a str, index: &Index<'a>, on: Date, honour: Option<&'a str>, form: HonourForm) -> Given<'a> {
        let found = index.subject(subject);
        let kind = match found.map(|found| index.kind(found)) {
            Some(Known::Unit) => SubjectKind::Collective,
            Some(Known::Household) => SubjectKind::Household,
            Some(Known::Person) | None => SubjectKind::Individual,
        };
        let people = found.map(|found| people(index, found, on)).unwrap_or_default();
        let mut categories: Vec<&str> = people.into_iter().map(|person| person.category.as_str()).collect();
        categories.sort_unstable();
        categories.dedup();
        let unit = found.and_then(|found| index.unit(found)?.kind.as_deref());
        Given { subject, kind, categories, unit, honour, form }
    }
}

/// The one, or those whose main post is in the unit; where nobody's is, in one below it.
fn people<'a>(index: &Index<'a>, subject: Subject, on: Date) -> Vec<&'a Person> {
    match index.kind(subject) {
        Known::Person => index.person(subject).into_iter().collect(),
        Known::Household => index.people_of(subject).collect(),
        Known::Unit => {
            let own: Vec<&Person> = index.members(subject, on).filter_map(|person| index.person(person)).collect();
            if !own.is_empty() {
                return own;
            }
            index.all_members(subject, on).into_iter().filter_map(|person| index.person(person)).collect()
        }
    }
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
    /// What is not known or not confirmed about the amount, in Vietnamese.
    pub doubt: Option<&'p str>,
    /// What whoever reads the amount must know, that doubt with it.
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
    let awarded = Awarded { honour: given.honour?, subject: given.kind.word(), categories: &given.categories, unit: given.unit };
    let bonus = bonus(packs, awarded, on).ok()?;
    Some(Amount {
        money: bonus.money,
        at_most: bonus.at_most,
        is_paid: true,
        source: &bonus.entry.source,
        doubt: bonus.entry.head.doubt.as_deref(),
        cautions: packs.cautions(bonus.entry, on),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decree 152/2025: of titles of one time only the highest is paid; a commendation is paid beside it.
    #[test]
    fn the_highest_title_and_the_commendation_are_paid() {
        let given = |honour, form| Given {
            subject: "cb01",
            kind: SubjectKind::Individual,
            categories: vec!["official"],
            unit: None,
            honour: Some(honour),
            form,
        };
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
