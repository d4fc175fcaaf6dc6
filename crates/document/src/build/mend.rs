//! Mending the words of one leaf: spaces squeezed, letters lost in a font map put back.

use crate::Mended;

/// Adds the words of a leaf that begins at `start` of the decoded text.
pub fn add(words: &str, start: usize, mended: &mut Mended) {
    let mut at = start;
    for piece in words.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if !word.is_empty() {
            mended.push(word, at);
        }
        if word.len() < piece.len() {
            space(at + word.len(), mended);
        }
        at += piece.len();
    }
}

/// Adds a single space for white space at the byte `start`, unless one stands there already.
pub fn space(start: usize, mended: &mut Mended) {
    if !mended.as_str().is_empty() && !mended.as_str().ends_with(' ') {
        mended.insert(" ", start);
    }
}
