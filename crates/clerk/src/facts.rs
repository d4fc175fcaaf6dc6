//! All that a round is made of.

use phongtrao_judge::round::{RestsOn, RoundInput};
use phongtrao_movement::Law;
use phongtrao_plan::{Award, Plan, SubjectKind, WayPurpose};
use phongtrao_register::rows::Person;
use phongtrao_register::{Index, Register, SubjectKind as Known};
use phongtrao_rules::Packs;
use phongtrao_value::Date;

use crate::Organisation;

/// All that a round is made of; nothing else reaches a paper.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What law and custom say.
    pub packs: &'a Packs,
    /// What is asked in this round.
    pub round: &'a RoundInput,
    /// What is known.
    pub register: &'a Register,
    /// The same, to be looked up.
    pub index: &'a Index<'a>,
    /// How the organisation writes and signs.
    pub organisation: &'a Organisation,
    /// The contents of plan, packs and facts, as hashes.
    pub rests_on: &'a RestsOn,
}

impl<'a> Facts<'a> {
    /// The award of an id.
    pub(crate) fn award(&self, id: &str) -> Option<&'a Award> {
        self.plan.awards.iter().find(|award| award.id == id)
    }

    /// The name of an award; of several with one name, with whom it is for.
    pub(crate) fn award_title(&self, award: &str) -> String {
        let Some(own) = self.award(award) else { return award.to_owned() };
        if self.plan.awards.iter().filter(|other| other.name == own.name).count() < 2 {
            return own.name.clone();
        }
        let who = self.plan.subjects.iter().filter(|subject| own.subjects.contains(&subject.id)).map(|subject| subject.who.as_str());
        let who: Vec<&str> = who.collect();
        if who.is_empty() { own.name.clone() } else { format!("{} ({})", own.name, who.join("; ")) }
    }

    /// What a subject is, as the register knows it: a plan may leave it to its readers.
    pub(crate) fn kind_of(&self, subject: &str) -> SubjectKind {
        match self.index.subject(subject).map(|subject| self.index.kind(subject)) {
            Some(Known::Unit) => SubjectKind::Collective,
            Some(Known::Household) => SubjectKind::Household,
            Some(Known::Person) | None => SubjectKind::Individual,
        }
    }

    /// A person, by id.
    pub(crate) fn person(&self, id: &str) -> Option<&'a Person> {
        self.index.person(self.index.subject(id)?)
    }

    /// Whether the plan leads people to membership. Of that only the plan, steps and dates are told: its papers are written by hand in prescribed booklets, and
    /// are neither made nor kept here.
    pub(crate) fn is_pathway(&self) -> bool {
        self.plan.ways.iter().any(|way| way.purpose == Some(WayPurpose::Pathway))
    }

    /// The rules that govern the organisation's awards.
    pub(crate) fn law(&self) -> Law<'_> {
        Law::new(self.packs, &self.register.organisation, self.as_of())
    }

    /// The day of judging.
    pub fn as_of(&self) -> Date {
        self.round.calendar.as_of
    }
}
