//! What an abbreviation looks like, and what explains it.

use std::ops::Range;
use std::sync::LazyLock;

use phongtrao_value::text::folded;
use regex::Regex;
use serde::Deserialize;

use crate::lints::nearby;

#[derive(Deserialize)]
struct Words {
    /// How syllables begin, folded.
    onsets: Vec<String>,
    /// How syllables end, folded.
    codas: Vec<String>,
    /// What stands before an abbreviation that is explained.
    before: String,
    /// What stands behind one.
    after: String,
    /// What stands before the name of a firm, which is its own explanation.
    name: String,
}

static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).unwrap_or_else(|error| panic!("embedded data: {error}")));
static BEFORE: LazyLock<Regex> = LazyLock::new(|| pattern(&WORDS.before));
static NAME: LazyLock<Regex> = LazyLock::new(|| pattern(&WORDS.name));
static AFTER: LazyLock<Regex> = LazyLock::new(|| pattern(&WORDS.after));

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("embedded data: {error}"))
}

/// The abbreviations in a sentence: two capitals or more that are no syllable, no figure and no part of a document's symbol.
pub(super) fn abbreviations(text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    let found = words
        .iter()
        .enumerate()
        .filter(|(at, range)| is_abbreviation(&text[(*range).clone()]) && !in_symbol(text, range) && !in_capitals(text, &words, *at));
    found.map(|(_, range)| range.clone()).collect()
}

/// Runs of letters and digits.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(begin)) => {
                words.push(begin..at);
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|begin| begin..text.len()));
    words
}

fn is_abbreviation(word: &str) -> bool {
    let count = word.chars().count();
    (SHORTEST..=LONGEST).contains(&count)
        && word.chars().all(char::is_uppercase)
        && !word.chars().all(|c| "IVXLCDM".contains(c))
        && !has_tone(word)
        && !is_syllable(&folded(word))
}

/// Two letters are the common ones (`SV`, `GV`), or stand for what was named just before.
const SHORTEST: usize = 3;

/// An abbreviation of more letters is rather a word in capitals.
const LONGEST: usize = 9;

/// Whether a letter has a tone, as only words have: initials lose theirs, and keep no mark but those of their letter.
fn has_tone(word: &str) -> bool {
    const LETTERS: [char; 7] = ['\u{110}', '\u{1af}', '\u{1a0}', '\u{c2}', '\u{102}', '\u{ca}', '\u{d4}'];
    word.chars().any(|c| !c.is_ascii() && !LETTERS.contains(&c))
}

/// Whether the folded word could be a Vietnamese syllable.
fn is_syllable(word: &str) -> bool {
    let vowel = |c: char| "aeiouy".contains(c);
    let Some(first) = word.find(vowel) else { return false };
    let rest = &word[first..];
    let nucleus = rest.find(|c| !vowel(c)).unwrap_or(rest.len());
    nucleus <= 3 && WORDS.onsets.iter().any(|onset| onset == &word[..first]) && WORDS.codas.iter().any(|coda| coda == &rest[nucleus..])
}

/// Whether the word belongs to a number and symbol (`12/KH-UBND`), an address or another name made of pieces.
fn in_symbol(text: &str, range: &Range<usize>) -> bool {
    let before = &text[..range.start];
    let after = &text[range.end..];
    let joins = |c: char| matches!(c, '/' | '-' | '–' | '_' | '@' | '.' | '&' | '\'' | '+');
    let joined_before = before.ends_with(joins) && !before.ends_with(". ");
    let joined_after = after.starts_with(joins) && after.chars().nth(1).is_some_and(char::is_alphanumeric);
    // "Số 12 - KH / ĐTN": the pieces of a symbol with spaces between them.
    let apart = |c: char| matches!(c, '/' | '-' | '–');
    let spaced_before = before
        .trim_end()
        .strip_suffix(apart)
        .is_some_and(|rest| rest.trim_end().ends_with(|c: char| c.is_ascii_digit() || c.is_uppercase()));
    let spaced_after = after.trim_start().strip_prefix(apart).is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase));
    joined_before || joined_after || spaced_before || spaced_after
}

/// Whether the word stands among words in capitals, as in a heading or a name.
fn in_capitals(text: &str, words: &[Range<usize>], at: usize) -> bool {
    let capitals = |range: Option<&Range<usize>>| {
        range.map(|range| &text[range.clone()]).is_some_and(|word| {
            word.chars().count() > 1
                && word.chars().all(char::is_uppercase)
                && !is_abbreviation(word)
                && !word.chars().all(|c| "IVX".contains(c))
        })
    };
    capitals(at.checked_sub(1).and_then(|before| words.get(before))) || capitals(words.get(at + 1))
}

/// Whether the words around it explain the abbreviation: brackets around it, or behind it the words that it stands for.
pub(super) fn is_explained(text: &str, range: Range<usize>) -> bool {
    let before = nearby::before(text, range.start);
    let after = nearby::behind(text, range.end);
    let in_brackets = before.rfind(['(', '[']).is_some_and(|open| {
        let until = after.find([')', ']']).unwrap_or(after.len());
        let inside = [&before[open + 1..], &text[range.clone()], &after[..until]];
        inside.iter().all(|piece| !piece.contains(|c: char| c.is_lowercase() || matches!(c, ')' | ']')))
    });
    // `Free Trade Zone / FTZ`
    let other_name = before.trim_end().ends_with('/');
    in_brackets
        || other_name
        || NAME.is_match(before)
        || BEFORE.is_match(before)
        || AFTER.is_match(after)
        || written_out_behind(&text[range.clone()], after)
}

/// `MTTQ (Mặt trận Tổ quốc)`.
fn written_out_behind(abbreviation: &str, after: &str) -> bool {
    let Some(bracket) = after.trim_start().strip_prefix('(') else { return false };
    let inside = bracket.split(')').next().unwrap_or_default();
    initials(inside).contains(&folded(abbreviation))
}

fn initials(text: &str) -> String {
    let folded = folded(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::plain("Đăng ký mô hình MHĐS với Phòng", &["MHĐS"])]
    #[case::symbol("Kế hoạch số 12/KH-UBND và 03 - CT / ĐTN", &[])]
    #[case::heading("Phát động phong trào THI ĐUA LẬP CHÍ", &[])]
    #[case::figure("Đại hội XIV và quý III", &[])]
    fn are_told_from_words(#[case] text: &str, #[case] expected: &[&str]) {
        let found: Vec<&str> = abbreviations(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[rstest::rstest]
    #[case("Khu công nghiệp (KCN)", true)]
    #[case("Văn minh đô thị (sau đây viết tắt là KCN)", true)]
    #[case("KCN (khu công nghiệp)", true)]
    #[case("tại các KCN của tỉnh", false)]
    fn are_explained(#[case] text: &str, #[case] expected: bool) {
        let range = abbreviations(text).into_iter().next().expect("there is one");
        assert_eq!(is_explained(text, range), expected);
    }
}
