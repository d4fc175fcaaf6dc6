//! How an organisation has its papers: its own words and templates in place of those that come with the program.

use std::collections::BTreeMap;

use phongtrao_value::Date;
use serde::de::DeserializeOwned;

use crate::Emblem;
use crate::papers::Kind;

/// What changes how papers look, not what they say of whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// The day that stands in a file as the day on which it was made, and whose year stands beside a blank date.
    pub made_on: Date,
    /// Own templates in Typst, by the kind of paper.
    pub templates: BTreeMap<String, String>,
    /// Own words, by the kind of paper; keys that they leave out keep the words that come with the program.
    pub words: BTreeMap<String, toml::Table>,
    /// The picture of the emblem on certificates; without it, its room stays blank.
    pub emblem: Option<Emblem>,
}

impl Style {
    /// The papers as they come with the program.
    pub fn plain(made_on: Date) -> Style {
        Style { made_on, templates: BTreeMap::new(), words: BTreeMap::new(), emblem: None }
    }

    /// The words of a kind of paper: the organisation's own laid over those that come with the program.
    ///
    /// Own words are checked when they are read, so that here they fit; where they do not, those of the program stand.
    pub fn words<W: DeserializeOwned + Clone>(&self, kind: &Kind, plain: &W) -> W {
        let Some(own) = self.words.get(kind.name) else { return plain.clone() };
        let laid = kind.words.parse::<toml::Table>().ok().and_then(|mut words| {
            words.extend(own.clone());
            words.try_into().ok()
        });
        laid.unwrap_or_else(|| plain.clone())
    }
}
