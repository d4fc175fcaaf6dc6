//! Sentences within statements, and the dates that stand in them.

use std::ops::Range;

use super::Deadline;
use super::phrase::{CLOSING, sentence_end, trimmed};
use super::statements::Statement;

/// The ranges of the sentences of a statement within its words; a semicolon ends one too.
pub(crate) fn of(statement: &Statement<'_>) -> Vec<Range<usize>> {
    let text = statement.words.text();
    let mut found = Vec::new();
    let mut from = statement.range.start;
    while from < statement.range.end {
        let to = sentence_end(text, from).min(statement.range.end);
        for part in split(text, from..to, ';') {
            let sentence = trimmed(text, part, CLOSING);
            if !sentence.is_empty() {
                found.push(sentence);
            }
        }
        // The mark that ended the sentence is one byte: `.`, `!` or `?`.
        from = to + 1;
    }
    found
}

fn split(text: &str, range: Range<usize>, mark: char) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = range.start;
    for (at, _) in text.get(range.clone()).unwrap_or_default().match_indices(mark) {
        found.push(from..range.start + at);
        from = range.start + at + mark.len_utf8();
    }
    found.push(from..range.end);
    found
}

/// The first date that stands in a range of a statement's words. Dates come in the order of the text.
pub(crate) fn date<'a>(statement: &Statement<'_>, range: Range<usize>, dates: &'a [Deadline]) -> Option<&'a Deadline> {
    let span = statement.words.span(range);
    let first = dates.partition_point(|date| date.span.start < span.start);
    dates.get(first).filter(|date| span.holds(date.span))
}
