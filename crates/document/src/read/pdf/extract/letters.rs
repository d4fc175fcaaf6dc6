//! Letters come one by one; pieces without white space go out.

use phongtrao_value::text::composed;

use super::{glyphs, matrix::Matrix, path::length};
use crate::read::pdf::pages::{Flags, Piece};

/// The narrowest gap that parts two words, in sizes of the font. A space is 0.25 to 0.33 wide, kerning below 0.12.
pub(crate) const NARROWEST_SPACE: f32 = 0.17;

/// How far a letter may stand back into the one before it, in sizes of the font.
const MOST_OVERLAP: f32 = 0.35;

/// How far the base line may wander within a piece, in sizes of the font.
const SAME_BASE: f32 = 0.05;

/// How many pieces a page may have, and how many letters a piece.
const MOST_PIECES: usize = 200_000;
const MOST_LETTERS: usize = 4096;

/// Letters on their way to pieces.
#[derive(Debug, Default)]
pub(crate) struct Letters {
    pieces: Vec<Piece>,
    open: Option<Open>,
    /// Where the last space ended, and on which base line.
    space: Option<(f32, f32)>,
}

#[derive(Debug)]
struct Open {
    text: String,
    left: f32,
    right: f32,
    base: f32,
    size: f32,
    flags: Flags,
}

impl Letters {
    /// The letters of one glyph; `place` leads from a square of the font's size to the page, `after` is where the next glyph stands.
    pub(crate) fn add(&mut self, letters: &str, place: Matrix, after: (f32, f32), flags: Flags) {
        let (x, y) = place.apply(0.0, 0.0);
        let flags = flags.with(Flags::TURNED, !place.is_upright());
        let mut plain = String::new();
        letters.chars().for_each(|letter| glyphs::plain(letter, &mut plain));
        if plain.chars().all(char::is_whitespace) {
            self.skip(&plain, after, y);
            return;
        }
        let size = place.height();
        // What has no size, or stands nowhere, can't be seen.
        if !(size.is_finite() && size > 0.01 && x.is_finite() && y.is_finite() && after.0.is_finite()) {
            return;
        }
        for (index, word) in plain.split_whitespace().enumerate() {
            if index > 0 || plain.starts_with(char::is_whitespace) {
                self.skip(" ", (x, y), y);
            }
            self.add_word(word, [x, after.0, y, size], flags);
        }
        if plain.ends_with(char::is_whitespace) {
            self.skip(" ", after, y);
        }
    }

    fn skip(&mut self, plain: &str, after: (f32, f32), base: f32) {
        if plain.is_empty() {
            // A glyph whose letters another one has taken only widens the piece.
            if let Some(open) = &mut self.open {
                open.right = open.right.max(after.0);
            }
            return;
        }
        self.close();
        self.space = Some((after.0, base));
    }

    fn add_word(&mut self, word: &str, [left, right, base, size]: [f32; 4], flags: Flags) {
        if let Some(open) = &mut self.open
            && open.takes(word, left, base, size, flags)
        {
            open.text.push_str(word);
            open.right = open.right.max(right);
            return;
        }
        self.close();
        let after_space = self.space.take().is_some_and(|(at, line)| (at - left).abs() < size * 0.5 && (line - base).abs() < size * 0.5);
        let flags = flags.with(Flags::SPACE_BEFORE, after_space);
        self.open = Some(Open { text: word.to_owned(), left, right, base, size, flags });
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        if self.pieces.len() >= MOST_PIECES {
            return;
        }
        let (Some(left), Some(right), Some(base), Some(size)) =
            (length(open.left), length(open.right), length(open.base), length(open.size))
        else {
            return;
        };
        let (left, right) = (left.min(right), left.max(right));
        self.pieces.push(Piece { left, right, base, size: size.max(1), flags: open.flags, text: composed(&open.text) });
    }

    /// Ends the last piece and hands out all.
    pub(crate) fn finish(mut self, pieces: &mut Vec<Piece>) {
        self.close();
        pieces.append(&mut self.pieces);
    }
}

impl Open {
    fn takes(&self, word: &str, left: f32, base: f32, size: f32, flags: Flags) -> bool {
        let upright = !flags.has(Flags::TURNED);
        let gap = left - self.right;
        let is_mark = word.chars().all(|letter| matches!(letter, '\u{300}'..='\u{36f}'));
        let near = is_mark || (-MOST_OVERLAP * size..NARROWEST_SPACE * size).contains(&gap);
        flags == self.flags.with(Flags::SPACE_BEFORE, false)
            && (size - self.size).abs() < 0.02 * size
            && (base - self.base).abs() < SAME_BASE * size
            && upright
            && near
            && self.text.len() < MOST_LETTERS
    }
}
