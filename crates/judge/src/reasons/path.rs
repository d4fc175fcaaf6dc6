//! What is missing: what would still have to be true for a condition to be met.

use phongtrao_diagnostic::Text;

use super::Reason;
use crate::{Amount, Verdict, texts};

/// Something that would still have to be true.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The condition.
    pub words: Text,
    /// The limits that it asks.
    pub asked: Option<Text>,
    /// What it came to, where that is a number.
    pub came: Option<Amount>,
    /// Whether it surely fails now, or is only not known yet.
    pub failed: bool,
    /// Whether it stands in the way because it is true, or may be: nobody of whom it is true is awarded.
    pub unwanted: bool,
    /// The source of the rule: its own, else that of the rule above it.
    pub source: Option<String>,
    /// What it waits for.
    pub waits: Vec<Text>,
}

/// The lowest conditions that are not met yet and stand in the way. Of several ways the one with the fewest open conditions is named.
pub fn open(reason: &Reason) -> Vec<Step> {
    let mut steps = Vec::new();
    gather(reason, None, &mut steps);
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

fn gather(reason: &Reason, above: Option<&str>, steps: &mut Vec<Step>) {
    if reason.verdict == Some(Verdict::Met) {
        return;
    }
    let source = reason.source.as_deref().or(above);
    let tests: Vec<&Reason> = reason.parts.iter().filter(|part| part.verdict.is_some_and(|verdict| verdict != Verdict::Met)).collect();
    let is_gathered = reason.amount.is_none() && !reason.parts.is_empty();
    // Words of its own say it better than what it excludes.
    if reason.excludes && reason.words == texts::reason_none() {
        let unwanted = reason.parts.iter().filter(|part| part.verdict.is_some_and(|verdict| verdict != Verdict::NotMet));
        steps.extend(unwanted.map(|part| Step {
            failed: part.verdict == Some(Verdict::Met),
            unwanted: true,
            ..step(part, part.source.as_deref().or(source))
        }));
        return;
    }
    if !is_gathered || reason.excludes || tests.is_empty() {
        steps.push(step(reason, source));
        return;
    }
    if reason.one_is_enough {
        let ways = tests.iter().map(|test| {
            let mut way = Vec::new();
            gather(test, source, &mut way);
            way
        });
        steps.extend(ways.min_by_key(|way| (way.iter().any(|step| step.failed), way.len())).unwrap_or_default());
        return;
    }
    for test in tests {
        gather(test, source, steps);
    }
}

fn step(reason: &Reason, source: Option<&str>) -> Step {
    Step {
        words: reason.words.clone(),
        asked: reason.asked.clone(),
        came: reason.amount,
        failed: reason.verdict == Some(Verdict::NotMet),
        unwanted: false,
        source: source.map(str::to_owned),
        waits: missing(reason),
    }
}
