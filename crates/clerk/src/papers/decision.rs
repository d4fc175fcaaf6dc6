//! The decision on those who are chosen.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_movement::level;
use phongtrao_plan::Award;
use phongtrao_press::frame::Cited;
use phongtrao_press::papers::decision::{Bonus, Decision, Rate};
use phongtrao_value::text::{folded, squeezed};

use super::words::WORDS;
use super::{Made, Material};
use crate::order::list_kind;
use crate::round::Item;
use crate::signed::Act;
use crate::{Case, Facts, Standing, citation, texts};

/// The level on which an organisation decides for itself.
const OWN: &str = "base";

/// Whether an award stands in the organisation's own decision: a title or a commendation on which nobody above it decides. What is recognised or praised is
/// another act.
pub(super) fn is_of(facts: &Facts<'_>, award: &str) -> bool {
    facts.act_of(award) == Some(Act::Award)
}

/// Whether the organisation itself decides on an award: nobody above it, and no other body beside it.
pub(crate) fn is_own(facts: &Facts<'_>, award: &Award) -> bool {
    if other_body(facts, award).is_some() {
        return false;
    }
    let own = facts.register.organisation.level.as_ref().map_or(OWN, |level| level.word.as_str());
    level::decided_by(award, facts.packs).is_none_or(|level| level == own)
}

/// The body that decides on an award where it is not the organisation: as the plan names it, else the body above.
pub(super) fn decided_above(facts: &Facts<'_>, award: &Award) -> Option<String> {
    let above = facts.organisation.superior.as_deref();
    (!is_own(facts, award)).then(|| award.authority.as_deref().or(above).unwrap_or_default().to_owned())
}

/// Who decides by the words of the plan, where that is neither a known level nor the organisation itself.
fn other_body<'a>(facts: &Facts<'a>, award: &'a Award) -> Option<&'a str> {
    let said = award.authority.as_deref()?;
    let own = [authority(facts), of_organisation(head_of(facts), &facts.organisation.name)];
    let is_own = own.iter().any(|own| folded(own).starts_with(&folded(&squeezed(said))));
    (level::of_authority(said).is_none() && !is_own).then_some(said)
}

pub(super) fn draft(material: &Material<'_, '_>) -> Made {
    let mut findings = left_to_others(material);
    if material.chosen.is_empty() {
        return Made { items: Vec::new(), findings };
    }
    let decision = drafted(material);
    findings.extend(decision.bonus.iter().flat_map(|_| not_cited(material, &decision.bases)));
    Made { items: vec![Item::new(decision, None)], findings }
}

/// Awards whose cases are chosen and that stand in no decision here, since the plan leaves them to a body that is not this one; its words may be a slip.
fn left_to_others(material: &Material<'_, '_>) -> Vec<Finding> {
    let chosen: BTreeSet<&str> =
        material.cases.iter().filter(|case| case.standing == Standing::Chosen).map(|case| case.award.as_str()).collect();
    let awards = || material.facts.plan.awards.iter().filter(|award| chosen.contains(award.id.as_str()));
    let formless = awards().filter(|award| award.form.is_none()).map(without_form);
    awards().filter_map(|award| Some(left_to(award, other_body(material.facts, award)?))).chain(formless).collect()
}

/// Nobody can say in which decision it belongs.
fn without_form(award: &Award) -> Finding {
    Finding::new("clerk-award-without-form", Severity::Warning, texts::award_of_no_form(&award.name)).help(texts::award_of_no_form_help())
}

fn left_to(award: &Award, body: &str) -> Finding {
    Finding::new("clerk-award-of-another", Severity::Note, texts::award_of_another(&award.name, body)).help(texts::award_of_another_help())
}

/// Documents by which the decision pays money, and on which it does not say that it rests.
fn not_cited(material: &Material<'_, '_>, bases: &[String]) -> Vec<Finding> {
    let sources = material.bonuses.paid.iter().flat_map(|(_, amount)| amount.source.split("; "));
    let numbers: BTreeSet<&str> = sources.filter_map(citation::number).collect();
    let missing = numbers.into_iter().filter(|number| !bases.iter().any(|basis| basis.contains(number)));
    let finding = |number: &str| {
        Finding::new("clerk-money-not-cited", Severity::Warning, texts::money_not_cited(number)).help(texts::money_not_cited_help())
    };
    missing.map(finding).collect()
}

fn drafted(material: &Material<'_, '_>) -> Decision {
    let organisation = material.facts.organisation;
    let occasion = material.occasion();
    // In a signed list the order is that of signing.
    let living = material.chosen.iter().rposition(|case| !is_posthumous(material.facts, case)).map_or(0, |last| last + 1);
    let frame = material.own_frame(&WORDS.decision, Vec::new(), organisation.head.clone());
    let mut decision = Decision {
        frame: material.signed_frame(Act::Award, frame),
        authority: authority(material.facts),
        about: WORDS.about_decision.fill(&[("occasion", &occasion)]),
        bases: material.bases_of_decision(&material.chosen),
        proposed_by: material.head_of_desk(),
        achievement: material.achievement(),
        groups: material.signed_groups(&material.chosen[..living]),
        posthumous: material.signed_groups(&material.chosen[living..]),
        bonus: bonus(material),
        executors: vec![material.head_of_desk()],
    };
    decision.frame.recipients = material.recipients_of_decision(decision.last_article());
    decision
}

/// What the decision says of money; none where the organisation does not say from what it is paid, or nothing is stated.
fn bonus(material: &Material<'_, '_>) -> Option<Bonus> {
    let source = material.facts.organisation.bonus.as_ref()?.source.clone();
    let paid = &material.bonuses.paid;
    let mut rates: Vec<Rate> = Vec::new();
    for (case, amount) in paid {
        let (award, of) = (material.award_name(&case.award), list_kind(case.kind));
        match rates.iter_mut().find(|rate| rate.award == award && rate.of == of && rate.amount == amount.money) {
            Some(rate) => rate.number += 1,
            None => rates.push(Rate { award, of, number: 1, amount: amount.money }),
        }
    }
    let rules =
        widest(paid.iter().map(|(_, amount)| amount.source)).into_iter().map(|rule| citation::of_source(material.facts.packs, rule));
    let rule = rules.collect::<Vec<String>>().join("; ");
    (!paid.is_empty()).then_some(Bonus { rule, source, rates, total: None })
}

/// The sources that are not said by another one: an article stands within a range of articles of the same document.
fn widest<'s>(sources: impl Iterator<Item = &'s str>) -> Vec<&'s str> {
    let mut all: Vec<&str> = Vec::new();
    for source in sources {
        if !all.contains(&source) {
            all.push(source);
        }
    }
    let is_within = |source: &str, other: &str| match (articles(source), articles(other)) {
        (Some((document, first, last)), Some((of, from, to))) => {
            document == of && from <= first && last <= to && from < to && (first, last) != (from, to)
        }
        _ => false,
    };
    all.iter().copied().filter(|source| !all.iter().any(|other| is_within(source, other))).collect()
}

/// The document of a source, and the first and last of its articles: `Nghị định …, Điều 49 đến Điều 54`, `Nghị định …, Điều 54 khoản 1`.
fn articles(source: &str) -> Option<(&str, u32, u32)> {
    let number = |words: &str| words.split(|letter: char| !letter.is_ascii_digit()).next().and_then(|figures| figures.parse().ok());
    let (document, articles) = source.split_once(WORDS.article.as_str())?;
    let first = number(articles)?;
    let last = articles.split_once(WORDS.to_article.as_str()).map_or(Some(first), |(_, last)| number(last))?;
    Some((document, first, last))
}

/// Who decides: the body on whose behalf the head signs, else the head, also where a deputy signs.
pub(super) fn authority(facts: &Facts<'_>) -> String {
    let organisation = facts.organisation;
    let body = organisation.head.capacity.iter().find_map(|line| line.strip_prefix(WORDS.on_behalf_sign.as_str()));
    of_organisation(body.unwrap_or(head_of(facts)), &organisation.name)
}

/// The capacity of the head, also where a deputy signs.
fn head_of<'f>(facts: &Facts<'f>) -> &'f str {
    let lines = &facts.organisation.head.capacity;
    let stood_for = lines.iter().find_map(|line| line.strip_prefix(WORDS.deputy_sign.as_str()));
    stood_for.or(lines.last().map(String::as_str)).unwrap_or_default()
}

/// Who holds a capacity in the organisation. Words with which the one ends and the other begins are said once: `Chủ nhiệm Khoa Điện`.
pub(super) fn of_organisation(capacity: &str, organisation: &str) -> String {
    let (before, name): (Vec<&str>, Vec<&str>) = (capacity.split_whitespace().collect(), organisation.split_whitespace().collect());
    let is_said = |words: &usize| {
        let small = |word: &&str| word.to_lowercase();
        before.iter().skip(before.len() - words).map(small).eq(name.iter().take(*words).map(small))
    };
    let said = (1..=before.len().min(name.len())).rev().find(is_said).unwrap_or(0);
    let capacity = before.get(..before.len() - said).unwrap_or_default().join(" ");
    WORDS.authority.fill(&[("capacity", &capacity), ("organisation", organisation)]).trim_start().to_owned()
}

/// Whether it is given to one who is no longer alive. Whether an award can be, the packs say and the judge has looked at.
pub(super) fn is_posthumous(facts: &Facts<'_>, case: &Case) -> bool {
    facts.is_dead(&case.subject)
}

/// The decision as lists name it.
pub(super) fn cited(material: &Material<'_, '_>) -> Cited {
    let signed = material.facts.signed(Act::Award);
    Cited {
        kind: WORDS.decision_kind.clone(),
        symbol: format!("{}-{}", WORDS.decision, material.facts.organisation.symbol),
        number: signed.as_ref().and_then(|signed| signed.number),
        date: signed.and_then(|signed| signed.on),
        issuer: authority(material.facts),
    }
}

#[cfg(test)]
mod tests {
    use super::{of_organisation, widest};
    use crate::given::Given;

    const TITLE: &str = "\n[[award]]\nid = \"tien-tien\"\nform = \"title\"\nname = \"Lao động tiên tiến\"\nsubject = \"ca-nhan\"\ncriteria = \"xuat-sac\"\nballot = \"none\"\n\n[[round]]";
    const NO_UNITS: (&str, &str) = ("khoa-dien,xuat-sac,yes", "khoa-dien,xuat-sac,no");
    const NO_MONEY: (&str, &str) = (
        "[bonus]\nsource = \"Quỹ thi đua, khen thưởng của Trường\"\naccountant = { capacity = [\"Kế toán trưởng\"], name = \"Ngô Thị Em\" }\n",
        "",
    );
    const NO_OTHERS: (&str, &str) = ("khoa-may,xuat-sac,yes", "khoa-may,xuat-sac,no");

    #[rstest::rstest]
    #[case::one_award(&[], "Tặng Giấy khen của Hiệu trưởng cho 02 tập thể, 02 cá nhân đã có thành tích trong phong trào thi đua “Dạy tốt, học tốt” (danh sách kèm theo).")]
    #[case::one_award_for_people(&[NO_UNITS, NO_OTHERS], "cá nhân có tên tại Điều 1 chịu trách nhiệm")]
    #[case::title_and_commendation(&[("\n[[round]]", TITLE)], "Tặng danh hiệu thi đua, hình thức khen thưởng cho 02 tập thể, 04 cá nhân")]
    #[case::one_title(
        &[("form = \"commendation\"\nname = \"Giấy khen của Hiệu trưởng\"\nhonour = \"certificate-of-commendation\"", "form = \"title\"\nname = \"Lao động tiên tiến\""), NO_UNITS, NO_OTHERS],
        "Tặng danh hiệu “Lao động tiên tiến” cho 02 cá nhân"
    )]
    #[case::a_plan_that_does_something(&[("Tổ chức phong trào thi đua “Dạy tốt, học tốt”", "Triển khai xây dựng thư viện")], "đã có thành tích trong việc xây dựng thư viện")]
    #[case::a_desk_with_a_head(&[("name = \"Phòng Tổng hợp\"", "name = \"Văn phòng\"\nhead = \"Chánh Văn phòng\"")], "Chánh Văn phòng và tập thể, cá nhân có tên tại Điều 1")]
    #[case::who_is_paid_what(&[], "- Giấy khen của Hiệu trưởng: 02 tập thể × 1.520.000 đồng = 3.040.000 đồng;")]
    #[case::the_sum(&[], "Tổng số tiền thưởng: 4.560.000 đồng")]
    #[case::the_rule(&[], "theo các điều từ Điều 49 đến Điều 54 Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ")]
    #[case::who_carries_it_out_gets_it(&[], "- Như Điều 3;")]
    #[case::who_carries_it_out_without_money(&[NO_MONEY], "- Như Điều 2;")]
    #[case::a_joint_plan(
        &[("issuer = \"Trường Cao đẳng Sông Ngàn\"", "issuer = [\"Hội Khuyến học tỉnh\", \"Trường Cao đẳng Sông Ngàn\"]")],
        "của Hội Khuyến học tỉnh và Trường Cao đẳng Sông Ngàn tổ chức phong trào"
    )]
    #[case::a_body_decides(
        &[("capacity = [\"Hiệu trưởng\"]", "capacity = [\"TM. Ban Thường vụ\", \"Chủ tịch\"]"), ("authority = \"Hiệu trưởng\"", "authority = \"Ban Thường vụ\"")],
        "BAN THƯỜNG VỤ TRƯỜNG CAO ĐẲNG SÔNG NGÀN"
    )]
    #[case::the_head_of_a_body_decides(
        &[("capacity = [\"Hiệu trưởng\"]", "capacity = [\"TM. Ban Thường vụ\", \"Chủ tịch\"]"), ("authority = \"Hiệu trưởng\"", "authority = \"Chủ tịch Trường Cao đẳng Sông Ngàn\"")],
        "TM. BAN THƯỜNG VỤ"
    )]
    #[case::a_desk_without(&[], "Theo đề nghị của Trưởng phòng Tổng hợp")]
    fn a_decision_says_what_is_there(#[case] changes: &[(&str, &str)], #[case] expected: &str) {
        let outcome = changes.iter().fold(Given::college(), |given, (from, to)| given.with(from, to)).worked();
        let decision = outcome.said("quyet-dinh", "quyet-dinh-khen-thuong").expect("a decision");
        assert!(decision.contains(expected), "{decision}");
    }

    #[test]
    fn money_by_a_document_that_is_no_basis_is_told() {
        let told = |given: Given| given.worked().findings.iter().any(|finding| finding.code == "clerk-money-not-cited");
        assert!(!told(Given::college()));
        assert!(told(Given::college().with("152/2025", "98/2023")));
        assert!(!told(Given::college().with("152/2025", "98/2023").with(NO_MONEY.0, NO_MONEY.1)), "a decision that pays nothing");
    }

    #[test]
    fn an_award_that_says_not_what_it_is_is_told_and_counted() {
        let outcome = Given::college().with("form = \"commendation\"\n", "").worked();
        assert!(outcome.findings.iter().any(|finding| finding.code == "clerk-award-without-form"), "{:?}", outcome.findings);
        let table = outcome.said("bao-cao", "bieu-thong-ke").expect("a table");
        assert!(table.contains("Chưa ghi loại") && table.contains("Giấy khen của Hiệu trưởng"), "{table}");
    }

    #[rstest::rstest]
    #[case("Hiệu trưởng", "Trường Cao đẳng Sông Ngàn", "Hiệu trưởng Trường Cao đẳng Sông Ngàn")]
    #[case("Chủ nhiệm Khoa", "Khoa Đào tạo quốc tế", "Chủ nhiệm Khoa Đào tạo quốc tế")]
    #[case("Chủ nhiệm khoa", "Khoa Đào tạo quốc tế", "Chủ nhiệm Khoa Đào tạo quốc tế")]
    #[case("Chủ tịch Hội Khuyến học", "Hội Khuyến học tỉnh", "Chủ tịch Hội Khuyến học tỉnh")]
    #[case("Giám đốc", "", "Giám đốc ")]
    #[case("", "Khoa Điện", "Khoa Điện")]
    #[case("Ủy ban nhân dân", "Ủy ban nhân dân tỉnh Sông Ngàn", "Ủy ban nhân dân tỉnh Sông Ngàn")]
    fn a_word_is_said_once(#[case] capacity: &str, #[case] organisation: &str, #[case] expected: &str) {
        assert_eq!(of_organisation(capacity, organisation), expected);
    }

    #[rstest::rstest]
    #[case(&["Nghị định A, Điều 49 đến Điều 54", "Nghị định A, Điều 54"], "Nghị định A, Điều 49 đến Điều 54")]
    #[case(&["Nghị định A, Điều 54 khoản 1", "Nghị định A, Điều 49 đến Điều 54"], "Nghị định A, Điều 49 đến Điều 54")]
    #[case(&["Nghị định A, Điều 54", "Nghị định A, Điều 54", "Nghị định A, Điều 54 khoản 1"], "Nghị định A, Điều 54; Nghị định A, Điều 54 khoản 1")]
    #[case(&["Nghị định B, Điều 54", "Nghị định A, Điều 49 đến Điều 54"], "Nghị định B, Điều 54; Nghị định A, Điều 49 đến Điều 54")]
    #[case(&["Quy chế chi tiêu nội bộ"], "Quy chế chi tiêu nội bộ")]
    fn a_rule_within_another_is_not_said(#[case] sources: &[&str], #[case] expected: &str) {
        assert_eq!(widest(sources.iter().copied()).join("; "), expected);
    }
}
