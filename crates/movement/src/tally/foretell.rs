//! What can be told before anybody votes: how many votes are needed, and whether they can be had at all.

use super::{Because, Held, Need, Rule, Strength, Threshold};
use phongtrao_value::Share;

/// What is known of an item before the vote.
#[derive(Debug, Clone, PartialEq)]
pub struct Foretold {
    /// Of how many the share is taken; where the ballots themselves are the base, as many as may vote.
    pub base: Option<u64>,
    /// How many votes are enough.
    pub needed: Option<u64>,
    /// How many may vote.
    pub voters: Option<u64>,
    /// Why there can't be a vote, or nobody can pass; empty where nothing stands in the way.
    pub obstacles: Vec<Because>,
}

/// What can be told of an item of a body of that strength.
pub fn foretell(rule: &Rule, strength: &Strength) -> Foretold {
    let threshold = rule.threshold.as_ref();
    let base = threshold.and_then(|threshold| threshold.base(rule.recused, strength, strength.voters, strength.voters));
    let needed = threshold.zip(base).map(|(threshold, base)| threshold.needed(base));
    let mut obstacles = Vec::new();
    match &rule.need {
        Need::NotNeeded(basis) => obstacles.push(Because::NoVoteNeeded { basis: basis.clone() }),
        Need::Needed => obstacles.extend(threshold.is_none().then_some(Because::NoThreshold)),
    }
    obstacles.extend(quorum(rule, strength));
    obstacles.extend(threshold.and_then(|threshold| out_of_reach(threshold, base?, strength.voters?)));
    Foretold { base, needed, voters: strength.voters, obstacles }
}

/// Where too few are present, or nobody wrote down how many are.
pub(super) fn quorum(rule: &Rule, strength: &Strength) -> Option<Because> {
    let quorum = rule.quorum.as_ref().filter(|_| strength.held == Held::Meeting)?;
    let Some(present) = strength.present else { return Some(Because::PresenceUnknown) };
    let needed = quorum.needed(strength.members);
    let share = Share::new(present, strength.members)?;
    (present < needed).then(|| Because::NoQuorum { present: share, needed, basis: quorum.basis.clone() })
}

/// Where so few may vote that the limit is out of reach.
pub(super) fn out_of_reach(threshold: &Threshold, base: u64, voters: u64) -> Option<Because> {
    let needed = threshold.needed(base);
    (voters < needed).then(|| Because::NobodyCanPass { voters, needed, base, threshold: threshold.clone() })
}
