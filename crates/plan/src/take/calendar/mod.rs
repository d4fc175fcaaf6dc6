//! The calendar of a plan: its span, its phases, its rounds of judging, its milestones.

use std::collections::BTreeMap;

use phongtrao_diagnostic::Span;
use phongtrao_document::{Address, Document};
use phongtrao_value::When;

use super::Deadline;
use super::deadlines::walk::{self, Unit};
use crate::{Milestone, Origin, Phase, Round};

mod events;
mod period;
mod phases;
mod words;

/// What a plan says of time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// When the plan as a whole begins and ends.
    pub period: Period,
    /// Its phases, in the order of the text.
    pub phases: Vec<Phase>,
    /// Its rounds of judging, in the order of the text.
    pub rounds: Vec<Round>,
    /// What is held or begun once, in the order of the text.
    pub milestones: Vec<Milestone>,
}

/// When the plan as a whole begins and ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Period {
    /// Where it comes from; `guessed` names `from` and `to` where the title only names a year.
    pub origin: Origin,
    /// From when.
    pub from: Option<When>,
    /// To when.
    pub to: Option<When>,
}

/// The calendar of a document whose deadlines are known.
pub fn take(document: &Document, deadlines: &[Deadline]) -> Calendar {
    of_units(document, &walk::units(document), &super::deadlines::clauses(document), deadlines)
}

/// The same, from texts that were gathered already.
pub(in crate::take) fn of_units(document: &Document, units: &[Unit<'_>], clauses: &[(Address, Span)], deadlines: &[Deadline]) -> Calendar {
    let mut calendar = Calendar { period: period::of_title(document), ..Calendar::default() };
    let mut ids = Ids::default();
    let mut rest = deadlines.iter().peekable();
    for unit in units {
        let mut own = Vec::new();
        // Deadlines come in the order of the texts.
        while let Some(deadline) = rest.next_if(|deadline| deadline.span.start < unit.span.end) {
            own.push(deadline);
        }
        let phase = phases::of(unit, &own, &mut ids);
        let is_phase = phase.is_some();
        calendar.phases.extend(phase);
        for deadline in own {
            period::narrow(&mut calendar.period, unit, deadline, is_phase);
            match events::of(unit, deadline, &mut ids) {
                Some(events::Event::Round(round)) => calendar.rounds.push(round),
                Some(events::Event::Milestone(milestone)) if !is_phase => calendar.milestones.push(milestone),
                _ => {}
            }
        }
    }
    phases::place(clauses, &mut calendar.phases);
    period::of_phases(&mut calendar.period, &calendar.phases);
    calendar
}

/// Ids that no other entry of the kind has: `round-1`, `round-2`.
#[derive(Default)]
struct Ids(BTreeMap<&'static str, u32>);

impl Ids {
    fn next(&mut self, kind: &'static str) -> String {
        let number = self.0.entry(kind).or_insert(0);
        *number += 1;
        format!("{kind}-{number}")
    }
}

/// The words of a text around a date, short enough for a label.
fn sentence_around<'a>(unit: &'a Unit<'_>, deadline: &Deadline) -> &'a str {
    // A text longer than any paragraph is not searched for every date in it.
    const LONGEST: usize = 20_000;
    let words = unit.words.as_str();
    if words.len() > LONGEST {
        return "";
    }
    // What stands further away is no part of a sentence.
    const REACH: usize = 2_000;
    let at = words.find(&deadline.quote).unwrap_or(0);
    let first = words.floor_char_boundary(at.saturating_sub(REACH));
    let begin = words[first..at].rfind([';', '.']).map_or(first, |dot| first + dot + 1);
    let after = words.ceil_char_boundary(words.len().min(at + deadline.quote.len()));
    let last = words.ceil_char_boundary(words.len().min(after + REACH));
    let end = words[after..last].find([';', '.']).map_or(last, |dot| after + dot);
    words[begin..end].trim()
}
