//! Readers: one file a format, each from bytes to a [`Source`].

pub mod docx;
mod foreign;
pub mod html;
pub mod pdf;
pub mod text;
mod typed;
mod unreadable;

use std::path::Path;

pub use foreign::{Foreign, ForeignError, NoParsers};

use crate::{Document, Format, Places, Source, build};

/// Endings of the files that a folder is searched for.
const DOCUMENTS: [&str; 7] = ["txt", "md", "markdown", "html", "htm", "docx", "pdf"];

/// Whether a file is a document by the ending of its name.
pub fn is_document(name: &str) -> bool {
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| DOCUMENTS.contains(&&*ending))
}

/// Reads a document of any format. Never fails: bytes that are no document give an empty tree and findings.
///
/// `name` is the file's name: its ending is a hint, the first bytes decide. `foreign` runs the parsers of others that may hang or panic.
pub fn read(name: &str, bytes: &[u8], foreign: &dyn Foreign) -> Document {
    build::build(source(name, bytes, foreign))
}

/// The first half of [`read`]: bytes to decoded text with lines and tables.
pub fn source(name: &str, bytes: &[u8], foreign: &dyn Foreign) -> Source {
    // A locked .docx looks like a Word file of the old kind: its reader tells them apart.
    if docx::is_compound(bytes) {
        return docx::read(bytes);
    }
    if let Some(finding) = unreadable::reason(bytes) {
        let (text, blocks, noise) = (String::new(), Vec::new(), Vec::new());
        return Source { format: Format::Text, text, blocks, noise, places: Places::default(), findings: vec![finding] };
    }
    match format(name, bytes) {
        Format::Html => typed::or_same(html::read(bytes)),
        Format::Docx => typed::or_same(docx::read(bytes)),
        Format::Pdf => pdf::read(bytes, foreign),
        Format::Text | Format::Markdown => text::read(bytes),
    }
}

/// The format that the first bytes, then the ending of the name, tell.
pub fn format(name: &str, bytes: &[u8]) -> Format {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    // Word files, also locked or old ones: the reader says which.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Format::Docx;
    }
    if bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
        return Format::Pdf;
    }
    if html::is_html(bytes) {
        return Format::Html;
    }
    match ending.as_str() {
        "md" | "markdown" => Format::Markdown,
        "docx" if bytes.is_empty() => Format::Text,
        "docx" | "docm" | "dotx" => Format::Docx,
        "html" | "htm" | "xhtml" => Format::Html,
        _ => Format::Text,
    }
}
