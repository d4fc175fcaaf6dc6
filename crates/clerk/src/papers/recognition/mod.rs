//! Recognition: learning units and learning citizens, and the decision on all that is recognised.

mod citizens;
mod decision;
mod result;
mod units;
mod words;

use phongtrao_plan::{Award, AwardForm, SubjectKind};

use self::words::WORDS;
use super::{Made, Material, Proposer};
use crate::Case;

pub(super) use self::decision::of_round as decision;
pub(super) use self::units::summary;

/// The dossier of a unit: its own recognition, and that of its people.
pub(super) fn of_unit(material: &Material<'_, '_>, proposer: &Proposer<'_>) -> Made {
    let mut made = units::of_unit(material, proposer);
    made.items.extend(citizens::of_unit(material, proposer));
    made
}

impl<'d> Material<'d, '_> {
    /// The awards of the plan by which units become learning units.
    fn unit_recognitions(&self) -> impl Iterator<Item = &'d Award> {
        let is_of = |award: &&Award| award.honour.as_ref().is_some_and(|honour| WORDS.unit_honours.contains(honour));
        self.recognitions().filter(is_of)
    }

    /// The award by which people become learning citizens: where the plan recognises units, what else it recognises people for.
    fn citizen_recognition(&self) -> Option<&'d Award> {
        let is_named = |award: &Award| award.honour.as_ref().is_some_and(|honour| WORDS.citizen_honours.contains(honour));
        let beside_units = self.unit_recognitions().next().is_some();
        let individual = |award: &Award| {
            let subjects = self.facts.plan.subjects.iter().filter(|subject| award.subjects.contains(&subject.id));
            subjects.into_iter().any(|subject| subject.kind == Some(SubjectKind::Individual))
        };
        self.recognitions().find(|award| is_named(award) || (beside_units && individual(award)))
    }

    /// Whether an award has papers of its own (self-assessment, request, list): they take the place of a report of achievements.
    pub(super) fn has_papers_of_recognition(&self, award: &str) -> bool {
        self.unit_recognitions().chain(self.citizen_recognition()).any(|own| own.id == award)
    }

    /// What the plan recognises.
    fn recognitions(&self) -> impl Iterator<Item = &'d Award> {
        let plan = self.facts.plan;
        plan.awards.iter().filter(|award| award.form == Some(AwardForm::Recognition))
    }

    /// Everybody who was judged for an award.
    fn cases_of(&self, award: &Award) -> impl Iterator<Item = &'d Case> {
        let id = award.id.clone();
        self.cases.iter().filter(move |case| case.award == id)
    }

    /// `năm 2026`, the year that is judged.
    fn year(&self) -> String {
        WORDS.year.fill(&[("year", &self.facts.round.calendar.period.to.year().to_string())])
    }
}
