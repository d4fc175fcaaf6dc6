//! One fast look over a whole text: whether anything in it needs cleaning, and whether it could be in an old encoding.

/// What a look over a text told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scan {
    /// Nothing to clean: composed form, `\n` as line end, no control characters, no look-alike letters.
    pub(crate) clean: bool,
    /// So many letters of Latin-1, and so few of Vietnamese proper, that the text may be in an old encoding.
    pub(crate) maybe_old: bool,
}

/// So many bytes at once: few enough for the compiler to count in one register, many enough to be fast.
const BLOCK: usize = 128;

/// Looks over the text. The bytes tell most: only blocks with a byte that could begin something else are looked at by character.
pub(crate) fn scan(text: &str) -> Scan {
    let bytes = text.as_bytes();
    let (mut latin, mut vietnamese) = (0usize, 0usize);
    let mut clean = true;
    let mut start = 0;
    while start < bytes.len() {
        let end = bytes.len().min(start + BLOCK);
        let look = if start == 0 {
            // Nothing stands before the first block; line ends say nothing.
            let mut block = [b'\n'; BLOCK + 2];
            block[2..end + 2].copy_from_slice(&bytes[..end]);
            look(&block[..end + 2])
        } else {
            look(&bytes[start - 2..end])
        };
        latin += usize::from(look.latin);
        vietnamese += usize::from(look.vietnamese);
        clean = clean && (look.suspect == 0 || is_sound(text, start, end));
        start = end;
    }
    Scan { clean, maybe_old: latin > vietnamese * 2 }
}

/// What the bytes of a block tell.
struct Look {
    latin: u8,
    vietnamese: u8,
    /// Not zero when the slow look must decide.
    suspect: u8,
}

/// Looks at a block with the two bytes before it. Written so that the compiler makes it one loop without a branch, over many bytes at once.
#[inline]
fn look(bytes: &[u8]) -> Look {
    let length = bytes.len().saturating_sub(2);
    let (before, first, second) = (&bytes[..length], &bytes[1..length + 1], &bytes[2..length + 2]);
    let mut found = Look { latin: 0, vietnamese: 0, suspect: 0 };
    for at in 0..length {
        let byte = second[at];
        found.latin += u8::from((byte & 0xFE) == 0xC2);
        found.vietnamese += u8::from((byte == 0xE1) | ((byte & 0xFD) == 0xC4));
        found.suspect |= suspect(before[at], first[at], byte);
    }
    found
}

/// Not zero when the last byte, or the last two or three, begin or are what the slow look must decide on.
#[inline]
fn suspect(before: u8, first: u8, second: u8) -> u8 {
    let control = ((second < 0x20) & (second != b'\n') & (second != b'\t')) | (second == 0x7F);
    let rare = (second >= 0xCC) & (second != 0xE1) & (second != 0xE2);
    let old_control = (first == 0xC2) & (second < 0xA0);
    let eth = (first == 0xC3) & ((second & 0xDF) == 0x90);
    let not_latin = (first == 0xE1) & ((second & 0xFC) != 0xB8);
    let sign = (first == 0xE2) & (second > 0x82);
    let quad_or_line_end = (before == 0xE2) & (first == 0x80) & ((second < 0x82) | ((second & 0xFE) == 0xA8));
    u8::from(control)
        | u8::from(rare)
        | u8::from(old_control)
        | u8::from(eth)
        | u8::from(not_latin)
        | u8::from(sign)
        | u8::from(quad_or_line_end)
}

/// Whether all characters that begin in the range are sound.
fn is_sound(text: &str, start: usize, end: usize) -> bool {
    let start = text.floor_char_boundary(start);
    let end = text.ceil_char_boundary(end);
    text.get(start..end).is_some_and(|part| part.chars().all(is_sound_character))
}

/// Characters of the common ranges that composition never changes and that nobody wants cleaned; of others the slow way decides.
fn is_sound_character(c: char) -> bool {
    match c {
        '\n' | '\t' | ' '..='~' => true,
        // Eth, capital and small, stands for the letter D with stroke in many texts.
        '\u{D0}' | '\u{F0}' | '\u{189}' => false,
        '\u{A0}'..='\u{2FF}' | '\u{1E00}'..='\u{1EFF}' => true,
        // Two quads and two line separators begin and interrupt this range.
        '\u{2002}'..='\u{2027}' | '\u{202A}'..='\u{20CF}' => true,
        // Ohm, kelvin and ångström compose to letters; the angle brackets and the forked not change too.
        '\u{2126}' | '\u{212A}' | '\u{212B}' | '\u{2329}' | '\u{232A}' | '\u{2ADC}' => false,
        '\u{2100}'..='\u{2BFF}' => true,
        // Private use, where symbol fonts put their signs; the byte-order mark; the replacement character.
        '\u{E000}'..='\u{F8FF}' | '\u{FEFF}' | '\u{FFFD}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::is_nfc;

    #[rstest::rstest]
    #[case("Điều 1. Phạm vi\n\t“Thi đua” – yêu nước… 5 ₫ · № 3 \u{f0b7}", true)]
    #[case("a\r\n", false)]
    #[case("a\u{0}", false)]
    #[case("a\u{85}", false)]
    #[case("hoa\u{300}", false)]
    #[case("\u{d0}iều", false)]
    #[case("5 \u{212a}", false)]
    #[case("\u{2028}", false)]
    #[case("\u{2001}", false)]
    fn clean(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(scan(text).clean, expected);
        // Wherever it lies with respect to the blocks.
        for before in 0..2 * BLOCK {
            assert_eq!(scan(&format!("{}{text}", "x".repeat(before))).clean, expected, "after {before} bytes");
        }
    }

    #[test]
    fn sound_characters_are_composed() {
        let sound: String = ('\0'..=char::MAX).filter(|c| is_sound_character(*c)).collect();
        assert!(is_nfc(&sound));
        for c in sound.chars() {
            assert!(is_nfc(c.encode_utf8(&mut [0; 4])), "{c:?}");
            assert_eq!(unicode_normalization::char::canonical_combining_class(c), 0, "{c:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_clean_is_composed(text in ".{0,300}") {
            if scan(&text).clean {
                proptest::prop_assert!(is_nfc(&text));
                proptest::prop_assert!(text.chars().all(is_sound_character));
            }
        }
    }
}
