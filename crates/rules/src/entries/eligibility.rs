//! The criteria of an honour.

use serde::Deserialize;

use crate::criteria::{Audience, Rule, Test};

/// The criteria of an honour. Several entries for one honour are several ways to it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Eligibility {
    /// Id of the honour.
    pub honour: String,
    /// What is asked.
    #[serde(skip, default = "nothing")]
    pub rule: Rule,
    /// What an organisation asks besides.
    #[serde(skip)]
    pub also: Option<Rule>,
}

impl Eligibility {
    /// All that is asked: the rule, and what the organisation asks besides.
    pub fn asked(&self) -> Rule {
        match &self.also {
            None => self.rule.clone(),
            Some(also) => Rule { test: Test::All(vec![self.rule.clone(), also.clone()]), ..nothing() },
        }
    }
}

/// Asks nothing; it stands until the rule of the file is read into its place.
fn nothing() -> Rule {
    Rule { id: None, label: None, source: None, audience: Audience::All, test: Test::All(Vec::new()) }
}
