//! Whether an honour that is named is offered.

use std::ops::Range;

use phongtrao_value::text::is_alphabetic;

use super::extent::{ends_with_word, skip_space};
use super::mention::{Mention, is_leading};
use super::words::{Nature, WORDS};
use crate::SubjectKind;
use crate::take::parts::{Part, Words};
use crate::take::phrase::{CLOSING, OPENING, head, sentence_end, tail, trimmed};

/// Where words stand, as far as it matters for honours.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    /// In a part about honours.
    pub(super) offering: bool,
    /// In a part that lists prizes.
    pub(super) prizes: bool,
    /// In a part that says what one must have.
    pub(super) criteria: bool,
    /// In a heading.
    pub(super) in_heading: bool,
    /// In a news item.
    pub(super) news: bool,
}

/// How far before an honour the word of giving may stand, in bytes.
const REACH: usize = 220;

impl Context {
    /// The context of what stands in the part.
    pub(super) fn below(self, part: &Part) -> Context {
        let said = part.heading.as_ref().map(|heading| heading.lower.as_str());
        // The sentence of an item that leads on to a list says what the list is.
        let leading = part
            .opening()
            .filter(|words| part.heading.is_none() && words.text().trim_end().ends_with(':'))
            .map(|words| words.lower.as_str());
        let words = said.or(leading).unwrap_or_default();
        if words.is_empty() {
            return self;
        }
        Context {
            offering: self.offering || WORDS.offering_headings.within(words),
            prizes: self.prizes || WORDS.prize_headings.within(words),
            criteria: self.criteria || WORDS.criteria.within(words),
            in_heading: false,
            news: self.news,
        }
    }
}

/// Whether a mention is an offer; `last` is the offer before it in the same words.
pub(super) fn is_offered(mention: &Mention, last: Option<&Mention>, words: &Words, sentence: usize, context: Context) -> bool {
    let text = words.text();
    let before = before(words, sentence, mention.start);
    if is_least(words, mention) && !is_leading(text, mention.start) {
        return false;
    }
    if context.news && mention.nature != Nature::Prize {
        return false;
    }
    if WORDS.passing.within(before) || (WORDS.going_with.within(before) && context.offering) {
        return false;
    }
    let listed = last.is_some_and(|last| follows(words, last.range.end, mention.start));
    let leading = is_leading(text, mention.start);
    let given = listed || is_given(before, context);
    match mention.nature {
        Nature::Noun { weak: true, .. } => weak_is_given(mention, listed, before, words),
        Nature::Noun { .. } if mention.all_kinds => context.offering,
        Nature::Prize => ((context.prizes && !context.criteria) || given || is_counted(before)) && !is_had(before),
        Nature::TitleWord | Nature::Honouring => leading || !context.criteria || given,
        _ if leading || context.in_heading => context.offering || context.in_heading || given,
        _ => given || (context.offering && !context.criteria && !is_had(before)),
    }
}

/// The sentences of a paragraph, walked through as its mentions come.
#[derive(Debug, Default)]
pub(super) struct Sentences {
    start: usize,
    end: Option<usize>,
}

impl Sentences {
    /// Where the sentence begins that holds `at`; each call comes with a place behind the last.
    pub(super) fn start(&mut self, text: &str, at: usize) -> usize {
        loop {
            let end = *self.end.get_or_insert_with(|| sentence_end(text, self.start));
            if end >= at || end >= text.len() {
                return self.start;
            }
            // A full stop ends the sentence, or nothing where a long one is read in pieces.
            let stop = text.get(end..).is_some_and(|rest| rest.starts_with(['.', '!', '?']));
            self.start = if stop { end + 1 } else { end };
            self.end = None;
        }
    }
}

/// How much before an honour is looked at, in bytes.
const BEFORE: usize = 600;

/// The words of the sentence, or of its part after a semicolon, before `at`.
fn before(words: &Words, sentence: usize, at: usize) -> &str {
    let before = tail(words.lower.get(sentence..at).unwrap_or_default(), BEFORE);
    before.rfind(';').and_then(|semicolon| before.get(semicolon + 1..)).unwrap_or(before)
}

/// Whether the words after an honour say that it is the least that one must have: `Giấy khen cấp trường trở lên`.
fn is_least(words: &Words, mention: &Mention) -> bool {
    let after = head(words.lower.get(mention.range.end..).unwrap_or_default(), NEAR);
    WORDS.least.within(after.split([',', ';', '.']).next().unwrap_or_default())
}

/// How near after an honour words belong to it, in bytes.
const NEAR: usize = 60;

/// Whether only commas, joining words, quotation marks and numbers stand between two honours.
fn follows(words: &Words, end: usize, start: usize) -> bool {
    let between = words.lower.get(end..start).unwrap_or_default();
    between.split(|c: char| !is_alphabetic(c)).all(|word| {
        word.is_empty() || WORDS.joining.iter().any(|joining| joining == word) || WORDS.title_words.iter().any(|title| title.contains(word))
    })
}

/// Whether a word of giving stands near before, and is neither of the past nor, in a criterion, a condition.
fn is_given(before: &str, context: Context) -> bool {
    let from = before.len() - tail(before, REACH).len();
    let Some(giving) = WORDS.giving.all(before, from).last() else { return false };
    let lead = before.get(..giving.start).unwrap_or_default().trim_end();
    let past = WORDS.past.iter().any(|past| ends_with_word(lead, past));
    if context.criteria {
        return !past && !is_had(before);
    }
    !WORDS.long_past.iter().any(|past| ends_with_word(lead, past))
}

/// Whether the honour is one that somebody has, reached or won.
fn is_had(before: &str) -> bool {
    WORDS.past.iter().any(|past| ends_with_word(before.trim_end(), past)) || WORDS.having.within(before)
}

/// Whether a number stands right before: `01 giải Nhất`.
fn is_counted(before: &str) -> bool {
    before.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == ')')
}

/// Whether a certificate or a letter is given by itself: right after a word of giving, with an authority or with receivers.
fn weak_is_given(mention: &Mention, listed: bool, before: &str, words: &Words) -> bool {
    let given = listed || WORDS.strong_giving.iter().any(|giving| ends_with_word(before.trim_end(), giving));
    let rest = words.lower.get(skip_space(words.text(), mention.range.end)..).unwrap_or_default();
    let alone = mention.authority.is_some() || WORDS.receivers.start(rest).is_some();
    given && alone && !WORDS.going_with.within(before)
}

/// A prize that begins an item of a list of prizes: `01 giải được yêu thích nhất: …`.
pub(super) fn general_prize(words: &Words, context: Context) -> Option<Range<usize>> {
    if !context.prizes {
        return None;
    }
    let text = words.text();
    let marks = trimmed(text, 0..text.len(), OPENING).start;
    let digits = text.get(marks..)?.find(|c: char| !c.is_ascii_digit())?;
    let start = skip_space(text, marks + digits);
    let length = words.lower.get(start..).and_then(|tail| WORDS.prize_words.start(tail)).filter(|_| digits > 0)?;
    let stop = text.get(start + length..)?.find([':', '(', ',', ';', '.', '–', '-']).map_or(text.len(), |at| start + length + at);
    let worth = WORDS.ends.all(&words.lower, start + length).next().map_or(stop, |range| range.start.min(stop));
    let range = trimmed(text, start..worth, CLOSING);
    (range.len() > length + 1).then_some(range)
}

/// The name without its authority.
pub(super) fn bare_name(words: &Words, mention: &Mention, authority: usize) -> String {
    let name = trimmed(words.text(), mention.range.start..authority, CLOSING);
    let lower = words.lower.get(name.clone()).unwrap_or_default();
    let of = WORDS.of.iter().find(|of| ends_with_word(lower, of)).map_or(0, String::len);
    words.text().get(name.start..name.end - of).unwrap_or_default().trim_end().to_owned()
}

/// The noun alone, when its authority stands elsewhere.
pub(super) fn noun(words: &Words, mention: &Mention) -> String {
    words.text().get(mention.range.clone()).unwrap_or_default().to_owned()
}

/// The kinds of subjects that the rest of the sentence names.
pub(super) fn subjects(words: &Words, at: usize) -> Vec<SubjectKind> {
    let end = sentence_end(words.text(), at);
    let rest = head(words.lower.get(at..end).unwrap_or_default(), BEFORE);
    let kinds = [
        (SubjectKind::Collective, &WORDS.collective),
        (SubjectKind::Individual, &WORDS.individual),
        (SubjectKind::Household, &WORDS.household),
    ];
    let receivers = rest.split(';').next().unwrap_or_default();
    kinds.into_iter().filter(|(_, phrases)| phrases.within(receivers)).map(|(kind, _)| kind).collect()
}
