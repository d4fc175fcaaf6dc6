//! Words of the papers of the file.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use phongtrao_judge::facts::Addition;
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
    pub(super) left_out: String,
    pub(super) over_quota_of: Phrase,
    pub(super) clause: Phrase,
    pub(super) plan: Phrase,
    pub(super) lack: Phrase,
    pub(super) lack_asked: Phrase,
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
    pub(super) recognised: Phrase,
    pub(super) days: Phrase,
    pub(super) reached: Phrase,
    pub(super) reached_asked: Phrase,
    pub(super) times: Phrase,
    pub(super) of_kind: Phrase,
    pub(super) several_of_kind: Phrase,
    pub(super) many_of_kind: Phrase,
    pub(super) done: Phrase,
    pub(in crate::papers) years: Phrase,
    pub(super) share: Phrase,
    asked_for: AskedFor,
    unmet_of: BTreeMap<String, String>,
    degrees: BTreeMap<String, String>,
}

/// What a unit is asked to add.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AskedFor {
    amount: String,
    attestation: String,
    award_decision: String,
    rating: String,
    recognition: String,
    records: String,
    learning_result: String,
    proofs: String,
}

impl Words {
    /// What a unit is asked to add; nothing where what is missing says it already.
    pub(super) fn asked_for(&self, addition: Addition) -> Option<&str> {
        let asked = &self.asked_for;
        Some(match addition {
            Addition::Amount => &asked.amount,
            Addition::Attestation => &asked.attestation,
            Addition::AwardDecision => &asked.award_decision,
            Addition::Rating => &asked.rating,
            Addition::Recognition => &asked.recognition,
            Addition::Records => &asked.records,
            Addition::LearningResult => &asked.learning_result,
            Addition::Proofs => &asked.proofs,
            Addition::Fact => return None,
        })
    }

    /// What is said of a condition that is not met, in words of its own, by the key of the message.
    pub(super) fn said_of(&self, condition: &str) -> Option<&str> {
        self.unmet_of.get(condition).map(String::as_str)
    }

    /// `PGS.TS.` in words; none where nothing in it is a title or a degree, as a rank is none.
    pub(super) fn degree_in_full(&self, printed: &str) -> Option<String> {
        let short = printed.split(|letter: char| letter.is_whitespace() || ".,".contains(letter));
        let mut known: Vec<&str> = short.filter_map(|short| self.degrees.get(short)).map(String::as_str).collect();
        if known.is_empty() {
            known = self.degrees.values().map(String::as_str).filter(|full| printed.contains(full)).collect();
        }
        (!known.is_empty()).then(|| known.join(", "))
    }
}

pub(in crate::papers) static FILE: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests of the round read them.
    toml::from_str(include_str!("../../../words/file.toml")).expect("the words of the file")
});

#[cfg(test)]
mod tests {
    use super::FILE;

    #[rstest::rstest]
    #[case("TS.", Some("Tiến sĩ"))]
    #[case("PGS.TS", Some("Phó Giáo sư, Tiến sĩ"))]
    #[case("Đại úy, ThS", Some("Thạc sĩ"))]
    #[case("Tiến sĩ", Some("Tiến sĩ"))]
    #[case("Thượng tá", None)]
    fn degrees_are_written_in_full(#[case] printed: &str, #[case] expected: Option<&str>) {
        assert_eq!(FILE.degree_in_full(printed).as_deref(), expected);
    }
}
