//! Text as all readers want it: composed, with `\n` as line end, without characters that control a machine.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_stream_safe_quick};

use super::scan::{Scan, scan};

/// What was cleaned out of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Cleaned {
    /// How many control characters were left out.
    pub(crate) controls: usize,
    /// How many letters eth became the letter of Vietnamese that they look like.
    pub(crate) look_alikes: usize,
}

/// The text cleaned, and what was cleaned out of it. A text with nothing to clean costs one fast look.
pub(crate) fn clean(text: &str) -> (Cow<'_, str>, Cleaned) {
    clean_scanned(Cow::Borrowed(text), scan(text))
}

/// The same for a text that was looked over already.
pub(crate) fn clean_scanned(text: Cow<'_, str>, scan: Scan) -> (Cow<'_, str>, Cleaned) {
    if scan.clean {
        return (text, Cleaned::default());
    }
    let (text, cleaned) = slow(&text);
    (Cow::Owned(text), cleaned)
}

fn slow(text: &str) -> (String, Cleaned) {
    let mut cleaned = Cleaned::default();
    let mend_eth = is_vietnamese(text);
    let mut out = String::with_capacity(text.len());
    // Line by line, for most lines of an unclean text are clean but for their ends. No character composes over a line end.
    for line in text.split_inclusive('\n') {
        let words = line.strip_suffix("\r\n").or(line.strip_suffix('\n')).unwrap_or(line);
        if scan(words).clean {
            out.push_str(words)
        } else {
            clean_line(words, mend_eth, &mut out, &mut cleaned)
        }
        if line.ends_with('\n') {
            out.push('\n');
        }
    }
    (out, cleaned)
}

fn clean_line(line: &str, mend_eth: bool, out: &mut String, cleaned: &mut Cleaned) {
    let mut words = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '\t' => words.push(c),
            // Line and page ends of other programs.
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => words.push('\n'),
            _ if c.is_control() => cleaned.controls += 1,
            '\u{D0}' | '\u{189}' if mend_eth => {
                cleaned.look_alikes += 1;
                words.push('\u{110}');
            }
            '\u{F0}' if mend_eth => {
                cleaned.look_alikes += 1;
                words.push('\u{111}');
            }
            _ => words.push(c),
        }
    }
    if is_nfc_stream_safe_quick(words.chars()) == IsNormalized::Yes {
        out.push_str(&words);
    } else {
        // Stream-safe: a million marks on one letter take no memory.
        out.extend(words.chars().stream_safe().nfc());
    }
}

/// Whether the text holds letters that only Vietnamese has.
fn is_vietnamese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{1EA0}'..='\u{1EF9}' | '\u{1A0}' | '\u{1A1}' | '\u{1AF}' | '\u{1B0}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::line_ends("a\r\nb\rc\u{b}d\u{c}e\u{85}f\u{2028}g", "a\nb\nc\nd\ne\nf\ng", 0, 0)]
    #[case::controls("a\u{0}b\u{1b}c\u{7f}d\u{9d}e", "abcde", 4, 0)]
    #[case::composed("ho\u{302}\u{323}i", "hội", 0, 0)]
    #[case::composed_after_control("o\u{0}\u{302}", "ô", 1, 0)]
    #[case::eth("\u{d0}iều \u{f0}ộng", "Điều động", 0, 2)]
    #[case::icelandic("Ðe góðan", "Ðe góðan", 0, 0)]
    #[case::invisible_stays("a\u{200b}b\u{ad}c\u{feff}d\u{202a}", "a\u{200b}b\u{ad}c\u{feff}d\u{202a}", 0, 0)]
    fn cleaning(#[case] text: &str, #[case] expected: &str, #[case] controls: usize, #[case] look_alikes: usize) {
        let (out, cleaned) = clean(text);
        assert_eq!(out, expected);
        assert_eq!(cleaned, Cleaned { controls, look_alikes });
    }

    proptest::proptest! {
        #[test]
        fn what_was_cleaned_is_clean(text in "(?s).{0,60}") {
            let (out, _) = clean(&text);
            let (again, nothing) = clean(&out);
            proptest::prop_assert_eq!(&again, &out);
            proptest::prop_assert_eq!(nothing.controls, 0);
            proptest::prop_assert!(unicode_normalization::is_nfc(&out));
        }
    }
}
