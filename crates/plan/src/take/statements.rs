//! The statements of a plan: the paragraphs and items in which something is said, each with what leads to it.

use std::ops::Range;

use phongtrao_diagnostic::Span;
use phongtrao_document::Address;
use phongtrao_value::text::is_capitals;

use super::parts::{Parts, Words};
use super::phrase::{CLOSING, OPENING, trimmed};
use super::topics::{self, Topic, Topics};
use crate::Origin;

/// The longest lead before a colon, in words: `Đối với tập thể:`.
const LONGEST_LEAD: usize = 16;

/// A paragraph or an item, with what it is about.
#[derive(Debug, Clone)]
pub(crate) struct Statement<'a> {
    /// The part that it stands in.
    pub(crate) part: usize,
    /// The words, and which of them.
    pub(crate) words: &'a Words,
    /// Without dash, and without the mark at the end.
    pub(crate) range: Range<usize>,
    /// What its part is about.
    pub(crate) topics: Topics,
    /// The line before it, in its part or in the one around, that ends with a colon.
    pub(crate) lead: Option<&'a Words>,
    /// Whether it is the heading of a part in which nothing else stands.
    pub(crate) bare_heading: bool,
}

impl<'a> Statement<'a> {
    /// Its words.
    pub(crate) fn text(&self) -> &'a str {
        self.words.text().get(self.range.clone()).unwrap_or_default()
    }

    /// Its words in small letters.
    pub(crate) fn lower(&self) -> &'a str {
        self.words.lower.get(self.range.clone()).unwrap_or_default()
    }

    /// Where it stands.
    pub(crate) fn span(&self) -> Span {
        self.words.span(self.range.clone())
    }

    /// Where it comes from, with the keys that were guessed.
    pub(crate) fn origin(&self, parts: &Parts, guessed: &[&str]) -> Origin {
        origin(&parts.0[self.part].address, self.span(), guessed)
    }
}

/// An origin at a clause and place.
pub(crate) fn origin(clause: &Address, span: Span, guessed: &[&str]) -> Origin {
    Origin {
        clause: Some(clause.clone()).filter(|clause| !clause.0.is_empty()),
        span: Some(span),
        guessed: guessed.iter().map(|key| (*key).to_owned()).collect(),
    }
}

/// All statements in the order of the text, without leads and without what stands in tables.
pub(crate) fn of_parts(parts: &Parts) -> Vec<Statement<'_>> {
    let topics = topics::of_parts(parts);
    let mut statements = Vec::new();
    let mut leads: Vec<Option<&Words>> = vec![None; parts.0.len()];
    for (index, part) in parts.0.iter().enumerate() {
        let outer = part.parent.and_then(|parent| last_lead(&parts.0[parent].paragraphs, part.start).or(leads[parent]));
        leads[index] = outer;
        let mut lead = outer;
        let childless = part.end == index + 1;
        let last = part.paragraphs.len().saturating_sub(1);
        for (at, words) in part.paragraphs.iter().enumerate().filter(|(_, words)| !words.in_table && !is_stamp(words)) {
            let goes_on = !childless || at < last;
            if is_lead(words) || goes_on && ends_in_colon(words) {
                lead = Some(words);
                continue;
            }
            let range = trimmed(words.text(), opened(words)..words.text().len(), CLOSING);
            if !range.is_empty() {
                statements.push(Statement { part: index, words, range, topics: topics[index], lead, bare_heading: false });
            }
        }
        if let (true, true, Some(words)) = (part.paragraphs.is_empty(), childless, &part.heading) {
            let range = trimmed(words.text(), opened(words)..words.text().len(), CLOSING);
            statements.push(Statement { part: index, words, range, topics: topics[index], lead: outer, bare_heading: true });
        }
    }
    statements
}

/// The statements about one topic alone.
pub(crate) fn about<'a, 'b>(statements: &'b [Statement<'a>], topic: Topic) -> impl Iterator<Item = &'b Statement<'a>> {
    statements.iter().filter(move |statement| statement.topics.only(topic))
}

/// The byte after dash, star and white space at the beginning.
fn opened(words: &Words) -> usize {
    let text = words.text();
    // A quotation mark opens the words themselves.
    let is_mark = |c: char| c.is_whitespace() || (OPENING.contains(&c) && c != '"' && c != '“');
    text.len() - text.trim_start_matches(is_mark).len()
}

/// A line of capitals among sentences: the print of a seal, or a heading that lost its label. So is a single word.
fn is_stamp(words: &Words) -> bool {
    is_capitals(words.text()) || words.text().split_whitespace().nth(1).is_none()
}

fn ends_in_colon(words: &Words) -> bool {
    words.text().trim_end().ends_with(':')
}

/// A line that says of what or of whom the next ones speak.
fn is_lead(words: &Words) -> bool {
    ends_in_colon(words) && words.text().split_whitespace().count() <= LONGEST_LEAD
}

/// The last lead before a place: it holds until the next, whatever is said between.
fn last_lead(paragraphs: &[Words], before: usize) -> Option<&Words> {
    paragraphs.iter().rev().find(|words| words.span(0..1).start < before && is_lead(words))
}
