//! The span of the whole plan: said under a heading of its own, or named by the title.

use phongtrao_document::Document;
use phongtrao_value::When;

use super::super::Deadline;
use super::super::deadlines::title_period;
use super::super::deadlines::walk::Unit;
use super::Period;
use super::words::WORDS;
use crate::{Origin, Phase};

/// `giai đoạn 2023 - 2030` in the title is said; `năm 2026` and `đến năm 2030` leave the beginning or the end to be guessed.
pub(super) fn of_title(document: &Document) -> Period {
    let Some(title) = &document.frame.title else { return Period::default() };
    let Some((from, to, said)) = title_period(&title.value, &WORDS.period.terms) else { return Period::default() };
    let issued = document.frame.issued_on.as_ref().map(|day| When::Day(day.value));
    let guessed = if said { Vec::new() } else { vec!["from".to_owned(), "to".to_owned()] };
    Period { origin: Origin { clause: None, span: Some(title.span), guessed }, from: from.or(issued), to: Some(to) }
}

/// The first period under a heading that speaks of the time of the whole plan is the plan's.
pub(super) fn narrow(period: &mut Period, unit: &Unit<'_>, deadline: &Deadline, is_phase: bool) {
    let already_said = period.to.is_some() && period.origin.guessed.is_empty();
    if already_said || is_phase || deadline.from.is_none() || !speaks_of_whole(unit) {
        return;
    }
    let origin = Origin { clause: Some(deadline.clause.clone()), span: Some(deadline.span), guessed: Vec::new() };
    *period = Period { origin, from: deadline.from, to: Some(deadline.when) };
}

/// Where nothing else is said, the phases together.
pub(super) fn of_phases(period: &mut Period, phases: &[Phase]) {
    let ends = phases.iter().filter_map(|phase| phase.to.and_then(|to| to.last_day().map(|day| (day, to))));
    let begins = phases.iter().filter_map(|phase| phase.from.and_then(|from| from.first_day().map(|day| (day, from))));
    let (Some((_, to)), false) = (ends.max_by_key(|(day, _)| *day), period.to.is_some()) else { return };
    let from = begins.min_by_key(|(day, _)| *day).map(|(_, from)| from);
    let origin = Origin {
        guessed: vec!["from".to_owned(), "to".to_owned()],
        ..phases.first().map(|phase| phase.origin.clone()).unwrap_or_default()
    };
    *period = Period { origin, from, to: Some(to) };
}

/// A top heading, or the label before the date, is `Thời gian` or its like; deeper ones speak of one activity.
fn speaks_of_whole(unit: &Unit<'_>) -> bool {
    // Part, and item within it.
    const DEEPEST: usize = 2;
    let names = |words: &str| {
        let small = words.to_lowercase();
        WORDS.period.headings.iter().any(|heading| small.trim() == heading.as_str())
    };
    let label = unit.words.as_str().split_once(':').is_some_and(|(label, _)| names(label));
    unit.headings.len() <= DEEPEST && (label || unit.headings.last().is_some_and(|heading| names(heading)))
}
