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
        let block = &bytes[start..end];
        let (mut latin_here, mut vietnamese_here) = (0u8, 0u8);
        for byte in block {
            latin_here += u8::from((*byte & 0xFE) == 0xC2);
            vietnamese_here += u8::from((*byte == 0xE1) | ((*byte & 0xFD) == 0xC4));
        }
        latin += usize::from(latin_here);
        vietnamese += usize::from(vietnamese_here);
        if clean {
            // Two bytes more before the block, so that a character on its border is seen whole.
            clean = !is_suspect(&bytes[start.saturating_sub(2)..end]) || is_sound(text, start, end);
        }
        start = end;
    }
    Scan { clean, maybe_old: latin > vietnamese * 2 }
}

/// Whether any byte begins, or any pair or triple is, what the slow look must decide on.
fn is_suspect(bytes: &[u8]) -> bool {
    let mut suspect = bytes.iter().fold(false, |found, byte| found | is_suspect_alone(*byte));
    for (first, second) in bytes.iter().zip(bytes.iter().skip(1)) {
        suspect |= (*first == 0xC2) & (*second < 0xA0);
        suspect |= (*first == 0xC3) & ((*second & 0xDF) == 0x90);
        suspect |= (*first == 0xE1) & ((*second & 0xFC) != 0xB8);
        suspect |= (*first == 0xE2) & (*second > 0x82);
    }
    for ((first, second), third) in bytes.iter().zip(bytes.iter().skip(1)).zip(bytes.iter().skip(2)) {
        suspect |= (*first == 0xE2) & (*second == 0x80) & ((*third < 0x82) | ((*third & 0xFE) == 0xA8));
    }
    suspect
}

fn is_suspect_alone(byte: u8) -> bool {
    ((byte < 0x20) & (byte != b'\n') & (byte != b'\t')) | (byte == 0x7F) | ((byte >= 0xCC) & (byte != 0xE1) & (byte != 0xE2))
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
