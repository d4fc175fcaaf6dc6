//! The bonus money of those who stand in the organisation's own decision.

use std::collections::BTreeMap;

use phongtrao_judge::money::{Bonus, Due, bonus, paid, payment};
use phongtrao_judge::round::Form;
use phongtrao_plan::SubjectKind;
use phongtrao_press::xlsx::{Cell, Column, Holds, Worksheet};
use phongtrao_rules::HonourForm;

use super::words::WORDS;
use super::{row, sheet};
use crate::papers::Desk;
use crate::{Case, Facts};

pub(super) fn sheet_of(desk: &Desk<'_, '_>, cases: &[&Case]) -> Worksheet {
    let heads = &WORDS.heads;
    let columns = vec![Column::new(&heads.money, 18, Holds::Money), Column::new(&heads.note, 48, Holds::Text)];
    let is_decided = |case: &&Case| desk.chosen.iter().any(|chosen| std::ptr::eq(*chosen, *case));
    let decided: Vec<&Case> = cases.iter().copied().filter(is_decided).collect();
    let rows = decided.iter().zip(paid_of(desk.facts, &decided)).map(|(case, paid)| row(desk, case, money(paid)));
    sheet(&WORDS.tabs.money, columns, rows, desk)
}

/// The bonus of a case, and whether it is paid where several of one subject meet.
type Paid<'p> = (Option<Bonus<'p>>, bool);

fn paid_of<'p>(facts: &'p Facts<'_>, cases: &[&Case]) -> Vec<Paid<'p>> {
    let mut dues: BTreeMap<&str, Vec<(usize, Due<'_>)>> = BTreeMap::new();
    let mut all = Vec::new();
    for (place, case) in cases.iter().enumerate() {
        let bonus = of(facts, case);
        if let Some(bonus) = bonus {
            let due = Due { form: form(facts, &case.award), decided_on: facts.as_of(), period: "", money: bonus.money };
            dues.entry(&case.subject).or_default().push((place, due));
        }
        all.push((bonus, true));
    }
    let Some(rule) = payment(facts.packs, facts.as_of()).map(|payment| payment.same_period) else { return all };
    for of_one in dues.into_values() {
        let (places, dues): (Vec<usize>, Vec<Due<'_>>) = of_one.into_iter().unzip();
        for (place, is_paid) in places.into_iter().zip(paid(rule, &dues)) {
            if let Some(case) = all.get_mut(place) {
                case.1 = is_paid;
            }
        }
    }
    all
}

fn of<'p>(facts: &'p Facts<'_>, case: &Case) -> Option<Bonus<'p>> {
    let honour = facts.round.awards.iter().find(|award| award.id == case.award)?.honour.as_deref()?;
    let subject = match case.kind? {
        SubjectKind::Collective => "collective",
        SubjectKind::Household => "household",
        SubjectKind::Individual => "individual",
    };
    bonus(facts.packs, honour, subject, facts.as_of()).ok()
}

fn form(facts: &Facts<'_>, award: &str) -> HonourForm {
    let form = facts.round.awards.iter().find(|known| known.id == award).and_then(|award| award.form);
    if form == Some(Form::Title) { HonourForm::Title } else { HonourForm::Commendation }
}

fn money((bonus, is_paid): Paid<'_>) -> [Cell; 2] {
    let words = &WORDS.payments;
    match bonus {
        None => [Cell::Empty, Cell::text(&words.not_stated)],
        Some(_) if !is_paid => [Cell::Empty, Cell::text(&words.not_paid)],
        Some(bonus) => [Cell::Money(bonus.money), Cell::text(if bonus.at_most { words.at_most.as_str() } else { "" })],
    }
}
