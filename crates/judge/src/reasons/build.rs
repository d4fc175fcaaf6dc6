//! Asks a rule of a subject and keeps why it came out so: the program says every value on the way, the leaves say what they come from.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use phongtrao_rules::criteria::{Fact, Limit, Part, Quantity, Rule, Test};

use super::leaves::Leaves;
use super::{Reason, words};
use crate::facts::{Addition, Ask, Facts, Found, Ground, Missing};
use crate::program::{Program, Trace, Value};
use crate::{Amount, Verdict, names, texts};

/// Asks rules of subjects; each rule is compiled once.
#[derive(Default)]
pub(crate) struct Builder {
    /// By the place of the rule in memory: rules live as long as the round that is judged.
    programs: RefCell<BTreeMap<usize, Option<Rc<Program>>>>,
}

impl Builder {
    fn program(&self, rule: &Rule) -> Option<Rc<Program>> {
        let place = std::ptr::from_ref(rule).addr();
        self.programs.borrow_mut().entry(place).or_insert_with(|| Program::compile(rule).ok().map(Rc::new)).clone()
    }

    /// What a rule comes to for a subject.
    pub(crate) fn verdict(&self, rule: &Rule, subject: &str, facts: &Facts<'_>, ask: &dyn Ask) -> Found<Verdict> {
        let Some(program) = self.program(rule) else { return Found::waiting(Verdict::Unknown, texts::missing_sense()) };
        let leaves = Leaves::look_up(&program, subject, facts, ask);
        match leaves.trace() {
            Some(trace) => leaves.into_found(&trace),
            None => Found::waiting(Verdict::Unknown, texts::missing_sense()),
        }
    }

    /// The same with its reasons.
    pub(crate) fn reason(&self, rule: &Rule, subject: &str, facts: &Facts<'_>, ask: &dyn Ask) -> Reason {
        let judged = self.program(rule).and_then(|program| {
            let leaves = Leaves::look_up(&program, subject, facts, ask);
            let trace = leaves.trace()?;
            Some(Shape { leaves: &leaves, facts }.rule(rule, &trace))
        });
        judged.unwrap_or_else(|| {
            let mut reason = Reason::new(texts::reason_all());
            reason.verdict = Some(Verdict::Unknown);
            reason.missing.push(Missing::new(texts::missing_sense()));
            reason
        })
    }

    /// A number by which subjects are ranked.
    pub(crate) fn amount(&self, quantity: &Rule, subject: &str, facts: &Facts<'_>, ask: &dyn Ask) -> Amount {
        self.reason(quantity, subject, facts, ask).amount.unwrap_or_else(Amount::unknown)
    }
}

/// Lays the values of a trace onto the shape of a rule.
struct Shape<'a> {
    leaves: &'a Leaves<'a>,
    facts: &'a Facts<'a>,
}

impl Shape<'_> {
    fn rule(&self, rule: &Rule, trace: &Trace) -> Reason {
        let mut reason = self.test(&rule.test, trace);
        reason.id.clone_from(&rule.id);
        if let Some(label) = &rule.label {
            reason.words = texts::reason_label(label);
            // Its own words come before those that another rule has for the same id.
            if let Test::Fact(Fact::Attested { .. }) = &rule.test {
                reason.missing.iter_mut().for_each(|missing| missing.words = texts::missing_attestation(label));
            }
        }
        reason.source.clone_from(&rule.source);
        reason.audience = rule.audience;
        reason
    }

    fn test(&self, test: &Test, trace: &Trace) -> Reason {
        let rules = |of: &[Rule]| -> Vec<Reason> { of.iter().zip(&trace.of).map(|(rule, trace)| self.rule(rule, trace)).collect() };
        let mut reason = match test {
            Test::All(of) => Reason { parts: rules(of), ..Reason::new(texts::reason_all()) },
            Test::Any(of) => Reason { parts: self.ways(of, trace), one_is_enough: true, ..Reason::new(texts::reason_any()) },
            Test::None(of) => Reason { parts: rules(of), excludes: true, ..Reason::new(texts::reason_none()) },
            Test::AtLeast { least, of } => Reason { parts: rules(of), ..Reason::new(texts::reason_at_least(i64::from(*least), of.len())) },
            Test::Amount { of, min, max } => {
                let mut reason =
                    trace.of.first().map_or_else(|| Reason::new(words::quantity(of, self.facts.names)), |trace| self.quantity(of, trace));
                if let Some(found) = self.leaves.amount(of).filter(|found| !found.members.is_empty()) {
                    reason.grounds.clone_from(&found.grounds);
                    reason.grounds.extend(in_the_way(found, min.is_some(), max.is_some()));
                }
                let limits = [min, max].map(|limit| limit.as_ref().and_then(|limit| self.limit(limit, &mut reason)));
                reason.asked = words::asked(of, limits[0], limits[1]);
                reason
            }
            Test::Fact(fact) => self.fact(fact),
        };
        reason.verdict = Some(match trace.value {
            Value::Verdict(verdict) => verdict,
            Value::Amount { .. } => Verdict::Unknown,
        });
        reason
    }

    /// Several ways; those that are for people of other categories are left out where one is for the subject.
    fn ways(&self, of: &[Rule], trace: &Trace) -> Vec<Reason> {
        let all = || of.iter().zip(&trace.of);
        let own: Vec<_> = all().filter(|(rule, trace)| !is_for_others(rule, trace)).collect();
        if own.is_empty() {
            return all().map(|(rule, trace)| self.rule(rule, trace)).collect();
        }
        own.into_iter().map(|(rule, trace)| self.rule(rule, trace)).collect()
    }

    fn fact(&self, fact: &Fact) -> Reason {
        let mut reason = Reason::new(words::fact(fact, self.facts.names));
        reason.period = words::span_of_fact(fact).and_then(|span| self.facts.calendar.span(span));
        if let Some(found) = self.leaves.fact(fact) {
            reason.grounds.clone_from(&found.grounds);
            reason.missing.clone_from(&found.missing);
        } else if let Fact::Attribute { of, .. } = fact {
            self.key(of, &mut reason);
        }
        reason
    }

    fn key(&self, name: &str, reason: &mut Reason) -> Option<&Found<Vec<String>>> {
        let found = self.leaves.key(name);
        match found {
            Some(found) => reason.grounds.extend(found.grounds.iter().cloned()),
            None => reason.missing.push(Missing::of_unit(Addition::Fact, texts::missing_attribute(names::attribute(name)))),
        }
        found
    }

    fn limit(&self, limit: &Limit, reason: &mut Reason) -> Option<phongtrao_value::Decimal> {
        let (keys, cases, otherwise) = match limit {
            Limit::Fixed(number) => return Some(*number),
            Limit::By { keys, cases, otherwise } => (keys, cases, otherwise),
        };
        let found: Vec<_> = keys.iter().map(|key| self.key(key, reason)).collect();
        let values = found.into_iter().map(|found| Some(&found?.value)).collect::<Option<Vec<_>>>()?;
        let is_of = |case: &[String]| case.iter().zip(&values).all(|(value, values)| values.contains(value));
        let case = cases.iter().find(|(case, _)| is_of(case)).map(|(_, number)| *number);
        let number = case.or(*otherwise);
        if number.is_none() {
            reason.missing.push(Missing::new(texts::missing_limit(values.into_iter().flatten().cloned().collect::<Vec<_>>().join(", "))));
        }
        number
    }

    fn quantity(&self, quantity: &Quantity, trace: &Trace) -> Reason {
        let mut reason = Reason::new(words::quantity(quantity, self.facts.names));
        if let Value::Amount { least, most } = trace.value {
            reason.amount = Some(Amount { least, most });
        }
        if let Some(found) = self.leaves.amount(quantity) {
            reason.period = words::span_of_quantity(quantity).and_then(|span| self.facts.calendar.span(span));
            reason.grounds.clone_from(&found.grounds);
            // More is better where nothing else is said.
            reason.grounds.extend(in_the_way(found, true, false));
            reason.missing.clone_from(&found.missing);
            return reason;
        }
        let mut below = trace.of.iter();
        let mut next = |quantity: &Quantity| below.next().map(|trace| self.quantity(quantity, trace));
        match quantity {
            Quantity::Bands { of, .. } => reason.parts.extend(next(of)),
            Quantity::Ratio { of, target, .. } => {
                reason.parts.extend(next(of));
                self.limit(target, &mut reason);
            }
            Quantity::MeanOf(of) | Quantity::LeastOf(of) | Quantity::GreatestOf(of) => reason.parts.extend(of.iter().filter_map(next)),
            Quantity::Run { of, min } => {
                reason.parts.extend(of.iter().filter_map(next));
                self.limit(min, &mut reason);
            }
            Quantity::If { rule, .. } => reason.parts.extend(below.next().map(|trace| self.rule(rule, trace))),
            Quantity::Total { of, bonus, penalty, .. } => {
                let parts = of.iter().chain(bonus).chain(penalty);
                reason.parts.extend(parts.zip(below).map(|(part, trace)| self.part(part, trace)));
            }
            _ => {}
        }
        reason
    }

    fn part(&self, part: &Part, trace: &Trace) -> Reason {
        let mut reason = self.quantity(&part.of, trace);
        reason.id.clone_from(&part.id);
        if let Some(label) = &part.label {
            reason.words = texts::reason_label(label);
        }
        reason.source.clone_from(&part.source);
        reason.audience = part.audience;
        reason
    }
}

/// The members who stand in the way: where at least so many are asked, those of whom the condition does not hold; where at most, those of whom it does.
fn in_the_way(found: &Found<Amount>, has_least: bool, has_most: bool) -> impl Iterator<Item = Ground> + '_ {
    let fits = match (has_least, has_most) {
        (true, _) => Some(Verdict::Met),
        (false, true) => Some(Verdict::NotMet),
        (false, false) => None,
    };
    let in_the_way = found.members.iter().filter(move |(value, _)| fits.is_some_and(|fits| *value != fits));
    in_the_way.map(|(_, ground)| ground.clone())
}

/// Whether a way is for people of other categories only: then nothing else in it concerns the subject.
fn is_for_others(rule: &Rule, trace: &Trace) -> bool {
    let Test::All(of) = &rule.test else { return false };
    let is_category = |rule: &Rule| matches!(&rule.test, Test::Fact(Fact::Attribute { of, .. }) if of == CATEGORY);
    of.iter().zip(&trace.of).any(|(rule, trace)| is_category(rule) && trace.value == Value::Verdict(Verdict::NotMet))
}

/// The attribute of people by which rules of the packs say whom they are for.
const CATEGORY: &str = "category";
