//! The unit trees: what is above, what is below, what came after.

use std::collections::{BTreeSet, HashMap};

use phongtrao_value::Date;

use super::{Groups, Hasher, Index, Subject};
use crate::Register;
use crate::rows::{Award, Unit};

/// The trees as numbers.
#[derive(Debug)]
pub(super) struct Tree {
    /// For each unit by its place in the file, the one above.
    parents: Vec<Option<Subject>>,
    /// For each subject, the places of the units right below it.
    children: Groups,
    /// For each unit by its place in the file, those that took over.
    successors: Vec<Vec<Subject>>,
    /// For each unit by its place in the file, those that it took over.
    predecessors: Vec<Vec<Subject>>,
}

impl Tree {
    pub(super) fn new(register: &Register, subjects: &HashMap<&str, Subject, Hasher>) -> Tree {
        let people = register.people.len();
        let units = &register.units;
        let is_unit = |subject: &Subject| (people..people + units.len()).contains(&subject.place());
        let find = |id: &str| subjects.get(id).copied().filter(is_unit);
        let parents: Vec<Option<Subject>> = units.iter().map(|unit| unit.parent.as_deref().and_then(find)).collect();
        let children = Groups::new(people + units.len() + register.households.len(), units.len(), |unit| parents[unit]);
        let successors: Vec<Vec<Subject>> = units.iter().map(|unit| unit.successors.iter().filter_map(|id| find(id)).collect()).collect();
        let mut predecessors = vec![Vec::new(); units.len()];
        for (place, after) in successors.iter().enumerate() {
            for successor in after {
                predecessors[successor.place() - people].push(Subject(super::number_of(people + place)));
            }
        }
        Tree { parents, children, successors, predecessors }
    }
}

impl<'r> Index<'r> {
    /// The place of a unit in the file.
    fn place_of_unit(&self, unit: Subject) -> Option<usize> {
        unit.place().checked_sub(self.register.people.len())
    }

    /// The unit above.
    pub fn parent(&self, unit: Subject) -> Option<Subject> {
        self.tree.parents.get(self.place_of_unit(unit)?).copied().flatten()
    }

    /// The units right below, at any time.
    pub fn children(&self, unit: Subject) -> impl Iterator<Item = Subject> + '_ {
        let people = super::number_of(self.register.people.len());
        self.tree.children.of(unit).iter().map(move |place| Subject(people + place))
    }

    /// A unit and all those below it that exist on a day, each above before those below it.
    pub fn with_units_below(&self, unit: Subject, day: Date) -> Vec<Subject> {
        let mut found = Vec::new();
        let mut open = vec![unit];
        while let Some(unit) = open.pop() {
            // A cycle would have been refused when the folder was read; the bound keeps a register made otherwise from going round.
            if found.len() > self.register.units.len() {
                break;
            }
            found.push(unit);
            let before = open.len();
            open.extend(self.children(unit).filter(|below| self.exists(*below, day)));
            if let Some(below) = open.get_mut(before..) {
                below.reverse();
            }
        }
        found
    }

    /// Whether a unit exists on a day; people and households always do.
    pub fn exists(&self, subject: Subject, day: Date) -> bool {
        self.unit(subject).is_none_or(|unit| unit.exists(day))
    }

    /// The units that took over from a unit.
    pub fn successors(&self, unit: Subject) -> &[Subject] {
        self.place_of_unit(unit).and_then(|place| self.tree.successors.get(place)).map_or(&[], Vec::as_slice)
    }

    /// The units that a unit took over.
    pub fn predecessors(&self, unit: Subject) -> &[Subject] {
        self.place_of_unit(unit).and_then(|place| self.tree.predecessors.get(place)).map_or(&[], Vec::as_slice)
    }

    /// The units that a unit took over, those that these took over, and so on; each once, the nearest first.
    pub fn all_predecessors(&self, unit: Subject) -> Vec<Subject> {
        let mut found = self.predecessors(unit).to_vec();
        let mut seen: BTreeSet<Subject> = found.iter().copied().chain([unit]).collect();
        let mut next = 0;
        while let Some(before) = found.get(next).copied().filter(|_| next < MOST_PREDECESSORS) {
            next += 1;
            found.extend(self.predecessors(before).iter().filter(|earlier| seen.insert(**earlier)));
        }
        found
    }

    /// The awards of a subject and of the units that it took over, each with whose it was; its own first.
    pub fn ledger_with_predecessors(&self, subject: Subject) -> impl Iterator<Item = (Subject, &'r Award)> + '_ {
        let all = std::iter::once(subject).chain(self.all_predecessors(subject));
        all.flat_map(|holder| self.ledger(holder).map(move |award| (holder, award)))
    }
}

/// No unit took over more; the bound keeps a made-up chain from being walked whole for each unit of it.
const MOST_PREDECESSORS: usize = 1000;

impl Unit {
    /// Whether it exists on a day.
    pub fn exists(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}
