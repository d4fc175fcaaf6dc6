//! Titles, commendations and recognitions by the names of the law.

use serde::Deserialize;

use crate::Confidence;

/// What kind of honour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HonourForm {
    /// Danh hiệu thi đua.
    Title,
    /// Hình thức khen thưởng.
    Commendation,
    /// Danh hiệu được công nhận theo bộ tiêu chí.
    Recognition,
}

/// A title, commendation or recognition.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Honour {
    /// Stable id.
    pub id: String,
    /// The law's own name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// What kind.
    pub form: HonourForm,
    /// `individual`, `collective`, `household`; none where it is for several.
    pub subject: Option<String>,
    /// Other spellings that are right too.
    #[serde(default)]
    pub spellings: Vec<String>,
    /// Levels that decide on it, where the law limits them.
    #[serde(default)]
    pub decided_by: Vec<String>,
    /// First words, in small letters, of authorities that by the same law surely cannot give it.
    #[serde(default)]
    pub never_by: Vec<String>,
    /// How the entry was come by.
    pub confidence: Confidence,
    /// Where it stands.
    pub source: String,
}
