//! Words that clerk puts into papers, beside those that the papers have themselves.

use std::sync::LazyLock;

use phongtrao_plan::SubjectKind;
use phongtrao_press::Phrase;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) letter: String,
    pub(super) minutes: String,
    pub(super) decision: String,
    pub(super) as_above: String,
    pub(super) plan_dated: Phrase,
    pub(super) plan_undated: Phrase,
    pub(super) issued_together: String,
    pub(super) before_council: Phrase,
    pub(super) no_opinion: String,
    pub(super) put_forward: String,
    pub(super) not_enough: String,
    pub(super) in_writing: String,
    pub(super) whole_unit: Phrase,
    pub(super) whole_unit_alone: Phrase,
    pub(super) unit_concluded: Phrase,
    pub(super) about_decision: Phrase,
    pub(super) authority: Phrase,
    pub(super) achievement: Phrase,
    pub(super) achievement_in_movement: Phrase,
    pub(super) movement_begins: Vec<String>,
    pub(super) plan_begins: Vec<String>,
    pub(super) movement_called: Vec<(String, String)>,
    pub(super) about_begins: Vec<String>,
    pub(super) about: Phrase,
    pub(super) ranked: Vec<String>,
    pub(super) achievement_of_round: Phrase,
    pub(super) executor_desk: Phrase,
    pub(super) article: String,
    pub(super) to_article: String,
    pub(super) as_article: Phrase,
    pub(super) minutes_as_basis: Phrase,
    pub(super) none_yet: String,
    pub(super) posted: Phrase,
    pub(super) own_amount: String,
    pub(super) doubt_of: Phrase,
    pub(super) posted_to: Phrase,
    pub(super) opinions_unsaid: String,
    pub(super) opinions_none: String,
    pub(super) opinions_came: Phrase,
    pub(super) result_blank: String,
    collective: String,
    household: String,
    individual: String,
    pub(super) decision_kind: String,
    pub(super) made_by: String,
    pub(super) handed_over: Phrase,
    pub(super) when_blank: String,
    pub(super) received_by_kin: String,
    pub(super) title_sheet: String,
    pub(super) with_bonus: Phrase,
    pub(super) deputy_sign: String,
    pub(super) on_behalf_sign: String,
    pub(super) certificates_of: Phrase,
    pub(super) learning: String,
    pub(super) notice: String,
    pub(super) invitation: String,
    pub(super) recipient_all: String,
    pub(super) council_members: String,
    pub(super) meeting_of: Phrase,
    pub(super) name_blank: String,
    pub(super) agenda_posting: String,
    pub(super) agenda_report: String,
    pub(super) agenda_award: Phrase,
    pub(super) agenda_end: String,
    pub(super) invited_to: Phrase,
    pub(super) invited_members: Phrase,
    pub(super) invited_for: Phrase,
    pub(super) invited_asked: Phrase,
    pub(super) quorum: Phrase,
    pub(super) quorum_unsaid: Phrase,
    pub(super) threshold_reached: Phrase,
    pub(super) threshold_exceeded: Phrase,
    pub(super) council_report: Phrase,
    pub(super) council_concluded: Phrase,
    pub(super) council_concluded_all: Phrase,
    pub(super) council_concluded_none: Phrase,
    pub(super) withheld: Phrase,
    pub(super) withheld_own: Phrase,
    pub(super) returned_here: Phrase,
    pub(super) invalid_here: Phrase,
    pub(super) not_voted_in_unit: String,
    pub(super) votes_agreed: Phrase,
}

impl Words {
    /// What a subject is.
    pub(super) fn kind_of(&self, kind: SubjectKind) -> &str {
        match kind {
            SubjectKind::Collective => &self.collective,
            SubjectKind::Household => &self.household,
            SubjectKind::Individual => &self.individual,
        }
    }
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests of the round read them.
    toml::from_str(include_str!("../../words/papers.toml")).expect("the words of papers")
});
