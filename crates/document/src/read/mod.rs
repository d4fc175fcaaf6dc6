//! Readers: one file a format, each from bytes to a [`Source`].

mod foreign;
pub mod pdf;
pub mod text;

pub use foreign::{Foreign, ForeignError};

use crate::{Document, Format, Source, build};

/// Reads a document of any format. Never fails: bytes that are no document give an empty tree and findings.
///
/// `name` is the file's name: its ending is a hint, the first bytes decide. `foreign` runs the parsers of others that may hang or panic.
pub fn read(name: &str, bytes: &[u8], foreign: &dyn Foreign) -> Document {
    build::build(source(name, bytes, foreign))
}

/// The first half of [`read`]: bytes to decoded text with lines and tables.
pub fn source(name: &str, bytes: &[u8], foreign: &dyn Foreign) -> Source {
    match format(name, bytes) {
        Format::Pdf => pdf::read(bytes, foreign),
        Format::Text | Format::Markdown | Format::Html | Format::Docx => text::read(bytes),
    }
}

/// The format that the first bytes, then the ending of the name, tell.
pub fn format(name: &str, bytes: &[u8]) -> Format {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if bytes.starts_with(b"PK\x03\x04") {
        return Format::Docx;
    }
    if bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
        return Format::Pdf;
    }
    match ending.as_str() {
        "md" | "markdown" => Format::Markdown,
        "html" | "htm" | "xhtml" => Format::Html,
        _ => Format::Text,
    }
}
