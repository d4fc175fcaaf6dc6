//! The order of lists: awards from high to low, collectives before households before people, units in the organisation's own order, in a unit by post, then by given
//! name (the number in the list is the number on slips, in minutes, in the decision and in the golden book).

use std::collections::BTreeMap;

use phongtrao_movement::agenda;
use phongtrao_plan::{Award, SubjectKind};
use phongtrao_press::lists;
use phongtrao_register::Subject;
use phongtrao_register::rows::{Post, PostKind};
use phongtrao_value::{PersonName, SortKey};

use crate::{Case, Facts};

/// By what a case stands in a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    kind: u8,
    award: usize,
    unit: (i64, String),
    post: i64,
    name: Option<SortKey>,
    subject: String,
}

/// Puts cases in the order of lists.
pub(crate) struct Order<'f, 'a> {
    facts: &'f Facts<'a>,
    /// From the highest award.
    awards: BTreeMap<String, usize>,
}

impl<'f, 'a> Order<'f, 'a> {
    pub(crate) fn new(facts: &'f Facts<'a>) -> Order<'f, 'a> {
        let all: Vec<&Award> = facts.plan.awards.iter().collect();
        let mut awards = BTreeMap::new();
        // The agenda goes from low to high; those beside each other keep the order of the plan: first, second, third prize.
        let lines = agenda::lines(facts.plan, &all);
        let from_high = lines.chunk_by(agenda::Line::is_beside).rev().flatten();
        for (place, line) in from_high.enumerate() {
            awards.entry(line.award.id.clone()).or_insert(place);
        }
        Order { facts, awards }
    }

    /// The cases in order.
    pub(crate) fn sorted<'c>(&self, cases: impl Iterator<Item = &'c Case>) -> Vec<&'c Case> {
        let mut placed: Vec<(Place, &Case)> = cases.map(|case| (self.place(case), case)).collect();
        placed.sort_by(|(one, _), (other, _)| one.cmp(other));
        placed.into_iter().map(|(_, case)| case).collect()
    }

    fn place(&self, case: &Case) -> Place {
        let unit = self.facts.unit_of(&case.subject);
        let person = self.facts.index.subject(&case.subject).and_then(|subject| self.facts.index.person(subject));
        Place {
            kind: match case.kind {
                Some(SubjectKind::Collective) => 0,
                Some(SubjectKind::Household) => 1,
                Some(SubjectKind::Individual) | None => 2,
            },
            award: self.awards.get(&case.award).copied().unwrap_or(usize::MAX),
            unit: unit.map_or((i64::MAX, String::new()), |unit| self.facts.unit_order(unit)),
            post: self.facts.main_post(&case.subject).and_then(|post| post.rank).unwrap_or(i64::MAX),
            name: person.and_then(|person| PersonName::new(&person.name, person.sort_as.as_deref()).ok()).map(|name| name.sort_key()),
            subject: case.subject.clone(),
        }
    }
}

/// The status of those who are no longer alive (pack `people`).
pub(crate) const DEAD: &str = "dead";
/// The statuses of those who no longer hold a post.
pub(crate) const AWAY: [&str; 3] = [DEAD, "retired", "left"];

impl Facts<'_> {
    /// Whether a person has one of these statuses on the day of judging.
    pub(crate) fn is_status(&self, person: &str, statuses: &[&str]) -> bool {
        let status = self.index.subject(person).and_then(|person| self.index.status(person, self.as_of()));
        status.is_some_and(|status| statuses.contains(&status.status.as_str()))
    }

    /// The post that a person held last.
    pub(crate) fn last_post(&self, person: &str) -> Option<&Post> {
        let posts = self.index.subject(person).into_iter().flat_map(|person| self.index.posts(person));
        posts.filter(|post| post.kind == PostKind::Main).max_by_key(|post| post.to)
    }

    /// The unit that puts a subject forward: the one of a person's main post, a unit itself, the unit in which a household lives.
    pub(crate) fn unit_of(&self, subject: &str) -> Option<Subject> {
        let found = self.index.subject(subject)?;
        if self.index.unit(found).is_some() {
            return Some(found);
        }
        if let Some(household) = self.index.household(found) {
            return household.unit.as_deref().and_then(|unit| self.index.subject(unit));
        }
        self.main_post(subject).and_then(|post| self.index.subject(&post.unit))
    }

    /// The main post of a person on the day of judging; of those in several trees that of the first.
    pub(crate) fn main_post(&self, person: &str) -> Option<&Post> {
        let person = self.index.subject(person).filter(|subject| self.index.person(*subject).is_some())?;
        let posts = self.index.posts_on(person, self.as_of());
        posts.iter().find(|post| post.kind == PostKind::Main).or_else(|| posts.first()).copied()
    }

    /// Whether a person has died by the day of judging.
    pub(crate) fn is_dead(&self, subject: &str) -> bool {
        let person = self.index.subject(subject).and_then(|subject| self.index.person(subject));
        let died = person.and_then(|person| person.died).is_some_and(|died| died <= self.as_of());
        died || self.is_status(subject, &[DEAD])
    }

    /// The place of a unit in the organisation's own order.
    pub(crate) fn unit_order(&self, unit: Subject) -> (i64, String) {
        let row = self.index.unit(unit);
        (row.and_then(|row| row.order).unwrap_or(i64::MAX), self.index.id(unit).to_owned())
    }
}

/// The same kind in the words of lists.
pub(crate) fn list_kind(kind: Option<SubjectKind>) -> lists::SubjectKind {
    match kind {
        Some(SubjectKind::Collective) => lists::SubjectKind::Collective,
        Some(SubjectKind::Household) => lists::SubjectKind::Household,
        Some(SubjectKind::Individual) | None => lists::SubjectKind::Individual,
    }
}
