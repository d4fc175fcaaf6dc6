//! The parts of the plan that follow the headings and dates of the text: identity, bases, purposes, subjects, criteria, targets, the calendar,
//! reports, money, what is left to other documents, who gets and who signs the plan.

use phongtrao_document::{Address, Document};

use super::Deadline;
use super::calendar::Calendar;
use super::parts::Parts;
use super::statements;
use super::{bases, budget, criteria, deferred, identity, purposes, recipients, reports, signatories, subjects, targets};
use crate::Plan;

/// A plan with those parts; `calendar`, `dates` and `bodies` (the bodies to which clauses give tasks) were taken before.
pub(crate) fn take(document: &Document, parts: &Parts, calendar: Calendar, dates: &[Deadline], bodies: &[(&Address, &str)]) -> Plan {
    let statements = statements::of_parts(parts);
    let subjects = subjects::take(parts, &statements);
    let kind = document.frame.kind.as_ref().map(|kind| kind.value.as_str()).unwrap_or_default();
    Plan {
        identity: identity::take(document, &statements, &calendar.period),
        bases: bases::take(document),
        purposes: purposes::purposes(parts, &statements),
        requirements: purposes::requirements(parts, &statements),
        criteria: criteria::take(parts, &statements, &subjects),
        subjects,
        targets: targets::take(parts, &statements, dates),
        reports: reports::take(kind, parts, &statements, dates, bodies),
        phases: calendar.phases,
        rounds: calendar.rounds,
        milestones: calendar.milestones,
        budget: budget::take(parts, &statements),
        recipients: recipients::take(document),
        signatories: signatories::take(document),
        deferred: deferred::take(parts, &statements),
        ..Plan::default()
    }
}

#[cfg(test)]
mod tests {
    use phongtrao_document::read::{NoParsers, read};

    use crate::file;
    use crate::{Plan, RecipientPurpose, SubjectKind};

    const TEXT: &str = include_str!("testdata/reading-movement.txt");

    fn plan() -> Plan {
        super::super::take(&read("plan.txt", TEXT.as_bytes(), &NoParsers)).plan
    }

    #[test]
    fn purposes_and_requirements_follow_their_headings() {
        let plan = plan();
        let clauses = |entries: &[crate::Statement]| -> Vec<String> {
            entries.iter().filter_map(|entry| Some(entry.origin.clause.as_ref()?.0.clone())).collect()
        };
        assert_eq!(clauses(&plan.purposes), ["I.1[1]", "I.1[2]"]);
        assert_eq!(clauses(&plan.requirements), ["I.2"]);
    }

    #[test]
    fn subjects_stand_in_their_blocks() {
        let plan = plan();
        let subjects: Vec<_> = plan.subjects.iter().map(|subject| (subject.block.as_deref(), subject.kind, subject.who.as_str())).collect();
        let staff = Some("Khối cán bộ");
        let students = Some("Khối sinh viên");
        assert_eq!(
            subjects,
            [
                (staff, Some(SubjectKind::Collective), "Các phòng, khoa thuộc Trường"),
                (staff, Some(SubjectKind::Individual), "Viên chức, người lao động của Trường"),
                (students, Some(SubjectKind::Collective), "Các lớp"),
            ]
        );
    }

    #[test]
    fn criteria_are_asked_of_those_whom_the_line_above_names() {
        let plan = plan();
        let of = |id: &str| plan.subjects.iter().find(|subject| subject.id == id).and_then(|subject| subject.kind);
        let asked: Vec<Vec<_>> = plan.criteria.iter().map(|criterion| criterion.subjects.iter().map(|id| of(id)).collect()).collect();
        let (collective, individual) = (Some(SubjectKind::Collective), Some(SubjectKind::Individual));
        assert_eq!(asked, [vec![collective, collective], vec![collective, collective], vec![individual]]);
    }

    #[test]
    fn targets_have_figures_and_years() {
        let targets: Vec<_> =
            plan().targets.into_iter().map(|target| (target.value.unwrap_or_default(), target.due.map(|due| due.to_string()))).collect();
        assert_eq!(targets, [("80%".to_owned(), Some("2027".to_owned())), ("12 câu lạc".to_owned(), Some("2027".to_owned()))]);
    }

    #[test]
    fn a_duty_to_report_has_its_parts() {
        let plan = plan();
        let reports: Vec<_> = plan
            .reports
            .iter()
            .map(|report| (report.who.as_deref(), report.to.as_deref(), report.what.as_str(), report.due.map(|due| due.to_string())))
            .collect();
        assert_eq!(reports, [(Some("Các đơn vị"), Some("Phòng Tổng hợp"), "kết quả thực hiện", Some("--11-20".to_owned()))]);
    }

    #[test]
    fn money_deferrals_recipients_and_signatory_are_taken() {
        let plan = plan();
        assert_eq!(plan.budget.and_then(|budget| budget.source).as_deref(), Some("Từ nguồn chi thường xuyên của Trường"));
        assert_eq!(
            plan.deferred.iter().map(|deferred| deferred.to.as_deref()).collect::<Vec<_>>(),
            [Some("theo hướng dẫn của Bộ Giáo dục và Đào tạo")]
        );
        let purposes: Vec<_> = plan.recipients.iter().map(|recipient| recipient.purpose).collect();
        assert_eq!(purposes, [Some(RecipientPurpose::Report), Some(RecipientPurpose::CarryOut), Some(RecipientPurpose::File)]);
        assert_eq!(plan.signatories.first().and_then(|signatory| signatory.name.as_deref()), Some("Trần Văn Sông"));
    }

    #[test]
    fn what_was_taken_is_a_sound_file() {
        let (_, findings) = file::read(&file::write(&plan()));
        assert_eq!(findings, Vec::new());
    }
}
