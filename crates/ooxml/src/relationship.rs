//! Relationships between parts.

use crate::scanner::{Scanner, Token, decoded};
use crate::{Vocabulary, name};

/// That one part uses another, or something outside of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relationship {
    /// Its name within the source part.
    pub id: String,
    /// The last word of its kind: `officeDocument`, `styles`, `hyperlink`; the same in strict and transitional files.
    pub kind: String,
    /// The name of the part, or the address when it is outside.
    pub target: String,
    /// Whether the target lies outside of the package.
    pub external: bool,
}

/// Kinds of relationships, as a package writes them.
pub mod kind {
    /// The part that a document begins with.
    pub const OFFICE_DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    /// Styles.
    pub const STYLES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";
    /// Settings.
    pub const SETTINGS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings";
    /// Automatic numbering.
    pub const NUMBERING: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering";
    /// A header.
    pub const HEADER: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header";
    /// Footnotes.
    pub const FOOTNOTES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes";
    /// A picture.
    pub const IMAGE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
}

/// The relationships that a part of relationships holds, as far as it can be read.
pub(crate) fn read(source: &str, bytes: &[u8]) -> Vec<Relationship> {
    let (text, _) = decoded(bytes);
    let mut scanner = Scanner::new(&text);
    let mut found = Vec::new();
    while let Some(Ok(token)) = scanner.next() {
        let Token::Start(element) = token else { continue };
        if (element.vocabulary, element.name) != (Vocabulary::Relationships, "Relationship") {
            continue;
        }
        let (Some(kind), Some(target)) = (element.attribute("Type"), element.attribute("Target")) else { continue };
        let external = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
        found.push(Relationship {
            id: element.attribute("Id").unwrap_or_default().into_owned(),
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target: if external { target.into_owned() } else { name::resolved(source, &target) },
            external,
        });
    }
    found
}
