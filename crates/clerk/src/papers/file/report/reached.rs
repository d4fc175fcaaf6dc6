//! What a subject reached in the time that counts: the figures that the criteria ask, records that were verified, tasks that were done.

use phongtrao_judge::Verdict;
use phongtrao_judge::reasons::Reason;
use phongtrao_press::achievements::Figure;
use phongtrao_register::rows::Verification;
use phongtrao_value::{Date, Decimal, figures, printed_date};

use super::super::figure;
use super::super::words::FILE;
use super::Report;

/// The numbers that the award's conditions look at, as they were judged.
pub(super) fn numbers(report: &Report<'_, '_, '_>) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    gather(report, &report.case.reason, &mut figures);
    figures
}

/// The lowest conditions with a number; the parts that a number is made of are not told.
fn gather(report: &Report<'_, '_, '_>, reason: &Reason, figures: &mut Vec<Figure>) {
    let say = |text| report.desk.vietnamese.say(text);
    let Some(amount) = reason.amount else {
        return reason.parts.iter().for_each(|part| gather(report, part, figures));
    };
    // What is not met, not known, or only ranked by is no achievement; of what may be at most so much, the number is none.
    let (Some(Verdict::Met), Some(asked), Some(reached)) = (reason.verdict, &reason.asked, figure(amount, reason.asked.as_ref())) else {
        return;
    };
    if asked.is_at_most {
        return;
    }
    let figure = Figure { measure: say(&reason.words), before: None, asked: Some(say(&asked.words)), reached: Some(reached) };
    if !figures.contains(&figure) {
        figures.push(figure);
    }
}

/// Figures and records, a sentence each.
pub(super) fn in_sentences(report: &Report<'_, '_, '_>) -> Vec<String> {
    let said = numbers(report).into_iter().map(|figure| {
        let (measure, reached) = (("measure", figure.measure.as_str()), figure.reached.unwrap_or_default());
        match &figure.asked {
            Some(asked) => FILE.reached_asked.fill(&[measure, ("reached", &reached), ("asked", asked)]),
            None => FILE.reached.fill(&[measure, ("reached", &reached)]),
        }
    });
    said.chain(records(report)).collect()
}

/// Verified records of the time that counts, the same ones as one, and tasks that were done by their day.
pub(super) fn records(report: &Report<'_, '_, '_>) -> Vec<String> {
    let facts = report.desk.facts;
    let period = facts.round.calendar.period;
    let is_counted = |day| period.holds(day) && day <= facts.as_of();
    let mut records: Vec<(&str, u32, Option<Decimal>)> = Vec::new();
    let verified =
        facts.index.records(report.subject).filter(|record| record.verification == Verification::Verified && is_counted(record.on));
    for (text, amount) in verified.filter_map(|record| Some((record.text.as_deref()?, record.amount))) {
        match records.iter_mut().find(|(known, ..)| *known == text) {
            Some((_, times, _)) => *times += 1,
            None => records.push((text, 1, amount)),
        }
    }
    // One is the amount of a record that only says yes.
    let records =
        records.into_iter().map(|(what, times, amount)| match (times, amount.filter(|amount| Some(*amount) != Decimal::whole(1))) {
            (1, Some(amount)) => FILE.reached.fill(&[("measure", what), ("reached", &figures::decimal(amount))]),
            (1, None) => what.to_owned(),
            _ => FILE.times.fill(&[("what", what), ("times", &times.to_string())]),
        });
    records.chain(tasks(report, &is_counted)).collect()
}

fn tasks(report: &Report<'_, '_, '_>, is_counted: &dyn Fn(Date) -> bool) -> Vec<String> {
    let tasks = report.desk.facts.index.tasks(report.subject);
    let done = tasks.filter_map(|task| {
        let (what, done) = (task.text.as_deref()?, task.done.filter(|done| *done <= task.due && is_counted(*done))?);
        // What somebody looked at and did not accept was not reached.
        (task.accepted != Some(false))
            .then(|| FILE.done.fill(&[("what", what), ("date", &printed_date::short(done)), ("due", &printed_date::short(task.due))]))
    });
    done.collect()
}
