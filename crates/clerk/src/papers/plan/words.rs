//! Words that stand around the entries of a plan.

use std::sync::LazyLock;

use phongtrao_press::Phrase;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) reference: Vec<String>,
    pub(super) at_section: Phrase,
    pub(super) at_clause: Phrase,
    pub(super) basis: Phrase,
    pub(super) for_body: Phrase,
    pub(super) recipient: Phrase,
    pub(super) aims: String,
    pub(super) purposes: String,
    pub(super) requirements: String,
    pub(super) reach: String,
    pub(super) scope: Phrase,
    pub(super) subjects: String,
    pub(super) subject_of_block: Phrase,
    pub(super) period: Phrase,
    pub(super) phases: String,
    pub(super) contents: String,
    pub(super) targets: String,
    pub(super) courses: String,
    pub(super) contests: String,
    pub(super) criteria: String,
    pub(super) criteria_of: Phrase,
    pub(super) criteria_of_all: String,
    pub(super) awards: String,
    pub(super) files: String,
    pub(super) dossier: String,
    pub(super) dossiers: Phrase,
    pub(super) rounds: String,
    pub(super) ways: String,
    pub(super) ways_of_dossiers: String,
    pub(super) ways_of_recognition: String,
    pub(super) stages: String,
    pub(super) budget: String,
    pub(super) schedule: String,
    pub(super) organising: String,
    pub(super) reports: String,
    pub(super) deferred: String,
    pub(super) due: Phrase,
    pub(super) with: Phrase,
    pub(super) money: Phrase,
    pub(super) of_round: Phrase,
    pub(super) requires: Phrase,
    pub(super) component: Phrase,
    pub(super) signed: Phrase,
    pub(super) signed_by_nobody: Phrase,
    pub(super) report: Phrase,
    pub(super) report_of: Phrase,
    pub(super) on_demand: Phrase,
    pub(super) period_both: Phrase,
    pub(super) period_from: Phrase,
    pub(super) period_to: Phrase,
    pub(super) yearly: String,
    pub(super) quarterly: String,
    pub(super) monthly: String,
    pub(super) not_said: String,
    pub(super) within: Phrase,
    pub(super) returns: Phrase,
    pub(super) quota_number: Phrase,
    pub(super) quota_percent: Phrase,
    pub(super) quota_per_unit: Phrase,
    pub(super) quota_per_block: Phrase,
    pub(super) quota_per_organisation: Phrase,
    pub(super) criterion_heads: [String; 2],
    pub(super) award_heads: [String; 6],
    pub(super) step_heads: [String; 3],
    pub(super) stage_heads: [String; 4],
    pub(super) milestone_heads: [String; 3],
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests of the examples' plans read them.
    toml::from_str(include_str!("../../../words/plan.toml")).expect("the words of plans")
});
