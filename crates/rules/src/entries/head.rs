//! What every entry has, whatever it says.

use phongtrao_diagnostic::Name;
use phongtrao_value::Date;
use serde::Deserialize;

use crate::Confidence;

/// What every entry has.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Stable id; versions of one entry share it.
    pub id: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// `individual`, `collective`, `household`; none where it is for several.
    pub subject: Option<String>,
    /// What it is, in words.
    pub definition: Option<String>,
    /// Where it stands, with the article; else the pack's source.
    pub source: Option<String>,
    /// Whose awards it governs; none: all.
    pub scope: Option<Scope>,
    /// First day in force.
    pub from: Option<Date>,
    /// Last day in force.
    pub to: Option<Date>,
    /// The day when it was last held against its source; else the pack's.
    pub checked: Option<Date>,
    /// Ids of the entries that it replaces, its own id where it is a later version.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// Whether an organisation may only be stricter than this.
    #[serde(default)]
    pub stricter_only: bool,
    /// In an organisation's pack: the entry that this one is laid over.
    pub over: Option<String>,
    /// What is not known or not confirmed about it, in words.
    pub doubt: Option<String>,
    /// How it was come by.
    pub confidence: Confidence,
}

impl Head {
    /// Its name in both languages.
    pub fn name(&self) -> Name {
        Name { vietnamese: self.name_vi.clone(), english: self.name_en.clone() }
    }
}

/// The keys of a head, as they are written.
pub(crate) const HEAD_KEYS: [&str; 15] = [
    "id",
    "name_vi",
    "name_en",
    "subject",
    "definition",
    "source",
    "scope",
    "from",
    "to",
    "checked",
    "replaces",
    "stricter_only",
    "over",
    "doubt",
    "confidence",
];

/// Whose awards an entry governs. What is not named limits nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// Ids of honours.
    #[serde(default)]
    pub honours: Vec<String>,
    /// Levels that decide: `state`, `prime-minister`, `government`, `ministry`, `province`, `base`, `commune`.
    #[serde(default)]
    pub decided_by: Vec<String>,
    /// The sectors: `education`, `home-affairs`, `finance`, `science`, `construction`, `culture`, `agriculture`, `foreign-affairs`, `army`.
    #[serde(default)]
    pub sectors: Vec<String>,
    /// Provinces, by name, where an entry is a province's own.
    #[serde(default)]
    pub provinces: Vec<String>,
    /// Categories of people: `civil-servant`, `public-employee`, `student` …
    #[serde(default)]
    pub categories: Vec<String>,
    /// Kinds of units: `class` …
    #[serde(default)]
    pub units: Vec<String>,
    /// Kinds of commendation (loại hình): `merit`, `thematic`, `sudden`, `service`, `contest` …
    #[serde(default)]
    pub types: Vec<String>,
    /// The same in words.
    pub words: Option<String>,
}
