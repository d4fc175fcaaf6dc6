//! Finding words in mended text: small letters without change of length, borders of words, lists of phrases.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use phongtrao_value::text::is_alphanumeric;
pub(crate) use phongtrao_value::text::lowered;

/// Whether no word goes on across the byte `at`.
pub(crate) fn is_border(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = text.get(at..).and_then(|text| text.chars().next());
    !(before.is_some_and(is_alphanumeric) && after.is_some_and(is_alphanumeric))
}

/// The range of the text without white space and the given marks at its ends.
pub(crate) fn trimmed(text: &str, range: Range<usize>, marks: &[char]) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or_default();
    let is_mark = |c: char| c.is_whitespace() || marks.contains(&c);
    let start = range.start + (words.len() - words.trim_start_matches(is_mark).len());
    let end = start + words.trim_matches(is_mark).len();
    start..end
}

/// Marks that end a heading or an item.
pub(crate) const CLOSING: &[char] = &['.', ';', ':', ',', '*', '-', '–', '/', '…'];

/// Marks before the first word of an item.
pub(crate) const OPENING: &[char] = &['*', '-', '–', '+', '•', '"', '“'];

/// A list of phrases in small letters, found as whole words only.
pub(crate) struct Phrases {
    search: AhoCorasick,
    /// Phrases by their first word, the longest first.
    starts: BTreeMap<String, Vec<String>>,
}

impl Phrases {
    pub(crate) fn new(phrases: &[String]) -> Phrases {
        let search = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(phrases)
            // The lists are compiled in, and a test loads every one of them.
            .expect("a short list of phrases");
        let mut starts: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for phrase in phrases {
            starts.entry(first_word(phrase).to_owned()).or_default().push(phrase.clone());
        }
        for list in starts.values_mut() {
            list.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        }
        Phrases { search, starts }
    }

    /// How many bytes the longest phrase takes with which the text begins.
    pub(crate) fn start(&self, lower: &str) -> Option<usize> {
        let candidates = self.starts.get(first_word(lower))?;
        let found = candidates.iter().find(|phrase| lower.starts_with(phrase.as_str()) && is_border(lower, phrase.len()))?;
        Some(found.len())
    }

    /// Where the phrases stand, from the byte `from` on.
    pub(crate) fn all<'a>(&'a self, lower: &'a str, from: usize) -> impl Iterator<Item = Range<usize>> + 'a {
        let tail = lower.get(from..).unwrap_or_default();
        let found = self.search.find_iter(tail).map(move |found| found.start() + from..found.end() + from);
        found.filter(|range| is_border(lower, range.start) && is_border(lower, range.end))
    }

    /// Whether one of the phrases stands in the text.
    pub(crate) fn within(&self, lower: &str) -> bool {
        self.all(lower, 0).next().is_some()
    }
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !is_alphanumeric(c)).next().unwrap_or_default()
}

/// The longest beginning of the text of at most so many bytes.
pub(crate) fn head(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The longest end of the text of at most so many bytes.
pub(crate) fn tail(text: &str, bytes: usize) -> &str {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// How long a sentence may be, in bytes; a longer one is read in pieces.
const LONGEST_SENTENCE: usize = 8192;

/// The byte after the sentence that begins at `from`: a full stop before white space and a capital, or the end.
pub(crate) fn sentence_end(text: &str, from: usize) -> usize {
    let tail = head(text.get(from..).unwrap_or_default(), LONGEST_SENTENCE);
    for (at, _) in tail.match_indices(['.', '!', '?']) {
        let rest = tail.get(at + 1..).unwrap_or_default();
        let next = rest.trim_start();
        let ends = next.len() < rest.len() && next.chars().next().is_some_and(|c| c.is_uppercase() || OPENING.contains(&c));
        if ends && !is_abbreviation(tail.get(..at).unwrap_or_default()) {
            return from + at;
        }
    }
    from + tail.len()
}

/// Whether the words before a full stop end in an abbreviation or a number: `TP.`, `1.`.
fn is_abbreviation(before: &str) -> bool {
    let last = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let short = last.chars().count() <= 2 && last.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    short || last.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("ĐỀ NGHỊ Ủy ban", "đề nghị ủy ban")]
    #[case("ẞ K", "ẞ K")]
    fn small_letters_keep_their_places(#[case] text: &str, #[case] expected: &str) {
        let lower = lowered(text);
        assert_eq!(lower.len(), text.len());
        if text.starts_with('Đ') {
            assert_eq!(lower, expected);
        }
    }

    #[test]
    fn phrases_are_whole_words() {
        let phrases = Phrases::new(&["ban".into(), "ban hành".into()]);
        assert_eq!(phrases.start("ban hành văn bản"), Some("ban hành".len()));
        assert_eq!(phrases.start("ban tổ chức"), Some(3));
        assert_eq!(phrases.start("bang"), None);
        assert!(!phrases.within("cột bang"));
    }

    #[rstest::rstest]
    #[case("Bản sao thẻ. Trường hợp mất thẻ thì nộp đơn.", "Bản sao thẻ")]
    #[case("Trước 31.3.2027 nộp tại TP. Vân Hà", "Trước 31.3.2027 nộp tại TP. Vân Hà")]
    fn sentences_end(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(&text[..sentence_end(text, 0)], expected);
    }
}
