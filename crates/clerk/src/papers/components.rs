//! The components of a dossier that the plan asks for, and whether they are there.

use std::sync::LazyLock;

use phongtrao_plan::{Award, AwardForm, Component, Dossier, RankKey};
use phongtrao_value::text::folded;
use serde::Deserialize;

use super::{Material, Proposer, unit_meeting};
use crate::Facts;
use crate::round::Asked;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    letter: Vec<String>,
    minutes: Vec<String>,
    report: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests below read them.
    toml::from_str(include_str!("../../words/components.toml")).expect("the words of components")
});

/// A component that is made here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    /// The unit's letter with its list.
    Letter,
    /// The minutes of the unit's meeting.
    Minutes,
    /// Reports of achievements.
    Report,
}

impl Known {
    /// None where others bring it.
    fn of(words: &str) -> Option<Known> {
        let folded_words = folded(words);
        let begins = |known: &[String]| known.iter().any(|begin| folded_words.starts_with(&folded(begin)));
        let all = [(&WORDS.letter, Known::Letter), (&WORDS.minutes, Known::Minutes), (&WORDS.report, Known::Report)];
        all.into_iter().find(|(known, _)| begins(known)).map(|(_, known)| known)
    }
}

/// What the plan asks for the awards for which a unit puts somebody forward, each component once, and whether it is there.
pub(super) fn asked(material: &Material<'_, '_>, proposer: &Proposer<'_>) -> Vec<Asked> {
    let is_there = |known| match known {
        Known::Letter => !proposer.put_forward().is_empty(),
        Known::Minutes => unit_meeting::has_minutes(material, proposer),
        // Whoever is put forward gets one to complete.
        Known::Report => true,
    };
    let components = components(material, proposer);
    components.into_iter().map(|words| Asked { words: words.to_owned(), is_there: Known::of(words).map(is_there) }).collect()
}

/// Components that are made here and could not be.
pub(super) fn not_there(material: &Material<'_, '_>, proposer: &Proposer<'_>) -> Vec<String> {
    asked(material, proposer).into_iter().filter(|asked| asked.is_there == Some(false)).map(|asked| asked.words).collect()
}

/// Whether an award's dossier asks for reports of achievements: not where recognition has papers of its own. Where the plan names no dossier, the law asks
/// for them with titles and commendations.
pub(super) fn asks_report(material: &Material<'_, '_>, award: &str) -> bool {
    if material.has_papers_of_recognition(award) {
        return false;
    }
    match dossier(material.facts, award) {
        Some(dossier) => dossier.components.iter().any(|component| Known::of(&component.paper) == Some(Known::Report)),
        None => material.facts.award(award).is_some_and(|award| matches!(award.form, Some(AwardForm::Title | AwardForm::Commendation))),
    }
}

/// Whether units put somebody forward for an award: what is won in a contest is not put forward, unless its dossier has their letter.
pub(super) fn is_proposed(facts: &Facts<'_>, award: &str) -> bool {
    let Some(known) = facts.plan.awards.iter().find(|known| known.id == award) else { return true };
    !is_won(facts, known) || dossier(facts, award).is_some_and(has_letter)
}

/// Whether units are told who of theirs is not awarded: of a contest, and where the dossier has no letter of theirs, they are not.
pub(super) fn is_told(facts: &Facts<'_>, award: &str) -> bool {
    is_proposed(facts, award) && dossier(facts, award).is_none_or(has_letter)
}

fn has_letter(dossier: &Dossier) -> bool {
    dossier.components.iter().any(|component| Known::of(&component.paper) == Some(Known::Letter))
}

/// Whether an award is won in a contest: those who compete are ranked by what a contest of the plan counts for, or nothing else is asked of them.
fn is_won(facts: &Facts<'_>, award: &Award) -> bool {
    let counted = |criterion: &String| facts.plan.contests.iter().any(|contest| contest.counts_for.contains(criterion));
    let ranked = award.rank_by.iter().any(|key| matches!(key, RankKey::Criterion(id) if counted(id)));
    ranked || (!award.criteria.is_empty() && award.criteria.iter().all(counted))
}

fn components<'d>(material: &Material<'d, '_>, proposer: &Proposer<'_>) -> Vec<&'d str> {
    let mut awards: Vec<&str> = Vec::new();
    for case in proposer.put_forward() {
        if !awards.contains(&case.award.as_str()) {
            awards.push(&case.award);
        }
    }
    let mut components: Vec<&Component> = Vec::new();
    for award in awards {
        let of_award = dossier(material.facts, award).into_iter().flat_map(|dossier| &dossier.components);
        let is_asked = |component: &&Component| Known::of(&component.paper) != Some(Known::Report) || asks_report(material, award);
        for component in of_award.filter(is_asked) {
            if !components.iter().any(|known| known.paper == component.paper) {
                components.push(component);
            }
        }
    }
    components.into_iter().map(|component| component.paper.as_str()).collect()
}

fn dossier<'a>(facts: &Facts<'a>, award: &str) -> Option<&'a Dossier> {
    let dossier = facts.award(award)?.dossier.as_ref()?;
    facts.plan.dossiers.iter().find(|known| known.id == *dossier)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::Known;

    #[rstest]
    #[case("Tờ trình của bộ môn, lớp", Some(Known::Letter))]
    #[case("Danh sách đề nghị công nhận", Some(Known::Letter))]
    #[case("Biên bản họp bình xét, kèm theo danh sách đề nghị", Some(Known::Minutes))]
    #[case("Báo cáo thành tích của tập thể, cá nhân", Some(Known::Report))]
    #[case("Biên bản chấm vòng chung kết", None)]
    #[case("Danh sách kèm kết quả học tập", None)]
    #[case("Phiếu tự đánh giá", None)]
    fn components_are_known_by_their_first_words(#[case] words: &str, #[case] known: Option<Known>) {
        assert_eq!(Known::of(words), known);
    }
}
