//! Words of the papers of the file.

use std::sync::LazyLock;

use phongtrao_press::Phrase;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::papers) struct Words {
    pub(super) unmet: Phrase,
    pub(super) unmet_asked: Phrase,
    pub(super) unmet_came: Phrase,
    pub(super) unwanted: Phrase,
    pub(super) unmet_unsaid: String,
    pub(super) votes_of_unit: Phrase,
    pub(super) votes_of_council: Phrase,
    pub(super) over_quota: String,
    pub(super) over_quota_of: Phrase,
    pub(super) clause: Phrase,
    pub(super) plan: Phrase,
    pub(super) supplied: Vec<String>,
    pub(super) lack: Phrase,
    pub(super) not_attested: String,
    pub(super) not_there: String,
    pub(super) of_council: Phrase,
    pub(super) sign_decision: Phrase,
    pub(super) basis_begins: String,
    pub(super) summary: Phrase,
    pub(super) caution: Phrase,
    pub(super) council_met: Phrase,
    pub(super) posting: Phrase,
    pub(super) day: Phrase,
    pub(super) asks_to_sign: Phrase,
    pub(super) enclosed_draft: String,
    pub(super) enclosed_table: String,
    pub(super) enclosed_minutes: String,
    pub(super) enclosed_files: Phrase,
    pub(super) prepared_by: String,
    pub(super) title_begins: Vec<String>,
    pub(super) title: Phrase,
    pub(super) days: Phrase,
    pub(super) reached: Phrase,
    pub(super) reached_asked: Phrase,
    pub(super) times: Phrase,
    pub(super) done: Phrase,
    pub(in crate::papers) years: Phrase,
    pub(super) share: Phrase,
}

pub(in crate::papers) static FILE: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests of the round read them.
    toml::from_str(include_str!("../../../words/file.toml")).expect("the words of the file")
});
