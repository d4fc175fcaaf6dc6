//! The bonus money of those in the decision, and the list by which it is paid.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_movement::bonus::{Amount, Given, amounts};
use phongtrao_plan::{AwardForm, SubjectKind};
use phongtrao_press::frame::{Sheet, Signature};
use phongtrao_press::papers::bonus_list::{BonusList, Payee};
use phongtrao_rules::HonourForm;

use super::words::WORDS;
use super::{Desk, Made, decision};
use crate::round::Item;
use crate::{Case, Facts, texts};

/// Who is paid how much.
pub(crate) struct Bonuses<'d> {
    /// In the order of the decision.
    pub(super) paid: Vec<(&'d Case, Amount<'d>)>,
    /// Of how many no source states the amount, or only the greatest that may be given.
    pub(super) unknown: usize,
}

impl<'d> Bonuses<'d> {
    /// The bonuses of those in the decision.
    pub(super) fn of(facts: &'d Facts<'_>, chosen: &[&'d Case]) -> Bonuses<'d> {
        let mut bonuses = Bonuses { paid: Vec::new(), unknown: 0 };
        for (case, amount) in stated(facts, chosen) {
            match amount {
                Some(amount) if !amount.at_most && amount.is_paid => bonuses.paid.push((case, amount)),
                Some(amount) if !amount.at_most => {}
                _ => bonuses.unknown += 1,
            }
        }
        bonuses
    }

    /// Awards and subjects for which money is paid.
    pub(super) fn recipients(&self) -> BTreeSet<(&str, &str)> {
        self.paid.iter().map(|(case, _)| case.key()).collect()
    }
}

/// What is stated for some of those in the decision, as of the day of signing; before that of the day of judging.
pub(crate) fn stated<'d>(facts: &'d Facts<'_>, chosen: &[&'d Case]) -> Vec<(&'d Case, Option<Amount<'d>>)> {
    let award = |case: &Case| facts.award(&case.award);
    let given = chosen.iter().map(|case| Given {
        subject: &case.subject,
        kind: case.kind,
        honour: award(case).and_then(|award| award.honour.as_deref()),
        form: match award(case).and_then(|award| award.form) {
            Some(AwardForm::Title) => HonourForm::Title,
            _ => HonourForm::Commendation,
        },
    });
    let given: Vec<Given<'_>> = given.collect();
    chosen.iter().copied().zip(amounts(facts.packs, &given, facts.decided_on())).collect()
}

/// The list by which the bonuses are paid; none where the organisation does not say from what.
pub(super) fn list(desk: &Desk<'_, '_>) -> Made {
    let organisation = desk.facts.organisation;
    let bonuses = &desk.bonuses;
    let mut made = Made::default();
    if bonuses.unknown > 0 {
        let finding =
            Finding::new("clerk-bonus-unknown", Severity::Note, texts::bonus_unknown(i64::try_from(bonuses.unknown).unwrap_or(i64::MAX)));
        made.findings.push(finding.help(texts::bonus_unknown_help()));
    }
    let Some(from) = organisation.bonus.as_ref().filter(|_| !bonuses.paid.is_empty()) else { return made };
    let list = BonusList {
        sheet: Sheet {
            superior: organisation.superior.clone(),
            issuer: organisation.name.clone(),
            place: organisation.place.clone(),
            date: None,
        },
        occasion: desk.occasion(),
        decision: decision::cited(desk),
        source: from.source.clone(),
        payees: bonuses.paid.iter().map(|(case, amount)| payee(desk, case, amount)).collect(),
        maker: Signature { capacity: vec![WORDS.made_by.clone()], name: None },
        accountant: from.accountant.clone(),
        head: organisation.head.clone(),
    };
    made.items.push(Item::new(list, None));
    made
}

fn payee(desk: &Desk<'_, '_>, case: &Case, amount: &Amount<'_>) -> Payee {
    let unit = desk.facts.unit_of(&case.subject).map(|unit| desk.facts.index.name(unit)).unwrap_or_default();
    let is_unit = case.kind == SubjectKind::Collective;
    Payee {
        name: desk.printed_name(&case.subject),
        unit: if is_unit { String::new() } else { unit.to_owned() },
        award: desk.award_name(&case.award),
        amount: amount.money,
        account: String::new(),
    }
}
