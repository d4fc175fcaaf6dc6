//! Positioned text: what the parser in the child process hands to the reader in the parent.
//!
//! The form is plain lines, so that a test can write it by hand and a person can read it:
//!
//! ```text
//! pages TROUBLE UNMAPPED            once, at the beginning
//! page WIDTH HEIGHT IMAGES          a page
//! t LEFT RIGHT BASE SIZE FLAGS TEXT a piece of text
//! r LEFT TOP RIGHT BOTTOM           a drawn rule
//! end                               once; without it the output was cut
//! ```
//!
//! Lengths are hundredths of a point, from the left and from the top of the page as it is seen.

use std::fmt::Write;

/// A hundredth of a point.
pub type Length = i32;

/// The greatest length that is taken at its word, in hundredths of a point (100 m): sums of two never overflow.
pub const GREATEST_LENGTH: Length = 30_000_000;

/// A parsed PDF.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pages {
    /// Why there are no pages, or not all.
    pub trouble: Option<Trouble>,
    /// How many glyphs have no letter in any map of the file.
    pub unmapped: u32,
    /// The pages from the first.
    pub pages: Vec<Page>,
}

/// Why a PDF gave no pages, or not all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// A password is needed.
    Encrypted,
    /// No page could be found.
    Damaged,
    /// There are more pages or more text than is read.
    Cut,
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// How wide it is.
    pub width: Length,
    /// How high it is.
    pub height: Length,
    /// How many pictures are painted on it.
    pub images: u32,
    /// Text in the order of painting.
    pub pieces: Vec<Piece>,
    /// Straight lines, horizontal or vertical.
    pub rules: Vec<Rule>,
}

/// A piece of text without white space in it, in one font.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Piece {
    /// Its left edge.
    pub left: Length,
    /// Its right edge.
    pub right: Length,
    /// Its base line.
    pub base: Length,
    /// The size of its font.
    pub size: Length,
    /// How it is set.
    pub flags: Flags,
    /// Its letters.
    pub text: String,
}

/// How a piece is set: a set of the constants below.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flags(pub u8);

impl Flags {
    /// In a bold font.
    pub const BOLD: Flags = Flags(1);
    /// In an italic font.
    pub const ITALIC: Flags = Flags(2);
    /// The file has a space before it.
    pub const SPACE_BEFORE: Flags = Flags(4);
    /// The file says that it is furniture of the page (a marked artifact).
    pub const ARTIFACT: Flags = Flags(8);
    /// In a font of the TCVN3 encoding (ABC), whose letters stand in the places of others.
    pub const TCVN3: Flags = Flags(16);
    /// In a font of the VNI encoding; together with `TCVN3`: in one of the fonts of TCVN3 whose small letters are capitals.
    pub const VNI: Flags = Flags(32);
    /// Not upright on the page.
    pub const TURNED: Flags = Flags(64);
    /// In a font all of whose letters are equally wide.
    pub const FIXED_WIDTH: Flags = Flags(128);

    /// Whether all of `other` is set.
    pub fn has(self, other: Flags) -> bool {
        self.0 & other.0 == other.0
    }

    /// The same with `other`, when `yes`.
    #[must_use]
    pub fn with(self, other: Flags, yes: bool) -> Flags {
        Flags(if yes { self.0 | other.0 } else { self.0 & !other.0 })
    }
}

/// A straight line, or a thin box drawn as one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rule {
    /// Its left end.
    pub left: Length,
    /// Its upper end.
    pub top: Length,
    /// Its right end.
    pub right: Length,
    /// Its lower end.
    pub bottom: Length,
}

impl Rule {
    /// Whether it runs from left to right.
    pub fn is_horizontal(self) -> bool {
        self.right - self.left >= self.bottom - self.top
    }
}

impl Pages {
    /// As the lines described at the head of this file.
    pub fn write(&self) -> Vec<u8> {
        let mut out = String::new();
        let trouble = match self.trouble {
            None => "none",
            Some(Trouble::Encrypted) => "encrypted",
            Some(Trouble::Damaged) => "damaged",
            Some(Trouble::Cut) => "cut",
        };
        // Writing to a string can't fail.
        let _ = writeln!(out, "pages {trouble} {}", self.unmapped);
        for page in &self.pages {
            let _ = writeln!(out, "page {} {} {}", page.width, page.height, page.images);
            for piece in &page.pieces {
                let Piece { left, right, base, size, flags, text } = piece;
                let _ = writeln!(out, "t {left} {right} {base} {size} {} {text}", flags.0);
            }
            for rule in &page.rules {
                let _ = writeln!(out, "r {} {} {} {}", rule.left, rule.top, rule.right, rule.bottom);
            }
        }
        out.push_str("end\n");
        out.into_bytes()
    }

    /// From such lines; `None` when they aren't, or when the end is missing.
    pub fn parse(lines: &[u8]) -> Option<Pages> {
        let lines = std::str::from_utf8(lines).ok()?;
        let mut pages = Pages::default();
        let mut ended = false;
        for line in lines.lines() {
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            match word {
                "pages" => (pages.trouble, pages.unmapped) = head(rest)?,
                "page" => pages.pages.push(page(rest)?),
                "t" => pages.pages.last_mut()?.pieces.push(piece(rest)?),
                "r" => pages.pages.last_mut()?.rules.push(rule(rest)?),
                "end" => ended = true,
                _ => return None,
            }
        }
        ended.then_some(pages)
    }
}

fn head(rest: &str) -> Option<(Option<Trouble>, u32)> {
    let (trouble, unmapped) = rest.split_once(' ')?;
    let trouble = match trouble {
        "none" => None,
        "encrypted" => Some(Trouble::Encrypted),
        "damaged" => Some(Trouble::Damaged),
        "cut" => Some(Trouble::Cut),
        _ => return None,
    };
    Some((trouble, unmapped.parse().ok()?))
}

fn page(rest: &str) -> Option<Page> {
    let mut words = rest.split(' ');
    let (width, height) = (length(words.next())?, length(words.next())?);
    Some(Page { width, height, images: words.next()?.parse().ok()?, ..Page::default() })
}

fn piece(rest: &str) -> Option<Piece> {
    let mut words = rest.splitn(6, ' ');
    let (left, right) = (length(words.next())?, length(words.next())?);
    let (base, size) = (length(words.next())?, length(words.next())?);
    let flags = Flags(words.next()?.parse().ok()?);
    Some(Piece { left, right: right.max(left), base, size: size.max(1), flags, text: words.next()?.to_owned() })
}

fn rule(rest: &str) -> Option<Rule> {
    let mut words = rest.split(' ');
    let (left, top) = (length(words.next())?, length(words.next())?);
    let (right, bottom) = (length(words.next())?, length(words.next())?);
    Some(Rule { left: left.min(right), top: top.min(bottom), right: left.max(right), bottom: top.max(bottom) })
}

fn length(word: Option<&str>) -> Option<Length> {
    word?.parse().ok().filter(|length| (-GREATEST_LENGTH..=GREATEST_LENGTH).contains(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Pages {
        let piece = Piece { left: 100, right: 900, base: 1200, size: 1300, flags: Flags::BOLD, text: "Kế".to_owned() };
        let rule = Rule { left: 0, top: 10, right: 500, bottom: 10 };
        Pages {
            trouble: Some(Trouble::Cut),
            unmapped: 3,
            pages: vec![Page { width: 59500, height: 84200, images: 1, pieces: vec![piece], rules: vec![rule] }],
        }
    }

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(Pages::parse(&sample().write()), Some(sample()));
    }

    #[rstest::rstest]
    #[case::cut("pages none 0\npage 100 100 0\n")]
    #[case::text_before_a_page("pages none 0\nt 0 1 1 1 0 x\nend\n")]
    #[case::a_length_out_of_bounds("pages none 0\npage 99999999999 1 0\nend\n")]
    #[case::another_word("hello\nend\n")]
    fn what_is_not_of_the_form_is_refused(#[case] lines: &str) {
        assert_eq!(Pages::parse(lines.as_bytes()), None);
    }
}
