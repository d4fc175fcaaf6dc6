//! A paragraph on its way: its words in pieces, each in the encoding of its font, and how its lines are set.

use std::borrow::Cow;

use crate::decode::legacy::Encoding;
use crate::decode::{Cleaned, clean};
use crate::{Look, Place};

use super::properties::{ParagraphProperties, RunProperties};

/// What the properties of a run come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct RunLook {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) capitals: bool,
    pub(super) hidden: bool,
    pub(super) encoding: Option<Encoding>,
}

/// A paragraph that is open.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) properties: ParagraphProperties,
    pub(super) place: Option<Place>,
    /// Whether the mark at its end was deleted: its words go on in the next paragraph.
    pub(super) joined: bool,
    /// The run that is open, and what it comes to once that is known.
    pub(super) run: Option<(RunProperties, Option<RunLook>)>,
    /// Pieces of text, neighbours in different encodings.
    pieces: Vec<(Option<Encoding>, String)>,
    lines: Vec<LineLook>,
}

/// How the letters of a line are set.
#[derive(Debug, Clone, Copy, Default)]
struct LineLook {
    lettered: bool,
    upright: bool,
    light: bool,
    filled: bool,
}

impl Paragraph {
    /// An empty paragraph.
    pub(super) fn at(place: Place) -> Paragraph {
        Paragraph { place: Some(place), ..Paragraph::default() }
    }

    /// Adds words of a run. They hold no line ends: see [`Paragraph::end_line`].
    pub(super) fn push(&mut self, words: &str, look: RunLook) {
        if words.is_empty() {
            return;
        }
        if self.lines.is_empty() {
            self.lines.push(LineLook::default());
        }
        if let Some(line) = self.lines.last_mut() {
            line.filled = true;
            if (!line.lettered || !line.light || !line.upright) && words.chars().any(char::is_alphanumeric) {
                line.lettered = true;
                line.light |= !look.bold;
                line.upright |= !look.italic;
            }
        }
        let words = if look.capitals { Cow::Owned(words.to_uppercase()) } else { Cow::Borrowed(words) };
        match self.pieces.last_mut().filter(|(encoding, _)| *encoding == look.encoding) {
            Some((_, piece)) => piece.push_str(&words),
            None => self.pieces.push((look.encoding, words.into_owned())),
        }
    }

    /// Ends the line within the paragraph.
    pub(super) fn end_line(&mut self, look: RunLook) {
        if self.lines.is_empty() {
            self.lines.push(LineLook::default());
        }
        self.lines.push(LineLook::default());
        match self.pieces.last_mut() {
            Some((_, piece)) => piece.push('\n'),
            None => self.pieces.push((look.encoding, "\n".to_owned())),
        }
    }

    /// Ends the line for a new page or column, unless nothing stands on it.
    pub(super) fn end_page(&mut self, look: RunLook) {
        if self.lines.last().is_some_and(|line| line.filled) {
            self.end_line(look);
        }
    }

    /// The words after the label, decoded and cleaned, and what was cleaned out of them.
    pub(super) fn words(&mut self, label: Option<&str>, converts: impl Fn(Encoding) -> bool) -> (String, Cleaned) {
        let mut out = label.unwrap_or_default().to_owned();
        for (encoding, piece) in std::mem::take(&mut self.pieces) {
            match encoding.filter(|encoding| converts(*encoding)) {
                Some(encoding) => out.push_str(&encoding.decode(&piece)),
                None if out.is_empty() => out = piece,
                None => out.push_str(&piece),
            }
        }
        let (text, cleaned) = clean(&out);
        match text {
            Cow::Owned(text) => (text, cleaned),
            Cow::Borrowed(_) => (out, cleaned),
        }
    }

    /// The pieces that are set in a font of an old encoding.
    pub(super) fn old_pieces(&self) -> impl Iterator<Item = (Encoding, &str)> {
        self.pieces.iter().filter_map(|(encoding, piece)| Some(((*encoding)?, piece.as_str())))
    }

    /// How a line is set.
    pub(super) fn look(&self, line: usize, centred: bool, heading: Option<u8>) -> Look {
        let look = self.lines.get(line).copied().unwrap_or_default();
        Look { bold: look.lettered && !look.light, italic: look.lettered && !look.upright, centred, heading }
    }

    /// Whether it holds nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Takes what a paragraph whose mark was deleted leaves to this one.
    pub(super) fn take_over(&mut self, before: Paragraph) {
        self.pieces = before.pieces;
        self.lines = before.lines;
        self.place = before.place.or(self.place);
    }
}
