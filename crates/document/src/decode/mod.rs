//! Bytes → text: UTF-8, UTF-16, Windows-1258, TCVN3 (ABC) and VNI, recognised on content, converted and said so.
//!
//! Three steps, of which a clean UTF-8 file only ever takes the first halves: bytes are *viewed* as characters, characters that spell Vietnamese in
//! an [old encoding](legacy) are *converted*, and the text is *cleaned*: composed form, `\n` as line end, no control characters. Characters that show
//! nothing (zero-width, direction, soft hyphen) stay, for the tree keeps them as noise.

mod clean;
pub mod legacy;
mod scan;
mod view;

use std::borrow::Cow;

use phongtrao_diagnostic::{Finding, Severity, Span};

use crate::texts;
pub(crate) use clean::{Cleaned, clean, clean_scanned};
use legacy::Encoding;
pub(crate) use scan::{Scan, scan};
pub(crate) use view::{Kind, View, view};

/// Decoded text and what was met on the way.
#[derive(Debug, Clone)]
pub struct Decoded {
    /// In composed form, with `\n` as line end.
    pub text: String,
    /// An old encoding that was converted, bytes that fit no encoding.
    pub findings: Vec<Finding>,
}

/// Text of bytes in any encoding that Vietnamese offices used.
pub fn decode(bytes: &[u8]) -> Decoded {
    finish(view(bytes, None))
}

/// The same for text that came as characters (out of a PDF, out of an office package): converted where it is in an old encoding, and cleaned.
pub fn characters(text: &str) -> Decoded {
    finish(View { text: Cow::Borrowed(text), kind: Kind::Utf8, damaged: 0 })
}

fn finish(View { text, kind, damaged }: View<'_>) -> Decoded {
    let scan = scan(&text);
    let encoding = encoding_of(&text, kind, scan);
    let (text, cleaned) = match encoding {
        None => clean_scanned(text, scan),
        Some(encoding) => {
            let converted = encoding.decode(&text);
            let scan = self::scan(&converted);
            clean_scanned(Cow::Owned(converted), scan)
        }
    };
    let findings = findings(&text, kind, encoding, damaged, cleaned);
    Decoded { text: text.into_owned(), findings }
}

/// The old encoding that the words of a text show, if they do.
pub(crate) fn encoding_of(text: &str, kind: Kind, scan: Scan) -> Option<Encoding> {
    match kind {
        Kind::Single => legacy::recognise_bytes(text),
        Kind::Utf8 | Kind::Utf16 { .. } if scan.maybe_old => legacy::recognise(text),
        Kind::Utf8 | Kind::Utf16 { .. } | Kind::Named(_) => None,
    }
}

/// What there is to say of how a text was read.
pub(crate) fn findings(text: &str, kind: Kind, encoding: Option<Encoding>, damaged: usize, cleaned: Cleaned) -> Vec<Finding> {
    let mut findings = Vec::new();
    let name = match (encoding, kind) {
        (Some(encoding), _) => Some(encoding.name()),
        (None, Kind::Single) => Some("Windows-1252"),
        (None, Kind::Named(name)) => Some(name),
        (None, Kind::Utf16 { marked: false }) => Some("UTF-16"),
        (None, Kind::Utf8 | Kind::Utf16 { marked: true }) => None,
    };
    findings.extend(name.map(old_encoding));
    if damaged > 0 {
        let first = text.find(char::REPLACEMENT_CHARACTER);
        let span = first.map(|at| Span::new(at, at + char::REPLACEMENT_CHARACTER.len_utf8()));
        let finding = Finding::new("damaged-bytes", Severity::Warning, texts::damaged_bytes(damaged));
        findings.push(finding.at(span).help(texts::damaged_bytes_help()));
    }
    if cleaned.controls > 0 {
        findings.push(Finding::new("control-characters", Severity::Note, texts::control_characters(cleaned.controls)));
    }
    if cleaned.look_alikes > 0 {
        findings.push(Finding::new("look-alike-letters", Severity::Note, texts::look_alike_letters(cleaned.look_alikes)));
    }
    findings
}

/// Says that a text was converted.
pub(crate) fn old_encoding(name: &str) -> Finding {
    Finding::new("old-encoding", Severity::Note, texts::old_encoding(name)).help(texts::old_encoding_help())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Căn cứ Quy chế thi đua của Trường Trung cấp Sông Lam;\nXét đề nghị của Phòng Tổng hợp, mỗi đơn vị cử một người phụ trách, kể cả nghỉ lễ.";

    fn latin(text: &str) -> Vec<u8> {
        text.chars().map(|c| u8::try_from(u32::from(c)).expect("a character of Latin-1")).collect()
    }

    fn codes(decoded: &Decoded) -> Vec<&'static str> {
        decoded.findings.iter().map(|finding| finding.code).collect()
    }

    #[rstest::rstest]
    #[case::tcvn3(legacy::tcvn3::tests::encode(TEXT), "TCVN3 (ABC)")]
    #[case::vni(legacy::vni::tests::encode(TEXT), "VNI")]
    #[case::windows1258(legacy::windows1258::tests::encode(TEXT), "Windows-1258")]
    fn old_encodings(#[case] encoded: String, #[case] name: &str) {
        for bytes in [latin(&encoded), encoded.clone().into_bytes()] {
            let decoded = decode(&bytes);
            assert_eq!(decoded.text, TEXT);
            assert_eq!(decoded.findings, [old_encoding(name)]);
        }
    }

    #[test]
    fn clean_text_passes() {
        let decoded = decode(TEXT.as_bytes());
        assert_eq!((decoded.text.as_str(), decoded.findings.as_slice()), (TEXT, [].as_slice()));
    }

    #[rstest::rstest]
    #[case::french(
        b"L'\xE9t\xE9 \xE0 l'\xE9cole, les \xE9l\xE8ves ont \xE9t\xE9 tr\xE8s occup\xE9s",
        "L'été à l'école, les élèves ont été très occupés"
    )]
    #[case::german(b"Die Gr\xF6\xDFe der H\xE4user f\xFCr die G\xE4ste", "Die Größe der Häuser für die Gäste")]
    #[case::english(b"the plan\x92s text \x96 as it was", "the plan’s text – as it was")]
    fn other_languages_stay(#[case] bytes: &[u8], #[case] expected: &str) {
        let decoded = decode(bytes);
        assert_eq!(decoded.text, expected);
        assert_eq!(decoded.findings, [old_encoding("Windows-1252")]);
    }

    #[test]
    fn damage_is_said_with_its_place() {
        let decoded = decode(b"\xC4\x90i\xE1\xBB\x81u \xFF 1\x00");
        assert_eq!(decoded.text, "Điều \u{fffd} 1");
        assert_eq!(codes(&decoded), ["damaged-bytes", "control-characters"]);
        assert_eq!(decoded.findings[0].span, Some(Span::new(8, 11)));
    }

    #[test]
    fn bytes_that_are_no_text_are_damaged() {
        let bytes: Vec<u8> = (0..=255).cycle().take(2000).collect();
        assert!(codes(&decode(&bytes)).contains(&"damaged-bytes"));
    }

    #[test]
    fn letters_that_only_look_right_are_mended() {
        let decoded = decode("Ðiều 1. Hoạt ðộng".as_bytes());
        assert_eq!(decoded.text, "Điều 1. Hoạt động");
        assert_eq!(codes(&decoded), ["look-alike-letters"]);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_decode(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)) {
            let decoded = decode(&bytes);
            proptest::prop_assert!(unicode_normalization::is_nfc(&decoded.text));
            proptest::prop_assert!(!decoded.text.contains('\r'));
            for finding in decoded.findings {
                if let Some(span) = finding.span {
                    proptest::prop_assert!(decoded.text.get(span.range()).is_some());
                }
            }
        }

        #[test]
        fn bytes_of_one_byte_encodings_decode(bytes in "[ -~\u{a0}-\u{ff}\n]{0,200}") {
            let decoded = decode(&latin(&bytes));
            proptest::prop_assert!(unicode_normalization::is_nfc(&decoded.text));
        }
    }
}
