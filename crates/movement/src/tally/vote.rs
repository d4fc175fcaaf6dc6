//! The vote on one item, seen alone: whether it has the votes.

use phongtrao_rules::entries::LoweredCount;
use phongtrao_value::Share;

use super::foretell::{out_of_reach, quorum};
use super::{AwardRule, Because, Case, Doubt, Need, Sheet, Threshold};

/// What the ballots on one item say, before places are given.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Voted {
    /// Enough votes.
    Reached,
    /// Too few votes for the title, enough for the lower one.
    Lowered(Share),
    /// Too few votes.
    Missed,
    /// There is no vote on it, or too few were there.
    NotPut,
    /// Not known.
    Open,
}

/// The same with its numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Verdict {
    pub(super) voted: Voted,
    pub(super) votes: Option<Share>,
    pub(super) ballot: Option<u32>,
    pub(super) because: Vec<Because>,
    pub(super) doubts: Vec<Doubt>,
}

impl Verdict {
    fn new(voted: Voted, because: Because) -> Verdict {
        Verdict { voted, votes: None, ballot: None, because: vec![because], doubts: Vec::new() }
    }
}

/// The vote on an item. `lower` is the award of the lower title, where one is named.
pub(super) fn vote(case: &Case<'_>, lower: Option<&AwardRule>) -> Verdict {
    let rule = &case.award.rule;
    if let (Need::NotNeeded(basis), true) = (&rule.need, case.sheets.is_empty()) {
        return Verdict::new(Voted::NotPut, Because::NoVoteNeeded { basis: basis.clone() });
    }
    match quorum(rule, &case.strength) {
        Some(because @ Because::NoQuorum { .. }) => return Verdict::new(Voted::NotPut, because),
        Some(because) => return Verdict::new(Voted::Open, because),
        None => {}
    }
    let (ballot, sheet, mut doubts) = last(case);
    let Some(sheet) = sheet else {
        return Verdict { doubts, ..uncounted(case) };
    };
    doubts.extend(sheet.doubts(&case.strength));
    doubts.extend(sheet.lowered.filter(|votes| *votes > 0 && lower.is_none()).map(|votes| Doubt::NoLowerTitle { votes }));
    doubts.extend(case.doubts.iter().cloned());
    if doubts.iter().any(Doubt::spoils) {
        return Verdict { ballot, doubts, ..Verdict::new(Voted::Open, Because::Contradicted) };
    }
    Verdict { ballot, doubts, ..counted(case, sheet, lower) }
}

/// The last ballot that the rule allows.
fn last<'c>(case: &'c Case<'_>) -> (Option<u32>, Option<&'c Sheet>, Vec<Doubt>) {
    let held = u32::try_from(case.sheets.len()).unwrap_or(u32::MAX);
    let most = case.award.rule.most_ballots.unwrap_or(u32::MAX);
    let number = held.min(most);
    let sheet = (number as usize).checked_sub(1).and_then(|at| case.sheets.get(at));
    let doubt = (held > most).then(|| Doubt::TooManyBallots { held: u64::from(held), most });
    (sheet.map(|_| number), sheet, doubt.into_iter().collect())
}

/// Nobody voted yet; what can be told before the vote is told.
fn uncounted(case: &Case<'_>) -> Verdict {
    let threshold = case.award.rule.threshold.as_ref();
    let base = threshold.and_then(|threshold| base(case, threshold, None));
    let hopeless = threshold.and_then(|threshold| out_of_reach(threshold, base?, case.strength.voters?));
    let mut verdict = Verdict::new(Voted::Open, Because::NotCounted);
    verdict.because.extend(hopeless);
    verdict
}

fn counted(case: &Case<'_>, sheet: &Sheet, lower: Option<&AwardRule>) -> Verdict {
    let Some(threshold) = &case.award.rule.threshold else {
        return Verdict::new(Voted::Open, Because::NoThreshold);
    };
    let share = |agreed: Option<u64>, threshold: &Threshold| Share::new(agreed?, base(case, threshold, Some(sheet))?);
    let Some(votes) = share(sheet.agreed, threshold) else {
        return Verdict::new(Voted::Open, Because::NotCounted);
    };
    let needed = threshold.needed(votes.whole());
    if votes.part() >= needed {
        let because = Because::Enough { votes, needed, threshold: threshold.clone() };
        return Verdict { votes: Some(votes), ..Verdict::new(Voted::Reached, because) };
    }
    let mut verdict = Verdict::new(Voted::Missed, Because::TooFew { votes, needed, threshold: threshold.clone() });
    verdict.votes = Some(votes);
    verdict.because.extend(case.strength.voters.and_then(|voters| out_of_reach(threshold, votes.whole(), voters)));
    if let Some((voted, because)) = lower.and_then(|lower| lowered(case, sheet, lower)) {
        verdict.voted = voted;
        verdict.because.push(because);
    }
    verdict
}

/// Whether the votes are enough for the lower title, by what is asked for that one.
fn lowered(case: &Case<'_>, sheet: &Sheet, lower: &AwardRule) -> Option<(Voted, Because)> {
    let threshold = lower.rule.threshold.as_ref()?;
    let with_higher = match case.award.rule.lowered {
        LoweredCount::Alone => 0,
        LoweredCount::WithHigher => sheet.agreed.unwrap_or(0),
    };
    let votes = Share::new(sheet.lowered?.saturating_add(with_higher), base(case, threshold, Some(sheet))?)?;
    let needed = threshold.needed(votes.whole());
    let because = Because::EnoughForLower { votes, needed, threshold: threshold.clone(), award: lower.award.clone() };
    (votes.part() >= needed).then_some((Voted::Lowered(votes), because))
}

/// Of how many the share is taken; before there is a sheet, ballots can't be the base.
fn base(case: &Case<'_>, threshold: &Threshold, sheet: Option<&Sheet>) -> Option<u64> {
    let issued = sheet.and_then(|sheet| sheet.issued);
    let valid = sheet.and_then(Sheet::valid);
    threshold.base(case.award.rule.recused, &case.strength, issued, valid)
}
