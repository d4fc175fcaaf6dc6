//! The units that put somebody forward.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_register::Subject;

use super::components::is_proposed;
use super::material::{Material, is_nominated};
use crate::counted::counted;
use crate::order::UnitPlace;
use crate::{Case, Organisation, Standing, UnitOffice, texts};

/// A unit with those who meet the conditions there.
pub(crate) struct Proposer<'d> {
    pub(crate) unit: Subject,
    pub(crate) name: &'d str,
    pub(crate) office: &'d UnitOffice,
    pub(crate) cases: Vec<&'d Case>,
}

impl<'d> Proposer<'d> {
    /// The place of its dates.
    pub(super) fn place(&self, organisation: &Organisation) -> String {
        self.office.place.as_ref().unwrap_or(&organisation.place).clone()
    }

    /// Those whom the unit's letter names: the votes are not against them.
    pub(super) fn put_forward(&self) -> Vec<&'d Case> {
        self.cases.iter().copied().filter(|case| !case.fell_in_unit()).collect()
    }
}

/// The units that put somebody forward, in the organisation's order; those that cannot sign are found, not made.
pub(super) fn all<'d>(material: &Material<'d, '_>) -> (Vec<Proposer<'d>>, Vec<Finding>) {
    let mut by_unit: BTreeMap<UnitPlace, (Subject, Vec<&Case>)> = BTreeMap::new();
    for case in material.in_order.iter().copied().filter(|case| is_nominated(material.facts, case)) {
        if let Some(unit) = material.facts.unit_of(&case.subject) {
            by_unit.entry(material.facts.unit_order(unit)).or_insert_with(|| (unit, Vec::new())).1.push(case);
        }
    }
    let (mut proposers, mut findings) = (Vec::new(), Vec::new());
    for (unit, cases) in by_unit.into_values() {
        let id = material.facts.index.id(unit);
        let name = material.facts.index.name(unit);
        match material.facts.organisation.units.get(id) {
            Some(office) => proposers.push(Proposer { unit, name, office, cases }),
            None => findings.push(
                Finding::new("clerk-unit-unsigned", Severity::Warning, texts::unit_unsigned(name)).help(texts::unit_unsigned_help(id)),
            ),
        }
    }
    findings.extend(without_unit(material));
    (proposers, findings)
}

/// Those who came further than the conditions and belong to no unit: no dossier has them.
fn without_unit(material: &Material<'_, '_>) -> Option<Finding> {
    let is_lost = |case: &&&Case| {
        case.standing != Standing::NotMet && is_proposed(material.facts, &case.award) && material.facts.unit_of(&case.subject).is_none()
    };
    let subjects: BTreeSet<&str> = material.in_order.iter().filter(is_lost).map(|case| case.subject.as_str()).collect();
    let (number, names) = counted(material.facts, subjects);
    let finding = || Finding::new("clerk-without-unit", Severity::Warning, texts::without_unit(number, names));
    (number > 0).then(|| finding().help(texts::without_unit_help()))
}

#[cfg(test)]
mod tests {
    use crate::given::Given;

    #[rstest::rstest]
    #[case::all_have_one(&[], None)]
    #[case::one_without(&[("binh,khoa-dien,Trưởng khoa,1,2020-01-01\n", "")], Some("clerk-without-unit"))]
    #[case::one_without_who_is_not_put_forward(&[("binh,khoa-dien,Trưởng khoa,1,2020-01-01\n", ""), ("binh,xuat-sac,yes", "binh,xuat-sac,no")], None)]
    fn who_belongs_to_no_unit_is_told(#[case] changes: &[(&str, &str)], #[case] expected: Option<&str>) {
        let outcome = changes.iter().fold(Given::college(), |given, (from, to)| given.with(from, to)).worked();
        let found = outcome.findings.iter().map(|finding| finding.code).find(|code| *code == "clerk-without-unit");
        assert_eq!(found, expected);
    }
}
