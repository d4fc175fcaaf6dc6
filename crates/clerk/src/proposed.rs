//! What is told of the lists that units hand in: which are not there, what came too late, and who cannot have what they are proposed for.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Finding, Severity, Text};
use phongtrao_judge::Verdict;
use phongtrao_judge::round::Proposals;
use phongtrao_register::rows::Proposal;
use phongtrao_value::printed_date;

use crate::counted::counted;
use crate::{Case, Facts, Standing, texts};

/// A finding for each of them that there is.
pub(crate) fn findings(facts: &Facts<'_>, cases: &[Case]) -> Vec<Finding> {
    [without_list(facts, cases), late(facts, cases), not_judged(facts, cases)].into_iter().flatten().collect()
}

impl Facts<'_> {
    /// What units handed in for an award; none where they hand in no lists.
    pub(crate) fn proposals(&self, award: &str) -> Option<&Proposals> {
        self.round.awards.iter().find(|asked| asked.id == award)?.proposals.as_ref()
    }

    /// Whether a unit proposed somebody, but too late.
    pub(crate) fn is_proposed_late(&self, case: &Case) -> bool {
        case.proposed == Verdict::NotMet && self.proposals(&case.award).is_some_and(|proposals| proposals.names(&case.subject))
    }

    /// Whether no unit in which a subject stands handed in a list.
    fn has_no_list(&self, case: &Case) -> bool {
        let Some(proposals) = self.proposals(&case.award) else { return false };
        let Some(unit) = self.unit_of(&case.subject) else { return true };
        !std::iter::once(unit).chain(self.index.ancestors(unit)).any(|unit| proposals.is_of(self.index.id(unit)))
    }
}

/// Units whose people or who themselves could have been proposed, but that handed in no list.
fn without_list(facts: &Facts<'_>, cases: &[Case]) -> Option<Finding> {
    let is_left = |case: &&Case| case.standing == Standing::NotProposed && !facts.is_proposed_late(case) && facts.has_no_list(case);
    let units = cases.iter().filter(is_left).filter_map(|case| facts.unit_of(&case.subject));
    let units: BTreeSet<&str> = units.map(|unit| facts.index.id(unit)).collect();
    let (number, names) = counted(facts, units);
    warning(number, "clerk-proposals-missing", || (texts::proposals_missing(number, names), texts::proposals_missing_help()))
}

fn late(facts: &Facts<'_>, cases: &[Case]) -> Option<Finding> {
    let (number, names) = counted(facts, cases.iter().filter(|case| facts.is_proposed_late(case)).map(|case| case.subject.as_str()));
    let closes = printed_date::short(facts.round.calendar.closes);
    warning(number, "clerk-proposals-late", || (texts::proposals_late(number, closes, names), texts::proposals_late_help()))
}

/// Whoever stands in no subject of the plan that the award is for.
fn not_judged(facts: &Facts<'_>, cases: &[Case]) -> Option<Finding> {
    let judged: BTreeSet<(&str, &str)> = cases.iter().map(Case::key).collect();
    let held = facts.round.calendar.held;
    let is_left = |row: &&Proposal| {
        held.holds(row.on) && facts.proposals(&row.award).is_some() && !judged.contains(&(row.award.as_str(), row.subject.as_str()))
    };
    let (number, names) = counted(facts, facts.register.proposals.iter().filter(is_left).map(|row| row.subject.as_str()));
    warning(number, "clerk-proposals-not-judged", || (texts::proposals_not_judged(number, names), texts::proposals_not_judged_help()))
}

/// A warning, where there is something to be told.
fn warning(number: i64, code: &'static str, said: impl FnOnce() -> (Text, Text)) -> Option<Finding> {
    (number > 0).then(|| {
        let (message, help) = said();
        Finding::new(code, Severity::Warning, message).help(help)
    })
}

#[cfg(test)]
mod tests {
    use crate::Item;
    use crate::Standing::{self, Chosen, NotMet, NotProposed, Open};
    use crate::given::Given;

    const HEADER: &str = "award,subject,proposed_by,on,allowed_by,reason\n";

    fn college(rows: &str) -> Given {
        Given::college().and_table("proposals.csv", &format!("{HEADER}{rows}"))
    }

    /// In the order of the subjects: An and Bình of Khoa Điện, Khoa Điện, Khoa May.
    #[rstest::rstest]
    #[case::no_lists("", [Chosen, Chosen, Chosen, Chosen], &[])]
    #[case::all_units("giay-khen,an,,2026-12-10,,\ngiay-khen,khoa-may,,2026-12-20,,\n", [Chosen, NotProposed, NotProposed, Chosen], &[])]
    #[case::a_unit_without_a_list("giay-khen,an,,2026-12-10,,\n", [Chosen, NotProposed, NotProposed, NotProposed], &["clerk-proposals-missing"])]
    #[case::the_desk_for_all("giay-khen,an,truong,2026-12-10,,\n", [Chosen, NotProposed, NotProposed, NotProposed], &[])]
    #[case::too_late("giay-khen,an,truong,2026-12-21,,\n", [NotProposed, NotProposed, NotProposed, NotProposed], &["clerk-nobody", "clerk-proposals-late"])]
    #[case::late_and_let_in_without_a_reason("giay-khen,an,truong,2026-12-21,binh,\n", [NotProposed, NotProposed, NotProposed, NotProposed], &["clerk-nobody", "clerk-proposals-late"])]
    #[case::late_and_let_in("giay-khen,an,truong,2026-12-21,binh,Bão lụt\n", [Chosen, NotProposed, NotProposed, NotProposed], &[])]
    #[case::last_year("giay-khen,an,truong,2025-12-20,,\n", [Chosen, Chosen, Chosen, Chosen], &[])]
    #[case::who_cannot_have_it("giay-khen,an,truong,2026-12-10,,\ngiay-khen,truong,,2026-12-10,,\n", [Chosen, NotProposed, NotProposed, NotProposed], &["clerk-proposals-not-judged"])]
    fn who_stands_in_a_list_is_proposed(#[case] rows: &str, #[case] expected: [Standing; 4], #[case] told: &[&str]) {
        let worked = college(rows).worked();
        let standings: Vec<Standing> = worked.cases.iter().map(|case| case.standing).collect();
        assert_eq!(standings, expected);
        let codes = worked.findings.iter().map(|finding| finding.code).filter(|code| code.contains("proposals") || *code == "clerk-nobody");
        assert_eq!(codes.collect::<Vec<&str>>(), told);
    }

    #[test]
    fn before_the_round_closes_lists_are_awaited() {
        let rows = "giay-khen,an,,2026-12-10,,\n";
        let worked = college(rows).judged_on("2026-12-15").worked();
        let standings: Vec<Standing> = worked.cases.iter().map(|case| case.standing).collect();
        assert_eq!(standings, [Chosen, NotProposed, NotProposed, Open]);
    }

    #[test]
    fn nobody_is_refused_what_their_unit_did_not_ask_for() {
        let unasked = college("giay-khen,an,truong,2026-12-10,,\n").with("khoa-may,xuat-sac,yes", "khoa-may,xuat-sac,no").worked();
        assert_eq!(unasked.cases.last().map(|case| case.standing), Some(NotMet));
        let is_notice = |item: &Item| item.file.starts_with("chua-khen-thuong");
        assert!(!unasked.items.iter().any(|(_, item)| is_notice(item)));
        let late = college("giay-khen,an,truong,2026-12-10,,\ngiay-khen,khoa-may,,2026-12-22,,\n").worked();
        let notices: Vec<&str> = late.items.iter().filter(|(_, item)| is_notice(item)).map(|(_, item)| item.file.as_str()).collect();
        assert_eq!(notices, ["chua-khen-thuong-khoa-may"]);
        let said = late.said("thong-bao", "chua-khen-thuong-khoa-may").expect("a notice");
        assert!(said.contains("Được đơn vị đề nghị trong thời hạn"), "{said}");
    }
}
