//! A pack: a file of entries of one field, with the day when it was last checked.

use phongtrao_value::Date;
use serde::Deserialize;

use crate::{DocumentKind, Holiday, Honour, LegalDocument};

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
}

/// A pack file as it is written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PackFile {
    pub(crate) pack: Pack,
    #[serde(default, rename = "document")]
    pub(crate) documents: Vec<LegalDocument>,
    #[serde(default, rename = "honour")]
    pub(crate) honours: Vec<Honour>,
    #[serde(default, rename = "kind")]
    pub(crate) kinds: Vec<DocumentKind>,
    #[serde(default, rename = "holiday")]
    pub(crate) holidays: Vec<Holiday>,
}
