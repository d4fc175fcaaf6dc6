//! Texts without a letterhead: a news item, an article, or a notice copied to a page.

use std::ops::Range;

use phongtrao_value::text::{folded, is_alphabetic, is_capitals};

use super::flow::Flow;
use super::words::{HEADLINE, KINDS};
use crate::{Field, Frame};

/// A headline is shorter.
const LONGEST: usize = 420;

/// Reads the headline; its lines.
pub(super) fn read(flow: &Flow, lines: Range<usize>, frame: &mut Frame) -> Range<usize> {
    let candidates: Vec<usize> = lines.clone().take(6).filter(|line| is_headline(flow, *line)).collect();
    // A section of the page and a time may stand above the headline.
    let first = match candidates[..] {
        [section, headline, ..]
            if headline <= section + 2
                && flow.lines[section].look.heading.is_none()
                && flow.line(headline).len() > 2 * flow.line(section).len() =>
        {
            Some(headline)
        }
        [first, ..] => Some(first),
        [] => None,
    };
    let kind = |words: &str| {
        let folded = folded(&words.chars().take(30).collect::<String>());
        KINDS
            .iter()
            .find(|(kind, _)| super::words::after(&folded, kind).is_some())
            .map(|(kind, abbreviation)| (kind.chars().count(), abbreviation.clone()))
    };
    let Some(line) = first.filter(|line| flow.line(*line).len() <= LONGEST) else {
        frame.kind = flow.lines.first().map(|line| Field::new(HEADLINE.news.clone(), line.span));
        return lines.start..lines.start;
    };
    let at = &flow.lines[line];
    let words = flow.line(line);
    // `[Đơn vị] Kế hoạch …`.
    let bare = words.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(words, |(_, rest)| rest.trim_start());
    let (abbreviation, title) = match kind(bare) {
        Some((length, abbreviation)) => {
            let length: usize = bare.chars().take(length).map(char::len_utf8).sum();
            (abbreviation, bare[length..].trim_start_matches([' ', ':']))
        }
        None if is_contest(flow, lines.clone()) => (HEADLINE.contest.clone(), words),
        None => (HEADLINE.news.clone(), words),
    };
    let mut last = line + 1;
    while is_capitals(words) && last < lines.end.min(line + 4) && is_capitals(flow.line(last)) && !flow.lines[last].blank_before {
        last += 1;
    }
    let end = at.words.end;
    let whole = flow.range(line..last);
    frame.kind = Some(Field::new(abbreviation, at.span));
    if !title.is_empty() {
        let range = end - title.len()..whole.end;
        frame.title = Some(Field::new(flow.slice(range.clone()).to_owned(), flow.span(range)));
    }
    line..last
}

/// Whether a line can be a headline: no sentence, no date, no section of a page.
fn is_headline(flow: &Flow, line: usize) -> bool {
    /// A headline has as many letters at least; one that is marked as such may have fewer.
    const LETTERS: usize = 12;
    let words = flow.line(line);
    let letters = words.chars().filter(|c| is_alphabetic(*c)).count();
    let marked = flow.lines[line].look.heading.is_some() && letters > 3;
    let sentence = super::paragraphs::ends_sentence(words) || words.ends_with(':') || super::label::at_start(words).is_some();
    (letters >= LETTERS || marked) && !sentence && words.len() < LONGEST
}

/// Whether the rules of a contest are announced near the top, and parts with labels follow.
fn is_contest(flow: &Flow, lines: Range<usize>) -> bool {
    /// How many lines from the top the rules are named.
    const TOP: usize = 12;
    let top = lines.clone().take(TOP).any(|line| {
        let words: String = flow.line(line).chars().take(400).collect();
        folded(&words).contains(HEADLINE.rules.as_str())
    });
    top && lines
        .filter(|line| super::label::at_start(flow.line(*line)).is_some_and(|found| found.class == crate::LabelClass::Roman))
        .count()
        > 1
}
