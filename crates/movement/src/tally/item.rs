//! What is put to the vote, and what comes of it.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::Text;
use phongtrao_plan::SubjectKind;
use phongtrao_value::Share;

use super::{Because, Body, Doubted, Rule};

/// A body with what is before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    /// Who votes.
    pub body: Body,
    /// The awards, those that others rest on first; [`crate::agenda::order`] gives that order.
    pub awards: Vec<AwardRule>,
    /// Who is proposed for what.
    pub items: Vec<Item>,
}

/// What an award asks of a vote.
#[derive(Debug, Clone, PartialEq)]
pub struct AwardRule {
    /// Id of the award.
    pub award: String,
    /// What the packs ask.
    pub rule: Rule,
    /// How many places there are in each unit, block or the organisation; what is not named has no limit.
    pub places: BTreeMap<String, u64>,
    /// The lower title that a ballot may give instead.
    pub lower: Option<Lower>,
}

/// A lower title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lower {
    /// Id of its award, which is before the same body.
    pub award: String,
}

/// One who is proposed for one award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Stable id.
    pub id: String,
    /// Id of the award.
    pub award: String,
    /// Id of the person, unit or household.
    pub subject: String,
    /// What the subject is; none where that is not known.
    pub kind: Option<SubjectKind>,
    /// The unit, block or organisation whose places it takes.
    pub within: String,
    /// Ids of items that must pass first.
    pub requires: Vec<String>,
    /// Ids of the members whose own case it is.
    pub recused: BTreeSet<String>,
}

/// The chair's decision between equals: a record with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// Id of the item that gets a place.
    pub item: String,
    /// Id of the member who decides.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// What comes of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VoteOutcome {
    /// It has the votes, and a place.
    Passed,
    /// It has not enough votes, or no place is left.
    Failed,
    /// Not the title itself, but the lower one.
    Downgraded {
        /// Id of the lower award.
        to: String,
    },
    /// It is not put to the vote, or the vote does not count.
    NotPut,
    /// Equal at the last place.
    ChairDecides,
    /// It waits for numbers, for a rule or for other items.
    Unknown,
}

impl VoteOutcome {
    /// The word of other programs.
    pub fn code(&self) -> &'static str {
        match self {
            VoteOutcome::Passed => "passed",
            VoteOutcome::Failed => "failed",
            VoteOutcome::Downgraded { .. } => "downgraded",
            VoteOutcome::NotPut => "not-put",
            VoteOutcome::ChairDecides => "chair-decides",
            VoteOutcome::Unknown => "unknown",
        }
    }

    /// Whether it is over with the item, and it does not have the title itself.
    pub(crate) fn has_fallen(&self) -> bool {
        matches!(self, VoteOutcome::Failed | VoteOutcome::Downgraded { .. } | VoteOutcome::NotPut)
    }
}

/// What came of an item, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemResult {
    /// Id of the item.
    pub item: String,
    /// Id of the award.
    pub award: String,
    /// Id of the subject.
    pub subject: String,
    /// What came of it.
    pub outcome: VoteOutcome,
    /// Votes for, of how many the share is taken; none where it was not counted.
    pub votes: Option<Share>,
    /// Which ballot decided, the first is 1; none where none did.
    pub ballot: Option<u32>,
    /// How many ballots may still be held; none where no source limits them.
    pub ballots_left: Option<u32>,
    /// Why, the decisive last.
    pub because: Vec<Because>,
    /// What whoever rests on the rule must be told.
    pub cautions: Vec<Text>,
}

/// What came of all items, in the order of the session's items.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// Item by item.
    pub results: Vec<ItemResult>,
    /// What can't be.
    pub doubts: Vec<Doubted>,
}

impl Tally {
    /// The result of an item.
    pub fn of(&self, item: &str) -> Option<&ItemResult> {
        self.results.iter().find(|result| result.item == item)
    }
}
