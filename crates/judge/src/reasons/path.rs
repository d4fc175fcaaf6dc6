//! What is missing: what would still have to be true for a condition to be met.

use phongtrao_diagnostic::Text;

use super::Reason;
use crate::Verdict;

/// Something that would still have to be true.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The condition.
    pub words: Text,
    /// The limits that it asks.
    pub asked: Option<Text>,
    /// Whether it surely fails now, or is only not known yet.
    pub failed: bool,
    /// What it waits for.
    pub waits: Vec<Text>,
}

/// The lowest conditions that are not met yet and stand in the way. Of several ways the one with the fewest open conditions is named.
pub fn open(reason: &Reason) -> Vec<Step> {
    let mut steps = Vec::new();
    gather(reason, &mut steps);
    steps
}

/// Everything that is not known yet, from the top down, each thing once.
pub fn missing(reason: &Reason) -> Vec<Text> {
    let mut missing: Vec<Text> = Vec::new();
    reason.each(&mut |reason| {
        for item in &reason.missing {
            if !missing.contains(&item.words) {
                missing.push(item.words.clone());
            }
        }
    });
    missing
}

fn gather(reason: &Reason, steps: &mut Vec<Step>) {
    if reason.verdict == Some(Verdict::Met) {
        return;
    }
    let tests: Vec<&Reason> = reason.parts.iter().filter(|part| part.verdict.is_some_and(|verdict| verdict != Verdict::Met)).collect();
    let is_gathered = reason.amount.is_none() && !reason.parts.is_empty();
    if !is_gathered || tests.is_empty() {
        let waits = missing(reason);
        steps.push(Step {
            words: reason.words.clone(),
            asked: reason.asked.clone(),
            failed: reason.verdict == Some(Verdict::NotMet),
            waits,
        });
        return;
    }
    if reason.one_is_enough {
        let ways = tests.iter().map(|test| open(test));
        steps.extend(ways.min_by_key(|way| (way.iter().any(|step| step.failed), way.len())).unwrap_or_default());
        return;
    }
    for test in tests {
        gather(test, steps);
    }
}
