//! Asks a rule of a subject and keeps why it came out so.

use phongtrao_rules::criteria::{Limit, Part, Quantity, Rule, Test};

use super::{Reason, words};
use crate::facts::{Ask, Facts, Found};
use crate::program::Number;
use crate::{Amount, Verdict, texts};

/// Asks rules of subjects.
pub(crate) struct Builder<'a> {
    pub(crate) ask: &'a dyn Ask,
}

impl Builder<'_> {
    /// What a rule comes to for a subject.
    pub(crate) fn rule(&self, rule: &Rule, subject: &str, facts: &Facts<'_>) -> Reason {
        let mut reason = self.test(&rule.test, subject, facts);
        reason.id.clone_from(&rule.id);
        if let Some(label) = &rule.label {
            reason.words = texts::reason_label(label);
        }
        reason.source.clone_from(&rule.source);
        reason.audience = rule.audience;
        reason
    }

    fn test(&self, test: &Test, subject: &str, facts: &Facts<'_>) -> Reason {
        let rules = |of: &[Rule]| -> Vec<Reason> { of.iter().map(|rule| self.rule(rule, subject, facts)).collect() };
        match test {
            Test::All(of) => gathered(texts::reason_all(), rules(of), |parts| verdicts(parts).min().unwrap_or(Verdict::Met)),
            Test::Any(of) => {
                let mut reason = gathered(texts::reason_any(), rules(of), |parts| verdicts(parts).max().unwrap_or(Verdict::NotMet));
                reason.one_is_enough = true;
                reason
            }
            Test::None(of) => gathered(texts::reason_none(), rules(of), |parts| verdicts(parts).max().unwrap_or(Verdict::NotMet).not()),
            Test::AtLeast { least, of } => {
                let words = texts::reason_at_least(i64::from(*least), of.len());
                gathered(words, rules(of), |parts| at_least(*least, parts))
            }
            Test::Amount { of, min, max } => self.amount(of, min.as_ref(), max.as_ref(), subject, facts),
            Test::Fact(fact) => {
                let found = facts.fact(fact, subject, self.ask);
                let mut reason = Reason::new(words::fact(fact));
                reason.period = words::span_of_fact(fact).and_then(|span| facts.calendar.span(span));
                reason.verdict = Some(found.value);
                reason.grounds = found.grounds;
                reason.missing = found.missing;
                reason
            }
        }
    }

    fn amount(&self, of: &Quantity, min: Option<&Limit>, max: Option<&Limit>, subject: &str, facts: &Facts<'_>) -> Reason {
        let mut reason = self.quantity(of, subject, facts);
        let amount = reason.amount.unwrap_or_else(Amount::unknown);
        let least = min.map(|limit| self.limit(limit, subject, facts, &mut reason));
        let most = max.map(|limit| self.limit(limit, subject, facts, &mut reason));
        reason.asked = words::asked(least, most);
        let reached = least.map_or(Verdict::Met, |least| reaches(amount, least));
        let kept = most.map_or(Verdict::Met, |most| reaches(most, amount));
        reason.verdict = Some(reached.min(kept));
        reason
    }

    fn limit(&self, limit: &Limit, subject: &str, facts: &Facts<'_>, reason: &mut Reason) -> Amount {
        let (key, cases, otherwise) = match limit {
            Limit::Fixed(number) => return Amount::known((*number).into()),
            Limit::By { key, cases, otherwise } => (key, cases, otherwise),
        };
        let values = facts.attribute_of(key, subject, facts.calendar.period.to.min(facts.calendar.as_of));
        let Some(Found { value: values, grounds, .. }) = values else {
            reason.missing.push(crate::facts::Missing::new(texts::missing_attribute(key.as_str())));
            return Amount { least: Number::NEGATIVE_INFINITY, most: Number::INFINITY };
        };
        reason.grounds.extend(grounds);
        let case = cases.iter().find(|(value, _)| values.contains(value)).map(|(_, number)| *number);
        match case.or(*otherwise) {
            Some(number) => Amount::known(number.into()),
            None => {
                reason.missing.push(crate::facts::Missing::new(texts::missing_limit(values.join(", "))));
                Amount { least: Number::NEGATIVE_INFINITY, most: Number::INFINITY }
            }
        }
    }

    fn quantity(&self, quantity: &Quantity, subject: &str, facts: &Facts<'_>) -> Reason {
        let mut reason = Reason::new(words::quantity(quantity));
        if let Some(found) = facts.quantity(quantity, subject, self.ask) {
            reason.period = words::span_of_quantity(quantity).and_then(|span| facts.calendar.span(span));
            reason.amount = Some(found.value);
            reason.grounds = found.grounds;
            reason.missing = found.missing;
            return reason;
        }
        let parts = |of: &[Quantity]| -> Vec<Reason> { of.iter().map(|of| self.quantity(of, subject, facts)).collect() };
        reason.amount = match quantity {
            Quantity::Fixed(number) => Some(Amount::known((*number).into())),
            Quantity::Bands { of, bands } => {
                reason.parts = vec![self.quantity(of, subject, facts)];
                let points = |number: Number| {
                    bands.iter().rev().find(|band| Number::from(band.from) <= number).map_or(Number::ZERO, |band| band.points.into())
                };
                amounts(&reason.parts).next().map(|of| {
                    let within = bands.iter().filter(|band| of.least <= band.from.into() && Number::from(band.from) <= of.most);
                    let all = within.map(|band| band.points.into()).chain([points(of.least), points(of.most)]);
                    extremes(all)
                })
            }
            Quantity::Ratio { of, target, points, most } => {
                reason.parts = vec![self.quantity(of, subject, facts)];
                let target = self.limit(target, subject, facts, &mut reason);
                let most = most.map_or(Number::INFINITY, Number::from);
                let inverse = target.is_known().then(|| target.least.inverse()).flatten();
                amounts(&reason.parts).next().zip(inverse).and_then(|(of, inverse)| {
                    let scaled = |number: Number| number.times(inverse)?.times((*points).into()).map(|points| points.min(most));
                    Some(Amount { least: scaled(of.least)?, most: scaled(of.most)? })
                })
            }
            Quantity::If { rule, points } => {
                let asked = self.rule(rule, subject, facts);
                let amount = match asked.verdict {
                    Some(Verdict::Met) => Amount::known((*points).into()),
                    Some(Verdict::NotMet) => Amount::known(Number::ZERO),
                    _ => extremes([Number::ZERO, (*points).into()].into_iter()),
                };
                reason.parts = vec![asked];
                Some(amount)
            }
            Quantity::Total { of, bonus, bonus_most, penalty, penalty_most } => {
                let group = |of: &[Part]| -> Vec<Reason> { of.iter().map(|part| self.part(part, subject, facts)).collect() };
                let (of, bonus, penalty) = (group(of), group(bonus), group(penalty));
                let capped = |amount: Amount, most: &Option<phongtrao_value::Decimal>| match most {
                    Some(most) => Amount { least: amount.least.min((*most).into()), most: amount.most.min((*most).into()) },
                    None => amount,
                };
                let (base, more, less) = (sum(&of), sum(&bonus).map(|sum| capped(sum, bonus_most)), sum(&penalty).map(|sum| capped(sum, penalty_most)));
                reason.parts = of.into_iter().chain(bonus).chain(penalty).collect();
                base.zip(more).zip(less).and_then(|((base, more), less)| {
                    let minus = Number::whole(-1);
                    Some(Amount {
                        least: base.least.plus(more.least)?.plus(less.most.times(minus)?)?,
                        most: base.most.plus(more.most)?.plus(less.least.times(minus)?)?,
                    })
                })
            }
            Quantity::MeanOf(of) => {
                reason.parts = parts(of);
                let by = Number::whole(of.len() as i128).inverse();
                sum(&reason.parts).zip(by).and_then(|(sum, by)| Some(Amount { least: sum.least.times(by)?, most: sum.most.times(by)? }))
            }
            Quantity::LeastOf(of) => {
                reason.parts = parts(of);
                let least = amounts(&reason.parts).map(|amount| amount.least).min();
                least.zip(amounts(&reason.parts).map(|amount| amount.most).min()).map(|(least, most)| Amount { least, most })
            }
            Quantity::GreatestOf(of) => {
                reason.parts = parts(of);
                let least = amounts(&reason.parts).map(|amount| amount.least).max();
                least.zip(amounts(&reason.parts).map(|amount| amount.most).max()).map(|(least, most)| Amount { least, most })
            }
            Quantity::Run { of, min } => {
                reason.parts = parts(of);
                let limit = self.limit(min, subject, facts, &mut reason);
                let reached: Vec<Verdict> = amounts(&reason.parts).map(|amount| reaches(amount, limit)).collect();
                let longest = |least: Verdict| reached.split(|verdict| *verdict < least).map(<[Verdict]>::len).max().unwrap_or(0);
                Some(Amount::between(Number::whole(longest(Verdict::Met) as i128), Number::whole(longest(Verdict::Unknown) as i128)))
            }
            _ => {
                reason.missing.push(crate::facts::Missing::new(texts::missing_set()));
                None
            }
        };
        reason.amount = reason.amount.or(Some(Amount::unknown()));
        reason
    }

    fn part(&self, part: &Part, subject: &str, facts: &Facts<'_>) -> Reason {
        let mut reason = self.quantity(&part.of, subject, facts);
        reason.id.clone_from(&part.id);
        if let Some(label) = &part.label {
            reason.words = texts::reason_label(label);
        }
        reason.source.clone_from(&part.source);
        reason.audience = part.audience;
        reason
    }
}

fn gathered(words: phongtrao_diagnostic::Text, parts: Vec<Reason>, verdict: impl Fn(&[Reason]) -> Verdict) -> Reason {
    let mut reason = Reason::new(words);
    reason.verdict = Some(verdict(&parts));
    reason.parts = parts;
    reason
}

fn verdicts(parts: &[Reason]) -> impl Iterator<Item = Verdict> {
    parts.iter().map(|part| part.verdict.unwrap_or(Verdict::Unknown))
}

fn amounts(parts: &[Reason]) -> impl Iterator<Item = Amount> {
    parts.iter().map(|part| part.amount.unwrap_or_else(Amount::unknown))
}

fn at_least(least: u32, parts: &[Reason]) -> Verdict {
    let count = |verdict: Verdict| u32::try_from(verdicts(parts).filter(|own| *own >= verdict).count()).unwrap_or(u32::MAX);
    if count(Verdict::Met) >= least {
        Verdict::Met
    } else if count(Verdict::Unknown) >= least {
        Verdict::Unknown
    } else {
        Verdict::NotMet
    }
}

fn reaches(amount: Amount, limit: Amount) -> Verdict {
    if amount.least >= limit.most {
        Verdict::Met
    } else if amount.most < limit.least {
        Verdict::NotMet
    } else {
        Verdict::Unknown
    }
}

fn extremes(numbers: impl Iterator<Item = Number> + Clone) -> Amount {
    let least = numbers.clone().min().unwrap_or(Number::ZERO);
    Amount { least, most: numbers.max().unwrap_or(Number::INFINITY) }
}

fn sum(parts: &[Reason]) -> Option<Amount> {
    amounts(parts).try_fold(Amount::known(Number::ZERO), |sum, amount| {
        Some(Amount { least: sum.least.plus(amount.least)?, most: sum.most.plus(amount.most)? })
    })
}
