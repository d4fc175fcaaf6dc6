//! A paper with all its words, before it is set.

use phongtrao_document::write::Letter;
use serde::Serialize;

/// A paper with all its words: what a writer sets, and what a template is given.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Composed {
    /// Its title, as readers of files show it.
    pub title: String,
    /// Its parts.
    pub body: Body,
}

/// How a paper is laid out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "of")]
pub enum Body {
    /// An official letter, or a sheet in its look.
    Letter(Letter),
}

impl Body {
    /// The same with long names of bodies broken into lines of about the same length.
    pub(crate) fn balanced(&self) -> Body {
        match self {
            Body::Letter(letter) => Body::Letter(letter.clone().balanced()),
        }
    }
}
