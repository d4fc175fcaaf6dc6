//! The list of learning citizens of a unit.

use phongtrao_press::frame::Signature;
use phongtrao_press::papers::learning_citizen_list::{Citizen, Group, LearningCitizenList};
use phongtrao_press::sheet::Letterhead;
use phongtrao_value::Date;

use super::super::{Material, Proposer};
use super::result;
use super::words::WORDS;
use crate::Case;
use crate::round::Item;

pub(super) fn of_unit(material: &Material<'_, '_>, proposer: &Proposer<'_>) -> Option<Item> {
    let award = material.citizen_recognition()?;
    let people: Vec<Citizen> =
        proposer.put_forward().into_iter().filter(|case| case.award == award.id).map(|case| citizen(material, case)).collect();
    let organisation = material.facts.organisation;
    (!people.is_empty()).then(|| {
        let list = LearningCitizenList {
            letterhead: Letterhead { superior: Some(organisation.name.clone()), issuer: proposer.name.to_owned() },
            place: proposer.place(organisation),
            date: None,
            title: award.name.clone(),
            occasion: material.year(),
            units: vec![Group { unit: proposer.name.to_owned(), people }],
            prepared_by: Signature { capacity: vec![WORDS.list_maker.clone()], name: None },
            signature: proposer.office.head.clone(),
        };
        Item::new(list, None)
    })
}

fn citizen(material: &Material<'_, '_>, case: &Case) -> Citizen {
    let index = material.facts.index;
    let person = index.subject(&case.subject).and_then(|subject| index.person(subject));
    Citizen {
        name: material.printed_name(&case.subject),
        born: person.and_then(|person| person.born).map(Date::year),
        post: material.post_title(&case.subject).unwrap_or_default().to_owned(),
        points: result::points(material.facts.plan, case),
        note: String::new(),
    }
}
