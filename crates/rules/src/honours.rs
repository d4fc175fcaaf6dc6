//! Titles, commendations and recognitions by the names of the law.

use phongtrao_value::Date;
use serde::Deserialize;

use crate::Confidence;
use crate::entries::Scope;

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
    /// How lists write it in short; no spelling for a text that is signed.
    #[serde(default)]
    pub abbreviations: Vec<String>,
    /// Levels that decide on it, where the law limits them.
    #[serde(default)]
    pub decided_by: Vec<String>,
    /// First words, in small letters, of authorities that by the same law surely cannot give it.
    #[serde(default)]
    pub never_by: Vec<String>,
    /// First day on which it can be given.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// Whose awards it governs; none: all.
    pub scope: Option<Scope>,
    /// Ids of the honours that it replaces.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// Whether it may be given to the dead (truy tặng); none where the source does not say.
    pub posthumous: Option<bool>,
    /// What is handed over besides money: `certificate`, `frame`, `badge`, `box`, `flag`, `medal`.
    #[serde(default)]
    pub objects: Vec<String>,
    /// Whether texts may write the name otherwise, so that another spelling is no fault.
    #[serde(default)]
    pub name_varies: bool,
    /// How the entry was come by.
    pub confidence: Confidence,
    /// Where it stands.
    pub source: String,
}
