//! What was counted of one ballot on one item.

use super::{Doubt, Strength};

/// The numbers of one ballot on one item. What nobody wrote down is none, never nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Ballots handed out, written opinions of absent members among them.
    pub issued: Option<u64>,
    /// Ballots that came back.
    pub returned: Option<u64>,
    /// Those of them that are invalid.
    pub invalid: Option<u64>,
    /// Votes for.
    pub agreed: Option<u64>,
    /// Votes for the lower title.
    pub lowered: Option<u64>,
    /// Votes against.
    pub against: Option<u64>,
    /// Valid ballots that say nothing of the item.
    pub silent: Option<u64>,
}

impl Sheet {
    /// Valid ballots: those that came back without the invalid ones; where that was not written down, all that say something.
    pub fn valid(&self) -> Option<u64> {
        let by_return = self.returned.zip(self.invalid).and_then(|(returned, invalid)| returned.checked_sub(invalid));
        by_return.or_else(|| Some(self.agreed?.saturating_add(self.against?).saturating_add(self.unasked())))
    }

    /// Votes for the lower title and silent ballots, which most sheets have no line for.
    fn unasked(&self) -> u64 {
        self.lowered.unwrap_or(0).saturating_add(self.silent.unwrap_or(0))
    }

    /// All ballots that are written down one way or another.
    fn counted(&self) -> u64 {
        let parts = [self.agreed, self.lowered, self.against, self.silent, self.invalid];
        parts.into_iter().flatten().fold(0, u64::saturating_add)
    }

    /// What in it can't be, of a body of that strength.
    pub(super) fn doubts(&self, strength: &Strength) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        if let Some(present) = strength.present.filter(|present| *present > strength.members) {
            doubts.push(Doubt::MorePresent { present, members: strength.members });
        }
        let voters = strength.voters.unwrap_or(strength.members).min(strength.members);
        if let Some(issued) = self.issued.filter(|issued| *issued > voters) {
            doubts.push(Doubt::MoreIssued { issued, voters });
        }
        if let Some((returned, issued)) = self.returned.zip(self.issued).filter(|(returned, issued)| returned > issued) {
            doubts.push(Doubt::MoreReturned { returned, issued });
        }
        let most = self.returned.or(self.issued).unwrap_or(voters);
        let complete = self.returned.is_some() && self.invalid.is_some() && self.agreed.is_some() && self.against.is_some();
        if self.counted() > most {
            doubts.push(Doubt::MoreCounted { counted: self.counted(), most });
        } else if complete && self.counted() < most {
            doubts.push(Doubt::FewerCounted { counted: self.counted(), returned: most });
        }
        doubts
    }
}
