//! The plan as an official text: its entries become clauses, in the order in which the Law gives the contents of a movement.

mod awards;
mod clauses;
mod moved;
mod words;
mod writing;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_plan::{Basis, Plan, PlanRecipient, Signatory};
use phongtrao_press::frame::Signature;
use phongtrao_press::papers::plan::{Moved, Plan as PlanPaper};
use phongtrao_press::sheet::Letterhead;
use phongtrao_rules::Packs;
use phongtrao_value::text::folded;

use self::words::WORDS;
use super::{Made, Material};
use crate::round::Item;
use crate::{citation, texts};

/// The plan of a round.
pub(super) fn of_round(material: &Material<'_, '_>) -> Made {
    let facts = material.facts;
    let mut paper = of_plan(facts.plan, facts.packs);
    let own = &facts.organisation.name;
    if folded(&paper.letterhead.issuer) == folded(own) {
        paper.letterhead = Letterhead { superior: facts.organisation.superior.clone(), issuer: own.clone() };
    }
    if paper.place.is_empty() {
        paper.place.clone_from(&facts.organisation.place);
    }
    let findings = std::mem::take(&mut paper.moved).into_iter().map(renumbered).collect();
    Made { items: vec![Item::new(paper, None)], findings }
}

/// A clause that the plan's own words name has another number in the paper: the desk mends the words, a paper that is signed carries no remark on how it was made.
fn renumbered(moved: Moved) -> Finding {
    Finding::new("clerk-clause-renumbered", Severity::Warning, texts::clause_renumbered(moved.from, moved.to))
        .help(texts::clause_renumbered_help())
}

/// A plan as a paper, with all that the plan says.
pub fn of_plan(plan: &Plan, packs: &Packs) -> PlanPaper {
    let identity = &plan.identity;
    let mut issuers = identity.issuers.iter();
    let abbreviation = identity.kind.as_deref().unwrap_or_default();
    let number = identity.number.clone();
    let clauses = clauses::of(plan);
    let moved = moved::of(plan, &clauses);
    PlanPaper {
        letterhead: Letterhead { superior: None, issuer: issuers.next().cloned().unwrap_or_default() },
        partner: issuers.next().cloned(),
        of_party: number.as_deref().is_some_and(is_of_party),
        place: identity.place.clone().unwrap_or_default(),
        symbol: abbreviation.to_owned(),
        number,
        date: identity.issued_on,
        kind: packs.kind(abbreviation).map_or(abbreviation, |kind| kind.name.as_str()).to_owned(),
        about: identity.title.clone().unwrap_or_default(),
        bases: plan.bases.iter().map(|cited| basis(packs, cited)).collect(),
        clauses,
        recipients: plan.recipients.iter().map(recipient).collect(),
        signatures: plan.signatories.iter().map(signature).collect(),
        moved,
    }
}

/// Numbers of the Party name the kind before the stroke: `05-KH/CB`.
fn is_of_party(number: &str) -> bool {
    number.split_once('/').is_some_and(|(before, _)| before.contains('-'))
}

/// What is not known of a document leaves no gap in the sentence.
fn basis(packs: &Packs, basis: &Basis) -> String {
    let [kind, title] = [&basis.kind, &basis.title].map(|words| words.as_deref().unwrap_or_default());
    // A name follows upon the kind, what a document is about stands behind all else: `Luật Thi đua, khen thưởng ngày …`, `Nghị quyết … về học tập`.
    let (kind, about) = if title.starts_with(char::is_uppercase) { (format!("{kind} {title}"), "") } else { (kind.to_owned(), title) };
    let (number, issuer) = (basis.number.as_deref(), basis.issuer.as_deref());
    let document = citation::named(packs, &citation::Named { kind: &kind, number, date: basis.date, issuer });
    let said = WORDS.basis.fill(&[("document", &document), ("title", about)]);
    said.split_whitespace().collect::<Vec<&str>>().join(" ")
}

fn recipient(recipient: &PlanRecipient) -> String {
    let who = recipient.who.trim_end_matches([';', '.']);
    recipient.words.as_deref().map_or_else(|| who.to_owned(), |words| WORDS.recipient.fill(&[("who", who), ("words", words)]))
}

/// `KT. Giám đốc, Phó Giám đốc` stands in two lines.
fn signature(signatory: &Signatory) -> Signature {
    let body = signatory.body.as_deref().map(|body| WORDS.for_body.fill(&[("body", body)]));
    let lines = signatory.capacity.iter().flat_map(|capacity| capacity.split(", ")).map(str::to_owned);
    Signature { capacity: body.into_iter().chain(lines).collect(), name: signatory.name.clone() }
}

#[cfg(test)]
mod tests {
    use super::{basis, is_of_party};
    use phongtrao_plan::Basis;
    use phongtrao_rules::Packs;
    use phongtrao_value::Date;

    #[rstest::rstest]
    #[case("05-KH/CB", true)]
    #[case("12-KH/ĐU", true)]
    #[case("77/KH-PHMT", false)]
    #[case("09/CTr-HKH-BCHQS", false)]
    #[case("", false)]
    fn numbers_of_the_party(#[case] number: &str, #[case] expected: bool) {
        assert_eq!(is_of_party(number), expected);
    }

    #[rstest::rstest]
    #[case::all(
        "Kế hoạch",
        Some("12-KH/ĐU"),
        Some(Date::constant(2026, 8, 24)),
        Some("Đảng ủy"),
        None,
        "Căn cứ Kế hoạch số 12-KH/ĐU ngày 24 tháng 8 năm 2026 của Đảng ủy"
    )]
    #[case::no_number("Nghị quyết", None, None, Some("Đảng ủy"), Some("về học tập"), "Căn cứ Nghị quyết của Đảng ủy về học tập")]
    #[case::no_issuer("Kế hoạch", Some("7/KH-X"), None, None, None, "Căn cứ Kế hoạch số 7/KH-X")]
    #[case::a_law(
        "Luật",
        Some("06/2022/QH15"),
        Some(Date::constant(2022, 6, 15)),
        None,
        None,
        "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022"
    )]
    #[case::a_law_by_its_name(
        "Luật",
        None,
        Some(Date::constant(2022, 6, 15)),
        None,
        Some("Thi đua, khen thưởng"),
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
    )]
    #[case::of_the_packs(
        "Quyết định",
        Some("1315/QĐ-TTg"),
        None,
        None,
        None,
        "Căn cứ Quyết định số 1315/QĐ-TTg ngày 09 tháng 11 năm 2023 của Thủ tướng Chính phủ"
    )]
    fn what_is_not_known_leaves_no_gap(
        #[case] kind: &str,
        #[case] number: Option<&str>,
        #[case] date: Option<Date>,
        #[case] issuer: Option<&str>,
        #[case] title: Option<&str>,
        #[case] expected: &str,
    ) {
        let [number, issuer, title] = [number, issuer, title].map(|words| words.map(str::to_owned));
        let cited = Basis { kind: Some(kind.to_owned()), number, date, issuer, title, ..Basis::default() };
        assert_eq!(basis(Packs::embedded(), &cited), expected);
    }
}
