//! The bonus money of those in the decision, and the list by which it is paid.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_movement::bonus::{Amount, Given, amounts};
use phongtrao_plan::{AwardForm, SubjectKind};
use phongtrao_press::frame::{Sheet, Signature};
use phongtrao_press::papers::bonus_list::{BonusList, Payee};
use phongtrao_rules::HonourForm;

use super::words::WORDS;
use super::{Made, Material, decision, signed_amounts};
use crate::round::Item;
use crate::{Case, Facts, texts};

/// Who is paid how much.
pub(crate) struct Bonuses<'d> {
    /// In the order of the decision.
    pub(super) paid: Vec<(&'d Case, Amount<'d>)>,
    /// Of how many no source states the amount, or only the greatest that may be given.
    pub(super) unknown: usize,
}

impl<'d> Bonuses<'d> {
    /// The bonuses of those in the decision.
    pub(super) fn of(facts: &'d Facts<'_>, chosen: &[&'d Case]) -> Bonuses<'d> {
        let mut bonuses = Bonuses { paid: Vec::new(), unknown: 0 };
        for (case, amount) in signed_amounts(facts, chosen) {
            match amount {
                Some(amount) if !amount.at_most && amount.is_paid => bonuses.paid.push((case, amount)),
                Some(amount) if !amount.at_most => {}
                _ => bonuses.unknown += 1,
            }
        }
        bonuses
    }

    /// Awards and subjects for which money is paid.
    pub(super) fn recipients(&self) -> BTreeSet<(&str, &str)> {
        self.paid.iter().map(|(case, _)| case.key()).collect()
    }
}

/// What is stated for some of those in the decision, as of the day of signing; before that of the day of judging.
pub(crate) fn stated<'d>(facts: &'d Facts<'_>, chosen: &[&'d Case]) -> Vec<(&'d Case, Option<Amount<'d>>)> {
    let on = facts.decided_on();
    let given = chosen.iter().map(|case| {
        let award = facts.award(&case.award);
        let form = match award.and_then(|award| award.form) {
            Some(AwardForm::Title) => HonourForm::Title,
            _ => HonourForm::Commendation,
        };
        Given::to(&case.subject, facts.index, on, award.and_then(|award| award.honour.as_deref()), form)
    });
    let given: Vec<Given<'_>> = given.collect();
    chosen.iter().copied().zip(amounts(facts.packs, &given, on)).collect()
}

/// What is in doubt about the amounts that are paid, award by award.
pub(super) fn doubts(material: &Material<'_, '_>) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for (case, amount) in &material.bonuses.paid {
        let Some(doubt) = amount.doubt else { continue };
        let words =
            WORDS.doubt_of.fill(&[("award", &material.award_name(&case.award)), ("kind", WORDS.kind_of(case.kind)), ("doubt", doubt)]);
        if !said.contains(&words) {
            said.push(words);
        }
    }
    said
}

/// The list by which the bonuses are paid; none where the organisation does not say from what.
pub(super) fn list(material: &Material<'_, '_>) -> Made {
    let organisation = material.facts.organisation;
    let bonuses = &material.bonuses;
    let mut made = Made::default();
    if bonuses.unknown > 0 {
        let finding =
            Finding::new("clerk-bonus-unknown", Severity::Note, texts::bonus_unknown(i64::try_from(bonuses.unknown).unwrap_or(i64::MAX)));
        made.findings.push(finding.help(texts::bonus_unknown_help()));
    }
    let Some(from) = organisation.bonus.as_ref().filter(|_| !bonuses.paid.is_empty()) else { return made };
    let list = BonusList {
        sheet: Sheet {
            superior: organisation.superior.clone(),
            issuer: organisation.name.clone(),
            place: organisation.place.clone(),
            date: None,
        },
        occasion: material.occasion(),
        decision: decision::cited(material),
        source: from.source.clone(),
        payees: bonuses.paid.iter().map(|(case, amount)| payee(material, case, amount)).collect(),
        notes: doubts(material),
        maker: Signature { capacity: vec![WORDS.made_by.clone()], name: None },
        accountant: from.accountant.clone(),
        head: organisation.head.clone(),
    };
    made.items.push(Item::new(list, None));
    made
}

fn payee(material: &Material<'_, '_>, case: &Case, amount: &Amount<'_>) -> Payee {
    let unit = material.facts.unit_of(&case.subject).map(|unit| material.facts.index.name(unit)).unwrap_or_default();
    let is_unit = case.kind == SubjectKind::Collective;
    Payee {
        name: material.as_signed(case).name,
        unit: if is_unit { String::new() } else { unit.to_owned() },
        award: material.award_name(&case.award),
        amount: amount.money,
        account: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::given::Given;

    /// Both people and with them their faculty are learners; of the other faculty nobody is known.
    #[test]
    fn learners_are_in_the_decision_and_not_paid() {
        let outcome = Given::college().with("male,official", "male,student").with("[\"official\"]", "[\"student\"]").worked();
        let decision = outcome.said("quyet-dinh", "quyet-dinh-khen-thuong").expect("a decision");
        assert!(decision.contains("01 tập thể × 1.520.000 đồng = 1.520.000 đồng."), "{decision}");
        assert!(decision.contains("Lê Thị An") && !decision.contains("cá nhân ×"), "{decision}");
        assert!(outcome.findings.iter().any(|finding| finding.code == "clerk-bonus-unknown"), "{:?}", outcome.findings);
        let list = outcome.said("quyet-dinh", "danh-sach-chi-tien-thuong").expect("a list");
        assert!(!list.contains("Lê Thị An") && list.contains("Khoa May"), "{list}");
    }

    #[rstest::rstest]
    #[case("quyet-dinh", "danh-sach-chi-tien-thuong", true)]
    #[case("quyet-dinh", "phieu-trinh", true)]
    #[case("quyet-dinh", "quyet-dinh-khen-thuong", false)]
    fn what_is_in_doubt_about_an_amount_is_told_to_whoever_pays(#[case] folder: &str, #[case] file: &str, #[case] expected: bool) {
        let outcome = Given::college().worked();
        let said = outcome.said(folder, file).expect("a paper");
        assert_eq!(said.contains("Giấy khen của Hiệu trưởng (cá nhân): hệ số của Giấy khen cho cá nhân chưa đọc được"), expected, "{said}");
        assert!(said.matches("Lưu ý").count() <= 1, "{said}");
    }
}
