//! Which text governs files that were on their way when a new one came into force.

use phongtrao_value::Date;
use serde::Deserialize;

/// Files received before a day keep the text that was in force then.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transition {
    /// Number of the new document.
    pub document: String,
    /// The text that is kept: the number of a document.
    pub keeps: String,
    /// Files received before this day keep it.
    pub received_before: Date,
    /// Who received them: `ministry`, `appraisal` (whoever appraises them).
    pub by: String,
}

impl Transition {
    /// The number of the document that governs a file received on a day.
    pub fn governs(&self, received: Date) -> &str {
        if received < self.received_before { &self.keeps } else { &self.document }
    }
}
