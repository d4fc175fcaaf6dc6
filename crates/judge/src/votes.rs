//! Votes, quorums and quotas: counts against what the packs ask, without rounding.

use std::cmp::Ordering;

use phongtrao_rules::entries::{Quorum, Quota, Rounding, Vote, VoteBase};
use phongtrao_value::Share;

use crate::Verdict;

/// What was counted in a body. What nobody wrote down is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Members that the body has, present or not.
    pub members: u64,
    /// Members present.
    pub present: Option<u64>,
    /// Ballots handed out, written opinions among them.
    pub issued: Option<u64>,
    /// Ballots that came back and are valid.
    pub valid: Option<u64>,
    /// Votes for, those of absent members in writing among them.
    pub agreed: Option<u64>,
}

impl Count {
    /// Whether the numbers can be those of one meeting.
    fn is_possible(self) -> bool {
        self.members > 0
            && self.present.is_none_or(|present| present <= self.members)
            && self.agreed.is_none_or(|agreed| agreed <= self.members)
    }
}

/// Whether the votes are enough.
pub fn passes(vote: &Vote, count: Count) -> Verdict {
    let base = match vote.of {
        VoteBase::TotalMembers => Some(count.members),
        VoteBase::Present => count.present,
        VoteBase::IssuedBallots => count.issued,
        VoteBase::ValidBallots => count.valid,
    };
    let share = base.zip(count.agreed).and_then(|(base, agreed)| Share::new(agreed, base));
    let is_enough = |share: Share| match share.against(vote.percent) {
        Ordering::Less => false,
        Ordering::Equal => !vote.above,
        Ordering::Greater => true,
    };
    reached(count, share.map(is_enough))
}

/// Whether enough members were present.
pub fn is_quorate(quorum: &Quorum, count: Count) -> Verdict {
    let enough = |present: u64| {
        u128::from(present) * u128::from(quorum.least.denominator) >= u128::from(count.members) * u128::from(quorum.least.numerator)
    };
    reached(count, count.present.map(enough))
}

fn reached(count: Count, enough: Option<bool>) -> Verdict {
    match enough.filter(|_| count.is_possible()) {
        Some(true) => Verdict::Met,
        Some(false) => Verdict::NotMet,
        None => Verdict::Unknown,
    }
}

/// How many places a quota gives among so many. Where the source does not say how parts are rounded, `unsaid` does.
pub fn places(quota: &Quota, among: u64, unsaid: Rounding) -> u64 {
    let down = Share::greatest_part(quota.percent, among);
    let up = Share::least_part(quota.percent, among);
    let places = match quota.rounding.unwrap_or(unsaid) {
        Rounding::Down => down,
        Rounding::Up => up,
        // The half is reached where twice the whole gives an odd number of places.
        Rounding::Nearest => Share::greatest_part(quota.percent, among.saturating_mul(2)).div_ceil(2),
    };
    places.max(quota.minimum.map_or(0, u64::from))
}
