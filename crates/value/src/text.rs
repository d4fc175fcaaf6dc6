//! Vietnamese text: composed form, folding, capitals, spaces.

use std::sync::LazyLock;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The composed form (NFC).
pub fn composed(text: &str) -> String {
    // Most cells of tables are ids, days and numbers: what is told at a glance needs no table of letters.
    if text.is_ascii() || is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

/// Lower case without tone and letter marks, `đ` as `d`: the form in which words are searched and compared loosely.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match known(c) {
            Some(letter) if letter.folded != UNKNOWN => out.push(letter.folded),
            _ if is_sign(c) => out.push(c),
            // Marks may have to change places with their neighbours: the whole text is folded anew.
            _ => return folded_slowly(text),
        }
    }
    out
}

/// The words of a text as one name for machines: small letters without marks, figures, hyphens between; cut where it is longer than so many letters.
pub fn slug(text: &str, longest: usize) -> String {
    let folded = folded(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = words.collect::<Vec<&str>>().join("-");
    slug.truncate(longest);
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

fn folded_slowly(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfd().flat_map(char::to_lowercase) {
        match c {
            'đ' => out.push('d'),
            '\u{300}'..='\u{36f}' => {}
            _ => out.push(c),
        }
    }
    out
}

/// The text in small letters, byte for byte as long as it was: a place in it is a place in the text.
pub fn lowered(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    bytes.make_ascii_lowercase();
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        if first < 0x80 {
            at += 1;
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let small = match known(c) {
            Some(letter) => letter.small,
            None if is_sign(c) => c,
            None => small(c),
        };
        let length = c.len_utf8();
        if small != c
            && let Some(place) = bytes.get_mut(at..at + length)
        {
            small.encode_utf8(place);
        }
        at += length;
    }
    // Characters were replaced by others of the same length: the bytes are still a text.
    String::from_utf8(bytes).unwrap_or_default()
}

/// Whether the character is a letter or a digit, as the standard says it; fast for Vietnamese.
#[inline]
pub fn is_alphanumeric(c: char) -> bool {
    match known(c) {
        Some(letter) => letter.class != Class::Other,
        None if is_sign(c) => false,
        None => c.is_alphanumeric(),
    }
}

/// Whether the character is a letter, as the standard says it; fast for Vietnamese.
#[inline]
pub fn is_alphabetic(c: char) -> bool {
    match known(c) {
        Some(letter) => letter.class >= Class::Letter,
        None if is_sign(c) => false,
        None => c.is_alphabetic(),
    }
}

/// Whether the character is a small letter, as the standard says it; fast for Vietnamese.
#[inline]
pub fn is_lowercase(c: char) -> bool {
    match known(c) {
        Some(letter) => letter.class == Class::Small,
        None if is_sign(c) => false,
        None => c.is_lowercase(),
    }
}

/// Whether the character in small letters is this one.
#[inline]
pub fn is_in_small(c: char, expected: char) -> bool {
    match known(c) {
        Some(letter) if letter.small != c => letter.small == expected,
        _ => c == expected || c.to_lowercase().eq(std::iter::once(expected)),
    }
}

/// A letter whose small form is of another length or of several characters (none is Vietnamese) stays as it is.
fn small(c: char) -> char {
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}

/// What becomes of a letter.
#[derive(Clone, Copy)]
struct Letter {
    small: char,
    /// [`UNKNOWN`] where it is not one letter.
    folded: char,
    class: Class,
}

/// What a character is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// Neither letter nor digit.
    Other,
    /// A digit or another number.
    Digit,
    /// A letter that is no small one.
    Letter,
    /// A small letter.
    Small,
}

impl Class {
    fn of(c: char) -> Class {
        if c.is_lowercase() && c.is_alphabetic() {
            Class::Small
        } else if c.is_alphabetic() {
            Class::Letter
        } else if c.is_alphanumeric() {
            Class::Digit
        } else {
            Class::Other
        }
    }
}

const UNKNOWN: char = '\0';

/// The blocks that hold all letters of Vietnamese: up to Latin Extended-B, and Latin Extended Additional.
const LATIN: u32 = 0x250;
const ADDITIONAL: std::ops::Range<u32> = 0x1e00..0x1f00;

static LETTERS: LazyLock<Vec<Letter>> = LazyLock::new(|| {
    let letter = |code: u32| {
        let c = char::from_u32(code).unwrap_or(UNKNOWN);
        let folded = folded_slowly(c.encode_utf8(&mut [0; 4]));
        let mut letters = folded.chars();
        let folded = letters.next().filter(|_| letters.next().is_none()).unwrap_or(UNKNOWN);
        Letter { small: small(c), folded, class: Class::of(c) }
    };
    (0..LATIN).chain(ADDITIONAL).map(letter).collect()
});

#[inline]
fn known(c: char) -> Option<Letter> {
    let code = u32::from(c);
    let place = if code < LATIN {
        code
    } else if ADDITIONAL.contains(&code) {
        code - ADDITIONAL.start + LATIN
    } else {
        return None;
    };
    LETTERS.get(place as usize).copied()
}

/// Dashes, quotation marks and dots: signs that nothing changes.
#[inline]
fn is_sign(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}')
}

/// White space of every kind folded to single spaces, none at the ends.
pub fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Small letters with the tone of each syllable behind it: `hòa` and `hoà` are one word, `hoa` is another.
pub fn tone_last(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut tone = None;
    for c in text.nfd().flat_map(char::to_lowercase) {
        match c {
            // Grave, acute, tilde, hook and dot are tones; the other marks make another letter.
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tone = Some(c),
            c if is_alphabetic(c) || ('\u{300}'..='\u{36f}').contains(&c) => out.push(c),
            c => {
                out.extend(tone.take());
                out.push(c);
            }
        }
    }
    out.extend(tone);
    out
}

/// Whether the text has letters and none of them is a small one: `KẾ HOẠCH`.
pub fn is_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| is_alphabetic(*c)).peekable();
    letters.peek().is_some() && letters.all(|c| !is_lowercase(c))
}

/// The text with a small first character, as within a sentence.
pub fn with_small_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}

/// The text with its first character in capitals.
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Đẩy mạnh", "day manh")]
    #[case("HỘI ĐỒNG", "hoi dong")]
    #[case("hoa\u{300}", "hoa")]
    fn folding(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(folded(text), expected);
    }

    #[rstest::rstest]
    #[case("KẾ HOẠCH", true)]
    #[case("Kế hoạch", false)]
    #[case("2025 - 2030", false)]
    fn capitals(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(is_capitals(text), expected);
    }

    #[rstest::rstest]
    #[case("Hoà", "HÒA", true)]
    #[case("Thuý Kiều", "Thúy Kiều", true)]
    #[case("Hoa", "Hòa", false)]
    #[case("An", "Ân", false)]
    fn the_place_of_a_tone_makes_no_other_word(#[case] left: &str, #[case] right: &str, #[case] same: bool) {
        assert_eq!(tone_last(left) == tone_last(right), same);
    }

    #[test]
    fn every_character_is_folded_and_lowered_as_the_standard_says() {
        for c in '\0'..=char::MAX {
            let text = format!("a{c}\u{323}b");
            assert_eq!(folded(&text), folded_slowly(&text), "{c:?}");
            let text = format!("A{c}B");
            assert_eq!(folded(&text), folded_slowly(&text), "{c:?}");
            assert_eq!(lowered(&text), format!("a{}b", small(c)), "{c:?}");
            let flags = (is_alphabetic(c), is_alphanumeric(c), is_lowercase(c));
            assert_eq!(flags, (c.is_alphabetic(), c.is_alphanumeric(), c.is_lowercase()), "{c:?}");
            let mut small = c.to_lowercase();
            if let (Some(one), None) = (small.next(), small.next()) {
                assert!(is_in_small(c, one), "{c:?}");
            }
        }
    }

    #[rstest::rstest]
    #[case("đồng", "Đồng")]
    #[case("", "")]
    fn first_letter_in_capitals(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(capitalised(text), expected);
    }

    #[test]
    fn spaces_are_squeezed() {
        assert_eq!(squeezed("  Sơn\u{a0} La,\n ngày "), "Sơn La, ngày");
    }
}
