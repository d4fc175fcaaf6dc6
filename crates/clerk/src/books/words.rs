//! Words of workbooks.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use phongtrao_press::Phrase;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) lists: String,
    pub(super) left_out: Phrase,
    pub(super) titles: Titles,
    pub(super) tabs: Tabs,
    pub(super) heads: Heads,
    pub(super) kinds: Kinds,
    pub(super) verdicts: Verdicts,
    pub(super) bodies: BTreeMap<String, String>,
    /// By the code of the outcome of a vote.
    pub(super) outcomes: BTreeMap<String, String>,
    pub(super) payments: Payments,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Titles {
    pub(super) round: String,
    pub(super) unit: String,
    pub(super) facts: String,
    pub(super) signed: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tabs {
    pub(super) results: String,
    pub(super) criteria: String,
    pub(super) scores: String,
    pub(super) votes: String,
    pub(super) money: String,
    pub(super) contents: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Heads {
    pub(super) number: String,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) post: String,
    pub(super) unit: String,
    pub(super) award: String,
    pub(super) standing: String,
    pub(super) why: String,
    pub(super) criterion: String,
    pub(super) asked: String,
    pub(super) verdict: String,
    pub(super) amount: String,
    pub(super) most: String,
    pub(super) indicator: String,
    pub(super) year: String,
    pub(super) own: String,
    pub(super) appraised: String,
    pub(super) cross: String,
    pub(super) body: String,
    pub(super) agreed: String,
    pub(super) of: String,
    pub(super) outcome: String,
    pub(super) money: String,
    pub(super) note: String,
    pub(super) tab: String,
    pub(super) meaning: String,
    pub(super) rows: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kinds {
    pub(super) collective: String,
    pub(super) household: String,
    pub(super) individual: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Verdicts {
    pub(super) met: String,
    pub(super) not_met: String,
    pub(super) unknown: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Payments {
    pub(super) at_most: String,
    pub(super) not_paid: String,
    pub(super) not_stated: String,
    pub(super) too_long: Phrase,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests of the round read them.
    toml::from_str(include_str!("../../words/books.toml")).expect("the words of workbooks")
});
