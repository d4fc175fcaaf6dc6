//! The units that put somebody forward.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_register::Subject;

use super::desk::{Desk, is_nominated};
use crate::{Case, UnitOffice, texts};

/// A unit with those who meet the conditions there.
pub(crate) struct Proposer<'d> {
    pub(crate) unit: Subject,
    pub(crate) name: &'d str,
    pub(crate) office: &'d UnitOffice,
    pub(crate) cases: Vec<&'d Case>,
}

impl<'d> Proposer<'d> {
    /// Those whom the unit's letter names: the votes are not against them.
    pub(super) fn put_forward(&self) -> Vec<&'d Case> {
        self.cases.iter().copied().filter(|case| !case.fell_in_unit()).collect()
    }
}

/// The units that put somebody forward, in the organisation's order; those that cannot sign are found, not made.
pub(super) fn all<'d>(desk: &Desk<'d, '_>) -> (Vec<Proposer<'d>>, Vec<Finding>) {
    let mut by_unit: BTreeMap<(i64, String), (Subject, Vec<&Case>)> = BTreeMap::new();
    for case in desk.in_order.iter().copied().filter(|case| is_nominated(desk.facts, case)) {
        if let Some(unit) = desk.facts.unit_of(&case.subject) {
            by_unit.entry(desk.facts.unit_order(unit)).or_insert_with(|| (unit, Vec::new())).1.push(case);
        }
    }
    let (mut proposers, mut findings) = (Vec::new(), Vec::new());
    for ((_, id), (unit, cases)) in by_unit {
        let name = desk.facts.index.name(unit);
        match desk.facts.organisation.units.get(&id) {
            Some(office) => proposers.push(Proposer { unit, name, office, cases }),
            None => findings.push(
                Finding::new("clerk-unit-unsigned", Severity::Warning, texts::unit_unsigned(name))
                    .help(texts::unit_unsigned_help(id.as_str())),
            ),
        }
    }
    (proposers, findings)
}
