//! Those in a signed decision as it prints them: what is known by now changes neither name, nor post, nor money.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_movement::bonus::Amount;
use phongtrao_press::lists::{AwardGroup, Nominee};
use phongtrao_register::rows::SignedRow;
use phongtrao_value::Money;

use super::words::WORDS;
use super::{Material, money};
use crate::counted::counted;
use crate::{Case, Facts, texts};

/// The rows of signed decisions of a round, by award and subject.
pub(crate) type Printed<'f> = BTreeMap<(&'f str, &'f str), &'f SignedRow>;

impl Material<'_, '_> {
    /// Name and post as the decision prints them: those that were signed, where they were written down.
    pub(crate) fn as_signed(&self, case: &Case) -> Nominee {
        let now = self.nominee(case);
        let Some(row) = self.printed.get(&(case.award.as_str(), case.subject.as_str())) else { return now };
        let (name, post) = (row.name.clone().unwrap_or(now.name), row.post.clone().unwrap_or(now.post));
        Nominee { name, post, note: now.note }
    }

    /// Cases of a decision in groups of one award and kind.
    pub(crate) fn signed_groups(&self, cases: &[&Case]) -> Vec<AwardGroup> {
        let mut groups = self.groups(cases);
        let nominees = groups.iter_mut().flat_map(|group| &mut group.nominees);
        nominees.zip(cases).for_each(|(nominee, case)| *nominee = self.as_signed(case));
        groups
    }

    /// Tells of whom name, post or money are no longer those that were signed.
    pub(super) fn changed_since_signing(&self) -> Option<Finding> {
        let now: BTreeMap<(&str, &str), Option<Money>> =
            money::stated(self.facts, &self.chosen).into_iter().map(|(case, amount)| (key(case), amount.as_ref().and_then(paid))).collect();
        let is_other = |case: &&&Case| {
            let Some(row) = self.printed.get(&key(case)) else { return false };
            let nominee = self.nominee(case);
            let stated = now.get(&key(case)).copied().flatten();
            row.name.as_ref().is_some_and(|name| *name != nominee.name)
                || row.post.as_ref().is_some_and(|post| *post != nominee.post)
                || row.amount.is_some_and(|amount| stated.is_some_and(|stated| stated != dong(amount)))
        };
        let changed = self.chosen.iter().chain(&self.recognised).filter(is_other).map(|case| case.subject.as_str());
        let (number, names) = counted(self.facts, changed);
        let finding = || Finding::new("clerk-signed-changed", Severity::Warning, texts::signed_changed(number, names));
        (number > 0).then(|| finding().help(texts::signed_changed_help()))
    }
}

/// What is paid for those in the decision: the amounts that were signed, where they were written down, else those that are stated.
pub(crate) fn signed_amounts<'d>(facts: &'d Facts<'_>, chosen: &[&'d Case]) -> Vec<(&'d Case, Option<Amount<'d>>)> {
    let printed = facts.printed();
    let as_signed = |(case, stated): (&'d Case, Option<Amount<'d>>)| {
        let signed = printed.get(&key(case)).and_then(|row| row.amount);
        (case, signed.map(|amount| signed_as(dong(amount), stated.as_ref())).or(stated))
    };
    money::stated(facts, chosen).into_iter().map(as_signed).collect()
}

fn signed_as<'d>(money: Money, stated: Option<&Amount<'d>>) -> Amount<'d> {
    Amount {
        money,
        at_most: false,
        is_paid: money != Money::ZERO,
        source: stated.map_or(WORDS.own_amount.as_str(), |stated| stated.source),
        doubt: None,
        cautions: Vec::new(),
    }
}

/// What is paid: none where it is not known, zero where nothing is.
pub(crate) fn paid(amount: &Amount<'_>) -> Option<Money> {
    if amount.is_paid { (!amount.at_most).then_some(amount.money) } else { Some(Money::ZERO) }
}

fn dong(amount: u32) -> Money {
    Money::dong(amount.into())
}

fn key(case: &Case) -> (&str, &str) {
    (&case.award, &case.subject)
}
