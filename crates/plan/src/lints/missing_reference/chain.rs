//! References in running words.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::lints::nearby;

/// A reference of the text to a part of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    /// Where it stands within the words.
    pub(super) range: Range<usize>,
    /// Its labels as printed, the narrowest first: `1`, `III`.
    pub(super) labels: Vec<String>,
    /// Whether it points into the part that it stands in (`mục này`).
    pub(super) around: bool,
}

#[derive(Deserialize)]
struct Words {
    /// Level words, in small letters.
    levels: Vec<String>,
    /// Kinds of text that call themselves "… này".
    texts: Vec<String>,
    this: String,
    of: String,
    /// Words before a reference that tell that it points into this text.
    pointing: Vec<String>,
    /// Other texts, as they are named in a sentence.
    documents: Vec<String>,
}

static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).unwrap_or_else(|error| panic!("embedded data: {error}")));

/// The references in a paragraph that are sure to be to this text.
pub(super) fn references(text: &str) -> Vec<Reference> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match reference(text, &tokens, at) {
            Some((reference, next)) => {
                found.extend(reference);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

struct Token<'a> {
    word: &'a str,
    start: usize,
    /// Whether punctuation follows the word.
    closed: bool,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let begin = text.as_ptr() as usize;
    let pieces = text.split(' ').filter(|piece| !piece.is_empty());
    let tokens = pieces.map(|piece| {
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let after = piece.rsplit(word).next().unwrap_or_default();
        Token { word, start: word.as_ptr() as usize - begin, closed: !word.is_empty() && !after.is_empty() }
    });
    tokens.collect()
}

/// A chain of level words and labels that begins at the token, when it is a reference to this text; and the token after it.
fn reference(text: &str, tokens: &[Token<'_>], first: usize) -> Option<(Option<Reference>, usize)> {
    let mut labels = Vec::new();
    let mut at = first;
    let mut around = false;
    while let Some((level, label)) = tokens.get(at).zip(tokens.get(at + 1)) {
        if !is_level(level.word) || level.closed {
            break;
        }
        if label.word == WORDS.this {
            around = true;
            at += 2;
            break;
        }
        if !is_label(label.word) {
            break;
        }
        labels.push(label.word.to_owned());
        at += 2;
        if label.closed {
            break;
        }
    }
    if labels.is_empty() {
        return None;
    }
    let last = &tokens[at - 1];
    let own = around
        || last.closed
            && is_pointed_at(tokens, first)
            && !names_other_text(nearby::around(text, tokens[first].start..last.start + last.word.len()))
        || says_this(tokens, at);
    let range = tokens[first].start..last.start + last.word.len();
    debug_assert!(text.is_char_boundary(range.end), "tokens are words of the text");
    Some((own.then_some(Reference { range, labels, around }), at))
}

/// "… của Kế hoạch này", "… Quy chế này".
fn says_this(tokens: &[Token<'_>], at: usize) -> bool {
    let after: Vec<&str> = tokens[at..].iter().take(4).map(|token| token.word).collect();
    let after = after.strip_prefix(&[WORDS.of.as_str()]).unwrap_or(&after);
    let joined = after.join(" ").to_lowercase();
    WORDS
        .texts
        .iter()
        .any(|text| joined.strip_prefix(text.as_str()).is_some_and(|rest| rest.trim_start().split(' ').next() == Some(WORDS.this.as_str())))
}

/// "tại mục III." with nothing behind it.
fn is_pointed_at(tokens: &[Token<'_>], first: usize) -> bool {
    let before = first.checked_sub(1).and_then(|before| tokens.get(before));
    before.is_some_and(|token| WORDS.pointing.iter().any(|word| word == token.word))
}

/// Whether the words around a reference name another text: a reference in it without a text of its own may well be to that one.
fn names_other_text(text: &str) -> bool {
    let named =
        |name: &String| text.match_indices(name.as_str()).any(|(at, _)| !text[at + name.len()..].trim_start().starts_with(&WORDS.this));
    WORDS.documents.iter().any(named)
}

fn is_level(word: &str) -> bool {
    let small = word.to_lowercase();
    WORDS.levels.contains(&small)
}

/// `3`, `2.1`, `IV`, `a`, `đ`, `B`.
fn is_label(word: &str) -> bool {
    let number = word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit() || c == '.') && word.len() <= 7;
    let roman = !word.is_empty() && word.len() <= 6 && word.chars().all(|c| "IVX".contains(c));
    number || roman || word.chars().count() == 1 && word.chars().all(char::is_alphabetic)
}

/// Whether a clause's label answers to the label of a reference: `Điều 4` to `4`.
pub(super) fn same(clause: &str, label: &str) -> bool {
    let last = clause.rsplit(' ').next().unwrap_or_default();
    last == label
        || last.trim_end_matches('.') == label
        || last.to_lowercase() == label.to_lowercase() && label.chars().count() == 1 && !label.starts_with(['I', 'V', 'X'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::own("Đạt tiêu chí tại khoản 1 mục III của Kế hoạch này.", &["1", "III"], false)]
    #[case::without_of("Theo khoản 2 Điều 5 Quy chế này và luật.", &["2", "5"], false)]
    #[case::pointed_at("Hoàn thành các chỉ tiêu tại mục III.", &["III"], false)]
    #[case::around("Quy định tại khoản 3 mục IV phần này, các đơn vị", &["3", "IV"], true)]
    fn are_found(#[case] text: &str, #[case] labels: &[&str], #[case] around: bool) {
        let found: Vec<_> = references(text).into_iter().map(|reference| (reference.labels, reference.around)).collect();
        assert_eq!(found, [(labels.iter().map(|label| (*label).to_owned()).collect::<Vec<_>>(), around)]);
    }

    #[rstest::rstest]
    #[case::of_a_law("Theo khoản 2 Điều 5 Luật Thi đua, khen thưởng.")]
    #[case::of_another_plan("Thực hiện mục III Kế hoạch số 12/KH-UBND.")]
    #[case::of_a_decree("Căn cứ khoản 1 Điều 7 của Nghị định số 30/2020/NĐ-CP")]
    #[case::of_a_law_after_a_list("Thực hiện theo quy định tại Điều 60, Điều 61 Luật Thi đua, khen thưởng.")]
    #[case::behind_a_comma("Thực hiện theo mục 18.5, Hướng dẫn số 06-HD/TW.")]
    #[case::no_label("Các điều kiện và khoản chi của năm")]
    fn of_other_texts_are_left_alone(#[case] text: &str) {
        assert_eq!(references(text), []);
    }
}
