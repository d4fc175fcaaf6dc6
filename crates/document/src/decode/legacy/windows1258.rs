//! Windows-1258 that was taken for Windows-1252: letters of Vietnamese with their tone marks behind them, shown as other letters of Latin-1.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// For the codes from A0 to FF: the character of Windows-1258.
static CODES: LazyLock<Vec<char>> = LazyLock::new(|| {
    let bytes: Vec<u8> = (0xA0..=0xFF).collect();
    encoding_rs::WINDOWS_1258.decode_without_bom_handling(&bytes).0.chars().collect()
});

/// The text in Unicode, in composed form.
pub fn decode(text: &str) -> String {
    let codes = &*CODES;
    let meant = |c: char| (u32::from(c)).checked_sub(0xA0).and_then(|slot| codes.get(slot as usize)).copied().unwrap_or(c);
    text.chars().map(meant).stream_safe().nfc().collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The text as its writer's program would have kept it: a letter with its mark, the tone behind it.
    pub(crate) fn encode(text: &str) -> String {
        let codes = &*CODES;
        let code = |c: char| codes.iter().position(|known| *known == c).and_then(|at| char::from_u32(at as u32 + 0xA0));
        let mut out = String::new();
        for c in text.chars() {
            if c.is_ascii() {
                out.push(c);
                continue;
            }
            if let Some(code) = code(c) {
                out.push(code);
                continue;
            }
            // The tone is the one mark of the five that the decomposed letter holds; the rest composes again.
            let tones = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
            let rest: String = std::iter::once(c).nfd().filter(|mark| !tones.contains(mark)).nfc().collect();
            let tone = std::iter::once(c).nfd().find(|mark| tones.contains(mark));
            out.extend(rest.chars().chain(tone).map(|c| code(c).unwrap_or(c)));
        }
        out
    }

    #[test]
    fn tone_marks_are_composed() {
        assert_eq!(decode("Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam"), "Cộng hòa xã hội chủ nghĩa Việt Nam");
    }
}
