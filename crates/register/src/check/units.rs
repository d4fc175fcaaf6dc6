//! The unit trees: cycles, units below one of another tree, successors that lead back.

use crate::fault::{Fault, Faults};
use crate::rows::Unit;
use crate::{Index, Subject, texts};

pub(super) fn check(index: &Index<'_>, faults: &mut Faults) {
    cycles(index, faults, "parent", |unit| index.parent(unit).into_iter().collect());
    cycles(index, faults, "successors", |unit| index.successors(unit).to_vec());
    for unit in &index.register().units {
        other_tree(index, unit, faults);
        if !unit.successors.is_empty() && unit.to.is_none() {
            let message = texts::data_successors_of_living(&unit.name);
            faults.push(Fault::error("data-successors", unit.place, "to", message, texts::data_successors_of_living_help()));
        }
    }
}

fn other_tree(index: &Index<'_>, unit: &Unit, faults: &mut Faults) {
    let parent = unit.parent.as_deref().and_then(|parent| index.subject(parent)).and_then(|parent| index.unit(parent));
    if let Some(parent) = parent.filter(|parent| parent.tree != unit.tree) {
        let message = texts::data_other_tree(&unit.name, &unit.tree, &parent.name, &parent.tree);
        faults.push(Fault::error("data-other-tree", unit.place, "parent", message, texts::data_other_tree_help()));
    }
}

/// How far a unit has been looked at.
#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    Open,
    Done,
}

/// Walks without recursion from every unit along `next`; a step back onto the way is a cycle, told once where it closes.
fn cycles(index: &Index<'_>, faults: &mut Faults, column: &'static str, next: impl Fn(Subject) -> Vec<Subject>) {
    let mut states = vec![State::New; index.len()];
    let mut told = 0;
    for start in index.units() {
        let mut way = vec![(start, None::<std::vec::IntoIter<Subject>>)];
        while let Some((unit, following)) = way.last_mut() {
            let unit = *unit;
            // Subjects of an index are places of `states`.
            let following = match following {
                Some(following) => following,
                None if states[unit.place()] != State::New => {
                    way.pop();
                    continue;
                }
                None => {
                    states[unit.place()] = State::Open;
                    following.insert(next(unit).into_iter())
                }
            };
            match following.next() {
                Some(next) if states[next.place()] == State::Open && told == MOST_CYCLES => {}
                Some(next) if states[next.place()] == State::Open => {
                    told += 1;
                    let names: Vec<&str> =
                        way.iter().map(|(unit, _)| *unit).skip_while(|unit| *unit != next).map(|unit| index.id(unit)).collect();
                    tell(index, unit, column, &names, faults);
                }
                Some(next) => way.push((next, None)),
                None => {
                    states[unit.place()] = State::Done;
                    way.pop();
                }
            }
        }
    }
}

/// So many cycles are told; each is looked for along the whole way.
const MOST_CYCLES: usize = 20;

/// So many units of a cycle are named.
const NAMED: usize = 8;

fn tell(index: &Index<'_>, unit: Subject, column: &'static str, names: &[&str], faults: &mut Faults) {
    let Some(row) = index.unit(unit) else { return };
    let mut way = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(" → ");
    if names.len() > NAMED {
        way.push_str(" → …");
    }
    way.push_str(&format!(" → {}", names.first().copied().unwrap_or_default()));
    let (message, help) = match column {
        "parent" => (texts::data_cycle_of_units(way), texts::data_cycle_of_units_help()),
        _ => (texts::data_cycle_of_successors(way), texts::data_cycle_of_successors_help()),
    };
    faults.push(Fault::error("data-cycle", row.place, column, message, help));
}
