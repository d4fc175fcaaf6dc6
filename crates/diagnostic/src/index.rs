//! From bytes to lines and columns.

/// How many bytes lie between two checkpoints: a column costs no more than counting this many, however long its line is.
const STRIDE: usize = 1024;

/// A place as people count: lines and columns from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character of the line, from 1; one more than the line has for its end.
    pub column: usize,
}

/// Where the lines of a text begin. Built once for a text, in one pass.
#[derive(Debug, Clone)]
pub struct LineIndex<'a> {
    text: &'a str,
    /// The first byte of each line.
    starts: Vec<usize>,
    /// How many characters end at or before each multiple of [`STRIDE`].
    characters: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    /// The index of a text.
    pub fn new(text: &'a str) -> LineIndex<'a> {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
        let starts = std::iter::once(0).chain(breaks.map(|at| at + 1)).collect();
        let mut characters = Vec::with_capacity(text.len() / STRIDE + 1);
        let (mut from, mut before) = (0, 0);
        for checkpoint in (0..=text.len()).step_by(STRIDE) {
            let to = text.floor_char_boundary(checkpoint);
            before += count(text, from, to);
            characters.push(before);
            from = to;
        }
        LineIndex { text, starts, characters }
    }

    /// The text that it is of.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// How many lines the text has; an empty text has one.
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The line of a byte, from 1.
    pub fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }

    /// The place of a byte; of the character's first byte when it lies within one, and of the text's end when it lies behind.
    pub fn position(&self, byte: usize) -> Position {
        let byte = self.text.floor_char_boundary(byte);
        let line = self.line(byte);
        Position { line, column: 1 + self.characters_before(byte) - self.characters_before(self.start(line)) }
    }

    /// The first byte of a line; the end of the text when there is no such line.
    pub fn start(&self, line: usize) -> usize {
        self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len())
    }

    /// The byte after the last of a line, without its line break.
    pub fn end(&self, line: usize) -> usize {
        let Some(next) = self.starts.get(line) else { return self.text.len() };
        let end = next - 1;
        // A carriage return belongs to the break.
        if end > self.start(line) && self.text.as_bytes().get(end - 1) == Some(&b'\r') { end - 1 } else { end }
    }

    fn characters_before(&self, byte: usize) -> usize {
        let checkpoint = byte / STRIDE;
        let before = self.characters.get(checkpoint).copied().unwrap_or_default();
        before + count(self.text, self.text.floor_char_boundary(checkpoint * STRIDE), byte)
    }
}

/// How many characters lie between two borders.
fn count(text: &str, from: usize, to: usize) -> usize {
    text.get(from..to).map_or(0, |part| part.chars().count())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::{LineIndex, Position};

    #[rstest]
    #[case::start("ba dòng", 0, 1, 1)]
    #[case::after_letters_of_many_bytes("Kế hoạch số 12", "Kế hoạch".len(), 1, 9)]
    #[case::decomposed_marks_are_characters("Ke\u{302}\u{301}", 6, 1, 5)]
    #[case::on_the_break("một\nhai", 5, 1, 4)]
    #[case::after_the_break("một\nhai", 6, 2, 1)]
    #[case::the_end("một\nhai", 9, 2, 4)]
    #[case::behind_the_end("một\nhai", 99, 2, 4)]
    #[case::after_the_last_break("một\n", 6, 2, 1)]
    #[case::within_a_character("ộ", 1, 1, 1)]
    #[case::empty("", 0, 1, 1)]
    fn a_byte_has_a_place(#[case] text: &str, #[case] byte: usize, #[case] line: usize, #[case] column: usize) {
        assert_eq!(LineIndex::new(text).position(byte), Position { line, column });
    }

    #[test]
    fn a_line_ends_before_its_break() {
        let index = LineIndex::new("a\r\nbc\n\nd");
        let lines: Vec<&str> = (1..=index.lines()).map(|line| &index.text()[index.start(line)..index.end(line)]).collect();
        assert_eq!(lines, ["a", "bc", "", "d"]);
    }

    proptest! {
        #[test]
        fn places_are_what_counting_gives(text in "([aộ\n\u{1f600}]|x{900}){0,9}", at in 0usize..9000) {
            let byte = text.floor_char_boundary(at);
            let before = &text[..byte];
            let line = 1 + before.matches('\n').count();
            let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
            prop_assert_eq!(LineIndex::new(&text).position(at), Position { line, column });
        }
    }
}
