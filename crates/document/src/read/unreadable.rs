//! Files that are no document, told by their first bytes.

use phongtrao_diagnostic::{Finding, Severity};

use crate::texts;

/// The first bytes of files that are no document, and what they are.
const KINDS: [(&[u8], &str); 12] = [
    (b"\x89PNG", "image"),
    (b"\xFF\xD8\xFF", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"RIFF", "image"),
    (b"{\\rtf", "rich-text"),
    (b"Rar!", "package"),
    (b"7z\xBC\xAF\x27\x1C", "package"),
    (b"\x1F\x8B", "package"),
    (b"\x7FELF", "other"),
    (b"MZ\x90\x00", "other"),
];

/// What makes the bytes unreadable as a document; none when they may be one.
pub(crate) fn reason(bytes: &[u8]) -> Option<Finding> {
    if bytes.is_empty() {
        return Some(Finding::new("empty-file", Severity::Error, texts::empty_file()));
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(Finding::new("old-word-file", Severity::Error, texts::old_word_file()).help(texts::old_word_file_help()));
    }
    let (_, kind) = KINDS.iter().find(|(start, _)| bytes.starts_with(start))?;
    Some(Finding::new("no-document", Severity::Error, texts::no_document(*kind)).help(texts::no_document_help()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case(b"", Some("empty-file"))]
    #[case(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00\x00", Some("old-word-file"))]
    #[case(b"\x89PNG\r\n", Some("no-document"))]
    #[case(b"{\\rtf1", Some("no-document"))]
    #[case(b"plan", None)]
    fn reasons(#[case] bytes: &[u8], #[case] expected: Option<&str>) {
        assert_eq!(reason(bytes).map(|finding| finding.code), expected);
    }
}
