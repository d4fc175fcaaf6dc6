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
        Some((Some(AwardForm::Title), Some(honour))) => match of_title(material, honour) {
            Some(sheet) => sheet,
            None => return if is_paid { WORDS.only_bonus.clone() } else { String::new() },
        },
        _ => WORDS.title_sheet.clone(),
    };
    if is_paid { WORDS.with_bonus.fill(&[("sheet", &sheet)]) } else { sheet }
}

/// The sheet or flag of a title; none where nothing is handed over besides money.
fn of_title(material: &Material<'_, '_>, honour: &str) -> Option<String> {
    let known = material.facts.packs.honours().iter().find(|known| known.id == honour);
    let Some(known) = known else { return Some(WORDS.title_sheet.clone()) };
    known.objects.iter().find_map(|object| WORDS.sheets.get(object)).cloned()
}

#[cfg(test)]
mod tests {
    use crate::given::Given;

    const AWARD: &str = "form = \"commendation\"\nname = \"Giấy khen của Hiệu trưởng\"\nhonour = \"certificate-of-commendation\"";

    /// Nothing but money is handed over with a title of which the law knows no sheet, and then nobody misses its certificates.
    #[rstest::rstest]
    #[case::no_sheet("advanced-worker", "Lao động tiên tiến", false)]
    #[case::a_sheet("grassroots-emulation-fighter", "Chiến sĩ thi đua cơ sở", true)]
    fn what_is_handed_over_with_a_title(#[case] honour: &str, #[case] name: &str, #[case] has_sheet: bool) {
        let award = format!("form = \"title\"\nname = \"{name}\"\nhonour = \"{honour}\"");
        let signed = "round,place,award,subject,number,on\nhang-nam,1,giay-khen,an,5,2026-12-21\n";
        let worked = Given::college().with(AWARD, &award).and_table("signed.csv", signed).worked();
        let list = worked.said("quyet-dinh", "danh-sach-trao-tang").expect("a list");
        assert_eq!(list.contains("\"Bằng"), has_sheet, "{list}");
        assert!(!list.contains("Giấy chứng nhận"), "{list}");
        let is_missed = worked.findings.iter().any(|finding| finding.code == "clerk-certificate-unknown");
        assert!(has_sheet || !is_missed);
    }
}
