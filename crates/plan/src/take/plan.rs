//! The parts of the plan that follow the headings and dates of the text: identity, bases, purposes, subjects, criteria, targets, the calendar,
//! reports, money, what is left to other documents, who gets and who signs the plan.

use phongtrao_document::{Address, Document};

use super::Deadline;
use super::parts::Parts;
use super::statements;
use super::{bases, budget, calendar, criteria, deferred, identity, purposes, recipients, reports, signatories, subjects, targets};
use crate::Plan;

/// A plan with those parts; `dates` and `bodies` (the bodies to which clauses give tasks) were taken before.
pub(crate) fn take(document: &Document, parts: &Parts, dates: &[Deadline], bodies: &[(&Address, &str)]) -> Plan {
    let statements = statements::of_parts(parts);
    let subjects = subjects::take(parts, &statements);
    let calendar = calendar::take(document, dates);
    Plan {
        identity: identity::take(document, &statements, &calendar.period),
        bases: bases::take(document),
        purposes: purposes::purposes(parts, &statements),
        requirements: purposes::requirements(parts, &statements),
        criteria: criteria::take(parts, &statements, &subjects),
        subjects,
        targets: targets::take(parts, &statements, dates),
        reports: reports::take(parts, &statements, dates, bodies),
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
