//! The papers of the file: what is sent back to a unit, who is refused and why, reports of achievements, and the note before the head.

mod cover;
mod grounds;
mod refusal;
mod report;
mod returned;
mod words;

use std::collections::BTreeMap;

use phongtrao_judge::Amount;
use phongtrao_judge::reasons::Asked;
use phongtrao_press::frame::Signature;
use phongtrao_register::Subject;
use phongtrao_value::figures;

pub(super) use self::cover::before_head;
pub(super) use self::refusal::of_units as refusals;
pub(super) use self::report::{of_others as long_reports, of_unit as reports};
pub(super) use self::returned::to_units as returns;
pub(super) use self::words::FILE;
use super::Material;
use crate::Case;
use crate::order::UnitPlace;

/// Cases by the unit that they belong to: units in the organisation's order, the cases of each in the order of lists. Who belongs to no unit is in none.
fn by_unit<'d>(material: &Material<'d, '_>, cases: impl Iterator<Item = &'d Case>) -> Vec<(Subject, Vec<&'d Case>)> {
    let mut units: BTreeMap<UnitPlace, (Subject, Vec<&'d Case>)> = BTreeMap::new();
    for case in material.order.sorted(cases) {
        if let Some(unit) = material.facts.unit_of(&case.subject) {
            units.entry(material.facts.unit_order(unit)).or_insert_with(|| (unit, Vec::new())).1.push(case);
        }
    }
    units.into_values().collect()
}

/// Cases that are in the order of lists, award by award; what is made of each stands below the award's name.
fn by_award<T>(material: &Material<'_, '_>, cases: &[&Case], make: impl Fn(&Case) -> T) -> Vec<(String, Vec<T>)> {
    let mut groups: Vec<(&str, Vec<T>)> = Vec::new();
    for case in cases {
        match groups.last_mut().filter(|(award, _)| *award == case.award) {
            Some((_, made)) => made.push(make(case)),
            None => groups.push((&case.award, vec![make(case)])),
        }
    }
    groups.into_iter().map(|(award, made)| (material.facts.award_title(award), made)).collect()
}

/// A number that is known, as papers print it: cut off, so that it never reaches a limit that it does not reach; of a share with its sign.
fn figure(amount: Amount, asked: Option<&Asked>) -> Option<String> {
    let is_share = asked.is_some_and(|asked| asked.is_share);
    let printed = if is_share { figures::share } else { figures::decimal };
    amount.is_known().then(|| printed(amount.least.down()))
}

/// Who signs what the desk sends to units: for the head, where somebody may.
fn sender(material: &Material<'_, '_>) -> Signature {
    material.facts.organisation.head_or_deputy()
}
