//! Pieces that stand on one base line make a row; wide gaps cut a row into segments.

use std::ops::Range;

use phongtrao_value::text::composed;

use crate::read::pdf::pages::{Flags, Length, Piece};

/// The narrowest gap between columns, in hundredths of the font's size: more than two spaces of a typewriter.
const COLUMN_GAP: i64 = 150;

/// The narrowest gap that may part columns where other rows show that columns are there, in hundredths of the font's size.
const WEAK_COLUMN_GAP: i64 = 75;

/// How much wider than the row's usual space a gap between columns is, in hundredths.
const OUTSTANDING_GAP: i64 = 220;

/// The narrowest space between two words, in hundredths of the font's size.
const SPACE: i64 = 17;

/// How far a piece may stand above or below the row, in hundredths of the font's size (raised numbers of notes).
const SAME_ROW: i64 = 40;

/// How far two prints of one letter stand apart that make it look bold, in hundredths of the font's size.
const SHADOW: i64 = 12;

/// How wide the gap after a label may be, in hundredths of the font's size.
const LABEL_GAP: i64 = 450;

/// How many letters the label of an item has at most.
const LONGEST_LABEL: usize = 9;

/// Pieces on one base line, from the left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// The base line of its largest piece.
    pub(crate) base: Length,
    /// The size of its largest piece.
    pub(crate) size: Length,
    /// From the left.
    pub(crate) pieces: Vec<Piece>,
}

/// A part of a row without a wide gap in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Its left edge.
    pub(crate) left: Length,
    /// Its right edge.
    pub(crate) right: Length,
    /// Its words.
    pub(crate) text: String,
    /// All letters are bold.
    pub(crate) bold: bool,
    /// All letters are italic.
    pub(crate) italic: bool,
    /// How wide its first word is.
    pub(crate) first_word: Length,
    /// Where its second word begins.
    pub(crate) second_word: Option<Length>,
}

/// The part of a length that `hundredths` name.
pub(crate) fn share(length: Length, hundredths: i64) -> Length {
    // Lengths are bounded by `GREATEST_LENGTH` and shares by some hundreds, so the product fits and the quotient is of the size of a length.
    Length::try_from(i64::from(length) * hundredths / 100).unwrap_or(Length::MAX)
}

/// The rows of a page or cell from the top.
pub(crate) fn rows(mut pieces: Vec<Piece>) -> Vec<Row> {
    pieces.sort_by_key(|piece| (piece.base, piece.left));
    let mut rows: Vec<Row> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(row) if row.takes(&piece) => row.add(piece),
            _ => rows.push(Row { base: piece.base, size: piece.size, pieces: vec![piece] }),
        }
    }
    rows.iter_mut().for_each(Row::order);
    rows
}

impl Row {
    fn takes(&self, piece: &Piece) -> bool {
        piece.base - self.base <= share(self.size.max(piece.size), SAME_ROW)
    }

    fn add(&mut self, piece: Piece) {
        if piece.size > self.size {
            self.base = piece.base;
            self.size = piece.size;
        }
        self.pieces.push(piece);
    }

    fn order(&mut self) {
        self.pieces.sort_by_key(|piece| piece.left);
        let shadow = share(self.size, SHADOW);
        self.pieces.dedup_by(|next, piece| next.text == piece.text && next.left - piece.left < shadow);
    }

    /// The left edge.
    pub(crate) fn left(&self) -> Length {
        self.pieces.first().map_or(0, |piece| piece.left)
    }

    /// The right edge.
    pub(crate) fn right(&self) -> Length {
        self.pieces.iter().map(|piece| piece.right).max().unwrap_or(0)
    }

    /// Whether all of it is marked as furniture of the page.
    pub(crate) fn is_artifact(&self) -> bool {
        self.pieces.iter().all(|piece| piece.flags.has(Flags::ARTIFACT))
    }

    /// The ranges of pieces between wide gaps.
    pub(crate) fn segments(&self) -> Vec<Range<usize>> {
        let usual = self.usual_gap();
        let wide = |gap: Length| gap >= share(self.size, COLUMN_GAP) && usual.is_none_or(|usual| gap >= share(usual, OUTSTANDING_GAP));
        let mut found = Vec::new();
        let mut start = 0;
        for (index, gap) in self.gaps() {
            // `Số:      /KH-UBND`: the blank is left for the number.
            let is_blank_number = self.pieces.get(index).is_some_and(|piece| piece.text.starts_with('/'));
            if wide(gap) && !is_blank_number {
                found.push(start..index);
                start = index;
            }
        }
        found.push(start..self.pieces.len());
        self.join_label(&mut found);
        found
    }

    /// A label and the words that a tab keeps apart from it are one segment.
    fn join_label(&self, segments: &mut Vec<Range<usize>>) {
        let [label, words] = segments.as_slice() else { return };
        let is_label = label.len() == 1 && self.pieces.first().is_some_and(|piece| looks_like_label(&piece.text));
        let gap = self.pieces.get(words.start).zip(self.pieces.first()).map(|(word, label)| word.left - label.right);
        if is_label && gap.is_some_and(|gap| gap <= share(self.size, LABEL_GAP)) {
            let whole = label.start..words.end;
            segments.clear();
            segments.push(whole);
        }
    }

    /// Where the row could be cut within `gutter`: the index of the piece after a gap that is wide enough.
    pub(crate) fn cut_within(&self, gutter: &Range<Length>) -> Option<usize> {
        let found = self
            .weak_cuts()
            .find(|(_, gap)| gap.end.min(gutter.end) - gap.start.max(gutter.start) >= share(self.size, WEAK_COLUMN_GAP / 2));
        found.map(|(index, _)| index)
    }

    /// Gaps that part columns where other rows show that columns are there.
    pub(crate) fn weak_gaps(&self) -> impl Iterator<Item = Range<Length>> + '_ {
        self.weak_cuts().map(|(_, gap)| gap)
    }

    fn weak_cuts(&self) -> impl Iterator<Item = (usize, Range<Length>)> + '_ {
        let usual = self.usual_gap();
        let outstanding = move |gap: Length| usual.is_none_or(|usual| gap >= share(usual, OUTSTANDING_GAP));
        let wide = self.gaps().filter(move |(_, gap)| *gap >= share(self.size, WEAK_COLUMN_GAP) && outstanding(*gap));
        wide.filter_map(|(index, gap)| {
            let right = self.pieces.get(index)?.left;
            Some((index, right - gap..right))
        })
    }

    /// The gap before each piece but the first.
    fn gaps(&self) -> impl Iterator<Item = (usize, Length)> + '_ {
        let mut edge = self.pieces.first().map_or(0, |piece| piece.right);
        self.pieces.iter().enumerate().skip(1).map(move |(index, piece)| {
            let gap = piece.left - edge;
            edge = edge.max(piece.right);
            (index, gap)
        })
    }

    /// The median of the gaps between words; none when there are too few to tell.
    fn usual_gap(&self) -> Option<Length> {
        let mut gaps: Vec<Length> = self.gaps().map(|(_, gap)| gap).filter(|gap| *gap >= share(self.size, SPACE)).collect();
        if gaps.len() < 3 {
            return None;
        }
        let middle = gaps.len() / 2;
        Some(*gaps.select_nth_unstable(middle).1)
    }

    /// The words of a range of pieces.
    pub(crate) fn segment(&self, range: Range<usize>) -> Segment {
        let pieces = self.pieces.get(range).unwrap_or_default();
        let mut segment = Segment { left: pieces.first().map_or(0, |piece| piece.left), bold: true, italic: true, ..Segment::default() };
        let mut words = 0;
        let mut has_letters = false;
        for piece in pieces {
            let gap = piece.left - segment.right;
            let is_apart = words > 0 && (piece.flags.has(Flags::SPACE_BEFORE) || gap >= share(piece.size.min(self.size), SPACE));
            if is_apart {
                segment.text.push(' ');
            }
            if is_apart || words == 0 {
                words += 1;
            }
            if words == 2 && is_apart {
                segment.second_word = Some(piece.left);
            }
            segment.text.push_str(&piece.text);
            segment.right = if segment.text.len() == piece.text.len() { piece.right } else { segment.right.max(piece.right) };
            if words == 1 {
                segment.first_word = segment.right - segment.left;
            }
            if piece.text.chars().any(char::is_alphabetic) {
                has_letters = true;
                segment.bold &= piece.flags.has(Flags::BOLD);
                segment.italic &= piece.flags.has(Flags::ITALIC);
            }
        }
        segment.bold &= has_letters;
        segment.italic &= has_letters;
        segment.text = composed(&segment.text);
        segment
    }
}

/// `1.`, `a)`, `-`, `•`, `Điều 1.` without its space: short, and ended by a sign or made of one.
fn looks_like_label(text: &str) -> bool {
    let count = text.chars().count();
    let last = text.chars().next_back();
    count <= LONGEST_LABEL
        && (last.is_some_and(|last| matches!(last, '.' | ')' | ':' | '/')) || (count <= 2 && !text.chars().any(char::is_alphanumeric)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces of 10-point letters, half as wide: `(left in points, text)`.
    fn row(words: &[(i32, &str)]) -> Row {
        let pieces = words.iter().map(|(left, text)| {
            let left = left * 100;
            let wide = i32::try_from(text.chars().count()).unwrap() * 500;
            Piece { left, right: left + wide, base: 10_000, size: 1000, flags: Flags::default(), text: (*text).to_owned() }
        });
        rows(pieces.collect()).remove(0)
    }

    fn texts(row: &Row) -> Vec<String> {
        row.segments().into_iter().map(|range| row.segment(range).text).collect()
    }

    #[rstest::rstest]
    #[case::words(&[(0, "ba"), (13, "con")], &["ba con"])]
    #[case::one_word_in_two_fonts(&[(0, "ba"), (10, "con")], &["bacon"])]
    #[case::columns(&[(0, "ba"), (40, "con")], &["ba", "con"])]
    #[case::stretched_to_the_margin(&[(0, "ba"), (40, "con"), (85, "ga"), (125, "to")], &["ba con ga to"])]
    #[case::label_and_tab(&[(0, "1."), (40, "Con")], &["1. Con"])]
    #[case::dash_and_tab(&[(0, "-"), (25, "Con")], &["- Con"])]
    #[case::printed_twice(&[(0, "ba"), (0, "ba")], &["ba"])]
    #[case::repeated_word(&[(0, "xa"), (13, "xa")], &["xa xa"])]
    fn segments(#[case] words: &[(i32, &str)], #[case] expected: &[&str]) {
        assert_eq!(texts(&row(words)), expected);
    }

    #[test]
    fn a_raised_number_stays_in_its_row() {
        let text = Piece { left: 0, right: 1000, base: 10_000, size: 1000, text: "m".to_owned(), ..Piece::default() };
        let raised = Piece { left: 1000, right: 1300, base: 9_670, size: 600, text: "2".to_owned(), ..Piece::default() };
        let rows = rows(vec![text, raised]);
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].segment(0..2).text, "m2");
    }
}
