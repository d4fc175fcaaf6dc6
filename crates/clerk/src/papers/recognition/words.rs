//! Words of papers of recognition.

use std::sync::LazyLock;

use phongtrao_press::Phrase;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) unit_honours: Vec<String>,
    pub(super) citizen_honours: Vec<String>,
    pub(super) decision: String,
    pub(super) about: Phrase,
    pub(super) about_many: Phrase,
    pub(super) year: Phrase,
    pub(super) as_above: String,
    pub(super) conclusion: Phrase,
    pub(super) reached: Phrase,
    pub(super) between: Phrase,
    pub(super) met_of: Phrase,
    pub(super) met_of_short: Phrase,
    pub(super) citizens: Phrase,
    pub(super) list: Phrase,
    pub(super) assessment: String,
    pub(super) proposed: String,
    pub(super) not_proposed: String,
    pub(super) not_known: String,
    pub(super) citizen: String,
    pub(super) table_maker: String,
    pub(super) list_maker: String,
    pub(super) assessor: String,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests of the round read them.
    toml::from_str(include_str!("../../../words/recognition.toml")).expect("the words of recognition")
});
