//! Words near a place: what lints look at around a word is bounded, so that a line without end takes no more time than many short ones.

use std::ops::Range;

/// So many bytes before or behind a word may tell what it is; about three lines of print.
const REACH: usize = 300;

/// The words before the byte, at most so many that they are near.
pub(super) fn before(text: &str, at: usize) -> &str {
    let mut start = at.saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..at]
}

/// The words behind the byte, at most so many that they are near.
pub(super) fn behind(text: &str, at: usize) -> &str {
    let mut end = text.len().min(at.saturating_add(REACH));
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[at..end]
}

/// The words around a range, and the range itself.
pub(super) fn around(text: &str, range: Range<usize>) -> &str {
    let start = range.start - before(text, range.start).len();
    let end = range.end + behind(text, range.end).len();
    &text[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_between_letters() {
        let text = "ề".repeat(500);
        let at = 250 * "ề".len();
        assert_eq!(before(&text, at).chars().count(), REACH / "ề".len());
        assert_eq!(behind(&text, at).chars().count(), REACH / "ề".len());
        assert_eq!(around("một hai ba", 4..7), "một hai ba".get(..).unwrap_or_default());
    }
}
