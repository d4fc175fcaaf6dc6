//! Kinds of administrative documents.

use serde::Deserialize;

/// A kind of document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentKind {
    /// Its abbreviation: `KH`.
    pub symbol: String,
    /// Its name: `Kế hoạch`.
    pub name: String,
    /// Where it stands.
    pub source: String,
}
