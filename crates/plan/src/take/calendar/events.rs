//! Rounds of judging and milestones, out of dates and the words around them.

use phongtrao_value::text::is_alphanumeric;
use phongtrao_value::{Recurrence, When};

use super::super::Deadline;
use super::super::deadlines::walk::Unit;
use super::words::WORDS;
use super::{Ids, sentence_around};
use crate::{Milestone, Origin, Round, RoundKind};

/// What a date is for.
pub(super) enum Event {
    Round(Round),
    Milestone(Milestone),
}

/// The round or the milestone that a date belongs to; none when it is a task's or a report's.
pub(super) fn of(unit: &Unit<'_>, deadline: &Deadline, ids: &mut Ids) -> Option<Event> {
    let sentence = sentence_around(unit, deadline);
    let small = sentence.to_lowercase();
    let headings: Vec<String> = unit.headings.iter().rev().take(2).map(|heading| heading.to_lowercase()).collect();
    let says = |words: &[String]| words.iter().any(|word| small.contains(word.as_str()));
    let above = |words: &[String]| headings.iter().any(|heading| words.iter().any(|word| heading.contains(word.as_str())));
    if says(&WORDS.round.words) || above(&WORDS.round.words) && !matches!(deadline.when, When::Year(_)) {
        return Some(Event::Round(round(unit, deadline, sentence, ids, &small, &headings)));
    }
    let row = unit.row.as_deref().filter(|_| unit.cell.is_some());
    let label = row.unwrap_or(sentence);
    let small = label.to_lowercase();
    let named = WORDS.milestone.words.iter().any(|word| has_word(&small, word));
    let begins =
        || WORDS.milestone.beginnings.iter().any(|word| small.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with(' ')));
    // A year alone is the time of a target or of a task, unless an event is named and it is no period.
    let year = matches!(deadline.when, When::Year(_));
    let names_event = if year { named && deadline.from.is_none() } else { named || begins() };
    let once = deadline.when.recurrence() == Recurrence::None;
    (names_event && once).then(|| {
        let milestone = Milestone {
            origin: origin(deadline, Vec::new()),
            id: ids.next("milestone"),
            label: shortened(label),
            due: Some(deadline.when),
            recurs: None,
            words: Some(deadline.quote.clone()),
        };
        Event::Milestone(milestone)
    })
}

fn round(unit: &Unit<'_>, deadline: &Deadline, sentence: &str, ids: &mut Ids, small: &str, headings: &[String]) -> Round {
    let kind_of = |text: &str| {
        let has = |words: &[String]| words.iter().any(|word| text.contains(word.as_str()));
        if has(&WORDS.round.interim) {
            Some(RoundKind::Interim)
        } else if has(&WORDS.round.last) {
            Some(RoundKind::Final)
        } else {
            None
        }
    };
    let yearly = (deadline.when.recurrence() == Recurrence::Yearly).then_some(RoundKind::Yearly);
    let said = yearly.or_else(|| kind_of(small));
    let above = headings.iter().find_map(|heading| kind_of(heading));
    let guessed = if said.is_none() && above.is_some() { vec!["kind".to_owned()] } else { Vec::new() };
    Round {
        origin: origin(deadline, guessed),
        id: ids.next("round"),
        label: unit.headings.last().map(|heading| shortened(heading)).or_else(|| Some(shortened(sentence))),
        kind: said.or(above),
        opens: deadline.from,
        // A date says itself how often it comes back.
        closes: Some(deadline.when),
        words: Some(deadline.quote.clone()),
        ..Round::default()
    }
}

fn origin(deadline: &Deadline, guessed: Vec<String>) -> Origin {
    Origin { clause: Some(deadline.clause.clone()), span: Some(deadline.span), guessed }
}

/// Whether the word stands whole in the text.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, found)| {
        let (left, right) = (&text[..at], &text[at + found.len()..]);
        !left.ends_with(is_alphanumeric) && !right.starts_with(is_alphanumeric)
    })
}

/// The first words, as many as a list can show.
fn shortened(words: &str) -> String {
    const MOST: usize = 160;
    let words = words.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '+' | ':' | ';' | '.'));
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}
