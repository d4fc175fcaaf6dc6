//! The plan as an official text: its entries become clauses, in the order in which the Law gives the contents of a movement.

mod awards;
mod clauses;
mod words;
mod writing;

use phongtrao_plan::{Basis, Plan, PlanRecipient, Signatory};
use phongtrao_press::frame::Signature;
use phongtrao_press::papers::plan::Plan as PlanPaper;
use phongtrao_press::sheet::Letterhead;
use phongtrao_rules::Packs;
use phongtrao_value::printed_date;
use phongtrao_value::text::folded;

use self::words::WORDS;
use super::{Desk, Made};
use crate::round::Item;

/// The plan of a round.
pub(super) fn of_round(desk: &Desk<'_, '_>) -> Made {
    let facts = desk.facts;
    let mut paper = of_plan(facts.plan, facts.packs);
    let own = &facts.organisation.name;
    if folded(&paper.letterhead.issuer) == folded(own) {
        paper.letterhead = Letterhead { superior: facts.organisation.superior.clone(), issuer: own.clone() };
    }
    if paper.place.is_empty() {
        paper.place.clone_from(&facts.organisation.place);
    }
    Some(Item::new(paper, None)).into()
}

/// A plan as a paper, with all that the plan says.
pub fn of_plan(plan: &Plan, packs: &Packs) -> PlanPaper {
    let identity = &plan.identity;
    let mut issuers = identity.issuers.iter();
    let abbreviation = identity.kind.as_deref().unwrap_or_default();
    let number = identity.number.clone();
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
        bases: plan.bases.iter().map(basis).collect(),
        clauses: clauses::of(plan),
        recipients: plan.recipients.iter().map(recipient).collect(),
        signatures: plan.signatories.iter().map(signature).collect(),
        moved: Vec::new(),
    }
}

/// Numbers of the Party name the kind before the stroke: `05-KH/CB`.
fn is_of_party(number: &str) -> bool {
    number.split_once('/').is_some_and(|(before, _)| before.contains('-'))
}

/// What is not known of a document leaves no gap in the sentence.
fn basis(basis: &Basis) -> String {
    let number = basis.number.as_deref().unwrap_or_default();
    let date = basis.date.map(printed_date::long).unwrap_or_default();
    let kind = basis.kind.as_deref().unwrap_or_default();
    let [issuer, title] = [&basis.issuer, &basis.title].map(|words| words.as_deref().unwrap_or_default());
    let said = WORDS.basis.fill(&[("kind", kind), ("number", number), ("date", date.as_str()), ("issuer", issuer), ("title", title)]);
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

    #[test]
    fn what_is_not_known_leaves_no_gap() {
        let cited = Basis {
            kind: Some("Kế hoạch".into()),
            number: Some("12-KH/ĐU".into()),
            date: Some(Date::constant(2026, 8, 24)),
            issuer: Some("Đảng ủy".into()),
            ..Basis::default()
        };
        assert_eq!(basis(&cited), "Căn cứ Kế hoạch số 12-KH/ĐU ngày 24 tháng 8 năm 2026 của Đảng ủy");
    }
}
