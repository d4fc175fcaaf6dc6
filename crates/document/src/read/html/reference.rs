//! Character references: `&agrave;`, `&#7853;`, `&#x1EAD;`.

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// A reference resolved: its one or two characters, and how many bytes it takes.
pub(super) struct Reference {
    pub(super) first: char,
    pub(super) second: Option<char>,
    pub(super) length: usize,
}

/// The longest name that the standard has, and the longest that may stand without a semicolon.
const LONGEST: usize = 32;
const LONGEST_OPEN: usize = 6;

/// The reference with which the text begins, `&` included; none when it is only an ampersand.
pub(super) fn resolve(text: &str) -> Option<Reference> {
    let after = text.strip_prefix('&')?;
    match after.strip_prefix('#') {
        Some(number) => numbered(number).map(|(first, length)| Reference { first, second: None, length: length + 2 }),
        None => named(after),
    }
}

fn numbered(text: &str) -> Option<(char, usize)> {
    let (digits, radix, before) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 1),
        None => (text, 10, 0),
    };
    let mut value = 0u32;
    let mut length = 0;
    for digit in digits.chars().map_while(|c| c.to_digit(radix)) {
        value = value.saturating_mul(radix).saturating_add(digit);
        length += 1;
    }
    if length == 0 {
        return None;
    }
    let semicolon = usize::from(digits.as_bytes().get(length) == Some(&b';'));
    Some((character(value), before + length + semicolon))
}

/// The character of a number; codes of Windows-1252 are taken for what their writers meant.
fn character(value: u32) -> char {
    let replaced = value.checked_sub(0x80).and_then(|slot| C1_REPLACEMENTS.get(slot as usize)).copied().flatten();
    match replaced {
        Some(c) => c,
        None => char::from_u32(value).filter(|c| *c != '\0').unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

fn named(text: &str) -> Option<Reference> {
    let length = text.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    let closed = (text.as_bytes().get(length) == Some(&b';')).then_some(length + 1);
    let open = (2..=length.min(LONGEST_OPEN)).rev();
    closed.into_iter().chain(open).find_map(|length| {
        let (first, second) = NAMED_ENTITIES.get(&text[..length]).copied()?;
        let first = char::from_u32(first).filter(|c| *c != '\0')?;
        Some(Reference { first, second: char::from_u32(second).filter(|c| *c != '\0'), length: length + 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("&agrave;x", Some(("à", 8)))]
    #[case("&nbsp;", Some(("\u{a0}", 6)))]
    #[case("&amp", Some(("&", 4)))]
    #[case("&#7853;", Some(("ậ", 7)))]
    #[case("&#x1EAD;", Some(("ậ", 8)))]
    #[case("&#150;", Some(("–", 6)))]
    #[case("&#0;", Some(("\u{fffd}", 4)))]
    #[case("&#99999999999;", Some(("\u{fffd}", 14)))]
    #[case("& ", None)]
    #[case("&;", None)]
    #[case("&#;", None)]
    #[case("&notaname;", Some(("¬", 4)))]
    #[case("&nothing", Some(("¬", 4)))]
    #[case("&unknown;", None)]
    fn references(#[case] text: &str, #[case] expected: Option<(&str, usize)>) {
        let found = resolve(text).map(|found| (String::from_iter(std::iter::once(found.first).chain(found.second)), found.length));
        assert_eq!(found.as_ref().map(|(text, length)| (text.as_str(), *length)), expected);
    }
}
