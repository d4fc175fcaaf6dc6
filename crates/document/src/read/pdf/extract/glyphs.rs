//! Letters by the names of glyphs and by the encodings that PDF defines.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};
use unicode_normalization::UnicodeNormalization;

/// An encoding that a simple font names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    /// `WinAnsiEncoding`.
    Windows,
    /// `MacRomanEncoding`.
    Macintosh,
    /// `StandardEncoding`, that of fonts which name none.
    Standard,
}

/// The letter of a code.
pub(crate) fn letter(base: Base, code: u8) -> Option<char> {
    match base {
        Base::Windows => single(WINDOWS_1252, code),
        Base::Macintosh => single(MACINTOSH, code),
        Base::Standard => standard(code),
    }
    .filter(|letter| !letter.is_control())
}

fn single(encoding: &'static Encoding, code: u8) -> Option<char> {
    let bytes = [code];
    let (text, _) = encoding.decode_without_bom_handling(&bytes);
    text.chars().next()
}

fn standard(code: u8) -> Option<char> {
    match code {
        0x27 => Some('\u{2019}'),
        0x60 => Some('\u{2018}'),
        0x20..=0x7e => Some(char::from(code)),
        _ => STANDARD.iter().find(|(at, _)| *at == code).map(|(_, letter)| *letter),
    }
}

/// The upper half of `StandardEncoding`, as far as texts use it.
const STANDARD: &[(u8, char)] = &[
    (0xa1, '\u{a1}'),
    (0xa4, '\u{2044}'),
    (0xa7, '\u{a7}'),
    (0xa9, '\''),
    (0xaa, '\u{201c}'),
    (0xab, '\u{ab}'),
    (0xae, '\u{fb01}'),
    (0xaf, '\u{fb02}'),
    (0xb1, '\u{2013}'),
    (0xb4, '\u{b7}'),
    (0xb6, '\u{b6}'),
    (0xb7, '\u{2022}'),
    (0xb9, '\u{201e}'),
    (0xba, '\u{201d}'),
    (0xbb, '\u{bb}'),
    (0xbc, '\u{2026}'),
    (0xd0, '\u{2014}'),
];

/// The letters of a glyph's name: `a`, `ecircumflexacute`, `uni1EBF`, `f_i`, `A.small`.
pub(crate) fn by_name(name: &str) -> Option<String> {
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    let mut letters = String::new();
    for part in name.split('_') {
        letters.push_str(&one_name(part)?);
    }
    Some(letters)
}

fn one_name(name: &str) -> Option<String> {
    if name.chars().count() == 1 {
        return Some(name.to_owned());
    }
    if let Some((_, letter)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some((*letter).to_string());
    }
    by_number(name).or_else(|| with_marks(name))
}

/// `uni1EBF`, `uni00660069`, `u1F600`.
fn by_number(name: &str) -> Option<String> {
    if let Some(digits) = name.strip_prefix("uni").filter(|digits| digits.len() >= 4 && digits.len() % 4 == 0 && digits.is_ascii()) {
        let units: Option<Vec<u16>> =
            (0..digits.len() / 4).map(|at| u16::from_str_radix(digits.get(at * 4..at * 4 + 4)?, 16).ok()).collect();
        return String::from_utf16(&units?).ok();
    }
    let digits = name.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len()))?;
    Some(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?.to_string())
}

/// `ocircumflextilde`: a letter and the names of its marks.
fn with_marks(name: &str) -> Option<String> {
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let mut decomposed = letter.to_string();
    let mut rest = name.get(1..)?;
    while !rest.is_empty() {
        let (mark, sign) = MARKS.iter().find(|(mark, _)| rest.starts_with(mark))?;
        decomposed.push(*sign);
        rest = rest.get(mark.len()..)?;
    }
    Some(decomposed.nfc().collect())
}

const MARKS: &[(&str, char)] = &[
    ("circumflex", '\u{302}'),
    ("breve", '\u{306}'),
    ("horn", '\u{31b}'),
    ("grave", '\u{300}'),
    ("acute", '\u{301}'),
    ("hookabove", '\u{309}'),
    ("hook", '\u{309}'),
    ("tilde", '\u{303}'),
    ("dotbelow", '\u{323}'),
    ("dieresis", '\u{308}'),
    ("caron", '\u{30c}'),
    ("cedilla", '\u{327}'),
    ("ring", '\u{30a}'),
    ("macron", '\u{304}'),
];

const NAMES: &[(&str, char)] = &[
    ("space", ' '),
    ("nbspace", '\u{a0}'),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("minus", '\u{2212}'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("bullet", '\u{2022}'),
    ("endash", '\u{2013}'),
    ("emdash", '\u{2014}'),
    ("ellipsis", '\u{2026}'),
    ("quoteleft", '\u{2018}'),
    ("quoteright", '\u{2019}'),
    ("quotedblleft", '\u{201c}'),
    ("quotedblright", '\u{201d}'),
    ("quotedblbase", '\u{201e}'),
    ("guillemotleft", '\u{ab}'),
    ("guillemotright", '\u{bb}'),
    ("section", '\u{a7}'),
    ("degree", '\u{b0}'),
    ("copyright", '\u{a9}'),
    ("multiply", '\u{d7}'),
    ("periodcentered", '\u{b7}'),
    ("dcroat", '\u{111}'),
    ("Dcroat", '\u{110}'),
    ("dmacron", '\u{111}'),
    ("Dslash", '\u{110}'),
    ("Eth", '\u{110}'),
    ("eth", '\u{111}'),
    ("dong", '\u{20ab}'),
    ("fi", '\u{fb01}'),
    ("fl", '\u{fb02}'),
    ("ff", '\u{fb00}'),
    ("ffi", '\u{fb03}'),
    ("ffl", '\u{fb04}'),
    ("arrowright", '\u{2192}'),
    ("greaterequal", '\u{2265}'),
    ("lessequal", '\u{2264}'),
    ("checkmark", '\u{2713}'),
];

/// A letter as texts write it: ligatures taken apart, signs of symbol fonts in their usual form, nothing that shows nothing.
pub(crate) fn plain(letter: char, out: &mut String) {
    match letter {
        '\u{fb00}' => out.push_str("ff"),
        '\u{fb01}' => out.push_str("fi"),
        '\u{fb02}' => out.push_str("fl"),
        '\u{fb03}' => out.push_str("ffi"),
        '\u{fb04}' => out.push_str("ffl"),
        '\u{f0b7}' | '\u{f0d8}' | '\u{f076}' | '\u{f06c}' => out.push('\u{2022}'),
        '\u{f0a7}' | '\u{f06e}' => out.push('\u{25aa}'),
        '\u{f02d}' => out.push('-'),
        '\u{f02b}' => out.push('+'),
        '\u{f0fc}' => out.push('\u{2713}'),
        '\u{f0ae}' | '\u{f0e0}' => out.push('\u{2192}'),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => {}
        letter if letter.is_control() => {}
        letter => out.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("A", Some("A"))]
    #[case("uni1EBF", Some("ế"))]
    #[case("ecircumflexacute", Some("ế"))]
    #[case("uhorndotbelow", Some("ự"))]
    #[case("dcroat", Some("đ"))]
    #[case("f_i", Some("fi"))]
    #[case("A.small", Some("A"))]
    #[case(".notdef", None)]
    #[case("g27", None)]
    #[case("uniXYZW", None)]
    fn names(#[case] name: &str, #[case] expected: Option<&str>) {
        assert_eq!(by_name(name).as_deref(), expected);
    }

    #[rstest::rstest]
    #[case(Base::Windows, 0x93, Some('\u{201c}'))]
    #[case(Base::Macintosh, 0xa5, Some('•'))]
    #[case(Base::Standard, 0x27, Some('’'))]
    #[case(Base::Windows, 0x07, None)]
    fn codes(#[case] base: Base, #[case] code: u8, #[case] expected: Option<char>) {
        assert_eq!(letter(base, code), expected);
    }
}
