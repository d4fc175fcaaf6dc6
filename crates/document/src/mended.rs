//! Words of a part as they were meant: one line, single spaces, noise left out, each character with its way back to the decoded text.

use std::ops::Range;

use phongtrao_diagnostic::Span;

/// Mended words and the way back to the decoded text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mended {
    text: String,
    /// In the order of `text`; each run reaches up to the next.
    runs: Vec<Run>,
}

/// A stretch of mended words and where it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    /// The first byte in the mended words.
    start: usize,
    /// The first byte in the decoded text.
    source: usize,
    /// The end in the decoded text of words that replace others; words without it stand there byte for byte.
    end: Option<usize>,
}

impl Mended {
    /// Room for about so many bytes.
    pub fn with_capacity(bytes: usize) -> Mended {
        Mended { text: String::with_capacity(bytes), runs: Vec::new() }
    }

    /// Words added as they stand at the byte `source` of the decoded text.
    pub fn push(&mut self, words: &str, source: usize) {
        let start = self.text.len();
        let goes_on = self.runs.last().is_some_and(|run| run.end.is_none() && run.source + (start - run.start) == source);
        if !goes_on && !words.is_empty() {
            self.runs.push(Run { start, source, end: None });
        }
        self.text.push_str(words);
    }

    /// Words that the decoded text lacks (a space for a line end, a letter lost in a font map), put in at the byte `source`.
    pub fn insert(&mut self, words: &str, source: usize) {
        self.replace(words, Span::new(source, source));
    }

    /// Words in the place of others of the decoded text.
    pub fn replace(&mut self, words: &str, instead: Span) {
        if !words.is_empty() {
            self.runs.push(Run { start: self.text.len(), source: instead.start, end: Some(instead.end) });
            self.text.push_str(words);
        }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many bytes the words take.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The place in the decoded text of a range of the words.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.run(range.start).map_or(0, |run| match run.end {
            Some(_) => run.source,
            None => run.source + (range.start - run.start),
        });
        if range.is_empty() {
            return Span { start, end: start };
        }
        // The end is reached from the last byte within, so that a space put in after it does not stretch the span.
        let last = range.end - 1;
        let end = self.run(last).map_or(start, |run| run.end.unwrap_or(run.source + (last - run.start) + 1));
        Span { start, end: end.max(start) }
    }

    fn run(&self, byte: usize) -> Option<Run> {
        let after = self.runs.partition_point(|run| run.start <= byte);
        after.checked_sub(1).map(|run| self.runs[run])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_leads_back_to_the_decoded_text() {
        let decoded = "Gia  đình\n  học v\u{300} chơi";
        let mut mended = Mended::default();
        crate::build::mend::add(decoded, 0, &mut mended);
        assert_eq!(mended.as_str(), "Gia đình học và chơi");
        for word in ["Gia", "đình", "học", "chơi"] {
            let at = mended.as_str().find(word).unwrap_or_default();
            assert_eq!(mended.span(at..at + word.len()).of(decoded), word);
        }
        let at = mended.as_str().find("và").unwrap_or_default();
        assert_eq!(mended.span(at..at + "và".len()).of(decoded), "v\u{300}");
    }
}
