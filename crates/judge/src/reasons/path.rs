//! What is missing: what would still have to be true for a condition to be met.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Text, Words};
use phongtrao_register::rows::Place;

use super::{Asked, Reason};
use crate::facts::Missing;
use crate::{Amount, Verdict, texts};

/// Something that would still have to be true.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The condition.
    pub words: Text,
    /// The limits that it asks.
    pub asked: Option<Asked>,
    /// What it came to, where that is a number.
    pub came: Option<Amount>,
    /// Whether it surely fails now, or is only not known yet.
    pub failed: bool,
    /// Whether it stands in the way because it is true, or may be: nobody of whom it is true is awarded.
    pub unwanted: bool,
    /// The source of the rule: its own, else that of the rule above it.
    pub source: Option<String>,
    /// What it waits for.
    pub waits: Vec<Missing>,
    /// The condition that it is one way of several to meet, where that has words of its own.
    pub one_of: Option<Text>,
    /// The rows that it rests on: two conditions with one limit and one value that rest on the same rows are one condition that two rules ask.
    pub rests_on: BTreeSet<Place>,
    /// Whether its words alone would not be true for whoever reads them.
    pub unsaid: bool,
}

impl Step {
    /// Whether another condition asks and found the same.
    pub fn is_same_as(&self, other: &Step) -> bool {
        let is_measured = self.came.is_some() && self.asked.is_some() && !self.rests_on.is_empty();
        is_measured && (&self.asked, self.came, &self.rests_on) == (&other.asked, other.came, &other.rests_on)
    }

    /// The condition with its limits; of one that must not hold the reverse is said, and its limits are not: they are those of the case that it describes.
    pub fn say(&self, words: &Words) -> String {
        let condition = words.say(&self.words);
        if self.unwanted {
            return words.say(&texts::step_unwanted(condition));
        }
        match &self.asked {
            Some(asked) => format!("{condition} ({})", words.say(&asked.words)),
            None => condition,
        }
    }
}

/// The lowest conditions that are not met yet and stand in the way. Of several ways the one with the fewest open conditions is named.
pub fn open(reason: &Reason) -> Vec<Step> {
    let mut steps = Vec::new();
    gather(reason, None, &mut steps);
    // What is hidden waits for everybody alike; it says something only where nothing else does.
    if steps.iter().any(|step| step.words != texts::reason_waits()) {
        steps.retain(|step| step.words != texts::reason_waits());
    }
    steps
}

/// Everything that is not known yet, from the top down, each thing once. What would change nothing is left out: it stands below a condition that is met.
pub fn missing(reason: &Reason) -> Vec<Text> {
    waits(reason).into_iter().map(|missing| missing.words).collect()
}

fn waits(reason: &Reason) -> Vec<Missing> {
    let mut waits = Vec::new();
    gather_missing(reason, &mut waits);
    waits
}

fn gather_missing(reason: &Reason, missing: &mut Vec<Missing>) {
    for item in &reason.missing {
        if missing.iter().all(|known| known.words != item.words) {
            missing.push(item.clone());
        }
    }
    for part in reason.parts.iter().filter(|part| part.verdict != Some(Verdict::Met)) {
        gather_missing(part, missing);
    }
}

fn gather(reason: &Reason, above: Option<&str>, steps: &mut Vec<Step>) {
    if reason.verdict == Some(Verdict::Met) {
        return;
    }
    let source = reason.source.as_deref().or(above);
    let tests: Vec<&Reason> =
        reason.parts.iter().filter(|part| !part.prefers && part.verdict.is_some_and(|verdict| verdict != Verdict::Met)).collect();
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
        let way = ways.min_by_key(|way| (way.iter().any(|step| step.failed), way.len())).unwrap_or_default();
        let one_of = (reason.words != texts::reason_any()).then(|| reason.words.clone());
        steps.extend(way.into_iter().map(|step| Step { one_of: one_of.clone().or(step.one_of), ..step }));
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
        waits: waits(reason),
        one_of: None,
        rests_on: reason.places().copied().collect(),
        unsaid: reason.unsaid,
    }
}

#[cfg(test)]
mod tests {
    use phongtrao_diagnostic::Language;
    use phongtrao_rules::criteria::Audience;
    use rstest::rstest;

    use super::*;

    fn leaf(label: &str, verdict: Verdict) -> Reason {
        Reason { verdict: Some(verdict), source: Some(format!("III.{label}")), ..Reason::new(texts::reason_label(label)) }
    }

    fn none_of(parts: Vec<Reason>) -> Reason {
        Reason { verdict: Some(Verdict::NotMet), excludes: true, parts, ..Reason::new(texts::reason_none()) }
    }

    fn said(reason: &Reason) -> Vec<(Text, bool, bool)> {
        open(reason).into_iter().map(|step| (step.words, step.failed, step.unwanted)).collect()
    }

    #[test]
    fn of_what_must_not_be_the_true_stands_in_the_way() {
        let reason = none_of(vec![leaf("a", Verdict::Met), leaf("b", Verdict::NotMet), leaf("c", Verdict::Unknown)]);
        assert_eq!(said(&reason), [(texts::reason_label("a"), true, true), (texts::reason_label("c"), false, true)]);
    }

    #[test]
    fn nobody_has_to_be_preferred() {
        let preference = Reason { prefers: true, ..leaf("women first", Verdict::NotMet) };
        let reason = Reason {
            verdict: Some(Verdict::NotMet),
            parts: vec![leaf("a", Verdict::Met), preference],
            ..Reason::new(texts::reason_label("award"))
        };
        assert_eq!(said(&reason), [(texts::reason_label("award"), true, false)]);
    }

    #[rstest]
    #[case(false, "recruited (at most 5)")]
    #[case(true, "not one of the cases: recruited")]
    fn what_must_not_be_is_said_the_other_way_round(#[case] unwanted: bool, #[case] said: &str) {
        let asked = Some(Asked::from(texts::asked_most("5")));
        let step = Step { unwanted, ..step(&Reason { asked, ..leaf("recruited", Verdict::Met) }, None) };
        assert_eq!(step.say(&Words::new(Language::English, &[&texts::TEXTS])), said);
    }

    #[test]
    fn words_of_its_own_say_what_must_not_be() {
        let reason = Reason { words: texts::reason_label("none"), ..none_of(vec![leaf("a", Verdict::Met)]) };
        assert_eq!(said(&reason), [(texts::reason_label("none"), true, false)]);
    }

    #[rstest]
    #[case::its_own(Some("II.1"), Some("III.a"), Some("III.a"))]
    #[case::that_of_the_rule_above(Some("II.1"), None, Some("II.1"))]
    #[case::none(None, None, None)]
    fn a_step_names_the_source_of_its_rule(#[case] above: Option<&str>, #[case] own: Option<&str>, #[case] named: Option<&str>) {
        let part = Reason { source: own.map(str::to_owned), ..leaf("a", Verdict::NotMet) };
        let all = Reason {
            verdict: Some(Verdict::NotMet),
            source: above.map(str::to_owned),
            parts: vec![part],
            ..Reason::new(texts::reason_all())
        };
        assert_eq!(open(&all).first().and_then(|step| step.source.as_deref()), named);
    }

    #[test]
    fn what_is_hidden_is_told_only_where_nothing_else_is_open() {
        let hidden = Reason { audience: Audience::Chair, ..leaf("a", Verdict::Met) };
        let parts = vec![leaf("b", Verdict::Unknown), hidden];
        let all = Reason { verdict: Some(Verdict::Unknown), parts, ..Reason::new(texts::reason_all()) };
        assert_eq!(said(&all.seen_by(Audience::All)), [(texts::reason_label("b"), false, false)]);
    }

    #[rstest]
    #[case::words_of_its_own(texts::reason_label("an initiative or a topic"), Some(texts::reason_label("an initiative or a topic")))]
    #[case::none(texts::reason_any(), None)]
    fn a_way_names_the_condition_that_it_is_one_of_several_to_meet(#[case] words: Text, #[case] named: Option<Text>) {
        let parts = vec![leaf("a", Verdict::NotMet), leaf("b", Verdict::NotMet)];
        let any = Reason { verdict: Some(Verdict::NotMet), one_is_enough: true, parts, ..Reason::new(words) };
        assert_eq!(open(&any).into_iter().map(|step| step.one_of).collect::<Vec<_>>(), [named]);
    }

    /// Two good years in a row that count anew after discipline: whoever may not know of it would read a ground that the years refute.
    #[rstest]
    #[case::everybody(Audience::All, true)]
    #[case::whom_it_is_about(Audience::Subject, false)]
    fn a_ground_that_is_discipline_is_not_said_to_everybody(#[case] audience: Audience, #[case] unsaid: bool) {
        let place = phongtrao_register::rows::Place { file: "discipline.csv", line: 2 };
        let words = texts::fact_restart("2026-03-12".parse::<phongtrao_value::Date>().expect("a day"), "Điều 8");
        let ground = crate::facts::Ground { place, words, audience: Audience::Subject };
        let years = Reason { grounds: vec![ground], ..leaf("two good years", Verdict::NotMet) };
        let steps: Vec<bool> = open(&years.seen_by(audience)).into_iter().map(|step| step.unsaid).collect();
        assert_eq!(steps, [unsaid]);
    }

    #[test]
    fn what_is_not_for_everybody_waits_and_does_not_fail() {
        let hidden = Reason { audience: Audience::Chair, ..leaf("a", Verdict::NotMet) };
        let all = Reason { verdict: Some(Verdict::NotMet), parts: vec![hidden], ..Reason::new(texts::reason_all()) };
        assert_eq!(said(&all.seen_by(Audience::All)), [(texts::reason_waits(), false, false)]);
    }
}
