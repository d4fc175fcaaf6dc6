//! Words that no line end tears apart.

use std::borrow::Cow;

/// Stands for a hyphen at which no line ends.
pub(super) const HELD: char = '\u{2011}';
const HOLDING_SPACE: char = '\u{a0}';

/// Symbols and years in one piece (`214/KH-ĐHVG`, `2026 - 2030`), and a dash in one with the word before it.
pub(super) fn held(words: &str) -> Cow<'_, str> {
    if !words.contains(['-', '–']) {
        return Cow::Borrowed(words);
    }
    let pieces: Vec<&str> = words.split(' ').collect();
    let is_dash = |index: usize| pieces.get(index).is_some_and(|piece| matches!(*piece, "-" | "–"));
    let is_figure = |index: usize, end: fn(&str) -> Option<char>| {
        pieces.get(index).and_then(|piece| end(piece)).is_some_and(|letter| letter.is_ascii_digit())
    };
    let mut out = String::with_capacity(words.len() + 8);
    for (index, piece) in pieces.iter().enumerate() {
        if index > 0 {
            let is_before_dash = is_dash(index) && pieces.get(index - 1).is_some_and(|before| !before.is_empty());
            let is_in_years = index > 1
                && is_dash(index - 1)
                && is_figure(index - 2, |piece| piece.chars().next_back())
                && is_figure(index, |piece| piece.chars().next());
            out.push(if is_before_dash || is_in_years { HOLDING_SPACE } else { ' ' });
        }
        out.push_str(&symbol(piece));
    }
    Cow::Owned(out)
}

/// A word with figures or a stroke holds at its hyphens.
fn symbol(word: &str) -> Cow<'_, str> {
    let is_symbol = word.len() > 1 && word.contains('-') && word.contains(|letter: char| letter.is_ascii_digit() || letter == '/');
    if is_symbol { Cow::Owned(word.replace('-', "\u{2011}")) } else { Cow::Borrowed(word) }
}

#[cfg(test)]
mod tests {
    use super::held;

    #[rstest::rstest]
    #[case("số 214/KH-ĐHVG ngày", "số 214/KH\u{2011}ĐHVG ngày")]
    #[case("năm học 2025-2026.", "năm học 2025\u{2011}2026.")]
    #[case("giai đoạn 2026 - 2030;", "giai đoạn 2026\u{a0}-\u{a0}2030;")]
    #[case("Tổ chức - Hành chính", "Tổ chức\u{a0}- Hành chính")]
    #[case("- Như Điều 3;", "- Như Điều 3;")]
    #[case("Bà H-Hen Niê", "Bà H-Hen Niê")]
    #[case("", "")]
    fn what_is_not_torn_holds(#[case] words: &str, #[case] expected: &str) {
        assert_eq!(held(words), expected);
    }
}
