//! Vocabularies of markup, told apart by their namespaces.

/// The vocabulary that an element belongs to; strict and transitional forms are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vocabulary {
    /// WordprocessingML.
    Word,
    /// SpreadsheetML.
    Sheet,
    /// Markup compatibility: alternatives for older readers.
    Compatibility,
    /// Office mathematics.
    Math,
    /// DrawingML and its parts.
    Drawing,
    /// The vector language of older files.
    Vector,
    /// Relationships of a package.
    Relationships,
    /// Content types of a package.
    Types,
    /// Any other.
    Other,
}

impl Vocabulary {
    /// The vocabulary of a namespace.
    pub(crate) fn of(namespace: &str) -> Vocabulary {
        match namespace {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main" | "http://purl.oclc.org/ooxml/wordprocessingml/main" => {
                Vocabulary::Word
            }
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main" | "http://purl.oclc.org/ooxml/spreadsheetml/main" => {
                Vocabulary::Sheet
            }
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Vocabulary::Compatibility,
            "http://schemas.openxmlformats.org/officeDocument/2006/math" | "http://purl.oclc.org/ooxml/officeDocument/math" => {
                Vocabulary::Math
            }
            "http://schemas.openxmlformats.org/package/2006/relationships" => Vocabulary::Relationships,
            "http://schemas.openxmlformats.org/package/2006/content-types" => Vocabulary::Types,
            "urn:schemas-microsoft-com:vml" => Vocabulary::Vector,
            other if other.contains("/drawingml/") => Vocabulary::Drawing,
            _ => Vocabulary::Other,
        }
    }

    /// What a prefix means when a damaged part does not declare it.
    pub(crate) fn of_undeclared(prefix: &str) -> Vocabulary {
        match prefix {
            "w" => Vocabulary::Word,
            "mc" => Vocabulary::Compatibility,
            "m" => Vocabulary::Math,
            "v" => Vocabulary::Vector,
            _ => Vocabulary::Other,
        }
    }
}
