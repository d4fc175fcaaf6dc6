//! What a round asks of whom.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::Text;
use phongtrao_register::rows::{Award, Ruling};
use phongtrao_rules::criteria::{Quantity, Rule};
use phongtrao_value::Decimal;

use super::Proposals;
use crate::facts::{Facts, Rows, Scales, Sets};
use crate::reasons::Reason;
use crate::{Calendar, Names};

/// A round: what is asked of whom, and by which days, scales and sets.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundInput {
    /// Its id in the plan.
    pub id: String,
    /// What people read.
    pub label: String,
    /// Its days.
    pub calendar: Calendar,
    /// The awards, in the order of the plan.
    pub awards: Vec<AwardInput>,
    /// Levels of scales, the lowest first.
    pub scales: Scales,
    /// Scales whose levels count on another scale: a rating of civil servants where a rule asks for the law's scale of ratings.
    pub counts_as: BTreeMap<String, String>,
    /// What the packs ask for honours, by the honour's id.
    pub honours: BTreeMap<String, Rule>,
    /// Categories of people that a scale of ratings is not applied to where only another scale is asked for.
    pub never_for: BTreeMap<String, Vec<String>>,
    /// Indicators of criteria sets.
    pub sets: Sets,
    /// What people read in place of ids.
    pub names: Names,
    /// Where time counts anew after discipline has ended: the source of that rule.
    pub restarts: Option<String>,
    /// Ids of whoever chairs the council and so decides between equals; none where nobody has said who that is.
    pub chair: Option<BTreeSet<String>>,
    /// What whoever reads any result of the round must know.
    pub cautions: Vec<Text>,
}

impl RoundInput {
    /// The subjects whom units proposed or on whom bodies voted otherwise in another round; none where anything else that the rounds ask differs.
    pub fn decided_otherwise(&self, other: &RoundInput) -> Option<BTreeSet<String>> {
        let undecided = |round: &RoundInput| {
            let mut round = round.clone();
            round.awards.iter_mut().for_each(|award| (award.proposals, award.votes) = Default::default());
            round
        };
        if undecided(self) != undecided(other) {
            return None;
        }
        let mut subjects = BTreeSet::new();
        for (one, other) in self.awards.iter().zip(&other.awards) {
            match (&one.proposals, &other.proposals) {
                (Some(own), Some(others)) => subjects.extend(own.differing(others)?.cloned()),
                (None, None) => {}
                _ => return None,
            }
            let voted_on = one.votes.keys().chain(other.votes.keys());
            subjects.extend(voted_on.filter(|subject| one.votes.get(*subject) != other.votes.get(*subject)).cloned());
        }
        Some(subjects)
    }

    /// Whether a ruling is the chair's. Where nobody has said who the chair is, the row is believed.
    pub(crate) fn is_of_chair(&self, ruling: &Ruling) -> bool {
        self.chair.as_ref().is_none_or(|chair| chair.contains(&ruling.by))
    }

    /// Facts looked up by the scales and sets of the round.
    pub(crate) fn facts<'a>(&'a self, rows: &'a Rows<'a>, calendar: Calendar) -> Facts<'a> {
        Facts {
            rows,
            calendar,
            scales: &self.scales,
            counts_as: &self.counts_as,
            never_for: &self.never_for,
            sets: &self.sets,
            names: &self.names,
            restarts: self.restarts.as_deref(),
            resting: None,
            judged: None,
        }
    }
}

/// What an honour is: four different things, never one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Danh hiệu thi đua.
    Title,
    /// Hình thức khen thưởng.
    Commendation,
    /// Công nhận.
    Recognition,
    /// Biểu dương.
    Praise,
}

/// Whether an honour may be given to somebody who died.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Posthumous {
    /// Whether it may; none where nobody has said it.
    pub allowed: Option<bool>,
    /// Where that stands.
    pub source: Option<String>,
}

/// A rule of the packs beside what is asked, for subjects of one kind or of all.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// Whom it is about; none: all.
    pub kind: Option<SubjectKind>,
    /// When it holds.
    pub rule: Rule,
}

/// An award of the round.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AwardInput {
    /// Its id in the plan.
    pub id: String,
    /// Its name as printed.
    pub name: String,
    /// What it is.
    pub form: Option<Form>,
    /// Id of the honour in the packs.
    pub honour: Option<String>,
    /// Who can have it, and what is asked of them; a subject belongs to the first that it fits.
    pub groups: Vec<GroupInput>,
    /// Ids of awards of the same round that must be met too.
    pub requires: Vec<String>,
    /// How many may have it.
    pub quotas: Vec<Quota>,
    /// By what those who meet it are ranked, the first key first.
    pub rank_by: Vec<RankKey>,
    /// Whether it may be given to somebody who died.
    pub posthumous: Posthumous,
    /// Whoever falls under one of them is not considered yet.
    pub holds: Vec<Beside>,
    /// The source of the rule that a pending case holds back.
    pub pending_source: Option<String>,
    /// Who goes first among those whom the ranking leaves equal.
    pub prefers: Vec<Beside>,
    /// Where time counts anew after the last time that the same honour was given: the source of that rule, with what is in doubt about it.
    pub counts_from: Option<String>,
    /// Earlier awards that are no basis for this one.
    pub no_basis: Option<NoBasis>,
    /// Whom units propose; none where they hand in no lists for it, and each puts forward all of its own who meet the conditions.
    pub proposals: Option<Proposals>,
    /// What came of votes on its subjects, by subject: facts, each with its reasons, that whoever tallies votes hands in. Nothing stands here while no body has met.
    pub votes: BTreeMap<String, Vec<Reason>>,
    /// What still has to be done before it is decided: votes, posting.
    pub procedure: Vec<Text>,
    /// What whoever reads a result must know.
    pub cautions: Vec<Text>,
}

impl AwardInput {
    /// Why an earlier award is no basis for this one: the source of that rule.
    pub(crate) fn no_basis(&self, earlier: &Award) -> Option<&str> {
        let kind = earlier.kind.as_deref()?;
        self.no_basis.as_ref().filter(|rule| rule.kinds.iter().any(|other| other == kind)).map(|rule| rule.source.as_str())
    }
}

/// Awards of some kinds (`thematic`, `sudden` …), as the ledger calls them, that are no basis for others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoBasis {
    /// The kinds.
    pub kinds: Vec<String>,
    /// Where that stands.
    pub source: String,
}

/// What kind of subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SubjectKind {
    /// A person.
    Individual,
    /// A unit.
    Collective,
    /// A household.
    Household,
}

/// Subjects of one kind, and what is asked of them.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupInput {
    /// Id of the subject in the plan.
    pub id: String,
    /// Person, unit or household.
    pub kind: Option<SubjectKind>,
    /// Categories of people; of none: all.
    pub categories: Vec<String>,
    /// Kinds of units; of none: all.
    pub unit_kinds: Vec<String>,
    /// The tree in which units stand.
    pub tree: Option<String>,
    /// Blocks; of none: all.
    pub blocks: Vec<String>,
    /// Ids of people, categories or units that are left out, a unit with all below it.
    pub except: Vec<String>,
    /// All that is asked.
    pub rule: Rule,
}

/// How many may have an award.
#[derive(Debug, Clone, PartialEq)]
pub struct Quota {
    /// Its source.
    pub source: Option<String>,
    /// At most so many.
    pub most: Option<u32>,
    /// At most this percentage of those it is measured against.
    pub percent: Option<Decimal>,
    /// The set that it is measured against.
    pub of: QuotaBase,
    /// In what the percentage is taken.
    pub within: Within,
    /// What becomes of a part of a place.
    pub rounding: Rounding,
    /// The number that is always allowed.
    pub at_least: u32,
}

/// The set that a quota is measured against.
#[derive(Debug, Clone, PartialEq)]
pub enum QuotaBase {
    /// All who can have the award.
    Eligible,
    /// Those of them who meet its conditions.
    Met,
    /// All people of the unit, block or organisation.
    Members,
    /// All subjects of another group.
    Group(Box<GroupInput>),
    /// Those who have another award of the round.
    Award(String),
}

/// In what a quota is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Within {
    /// All subjects of the organisation.
    Organisation,
    /// Each block.
    Block,
    /// Each unit: the unit of the main post, or the unit above a unit.
    Unit,
}

/// What becomes of a part of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// It is dropped.
    Down,
    /// A half counts as a whole.
    Nearest,
    /// It counts as a whole.
    Up,
}

/// By what subjects are ranked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankKey {
    /// The number.
    pub of: Quantity,
    /// Whether a smaller number stands first.
    pub rising: bool,
}
