//! What the packs and a plan call honours, awards and levels, in the form in which an import asks for it.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use phongtrao_movement::rounds;
use phongtrao_plan::{Award, Criterion, Plan, Subject, SubjectKind, file};
use phongtrao_register::SubjectKind as Known;
use phongtrao_register::import::{AwardFor, LevelName, Vocabulary};
use phongtrao_rules::criteria::{Fact, Test};
use phongtrao_rules::{Body, Packs};

/// The names of packs, and of the awards of a plan where one is named.
pub(super) fn of(packs: &Packs, plan: Option<&Path>) -> anyhow::Result<Vocabulary> {
    let mut vocabulary = Vocabulary::default();
    for honour in packs.honours() {
        let names = [&honour.name_vi, &honour.name_en].into_iter().chain(&honour.spellings).chain(&honour.abbreviations);
        vocabulary.honours.extend(names.map(|name| (name.clone(), honour.id.clone())));
    }
    for entry in packs.entries() {
        let Some(Body::Scale(scale)) = &entry.body else { continue };
        for level in &scale.levels {
            let names = [&level.name_vi, &level.name_en].into_iter().chain(&level.abbreviations);
            vocabulary.levels.extend(names.map(|name| LevelName {
                scale: entry.head.id.clone(),
                level: level.id.clone(),
                name: name.clone(),
            }));
        }
    }
    // What the packs ask a person to attest; the words are Vietnamese, as lists are.
    vocabulary.criteria = rounds::names(packs).criteria.into_iter().map(|(id, name)| (name.vietnamese, id)).collect();
    if let Some(path) = plan {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let (plan, _) = file::read(&text);
        vocabulary.awards = plan.awards.iter().map(|award| (award.name.clone(), award.id.clone())).collect();
        let of_honour = |award: &Award| {
            let names = vocabulary.honours.iter().filter(|(_, id)| award.honour.as_ref() == Some(id));
            names.map(|(name, _)| (name.clone(), award.id.clone())).collect::<Vec<_>>()
        };
        vocabulary.has_plan = true;
        let attested = plan.criteria.iter().filter(|criterion| is_attested(criterion));
        vocabulary.criteria.splice(0..0, attested.map(|criterion| (criterion.label.clone(), criterion.id.clone())));
        vocabulary.awards_for = plan.awards.iter().map(|award| (award.id.clone(), groups(&plan, award))).collect();
        vocabulary.awards_of_honours = plan.awards.iter().flat_map(of_honour).collect();
    }
    Ok(vocabulary)
}

/// Whom an award is for: the subjects that it names, or all of the plan.
fn groups(plan: &Plan, award: &Award) -> Vec<AwardFor> {
    let subjects = plan.subjects.iter().filter(|subject| award.subjects.is_empty() || award.subjects.contains(&subject.id));
    let group = |subject: &Subject| AwardFor {
        kind: subject.kind.map(|kind| match kind {
            SubjectKind::Individual => Known::Person,
            SubjectKind::Collective => Known::Unit,
            SubjectKind::Household => Known::Household,
        }),
        categories: subject.categories.clone(),
        unit_kinds: subject.unit_kinds.clone(),
    };
    subjects.map(group).collect()
}

/// Whether a person judges a criterion: nobody has said how it is measured, or it says so itself.
fn is_attested(criterion: &Criterion) -> bool {
    criterion.measure.as_ref().is_none_or(|rule| matches!(rule.test, Test::Fact(Fact::Attested { .. })))
}
