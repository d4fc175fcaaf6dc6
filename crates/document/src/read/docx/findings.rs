//! What a reader of Word files has to say.

use phongtrao_diagnostic::{Finding, Severity, Span};
use phongtrao_ooxml::{MarkupError, PackageError, PartFault};

use super::body::{Met, OldFonts};
use super::sink::DEPTH;
use crate::decode::{self, Kind};
use crate::texts;

/// So many letters of a running head are quoted.
const QUOTE: usize = 120;

/// What to say about a file that is no package.
pub(super) fn unopened(bytes: &[u8], error: &PackageError) -> Finding {
    if is_compound(bytes) {
        // A locked .docx is a file of the old kind with a stream of this name, in wide characters.
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        return match memchr::memmem::find(bytes, &name) {
            Some(_) => encrypted(),
            None => fatal("old-word-file", texts::old_word_file()).help(texts::old_word_file_help()),
        };
    }
    match error {
        PackageError::NotAPackage => fatal("no-document", texts::docx_not_a_package()).help(texts::docx_not_a_package_help()),
        PackageError::Truncated => damaged(texts::docx_truncated()).help(texts::docx_truncated_help()),
        PackageError::Damaged(reason) => damaged(texts::docx_damaged(reason)),
        PackageError::Encrypted => encrypted(),
        PackageError::TooManyParts(count) => fatal("too-large", texts::docx_too_many_parts(*count)),
        PackageError::DuplicateName(name) => damaged(texts::docx_duplicate_name(name)),
        PackageError::UnsafeName(name) => damaged(texts::docx_unsafe_name(name)),
        PackageError::Overlap => damaged(texts::docx_overlap()),
        PackageError::NoMainPart => opened_without_text(error),
    }
}

/// What to say about a package that says nowhere where its text is.
pub(super) fn opened_without_text(_: &PackageError) -> Finding {
    fatal("no-document", texts::docx_no_main_part())
}

/// What to say about another kind of office file.
pub(super) fn not_word(content_type: &str) -> Finding {
    fatal("no-document", texts::docx_not_word(content_type)).help(texts::no_document_help())
}

/// Whether the bytes are a file of streams, as old Word files and locked new ones are.
pub(crate) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
}

fn encrypted() -> Finding {
    fatal("encrypted-file", texts::docx_encrypted()).help(texts::docx_encrypted_help())
}

fn damaged(message: phongtrao_diagnostic::Text) -> Finding {
    fatal("damaged-file", message)
}

fn fatal(code: &'static str, message: phongtrao_diagnostic::Text) -> Finding {
    Finding::new(code, Severity::Error, message)
}

/// What was met while reading.
#[derive(Debug, Default, Clone)]
pub(super) struct Told(Vec<Finding>);

impl Told {
    /// A part that is not whole.
    pub(super) fn fault(&mut self, fault: &PartFault) {
        self.0.push(match fault {
            PartFault::TooLarge { name, .. } => Finding::new("too-large", Severity::Warning, texts::docx_part_too_large(name)),
            PartFault::Damaged { name, .. } => Finding::new("damaged-file", Severity::Warning, texts::docx_part_damaged(name)),
        });
    }

    /// Markup that breaks off; the text read so far ends at `end`.
    pub(super) fn broken(&mut self, name: &str, paragraph: u32, error: &MarkupError, end: usize) {
        let _ = error;
        let message = texts::docx_markup_broken(i64::from(paragraph), name);
        self.0.push(Finding::new("damaged-file", Severity::Warning, message).at(Span::new(end, end)));
    }

    /// Heads and feet of pages, unless they hold nothing but a number.
    pub(super) fn running_heads(&mut self, heads: impl Iterator<Item = String>) {
        let mut seen = Vec::new();
        for words in heads.filter(|words| words.chars().any(char::is_alphabetic)) {
            if !seen.contains(&words) && seen.len() < 8 {
                let quoted: String = words.chars().take(QUOTE).collect();
                self.0.push(Finding::new("running-head", Severity::Note, texts::docx_running_head(quoted)));
                seen.push(words);
            }
        }
    }

    /// All that there is to say.
    pub(super) fn findings(mut self, text: &str, met: &Met, fonts: &OldFonts) -> Vec<Finding> {
        if met.deleted + met.inserted > 0 {
            let message = texts::docx_tracked_changes(met.deleted, met.inserted);
            self.0.push(Finding::new("tracked-changes", Severity::Warning, message).help(texts::docx_tracked_changes_help()));
        }
        let counted = [
            ("hidden-text", Severity::Warning, met.hidden, texts::docx_hidden_text(met.hidden)),
            ("embedded-text", Severity::Warning, met.embedded, texts::docx_embedded(met.embedded)),
            ("comments", Severity::Note, met.comments, texts::docx_comments(met.comments)),
            ("footnotes", Severity::Note, met.notes, texts::docx_footnotes(met.notes)),
        ];
        let counted = counted.into_iter().filter(|(_, _, count, _)| *count > 0);
        self.0.extend(counted.map(|(code, severity, _, message)| Finding::new(code, severity, message)));
        if met.too_deep {
            self.0.push(Finding::new("too-deep", Severity::Warning, texts::too_deep(DEPTH)));
        }
        let mut names: Vec<&str> = fonts.converted.iter().map(|encoding| encoding.name()).collect();
        names.dedup();
        self.0.extend(names.into_iter().map(decode::old_encoding));
        let damaged = memchr::memmem::find_iter(text.as_bytes(), "\u{fffd}".as_bytes()).count();
        self.0.extend(decode::findings(text, Kind::Utf8, None, damaged, met.cleaned));
        self.0
    }
}
