//! What stands around a date: its sentence, the words before and behind, quotation marks.

use std::ops::Range;

use phongtrao_value::text::is_alphanumeric;

use super::grammar::Expression;
use super::tokens::{Kind, Tokens};
use super::words::{LEXICON, Phrases, Role};

/// A date and what stands around it, in small letters.
pub(super) struct Around<'a> {
    /// The sentence up to the date's own words; `từ` of a beginning without an end belongs to it.
    pub(super) before: &'a str,
    /// The part of the sentence from the last comma, colon or bracket up to the date's own words.
    pub(super) segment: &'a str,
    /// The rest of the sentence behind the date.
    pub(super) after: &'a str,
    /// The whole sentence, by its bytes.
    pub(super) sentence: Range<usize>,
    /// The bytes of the date.
    pub(super) date: Range<usize>,
}

/// The most tokens of a sentence that are looked at on either side of a date; a longer one is none.
const REACH: usize = 90;

impl<'a> Around<'a> {
    /// What stands around an expression.
    pub(super) fn new(tokens: &'a Tokens, expression: &Expression) -> Around<'a> {
        let first = expression.tokens.start;
        let last = expression.tokens.end.saturating_sub(1);
        let own = first + usize::from(expression.open && tokens.is(first, Role::From));
        let begin = (first.saturating_sub(REACH)..first)
            .rev()
            .find(|at| ends_sentence(tokens, *at))
            .map_or(first.saturating_sub(REACH), |at| at + 1);
        let end =
            (last + 1..(last + REACH).min(tokens.len())).find(|at| ends_sentence(tokens, *at)).unwrap_or((last + REACH).min(tokens.len()));
        let cut = (begin..first).rev().find(|at| ends_part(tokens, *at)).map_or(begin, |at| at + 1);
        let start_of = |at: usize| tokens.get(at).map_or(tokens.small.len(), |token| token.start);
        let end_of = |at: usize| tokens.get(at).map_or(tokens.small.len(), |token| token.end);
        let (date, sentence) = (start_of(first)..end_of(last), start_of(begin)..start_of(end));
        let piece = |range: Range<usize>| tokens.small.get(range).unwrap_or_default();
        // A word may be endless where the text is no text: what is looked at is bounded in bytes too.
        let sentence = near(tokens, sentence, &date);
        let segment_start = start_of(cut).max(sentence.start);
        Around {
            before: piece(sentence.start..start_of(own)),
            segment: piece(segment_start..start_of(own)),
            after: piece(date.end..sentence.end),
            sentence,
            date,
        }
    }
}

/// The most bytes of a sentence that are looked at on either side of a date.
const BYTES: usize = 1500;

fn near(tokens: &Tokens, sentence: Range<usize>, date: &Range<usize>) -> Range<usize> {
    let start = tokens.small.floor_char_boundary(date.start.saturating_sub(BYTES));
    let end = tokens.small.ceil_char_boundary(date.end.saturating_add(BYTES).min(tokens.small.len()));
    sentence.start.max(start)..sentence.end.min(end)
}

/// `;`, or `.` `!` `?` before a space.
fn ends_sentence(tokens: &Tokens, at: usize) -> bool {
    match tokens.mark(at) {
        Some(';' | '!' | '?') => true,
        Some('.') => !tokens.joined(at + 1) && !abbreviates(tokens, at),
        _ => false,
    }
}

/// The dot behind one or two letters belongs to them: `TP.`, `Tp. `, `Q.`.
fn abbreviates(tokens: &Tokens, at: usize) -> bool {
    let word = at.checked_sub(1).filter(|_| tokens.joined(at)).map(|before| (before, tokens.word(before)));
    word.is_some_and(|(before, word)| {
        matches!(tokens.get(before).map(|token| token.kind), Some(Kind::Word)) && word.len() <= 2 && word.is_ascii()
    })
}

fn ends_part(tokens: &Tokens, at: usize) -> bool {
    // A comma without a space behind it is inside a name: `KH,CN`.
    tokens.is_mark(at, &[':', '(', ')', ';'])
        || tokens.is_mark(at, &[',']) && !tokens.joined(at + 1)
        || tokens.is_mark(at, &['-', '–']) && !tokens.joined(at)
}

/// Where quotation marks open and close: the bytes between them, of pairs that close within reach.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    // A longer quotation is an opening mark whose closing mark was lost.
    const LONGEST: usize = 600;
    let mut ranges = Vec::new();
    let mut open = None;
    for (at, mark) in text.char_indices() {
        match (mark, open) {
            ('“' | '«', None) | ('"', None) => open = Some(at),
            ('”' | '»' | '"' | '“', Some(start)) => {
                if at - start <= LONGEST {
                    ranges.push(start..at);
                }
                // Two opening marks in a row: the first was never closed.
                open = (mark == '“').then_some(at).filter(|_| at - start > LONGEST);
            }
            _ => {}
        }
    }
    ranges
}

/// Whether the text ends with one of the phrases as whole words.
pub(super) fn ends_with_phrase(text: &str, phrases: &Phrases) -> bool {
    let text = text.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ':' | '(' | '*' | '-' | '–'));
    phrases.iter().any(|phrase| text.strip_suffix(phrase).is_some_and(|rest| !rest.ends_with(is_alphanumeric)))
}

/// Whether the text begins with one of the phrases as whole words.
pub(super) fn begins_with_phrase(text: &str, phrases: &Phrases) -> bool {
    let text = text.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ')' | '*'));
    phrases.iter().any(|phrase| text.strip_prefix(phrase).is_some_and(|rest| !rest.starts_with(is_alphanumeric)))
}

/// Whether one of the phrases ends straight before the date; words of the date's own phrase (`ngày`, `cuối`) may lie between.
pub(super) fn near_before(before: &str, phrases: &Phrases) -> bool {
    let mut rest = before;
    for _ in 0..4 {
        if ends_with_phrase(rest, phrases) {
            return true;
        }
        let trimmed = rest.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ':' | '('));
        let word_start = trimmed
            .rfind(|letter: char| !is_alphanumeric(letter))
            .map_or(0, |at| at + trimmed[at..].chars().next().map_or(1, char::len_utf8));
        if !LEXICON.leads(&trimmed[word_start..]) {
            return false;
        }
        rest = &trimmed[..word_start];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::grammar::expressions;
    use super::*;

    #[rstest::rstest]
    #[case(
        "Họp xong. Gửi về TP. Huế, hồ sơ trước ngày 30/8/2025 để tổng hợp; nộp",
        "gửi về tp. huế, hồ sơ trước ",
        "hồ sơ trước ",
        " để tổng hợp"
    )]
    #[case("30/8/2025", "", "", "")]
    fn sentences(#[case] text: &str, #[case] before: &str, #[case] segment: &str, #[case] after: &str) {
        let tokens = Tokens::new(text);
        let found = expressions(&tokens);
        let around = Around::new(&tokens, &found[0]);
        assert_eq!((around.before, around.segment.trim_start(), around.after), (before, segment, after));
    }

    #[test]
    fn quotations() {
        assert_eq!(quoted("Đề án “A” và \"B\"").len(), 2);
        assert_eq!(quoted("không “đóng").len(), 0);
    }

    #[rstest::rstest]
    #[case("hoàn thành trước ngày ", true)]
    #[case("trước khi họp ", false)]
    #[case("trước, ", true)]
    fn near(#[case] before: &str, #[case] expected: bool) {
        assert_eq!(near_before(before, &Phrases::from(vec!["trước".to_owned()])), expected);
    }
}
