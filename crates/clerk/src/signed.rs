//! What was signed: the lists of a round's decisions with their number and day. No later fact changes who stands in them, nor where.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Finding, Severity, Text};
use phongtrao_judge::Verdict;
use phongtrao_judge::reasons::Reason;
use phongtrao_plan::AwardForm;
use phongtrao_register::rows::SignedRow;
use phongtrao_value::Date;

use crate::counted::counted;
use crate::papers::{Printed, decides_on};
use crate::{Case, Facts, Standing, texts};

/// The two decisions of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Act {
    /// On titles and commendations.
    Award,
    /// On what is recognised.
    Recognition,
}

/// A decision that was signed.
#[derive(Debug)]
pub(crate) struct Signed<'f> {
    /// Its number, once the clerk has given it.
    pub(crate) number: Option<u32>,
    /// The day of signing, once it is known.
    pub(crate) on: Option<Date>,
    /// Its list, in order.
    rows: Vec<&'f SignedRow>,
}

impl<'f> Signed<'f> {
    /// The cases of its list, in order.
    pub(crate) fn cases<'c>(&self, cases: &'c [Case]) -> Vec<&'c Case> {
        let by_key: BTreeMap<(&str, &str), &Case> = cases.iter().map(|case| (case.key(), case)).collect();
        self.rows.iter().filter_map(|row| by_key.get(&(row.award.as_str(), row.subject.as_str())).copied()).collect()
    }

    fn keys(&self) -> BTreeSet<(&'f str, &'f str)> {
        self.rows.iter().map(|row| (row.award.as_str(), row.subject.as_str())).collect()
    }
}

impl<'a> Facts<'a> {
    /// In which decision of the organisation an award stands; none where another body decides, or nothing says what it is.
    pub(crate) fn act_of(&self, award: &str) -> Option<Act> {
        let award = self.plan.awards.iter().find(|known| known.id == award)?;
        match award.form? {
            AwardForm::Title | AwardForm::Commendation if decides_on(self, award) => Some(Act::Award),
            AwardForm::Recognition if decides_on(self, award) => Some(Act::Recognition),
            _ => None,
        }
    }

    /// A decision of this round that was signed.
    pub(crate) fn signed(&self, act: Act) -> Option<Signed<'a>> {
        let mut rows: Vec<&SignedRow> = self.signed_rows().filter(|row| self.act_of(&row.award) == Some(act)).collect();
        rows.sort_by_key(|row| row.place);
        let number = rows.iter().find_map(|row| row.number);
        let on = rows.iter().find_map(|row| row.on);
        (!rows.is_empty()).then_some(Signed { number, on, rows })
    }

    /// The day by which what follows from the decision is reckoned: that of signing, before it the day of judging.
    pub(crate) fn decided_on(&self) -> Date {
        self.signed(Act::Award).and_then(|signed| signed.on).unwrap_or(self.as_of())
    }

    /// How the signed decisions of this round print those who stand in them.
    pub(crate) fn printed(&self) -> Printed<'a> {
        self.signed_rows().map(|row| ((row.award.as_str(), row.subject.as_str()), row)).collect()
    }

    fn signed_rows(&self) -> impl Iterator<Item = &'a SignedRow> {
        let (register, round) = (self.register, self.round);
        // A row without a day waits for the clerk.
        let is_of_this_time = |row: &SignedRow| row.on.is_none_or(|on| round.calendar.held.holds(on));
        register.signed.iter().filter(move |row| row.round == round.id && is_of_this_time(row))
    }
}

/// Holds to what was signed: whoever stands in a signed list is chosen, whatever is known by now. Says where the judging differs.
pub(crate) fn hold(facts: &Facts<'_>, cases: &mut Vec<Case>) -> Vec<Finding> {
    let mut findings = unknown_rounds(facts);
    findings.extend(unknown_awards(facts));
    for act in [Act::Award, Act::Recognition] {
        let Some(signed) = facts.signed(act) else { continue };
        findings.extend(contradicting(&signed));
        findings.extend(misnumbered(&signed));
        let left_out = leave_out(facts, act, &signed, cases);
        findings.extend(differs(facts, &left_out, texts::signed_left_out, texts::signed_left_out_help));
        let otherwise = held(facts, &signed, cases);
        findings.extend(differs(facts, &otherwise, texts::signed_otherwise, texts::signed_otherwise_help));
    }
    findings
}

/// Leaves out who would be chosen and does not stand in the list: struck out at signing, or known to be eligible only since. Gives them.
fn leave_out(facts: &Facts<'_>, act: Act, signed: &Signed<'_>, cases: &mut [Case]) -> Vec<String> {
    let keys = signed.keys();
    let is_missing =
        |case: &&mut Case| case.standing == Standing::Chosen && facts.act_of(&case.award) == Some(act) && !keys.contains(&case.key());
    let left_out = cases.iter_mut().filter(is_missing).map(|case| {
        case.standing = Standing::LeftOut;
        case.subject.clone()
    });
    left_out.collect()
}

/// Makes chosen who stands in the list; gives those on whom the judging would now say otherwise. Who is open by now is not told of: a pending case may be
/// why.
fn held(facts: &Facts<'_>, signed: &Signed<'_>, cases: &mut Vec<Case>) -> Vec<String> {
    let keys = signed.keys();
    let known: BTreeSet<(&str, &str)> = cases.iter().map(Case::key).collect();
    let missing: Vec<(&str, &str)> = keys.iter().copied().filter(|key| !known.contains(key)).collect();
    let mut otherwise = Vec::new();
    for case in cases.iter_mut().filter(|case| keys.contains(&case.key())) {
        if !matches!(case.standing, Standing::Chosen | Standing::Open) {
            otherwise.push(case.subject.clone());
        }
        case.standing = Standing::Chosen;
    }
    for (award, subject) in missing {
        otherwise.push(subject.to_owned());
        cases.push(Case {
            award: award.to_owned(),
            subject: subject.to_owned(),
            kind: facts.kind_of(subject),
            conditions: Verdict::Met,
            proposed: Verdict::Met,
            standing: Standing::Chosen,
            reason: Reason::new(texts::signed_reason()),
            votes: None,
        });
    }
    let place = |case: &Case| facts.plan.awards.iter().position(|award| award.id == case.award);
    cases.sort_by_key(place);
    otherwise
}

fn differs(facts: &Facts<'_>, subjects: &[String], says: fn(i64, String) -> Text, help: fn() -> Text) -> Option<Finding> {
    let (number, names) = counted(facts, subjects.iter().map(String::as_str));
    (number > 0).then(|| Finding::new("clerk-signed-differs", Severity::Warning, says(number, names)).help(help()))
}

/// Rows of rounds that the plan does not have: of a plan before, or a slip of the pen.
fn unknown_rounds(facts: &Facts<'_>) -> Vec<Finding> {
    let is_known = |round: &str| round == facts.round.id || facts.plan.rounds.iter().any(|known| known.id == round);
    let rounds: BTreeSet<&str> = facts.register.signed.iter().map(|row| row.round.as_str()).filter(|round| !is_known(round)).collect();
    let finding =
        |round: &str| Finding::new("clerk-signed-round", Severity::Note, texts::signed_round(round)).help(texts::signed_round_help());
    rounds.into_iter().map(finding).collect()
}

/// Numbers in the list that are double, or do not follow each other from 1: the papers count anew.
fn misnumbered(signed: &Signed<'_>) -> Option<Finding> {
    let (row, expected) = signed.rows.iter().zip(1..).find(|(row, expected)| row.place != *expected)?;
    let message = texts::signed_places(&row.round, row.place.to_string(), expected.to_string());
    Some(Finding::new("clerk-signed-places", Severity::Warning, message).help(texts::signed_places_help()))
}

/// Rows of awards that stand in no decision of the organisation: the paper cannot name what the plan does not have.
fn unknown_awards(facts: &Facts<'_>) -> Vec<Finding> {
    let awards: BTreeSet<&str> = facts.signed_rows().map(|row| row.award.as_str()).filter(|award| facts.act_of(award).is_none()).collect();
    let finding =
        |award: &str| Finding::new("clerk-signed-award", Severity::Warning, texts::signed_award(award)).help(texts::signed_award_help());
    awards.into_iter().map(finding).collect()
}

/// Two numbers or days of one decision.
fn contradicting(signed: &Signed<'_>) -> Option<Finding> {
    let is_other =
        |row: &&SignedRow| row.number.is_some_and(|number| signed.number != Some(number)) || row.on.is_some_and(|on| signed.on != Some(on));
    let round = &signed.rows.iter().copied().find(is_other)?.round;
    Some(Finding::new("clerk-signed-numbers", Severity::Warning, texts::signed_numbers(round)).help(texts::signed_numbers_help()))
}

#[cfg(test)]
mod tests {
    use crate::given::{Given, Worked};
    use crate::{FinishedRound, Standing};

    /// Signed with An before Bình and the faculties last; the faculty of garments was struck out.
    const SIGNED: &str = "round,place,award,subject,number,on
hang-nam,1,giay-khen,an,125,2026-12-28
hang-nam,2,giay-khen,binh,125,2026-12-28
hang-nam,3,giay-khen,khoa-dien,125,2026-12-28
";

    fn signed(changes: &[(&str, &str)]) -> Worked {
        let mut given = Given::college();
        given.tables.push(("signed.csv".to_owned(), SIGNED.to_owned()));
        changes.iter().fold(given, |given, (from, to)| given.with(from, to)).worked()
    }

    fn codes(worked: &FinishedRound) -> String {
        let codes: Vec<&str> = worked.findings.iter().map(|finding| finding.code).filter(|code| code.starts_with("clerk-signed")).collect();
        codes.join(" ")
    }

    #[test]
    fn what_was_signed_has_its_number_its_day_and_its_order() {
        let worked = signed(&[]);
        for paper in ["quyet-dinh-khen-thuong", "danh-sach-chi-tien-thuong", "danh-sach-trao", "giay-khen"] {
            let said = worked.said("quyet-dinh", paper).unwrap_or_else(|| panic!("{paper}"));
            assert!(said.contains("125/QĐ-CĐSN") && said.contains("ngày 28 tháng 12 năm 2026"), "{paper}: {said}");
            let places: Vec<Option<usize>> = ["Lê Thị An", "Trần Văn Bình", "Khoa Điện\""].iter().map(|name| said.rfind(name)).collect();
            assert!(paper == "giay-khen" || places.is_sorted(), "{paper}: {places:?}");
        }
        let decision = worked.said("quyet-dinh", "quyet-dinh-khen-thuong").expect("a decision");
        assert!(!decision.contains("Khoa May"), "{decision}");
    }

    #[rstest::rstest]
    #[case::one_left_out(&[], "clerk-signed-differs")]
    #[case::one_who_would_now_fall(&[("an,xuat-sac,yes", "an,xuat-sac,no"), ("khoa-may,xuat-sac,yes", "khoa-may,xuat-sac,no")], "clerk-signed-differs")]
    #[case::the_same(&[("khoa-may,xuat-sac,yes", "khoa-may,xuat-sac,no")], "")]
    #[case::another_number(&[("khoa-may,xuat-sac,yes", "khoa-may,xuat-sac,no"), ("binh,125", "binh,126")], "clerk-signed-numbers")]
    #[case::another_award(&[("khoa-may,xuat-sac,yes", "khoa-may,xuat-sac,no"), ("giay-khen,binh,125", "co,binh,125")], "clerk-signed-award clerk-signed-places clerk-signed-differs")]
    #[case::another_round(&[("hang-nam,1,", "nam-truoc,1,"), ("hang-nam,2,", "nam-truoc,2,"), ("hang-nam,3,", "nam-truoc,3,")], "clerk-signed-round")]
    #[case::a_number_twice(&[("khoa-may,xuat-sac,yes", "khoa-may,xuat-sac,no"), ("hang-nam,3,", "hang-nam,2,")], "clerk-signed-places")]
    #[case::a_number_left_out(&[("khoa-may,xuat-sac,yes", "khoa-may,xuat-sac,no"), ("hang-nam,3,", "hang-nam,4,")], "clerk-signed-places")]
    fn what_differs_is_told(#[case] changes: &[(&str, &str)], #[case] expected: &str) {
        assert_eq!(codes(&signed(changes)), expected);
    }

    #[rstest::rstest]
    #[case::who_would_now_fall(&[("an,xuat-sac,yes", "an,xuat-sac,no")])]
    #[case::who_is_no_longer_judged(&[("Lê Thị An,female,official", "Lê Thị An,female,worker")])]
    fn a_signed_list_stays(#[case] changes: &[(&str, &str)]) {
        let worked = signed(changes);
        let decision = worked.said("quyet-dinh", "quyet-dinh-khen-thuong").expect("a decision");
        assert!(decision.contains("Bà Lê Thị An") && decision.contains("01 tập thể, 02 cá nhân"), "{decision}");
        assert!(worked.said("thong-bao", "chua-khen-thuong-khoa-dien").is_none_or(|notice| !notice.contains("Lê Thị An")));
    }

    /// The same list with what was printed of An; the amount is not the one that the rules state.
    const PRINTED: &str = "round,place,award,subject,name,post,amount,number,on
hang-nam,1,giay-khen,an,Bà Lê Thị An,\"Giảng viên, Khoa Điện\",1234000,125,2026-12-28
hang-nam,2,giay-khen,binh,,,,125,2026-12-28
hang-nam,3,giay-khen,khoa-dien,,,,125,2026-12-28
hang-nam,4,giay-khen,khoa-may,,,,125,2026-12-28
";

    #[test]
    fn name_post_and_money_stay_as_they_were_signed() {
        let mut given = Given::college();
        given.tables.push(("signed.csv".to_owned(), PRINTED.to_owned()));
        let given = given.with("an,Lê Thị An,female", "an,Lê Thị Xuân,female").with("Giảng viên,5,", "Trưởng bộ môn,5,");
        let worked = given.with("binh,Trần Văn Bình", "binh,Trần Văn Ba").worked();
        for (paper, post) in [
            ("quyet-dinh-khen-thuong", "Giảng viên, Khoa Điện"),
            ("danh-sach-trao", "Giảng viên, Khoa Điện"),
            ("giay-khen", "Giảng viên, Khoa Điện"),
            ("danh-sach-chi-tien-thuong", "1.234.000"),
        ] {
            let said = worked.said("quyet-dinh", paper).unwrap_or_else(|| panic!("{paper}"));
            assert!(said.contains("Bà Lê Thị An") && said.contains(post), "{paper}: {said}");
            assert!(!said.contains("Lê Thị Xuân") && !said.contains("Trưởng bộ môn"), "{paper}: {said}");
            assert!(said.contains("Ông Trần Văn Ba"), "{paper}: what nobody wrote down is as it is known: {said}");
        }
        assert_eq!(codes(&worked), "clerk-signed-changed");
    }

    #[test]
    fn who_was_struck_out_is_left_out_everywhere() {
        let worked = signed(&[]);
        let counted = |standing| worked.count("giay-khen", standing);
        assert_eq!((counted(Standing::Chosen), counted(Standing::LeftOut)), (3, 1));
        let note = worked.said("quyet-dinh", "phieu-trinh").expect("a note before the head");
        let notice = worked.said("thong-bao", "chua-khen-thuong-khoa-may").expect("a notice");
        assert!(notice.contains("Khoa May") && notice.contains("không có trong quyết định đã ký"), "{notice}");
        assert!(note.contains("04 trường hợp") && note.contains("03 trường hợp đủ điều kiện"), "{note}");
    }

    #[test]
    fn a_table_to_sign_is_among_the_workbooks() {
        let worked = Given::college().worked();
        let folder = worked.folders.iter().find(|folder| folder.path == "bang-tinh").expect("workbooks");
        assert!(folder.items.iter().any(|item| item.file == "signed"));
    }
}
