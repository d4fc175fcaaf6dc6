//! Why an item came out as it did: exact fractions, and where the rule stands.

use phongtrao_diagnostic::Text;
use phongtrao_rules::entries::VoteBase;
use phongtrao_value::{Share, figures};

use super::doubt::shown;
use super::{Basis, Threshold};
use crate::texts;

/// One reason.
#[derive(Debug, Clone, PartialEq)]
pub enum Because {
    /// Enough votes.
    Enough {
        /// Votes for, of how many.
        votes: Share,
        /// How many are enough.
        needed: u64,
        /// What is asked.
        threshold: Threshold,
    },
    /// Too few votes.
    TooFew {
        /// Votes for, of how many.
        votes: Share,
        /// How many are enough.
        needed: u64,
        /// What is asked.
        threshold: Threshold,
    },
    /// Enough votes for the lower title.
    EnoughForLower {
        /// Votes that count for it, of how many.
        votes: Share,
        /// How many are enough.
        needed: u64,
        /// What is asked for the lower title.
        threshold: Threshold,
        /// Id of its award.
        award: String,
    },
    /// So few may vote that the limit is out of reach, however they vote.
    NobodyCanPass {
        /// Who may vote.
        voters: u64,
        /// How many votes are enough.
        needed: u64,
        /// Of how many.
        base: u64,
        /// What is asked.
        threshold: Threshold,
    },
    /// Too few present.
    NoQuorum {
        /// Present, of all members.
        present: Share,
        /// How many are enough.
        needed: u64,
        /// Where it stands.
        basis: Basis,
    },
    /// A source says that there is no vote on it.
    NoVoteNeeded {
        /// Where it stands.
        basis: Basis,
    },
    /// The item that it rests on fell.
    FellWith {
        /// Its id.
        item: String,
    },
    /// The body that votes before did not propose it.
    FellBefore,
    /// The item that it rests on is not decided.
    WaitsFor {
        /// Its id.
        item: String,
    },
    /// Others of the same award are not counted yet, and may come before it.
    OthersOpen {
        /// How many.
        open: u64,
        /// Places.
        places: u64,
    },
    /// Enough others have more votes.
    NoPlace {
        /// How many have more votes.
        before: u64,
        /// Places.
        places: u64,
    },
    /// As many votes as others, and not enough places for all of them.
    Equal {
        /// How many are equal, it among them.
        equal: u64,
        /// Places that are left for them.
        left: u64,
        /// Where it stands that the chair decides; none where no source says it.
        basis: Option<Basis>,
    },
    /// The chair gave it a place.
    Ruled {
        /// Who.
        by: String,
        /// The chair's reason.
        reason: String,
    },
    /// The chair gave the places to others.
    RuledOut,
    /// Nobody wrote the numbers down.
    NotCounted,
    /// Nobody wrote down how many were present.
    PresenceUnknown,
    /// The numbers contradict each other.
    Contradicted,
    /// No source says how many votes are asked.
    NoThreshold,
}

impl Because {
    /// What it says.
    pub fn text(&self) -> Text {
        match self {
            Because::Enough { votes, needed, threshold } => {
                let (above, asked) = threshold.limit_and_percent();
                texts::because_enough(votes.to_string(), percentage(*votes), above, asked, shown(*needed))
            }
            Because::TooFew { votes, needed, threshold } => {
                let (above, asked) = threshold.limit_and_percent();
                texts::because_too_few(votes.to_string(), percentage(*votes), above, asked, shown(*needed))
            }
            Because::EnoughForLower { votes, needed, threshold, .. } => {
                let (above, asked) = threshold.limit_and_percent();
                texts::because_lower(votes.to_string(), percentage(*votes), above, asked, shown(*needed))
            }
            Because::NobodyCanPass { voters, needed, base, threshold } => {
                texts::because_nobody(threshold.words(), shown(*base), shown(*needed), shown(*voters))
            }
            Because::NoQuorum { present, needed, .. } => texts::because_no_quorum(present.to_string(), shown(*needed)),
            Because::NoVoteNeeded { .. } => texts::because_no_vote(),
            Because::FellWith { item } => texts::because_fell_with(item),
            Because::FellBefore => texts::because_fell_before(),
            Because::WaitsFor { item } => texts::because_waits_for(item),
            Because::OthersOpen { open, places } => texts::because_others_open(shown(*open), shown(*places)),
            Because::NoPlace { before, places } => texts::because_no_place(shown(*before), shown(*places)),
            Because::Equal { equal, left, basis: Some(_) } => texts::because_equal(shown(*equal), shown(*left)),
            Because::Equal { equal, left, basis: None } => texts::because_equal_unsaid(shown(*equal), shown(*left)),
            Because::Ruled { by, reason } => texts::because_ruled(by, reason),
            Because::RuledOut => texts::because_ruled_out(),
            Because::NotCounted => texts::because_not_counted(),
            Because::PresenceUnknown => texts::because_presence_unknown(),
            Because::Contradicted => texts::because_contradicted(),
            Because::NoThreshold => texts::because_no_threshold(),
        }
    }

    /// Of whom a share of votes is taken, in words.
    pub fn base(of: VoteBase) -> Text {
        match of {
            VoteBase::TotalMembers => texts::base_members(),
            VoteBase::Present => texts::base_present(),
            VoteBase::IssuedBallots => texts::base_issued(),
            VoteBase::ValidBallots => texts::base_valid(),
        }
    }

    /// Where the rule stands, for reasons that rest on one.
    pub fn basis(&self) -> Option<&Basis> {
        match self {
            Because::Enough { threshold, .. }
            | Because::TooFew { threshold, .. }
            | Because::EnoughForLower { threshold, .. }
            | Because::NobodyCanPass { threshold, .. } => Some(&threshold.basis),
            Because::NoQuorum { basis, .. } | Because::NoVoteNeeded { basis } => Some(basis),
            Because::Equal { basis, .. } => basis.as_ref(),
            _ => None,
        }
    }
}

/// Cut off, so that what is shown never reaches a limit that the votes do not reach.
fn percentage(votes: Share) -> String {
    figures::share(votes.percentage())
}
