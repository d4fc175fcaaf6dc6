//! The summary report of a round: targets, counts by award and by unit. What people must say themselves has room to be written.

use std::collections::BTreeMap;

use phongtrao_judge::Verdict;
use phongtrao_plan::{RoundKind, Target as PlanTarget};
use phongtrao_press::papers::summary_report::{AwardCount, Stage, SummaryReport, Target, TargetOutcome, UnitCount};
use phongtrao_value::printed_date;
use phongtrao_value::text::{capitalised, with_small_first};

use super::statistics::REPORTING;
use super::{Made, Material, submission};
use crate::Standing;
use crate::measured::Figure;
use crate::order::UnitPlace;
use crate::round::Item;

pub(super) fn of_round(material: &Material<'_, '_>) -> Made {
    (!material.cases.is_empty()).then(|| Item::new(report(material), None)).into()
}

fn report(material: &Material<'_, '_>) -> SummaryReport {
    let facts = material.facts;
    let organisation = facts.organisation;
    let recipients = organisation.superior.iter().cloned().chain([REPORTING.recipient_units.clone()]).collect();
    let as_of = REPORTING.as_of.fill(&[("date", &printed_date::short(facts.as_of()))]);
    SummaryReport {
        frame: material.own_frame(&REPORTING.report, recipients, organisation.head.clone()),
        stage: stage(material),
        subject: subject(material),
        bases: submission::plan_as_basis(facts).into_iter().collect(),
        carried_out: Vec::new(),
        targets: facts.plan.targets.iter().map(|target| reached(material, target)).collect(),
        awards: awards(material),
        units: units(material),
        strengths: Vec::new(),
        limits: Vec::new(),
        causes: Vec::new(),
        tasks: Vec::new(),
        proposals: Vec::new(),
        notes: std::iter::once(as_of).chain(material.cautions()).collect(),
    }
}

/// Only the last round of a plan sums it up as a whole.
fn stage(material: &Material<'_, '_>) -> Stage {
    let round = material.facts.plan.rounds.iter().find(|round| round.id == material.facts.round.id);
    match round.and_then(|round| round.kind) {
        Some(RoundKind::Final) => Stage::Final,
        Some(RoundKind::Yearly | RoundKind::Interim) | None => Stage::Interim,
    }
}

fn subject(material: &Material<'_, '_>) -> String {
    let identity = &material.facts.plan.identity;
    let abbreviation = identity.kind.as_deref().unwrap_or_default();
    let kind = material.facts.packs.kind(abbreviation).map_or(abbreviation, |kind| kind.name.as_str());
    let title = identity.title.as_deref().map_or_else(|| material.occasion(), with_small_first);
    REPORTING.subject.fill(&[("kind", kind), ("title", &title)])
}

/// A target that nobody has measured is not known, and one whose day is still to come has not failed.
fn reached(material: &Material<'_, '_>, target: &PlanTarget) -> Target {
    let found = material.targets.iter().find(|reached| reached.target == target.id);
    let is_due = target.due.and_then(|due| due.last_day()).is_none_or(|day| day <= material.facts.as_of());
    let outcome = found.and_then(|reached| match reached.verdict {
        Verdict::Met => Some(TargetOutcome::Met),
        Verdict::NotMet if is_due => Some(TargetOutcome::NotMet),
        Verdict::NotMet => Some(TargetOutcome::NotDue),
        Verdict::Unknown => None,
    });
    Target {
        label: capitalised(&target.label),
        planned: target.value.clone().unwrap_or_default(),
        reached: found.and_then(|reached| reached.figure.as_ref()).map(figure).unwrap_or_default(),
        outcome,
    }
}

fn figure(figure: &Figure) -> String {
    match figure {
        Figure::Known(number) => number.clone(),
        Figure::Between(least, most) => REPORTING.between.fill(&[("least", least), ("most", most)]),
    }
}

/// Award by award, in the order of the plan.
fn awards(material: &Material<'_, '_>) -> Vec<AwardCount> {
    let mut awards: Vec<(&str, AwardCount)> = Vec::new();
    for case in material.cases.iter().filter(|case| case.proposed != Verdict::NotMet || case.was_before_council()) {
        if awards.last().is_none_or(|(award, _)| *award != case.award) {
            let name = material.facts.award_title(&case.award);
            awards.push((&case.award, AwardCount { award: name, judged: 0, chosen: 0, open: 0, not_chosen: 0 }));
        }
        if let Some((_, count)) = awards.last_mut() {
            count.judged += 1;
            *match case.standing {
                Standing::Chosen => &mut count.chosen,
                Standing::LeftOut | Standing::AwaitsVote | Standing::AwaitsChair | Standing::Open => &mut count.open,
                Standing::OverQuota | Standing::NotVoted | Standing::NotProposed | Standing::NotMet => &mut count.not_chosen,
            } += 1;
        }
    }
    awards.into_iter().map(|(_, count)| count).collect()
}

/// Unit by unit, in the organisation's order; of those that put somebody forward.
fn units(material: &Material<'_, '_>) -> Vec<UnitCount> {
    let mut units: BTreeMap<UnitPlace, UnitCount> = BTreeMap::new();
    for case in &material.put_forward {
        let Some(unit) = material.facts.unit_of(&case.subject) else { continue };
        let name = material.facts.index.name(unit).to_owned();
        let count = units.entry(material.facts.unit_order(unit)).or_insert(UnitCount { unit: name, put_forward: 0, chosen: 0 });
        count.put_forward += 1;
        count.chosen += u32::from(case.standing == Standing::Chosen);
    }
    units.into_values().collect()
}
