//! Phases: `Giai đoạn 1 (2023-2025)`, `Đợt 2: từ ngày … đến ngày …`.

use phongtrao_diagnostic::Span;
use phongtrao_document::Address;
use phongtrao_value::When;
use phongtrao_value::text::is_alphanumeric;

use super::super::Deadline;
use super::super::deadlines::put_clauses;
use super::super::deadlines::walk::Unit;
use super::Ids;
use super::words::WORDS;
use crate::{Origin, Phase};

/// The phase that a text announces, when it begins with the word for one and has a beginning and an end.
/// Its clause is only the cell; [`place`] puts the rest before it.
pub(super) fn of(unit: &Unit<'_>, deadlines: &[&Deadline], ids: &mut Ids) -> Option<Phase> {
    let words = unit.words.as_str();
    // The word for a phase stands at the beginning.
    const HEAD: usize = 24;
    let small: String = words.chars().take(HEAD).flat_map(char::to_lowercase).collect();
    let begins = WORDS.phase.words.iter().any(|word| small.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with(' ')));
    if !begins {
        return None;
    }
    let dated = deadlines.iter().find(|deadline| deadline.from.is_some());
    let (from, to) = match (years(words), dated) {
        (Some((from, to)), _) => (Some(When::Year(from)), Some(When::Year(to))),
        (None, Some(deadline)) => (deadline.from, Some(deadline.when)),
        (None, None) if counts(words) && pair(deadlines).is_some() => pair(deadlines).unwrap_or_default(),
        // An end alone still makes a phase when the text counts them.
        (None, None) => (None, deadlines.first().filter(|_| counts(words)).map(|deadline| deadline.when)),
    };
    to?;
    let origin = Origin { clause: Some(Address(unit.cell.clone().unwrap_or_default())), span: Some(unit.span), guessed: Vec::new() };
    Some(Phase { origin, id: ids.next("phase"), label: label(words).to_owned(), from, to })
}

/// Two dates with nothing but a comma between them: `Bước 3 (tháng 11, 12/2026)`.
fn pair(deadlines: &[&Deadline]) -> Option<(Option<When>, Option<When>)> {
    // A comma or a dash with spaces around it.
    const BETWEEN: usize = 5;
    let [first, last, ..] = deadlines else { return None };
    let beside = first.span.end <= last.span.start && last.span.start - first.span.end <= BETWEEN;
    beside.then_some((Some(first.when), Some(last.when)))
}

/// Gives each phase the clause that it stands in.
pub(super) fn place(clauses: &[(Address, Span)], phases: &mut [Phase]) {
    put_clauses(clauses, phases.iter_mut().filter_map(|phase| phase.origin.span.zip(phase.origin.clause.as_mut())));
}

/// `2023-2025` within the first words.
fn years(words: &str) -> Option<(i16, i16)> {
    // The years of a phase stand in its name, and a name is short.
    const NAME: usize = 60;
    let digits = |word: &str| word.trim_matches(|letter: char| !letter.is_ascii_digit()).to_owned();
    let name: String = words.chars().take(NAME).collect();
    let pieces: Vec<String> = name.split(['-', '–', ' ', '(', ')', ':', ',']).map(digits).filter(|piece| !piece.is_empty()).collect();
    let year = |piece: &String| (piece.len() == 4).then(|| piece.parse::<i16>().ok()).flatten().filter(|year| (1990..2100).contains(year));
    pieces.windows(2).find_map(|pair| year(&pair[0]).zip(year(&pair[1])).filter(|(from, to)| from < to))
}

fn counts(words: &str) -> bool {
    words
        .split_whitespace()
        .take(4)
        .any(|word| word.trim_matches(|letter: char| !is_alphanumeric(letter)).bytes().all(|byte| byte.is_ascii_digit()))
}

/// The name of a phase: up to its colon, bracket or comma.
fn label(words: &str) -> &str {
    // A phase whose name has no end in its text is named by its first words.
    const LONGEST: usize = 120;
    let end = words.find([':', '(', ',', ';', '.']).unwrap_or(words.len());
    let end = if end > LONGEST { words.char_indices().map(|(at, _)| at).take_while(|at| *at <= LONGEST).last().unwrap_or(0) } else { end };
    words[..end].trim()
}
