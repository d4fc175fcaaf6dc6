//! A line of text as it stands on a page.

use std::ops::Range;

use super::{
    paragraphs::Margins,
    rows::{Row, Segment, share},
};
use crate::{Noise, read::pdf::pages::Length};

/// How near to a margin a line ends that reaches it, in hundredths of the font's size.
const TOUCH: i64 = 60;

/// How far the middles of centred lines may differ, in hundredths of the font's size.
const SAME_MIDDLE: i64 = 60;

/// How far left edges may differ, in hundredths of the font's size.
const SAME_LEFT: i64 = 25;

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextLine {
    /// The page, from 0.
    pub(crate) page: usize,
    /// Which line of the page it is, from 1.
    pub(crate) number: u32,
    /// Its left edge.
    pub(crate) left: Length,
    /// Its right edge.
    pub(crate) right: Length,
    /// Its base line.
    pub(crate) base: Length,
    /// The size of its largest letters.
    pub(crate) size: Length,
    /// From the left; more than one where columns stand side by side.
    pub(crate) segments: Vec<Segment>,
    /// Why it is no line of the document.
    pub(crate) noise: Option<Noise>,
}

impl TextLine {
    /// A whole row.
    pub(crate) fn of_row(page: usize, row: &Row) -> TextLine {
        TextLine::of_parts(page, row, row.segments())
    }

    /// Some of a row's pieces, without a cut.
    pub(crate) fn of_part(page: usize, row: &Row, part: Range<usize>) -> TextLine {
        TextLine::of_parts(page, row, vec![part])
    }

    fn of_parts(page: usize, row: &Row, parts: Vec<Range<usize>>) -> TextLine {
        let segments: Vec<Segment> = parts.into_iter().map(|part| row.segment(part)).collect();
        TextLine {
            page,
            number: 0,
            left: segments.first().map_or(0, |segment| segment.left),
            right: segments.iter().map(|segment| segment.right).max().unwrap_or(0),
            base: row.base,
            size: row.size,
            segments,
            noise: None,
        }
    }

    /// Few words that were stretched from margin to margin are no columns.
    pub(crate) fn close_stretched(&mut self, margins: Margins) {
        let touch = share(self.size, TOUCH);
        let stretched = self.left - margins.left <= touch && margins.right - self.right <= touch;
        if self.segments.len() < 2 || !stretched || self.segments.iter().any(|segment| segment.second_word.is_some()) {
            return;
        }
        let segments = std::mem::take(&mut self.segments);
        let texts: Vec<&str> = segments.iter().map(|segment| segment.text.as_str()).collect();
        let mut whole = Segment { text: texts.join(" "), right: self.right, bold: true, italic: true, ..Segment::default() };
        if let [first, second, ..] = segments.as_slice() {
            (whole.left, whole.first_word, whole.second_word) = (first.left, first.first_word, Some(second.left));
        }
        for segment in &segments {
            whole.bold &= segment.bold;
            whole.italic &= segment.italic;
        }
        self.segments = vec![whole];
    }

    /// Its words; segments are kept apart by [`COLUMN_SPACE`].
    pub(crate) fn text(&self) -> String {
        let segments: Vec<&str> = self.segments.iter().map(|segment| segment.text.as_str()).collect();
        segments.join(COLUMN_SPACE)
    }

    /// How wide its first word is.
    pub(crate) fn first_word(&self) -> Length {
        self.segments.first().map_or(0, |segment| segment.first_word)
    }

    /// Where its second word begins.
    pub(crate) fn second_word(&self) -> Option<Length> {
        self.segments.first().and_then(|segment| segment.second_word)
    }

    /// How wide it is.
    pub(crate) fn width(&self) -> Length {
        self.right - self.left
    }

    /// Its middle.
    pub(crate) fn middle(&self) -> Length {
        self.left + self.width() / 2
    }

    /// Whether it stands under the same middle as another line.
    pub(crate) fn has_middle_of(&self, other: &TextLine) -> bool {
        (self.middle() - other.middle()).abs() <= share(self.size, SAME_MIDDLE)
    }

    /// Whether it begins where another line does.
    pub(crate) fn has_left_of(&self, other: &TextLine) -> bool {
        (self.left - other.left).abs() <= share(self.size, SAME_LEFT)
    }
}

/// What stands between two columns on one line of the decoded text.
pub(crate) const COLUMN_SPACE: &str = "    ";
