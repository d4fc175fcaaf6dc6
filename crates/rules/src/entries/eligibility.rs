//! The criteria of an honour.

use serde::Deserialize;

/// The criteria of an honour. Several entries for one honour are several ways to it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Eligibility {
    /// Id of the honour.
    pub honour: String,
    /// What is asked.
    pub rule: toml::Value,
    /// What an organisation asks besides.
    pub also: Option<toml::Value>,
}
