//! Mending the words of one leaf: spaces squeezed, letters lost in a font map put back, characters that show nothing left out.

use phongtrao_diagnostic::Span;
use phongtrao_value::text::is_alphabetic;
use unicode_normalization::char::compose;

use crate::Mended;

/// Adds the words of a leaf that begins at `start` of the decoded text.
pub fn add(words: &str, start: usize, mended: &mut Mended) {
    let mut kept = 0;
    let mut at = 0;
    let bytes = words.as_bytes();
    // Up to here bytes are looked at one by one: the block that they stand in holds one that may need mending.
    let mut looked = 0;
    while let Some(&byte) = bytes.get(at) {
        // A single space behind words that are kept stays as it stands.
        if !MAY_NEED_MENDING[usize::from(byte)] || byte == b' ' && at > kept && bytes[at - 1] != b' ' {
            at += 1;
            if at >= looked {
                at += kept_behind(&bytes[at - 1..]);
                looked = at + BLOCK;
            }
            continue;
        }
        let Some(c) = words.get(at..).and_then(|rest| rest.chars().next()) else {
            at += 1;
            continue;
        };
        let length = c.len_utf8();
        if c.is_whitespace() {
            mended.push(&words[kept..at], start + kept);
            space_for(Span::new(start + at, start + at + length), mended);
            kept = at + length;
        } else if is_invisible(c) {
            mended.push(&words[kept..at], start + kept);
            kept = at + length;
        } else if is_tone(c) {
            mended.push(&words[kept..at], start + kept);
            if let Some(letter) = lost_letter(mended.as_str(), c) {
                mended.replace(letter.encode_utf8(&mut [0; 4]), Span::new(start + at, start + at + length));
                kept = at + length;
            } else {
                kept = at;
            }
        }
        at += length;
    }
    mended.push(&words[kept..], start + kept);
}

/// How many bytes are looked at at once.
const BLOCK: usize = 16;

/// How many bytes behind the first, which is kept, surely need no mending: counted in blocks, so that the compiler can look at a block at once.
fn kept_behind(bytes: &[u8]) -> usize {
    let mut kept = 0;
    while let Some(block) = bytes.get(kept..kept + BLOCK + 1) {
        let mut needs = 0_u8;
        for (before, byte) in block[..BLOCK].iter().zip(&block[1..]) {
            let odd = (*byte == 0xc2) | (*byte == 0xcc) | (*byte == 0xcd) | (*byte == 0xe2) | (*byte == 0xe3) | (*byte == 0xef);
            let space = (*byte == b' ') & (*before == b' ');
            needs |= u8::from((*byte < b' ') | odd | space);
        }
        if needs != 0 {
            break;
        }
        kept += BLOCK;
    }
    kept
}

/// Whether a byte begins a character that may need mending: white space, or a character of the blocks that hold odd spaces, marks that show
/// nothing, and combining tones.
static MAY_NEED_MENDING: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte, 0x00..=0x20 | 0xc2 | 0xcc | 0xcd | 0xe2 | 0xe3 | 0xef);
        byte += 1;
    }
    table
};

/// Adds a single space for white space at the byte `start`, unless one stands there already.
pub fn space(start: usize, mended: &mut Mended) {
    space_for(Span::new(start, start), mended);
}

fn space_for(instead: Span, mended: &mut Mended) {
    if !mended.is_empty() && !mended.as_str().ends_with(' ') {
        mended.replace(" ", instead);
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fffc}')
}

/// The five tones as combining marks.
fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

/// The letter that a font map lost between a consonant and its tone. The maps that lose one lose the vowel that text has most.
fn lost_letter(before: &str, tone: char) -> Option<char> {
    let consonant = before.chars().next_back().filter(|c| is_alphabetic(*c))?;
    let vowel = if consonant.is_uppercase() && before.chars().rev().nth(1).is_some_and(char::is_uppercase) { 'A' } else { 'a' };
    compose(vowel, tone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("một  hai\u{a0} ba", "một hai ba")]
    #[case("v\u{300} h\u{300}nh động", "và hành động")]
    #[case("ng\u{300}y 5", "ngày 5")]
    #[case("L\u{300}NG", "LàNG")]
    #[case("so\u{ad}n thảo\u{200b}", "son thảo")]
    #[case("xã hội\nhọc tập", "xã hội học tập")]
    fn words_are_mended(#[case] text: &str, #[case] expected: &str) {
        let mut mended = Mended::default();
        add(text, 0, &mut mended);
        assert_eq!(mended.as_str(), expected);
    }
}
