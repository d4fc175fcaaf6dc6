//! The list by which the awards of the decision are handed over: turn by turn, with room to sign.

use phongtrao_plan::AwardForm;
use phongtrao_press::frame::Sheet;
use phongtrao_press::papers::hand_over_list::{HandOverList, Recipient, Turn};

use super::words::WORDS;
use super::{Desk, Made, decision};
use crate::Case;
use crate::round::Item;

pub(super) fn list(desk: &Desk<'_, '_>) -> Made {
    (!desk.chosen.is_empty()).then(|| listed(desk)).into()
}

fn listed(desk: &Desk<'_, '_>) -> Item {
    let organisation = desk.facts.organisation;
    let list = HandOverList {
        sheet: Sheet {
            superior: organisation.superior.clone(),
            issuer: organisation.name.clone(),
            place: organisation.place.clone(),
            date: None,
        },
        occasion: WORDS.handed_over.fill(&[("occasion", &desk.occasion())]),
        when: WORDS.when_blank.clone(),
        decisions: vec![decision::cited(desk)],
        turns: turns(desk),
        signatures: vec![organisation.head_or_deputy()],
    };
    Item::new(list, None)
}

fn turns(desk: &Desk<'_, '_>) -> Vec<Turn> {
    let paid = desk.bonuses.recipients();
    let mut turns: Vec<Turn> = Vec::new();
    for (number, case) in (1_u32..).zip(&desk.chosen) {
        let award = desk.award_name(&case.award);
        let nominee = desk.as_signed(case);
        let recipient = Recipient {
            name: nominee.name,
            post: nominee.post,
            golden_book: Some(number),
            items: items(desk, case, paid.contains(&(case.award.as_str(), case.subject.as_str()))),
            received_by: if decision::is_posthumous(desk.facts, case) { WORDS.received_by_kin.clone() } else { String::new() },
        };
        match turns.last_mut().filter(|turn| turn.award == award) {
            Some(turn) => turn.recipients.push(recipient),
            None => turns.push(Turn { award, presented_by: None, recipients: vec![recipient] }),
        }
    }
    turns
}

/// What is handed over: the sheet, and the money where it is paid.
fn items(desk: &Desk<'_, '_>, case: &Case, is_paid: bool) -> String {
    let award = desk.facts.award(&case.award);
    let sheet = match award.map(|award| (award.form, award.honour.as_deref())) {
        Some((Some(AwardForm::Commendation), Some(honour))) => desk.honour(honour),
        Some((Some(AwardForm::Commendation), None)) => desk.award_name(&case.award),
        _ => WORDS.title_sheet.clone(),
    };
    if is_paid { WORDS.with_bonus.fill(&[("sheet", &sheet)]) } else { sheet }
}
