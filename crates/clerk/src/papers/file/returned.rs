//! Letters that ask units to complete their files: components that are not there, and facts that are not known.
//!
//! Only what the unit itself can bring is asked. A case that waits for others, a pending one among them, is not named: everybody reads of it that it waits.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_judge::{Verdict, reasons};
use phongtrao_press::frame::Frame;
use phongtrao_press::papers::return_note::{Group, Incomplete, Lack, ReturnNote};
use phongtrao_register::Subject;

use super::super::words::WORDS;
use super::super::{Made, Material, components, proposer};
use super::words::FILE;
use super::{by_award, by_unit, sender};
use crate::order::UnitPlace;
use crate::round::{Item, slug};
use crate::{Case, Standing};

/// What the file of a unit lacks.
struct Lacking<'d> {
    unit: Subject,
    components: Vec<Lack>,
    cases: Vec<&'d Case>,
}

/// A letter for each unit whose file lacks something.
pub(in crate::papers) fn to_units(material: &Material<'_, '_>) -> Made {
    let is_lacking = |case: &&Case| case.standing == Standing::Open && case.proposed == Verdict::Met && !lacks(material, case).is_empty();
    let cases = by_unit(material, material.cases.iter().filter(is_lacking));
    let mut units: BTreeMap<UnitPlace, Lacking<'_>> = BTreeMap::new();
    for (unit, cases) in cases {
        units.insert(material.facts.unit_order(unit), Lacking { unit, components: Vec::new(), cases });
    }
    for proposer in proposer::all(material).0 {
        let lack = |component| Lack { component, what: FILE.not_there.clone() };
        let lacks: Vec<Lack> = components::not_there(material, &proposer).into_iter().map(lack).collect();
        if !lacks.is_empty() {
            let of_unit = units.entry(material.facts.unit_order(proposer.unit));
            of_unit.or_insert_with(|| Lacking { unit: proposer.unit, components: Vec::new(), cases: Vec::new() }).components = lacks;
        }
    }
    units.into_values().map(|lacking| letter(material, lacking)).collect::<Vec<Item>>().into()
}

fn letter(material: &Material<'_, '_>, lacking: Lacking<'_>) -> Item {
    let unit = lacking.unit;
    let facts = material.facts;
    let organisation = facts.organisation;
    let name = facts.index.name(unit);
    let frame = material.own_frame("", vec![WORDS.as_above.clone()], sender(material));
    let letter = ReturnNote {
        frame: Frame { symbol: format!("{}-{}", organisation.symbol, organisation.desk.symbol), ..frame },
        to: name.to_owned(),
        occasion: material.asked_for(lacking.cases.iter().copied()),
        file: None,
        received: None,
        components: lacking.components,
        groups: by_award(material, &lacking.cases, |case| incomplete(material, case))
            .into_iter()
            .map(|(award, subjects)| Group { award, subjects })
            .collect(),
        return_to: organisation.desk.name.clone(),
        until: None,
    };
    Item { file: slug(&format!("bo-sung-ho-so {}", facts.index.id(unit))), ..Item::new(letter, Some(name)) }
}

fn incomplete(material: &Material<'_, '_>, case: &Case) -> Incomplete {
    let nominee = material.nominee(case);
    Incomplete { name: nominee.name, post: nominee.post, lacks: lacks(material, case) }
}

/// What of a case is not known and the unit can bring.
pub(in crate::papers) fn lacks(material: &Material<'_, '_>, case: &Case) -> Vec<String> {
    let mut lacks = Vec::new();
    for step in reasons::open(&case.reason) {
        let of_unit = step.waits.iter().filter(|waits| waits.addition.is_some());
        let waits: Vec<String> = of_unit.map(|waits| material.vietnamese.say(&waits.words)).collect();
        if waits.is_empty() {
            continue;
        }
        let condition = material.vietnamese.say(&step.words);
        // A criterion that somebody must attest is named by the condition already.
        let brief = waits.into_iter().map(|waits| if waits.contains(&condition) { FILE.not_attested.clone() } else { waits });
        let waits = brief.collect::<Vec<String>>().join("; ");
        let asked: BTreeSet<&str> = step.waits.iter().filter_map(|waits| FILE.asked_for(waits.addition?)).collect();
        let said = [("condition", condition.as_str()), ("waits", &waits)];
        let lack = match asked.is_empty() {
            true => FILE.lack.fill(&said),
            false => {
                let asked = asked.into_iter().collect::<Vec<&str>>().join(", ");
                FILE.lack_asked.fill(&[said[0], said[1], ("asked", &asked)])
            }
        };
        if !lacks.contains(&lack) {
            lacks.push(lack);
        }
    }
    lacks
}
