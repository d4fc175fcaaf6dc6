//! Words of a part as they were meant: one line, single spaces, noise left out, each character with its way back to the decoded text.

use std::ops::Range;

use phongtrao_diagnostic::Span;

/// Mended words and the way back to the decoded text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mended {
    text: String,
    /// Runs: from this byte of `text` on, the words stand at this byte of the decoded text, byte for byte until the next run.
    runs: Vec<(usize, usize)>,
}

impl Mended {
    /// Words added as they stand at the byte `source` of the decoded text.
    pub fn push(&mut self, words: &str, source: usize) {
        self.runs.push((self.text.len(), source));
        self.text.push_str(words);
    }

    /// Words that the decoded text lacks (a space for a line end, a letter lost in a font map), put in at the byte `source`.
    pub fn insert(&mut self, words: &str, source: usize) {
        for (at, c) in words.char_indices() {
            // Every inserted character gets a run of its own, so that all of them lead to the same place.
            self.runs.push((self.text.len(), source));
            debug_assert!(at <= words.len());
            self.text.push(c);
        }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The place in the decoded text of a range of the words.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.source(range.start);
        // The end is reached from the last byte within, so that a space put in after it does not stretch the span.
        let end = if range.is_empty() { start } else { self.source(range.end - 1) + 1 };
        Span { start, end: end.max(start) }
    }

    fn source(&self, byte: usize) -> usize {
        let after = self.runs.partition_point(|(start, _)| *start <= byte);
        match after.checked_sub(1) {
            Some(run) => self.runs[run].1 + (byte - self.runs[run].0),
            None => 0,
        }
    }
}
