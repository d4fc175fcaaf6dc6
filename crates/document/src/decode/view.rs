//! Bytes → characters, whatever the characters then mean: UTF-8, UTF-16, or one byte a character.

use std::borrow::Cow;

use encoding_rs::{UTF_8, WINDOWS_1252};

/// Bytes seen as characters.
#[derive(Debug, Clone)]
pub(crate) struct View<'a> {
    /// The characters.
    pub(crate) text: Cow<'a, str>,
    /// How the bytes were read.
    pub(crate) kind: Kind,
    /// How many ranges of bytes gave no character; each stands as U+FFFD in the text.
    pub(crate) damaged: usize,
}

/// How bytes were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// UTF-8.
    Utf8,
    /// UTF-16, and whether a mark at its beginning said so.
    Utf16 {
        /// A mark stood there.
        marked: bool,
    },
    /// One byte a character, read as Windows-1252: the words must tell what it is.
    Single,
    /// An encoding that the file names and no office in Vietnam uses.
    Named(&'static str),
}

/// The bytes as characters. `label` is the encoding that the file itself names, if it does; bytes that are UTF-8 are believed before it.
pub(crate) fn view<'a>(bytes: &'a [u8], label: Option<&[u8]>) -> View<'a> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8(rest).unwrap_or_else(|| damaged_utf8(rest));
    }
    if let Some(little) = utf16_mark(bytes) {
        return utf16(&bytes[2..], little, true);
    }
    if let Some(little) = looks_like_utf16(bytes) {
        return utf16(bytes, little, false);
    }
    utf8(bytes).unwrap_or_else(|| other(bytes, label))
}

fn utf8(bytes: &[u8]) -> Option<View<'_>> {
    // Ten times as fast as the standard library's on text that is half marks.
    let text = simdutf8::basic::from_utf8(bytes).ok()?;
    Some(View { text: Cow::Borrowed(text), kind: Kind::Utf8, damaged: 0 })
}

fn utf16_mark(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xFF, 0xFE, ..] => Some(true),
        [0xFE, 0xFF, ..] => Some(false),
        _ => None,
    }
}

/// So many bytes at the beginning tell whether a file is UTF-16.
const SAMPLE: usize = 4096;

/// Whether the bytes are UTF-16 without a mark, and if so, whether the low byte comes first.
///
/// Text of one byte a character has no byte zero. In UTF-16 every space, digit, line end and plain letter has one, always on the same side.
fn looks_like_utf16(bytes: &[u8]) -> Option<bool> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let (mut first, mut second, mut pairs) = (0, 0, 0);
    for pair in sample.chunks_exact(2) {
        pairs += 1;
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    let many = |zeros: usize, others: usize| zeros >= 2 && zeros * 4 >= pairs && others * 16 <= zeros;
    if many(second, first) {
        Some(true)
    } else if many(first, second) {
        Some(false)
    } else {
        None
    }
}

fn utf16(bytes: &[u8], little: bool, marked: bool) -> View<'static> {
    let mut text = String::with_capacity(bytes.len());
    let mut damaged = 0;
    let units = bytes.chunks_exact(2).map(|pair| {
        let pair = [pair[0], pair[1]];
        if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
    });
    for unit in char::decode_utf16(units) {
        text.push(unit.unwrap_or_else(|_| {
            damaged += 1;
            char::REPLACEMENT_CHARACTER
        }));
    }
    if bytes.len() % 2 == 1 {
        damaged += 1;
        text.push(char::REPLACEMENT_CHARACTER);
    }
    View { text: Cow::Owned(text), kind: Kind::Utf16 { marked }, damaged }
}

/// Bytes that are not all UTF-8: UTF-8 with damage, the encoding that the file names, or one byte a character.
fn other<'a>(bytes: &'a [u8], label: Option<&[u8]>) -> View<'a> {
    if is_mostly_utf8(bytes) {
        return damaged_utf8(bytes);
    }
    if let Some(encoding) = label.and_then(encoding_rs::Encoding::for_label).filter(|encoding| !is_of_vietnam(encoding)) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        let damaged = text.matches(char::REPLACEMENT_CHARACTER).count();
        return View { text, kind: Kind::Named(encoding.name()), damaged };
    }
    if is_text(bytes) {
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
        return View { text, kind: Kind::Single, damaged: 0 };
    }
    damaged_utf8(bytes)
}

/// Whether the label is one that files in old encodings of Vietnamese carry, rightly or wrongly: then the words decide.
fn is_of_vietnam(encoding: &'static encoding_rs::Encoding) -> bool {
    encoding == UTF_8 || encoding == WINDOWS_1252 || encoding == encoding_rs::WINDOWS_1258 || encoding.output_encoding() == UTF_8
}

/// Whether more characters of several bytes are whole than are broken.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

/// Whether the bytes can be text of one byte a character: hardly any that control a machine, and most of them plain.
fn is_text(bytes: &[u8]) -> bool {
    let is_control = |byte: u8| {
        byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C) || matches!(byte, 0x7F | 0x81 | 0x8D | 0x8F | 0x90 | 0x9D)
    };
    let controls = bytes.iter().filter(|byte| is_control(**byte)).count();
    let plain = bytes.iter().filter(|byte| byte.is_ascii_graphic() || byte.is_ascii_whitespace()).count();
    controls * 100 <= bytes.len() && plain * 2 >= bytes.len()
}

fn damaged_utf8(bytes: &[u8]) -> View<'static> {
    let mut text = String::with_capacity(bytes.len());
    let mut damaged = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            damaged += 1;
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    View { text: Cow::Owned(text), kind: Kind::Utf8, damaged }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Điều 1. Phạm vi\nThi đua yêu nước 𠀀";

    fn utf16_bytes(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[rstest::rstest]
    #[case::plain(TEXT.as_bytes().to_vec(), Kind::Utf8)]
    #[case::marked([b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), Kind::Utf8)]
    #[case::little_marked([vec![0xFF, 0xFE], utf16_bytes(TEXT, true)].concat(), Kind::Utf16 { marked: true })]
    #[case::big_marked([vec![0xFE, 0xFF], utf16_bytes(TEXT, false)].concat(), Kind::Utf16 { marked: true })]
    #[case::little(utf16_bytes(TEXT, true), Kind::Utf16 { marked: false })]
    #[case::big(utf16_bytes(TEXT, false), Kind::Utf16 { marked: false })]
    fn unicode(#[case] bytes: Vec<u8>, #[case] kind: Kind) {
        let seen = view(&bytes, None);
        assert_eq!((seen.text.as_ref(), seen.kind, seen.damaged), (TEXT, kind, 0));
    }

    #[test]
    fn broken_bytes_are_counted() {
        let seen = view(b"\xC4\x90i\xE1\xBB\x81u \xFF\xFE 1 \xE1\xBB", None);
        assert_eq!(seen.text, "Điều \u{fffd}\u{fffd} 1 \u{fffd}");
        assert_eq!((seen.kind, seen.damaged), (Kind::Utf8, 3));
        let seen = view(b"\xFF\xFEA\0\0\xD8B\0C", None);
        assert_eq!((seen.text.as_ref(), seen.damaged), ("A\u{fffd}B\u{fffd}", 2));
    }

    #[test]
    fn a_named_encoding_is_believed_when_nothing_speaks_against_it() {
        assert_eq!(view(b"\xD2\xE5\xF1\xF2, \xD2\xE5\xF1\xF2 text", Some(b"windows-1251")).text, "Тест, Тест text");
        assert_eq!(view("Điều".as_bytes(), Some(b"windows-1251")).text, "Điều");
        assert_eq!(view(b"Qu\xE8 text", Some(b"utf-8")).kind, Kind::Single);
    }
}
