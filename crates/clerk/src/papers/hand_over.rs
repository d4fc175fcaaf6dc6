//! The list by which the awards of the decision are handed over: turn by turn, with room to sign.

use phongtrao_plan::AwardForm;
use phongtrao_press::frame::Sheet;
use phongtrao_press::papers::hand_over_list::{HandOverList, Recipient, Turn};

use super::words::WORDS;
use super::{Made, Material, decision};
use crate::Case;
use crate::round::Item;

pub(super) fn list(material: &Material<'_, '_>) -> Made {
    (!material.chosen.is_empty()).then(|| listed(material)).into()
}

fn listed(material: &Material<'_, '_>) -> Item {
    let organisation = material.facts.organisation;
    let list = HandOverList {
        sheet: Sheet {
            superior: organisation.superior.clone(),
            issuer: organisation.name.clone(),
            place: organisation.place.clone(),
            date: None,
        },
        occasion: WORDS.handed_over.fill(&[("occasion", &material.occasion())]),
        when: WORDS.when_blank.clone(),
        decisions: vec![decision::cited(material)],
        turns: turns(material),
        signatures: vec![organisation.head_or_deputy()],
    };
    Item::new(list, None)
}

fn turns(material: &Material<'_, '_>) -> Vec<Turn> {
    let paid = material.bonuses.recipients();
    let mut turns: Vec<Turn> = Vec::new();
    for (number, case) in (1_u32..).zip(&material.chosen) {
        let award = material.award_name(&case.award);
        let nominee = material.as_signed(case);
        let recipient = Recipient {
            name: nominee.name,
            post: nominee.post,
            golden_book: Some(number),
            items: items(material, case, paid.contains(&case.key())),
            received_by: if decision::is_posthumous(material.facts, case) { WORDS.received_by_kin.clone() } else { String::new() },
        };
        match turns.last_mut().filter(|turn| turn.award == award) {
            Some(turn) => turn.recipients.push(recipient),
            None => turns.push(Turn { award, presented_by: None, recipients: vec![recipient] }),
        }
    }
    turns
}

/// What is handed over: the sheet, and the money where it is paid.
fn items(material: &Material<'_, '_>, case: &Case, is_paid: bool) -> String {
    let award = material.facts.award(&case.award);
    let sheet = match award.map(|award| (award.form, award.honour.as_deref())) {
        Some((Some(AwardForm::Commendation), Some(honour))) => material.honour(honour),
        Some((Some(AwardForm::Commendation), None)) => material.award_name(&case.award),
        _ => WORDS.title_sheet.clone(),
    };
    if is_paid { WORDS.with_bonus.fill(&[("sheet", &sheet)]) } else { sheet }
}
