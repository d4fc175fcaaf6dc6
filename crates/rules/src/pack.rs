//! A pack: a file of entries of one field, with the day when it was last checked.

use phongtrao_value::Date;
use serde::Deserialize;

impl Confidence {
    /// The word of the pack files.
    pub fn word(self) -> &'static str {
        match self {
            Confidence::Read => "read",
            Confidence::Quoted => "quoted",
            Confidence::Inferred => "inferred",
            Confidence::Unknown => "unknown",
        }
    }
}

/// What a pack says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Stable id, its place under `packs/`.
    pub id: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// The day when it was last held against its sources.
    pub checked: Date,
    /// Documents in force that it was not held against, by number; whoever uses the pack is told.
    #[serde(default)]
    pub unchecked: Vec<String>,
    /// The source of all its entries, where they share one.
    pub source: Option<String>,
    /// Abbreviations that need no explanation.
    #[serde(default)]
    pub known: Vec<String>,
}

/// How an entry was come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// The official text was read.
    Read,
    /// A page that quotes the official text.
    Quoted,
    /// Inferred; to be checked.
    Inferred,
    /// Not known: the entry has no figure and says what is not known.
    Unknown,
}
