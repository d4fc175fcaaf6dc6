//! What the packs ask for an award of a plan, and what they say beside it.

use phongtrao_diagnostic::Text;
use phongtrao_judge::round::{Beside, Posthumous, SubjectKind};
use phongtrao_plan::{Award, Plan};
use phongtrao_rules::Entry;
use phongtrao_rules::criteria::{Limit, Quantity, Rule, Test};
use phongtrao_rules::entries::{Body, Condition, Effect, Fraction, Kind};
use phongtrao_value::Decimal;

use super::input::plain;
use super::law::{Law, of_entry};
use crate::texts;

/// The kind of commendation, as scopes call it, that is given for time served.
const SERVICE: &str = "service";

/// What the packs ask for an award.
#[derive(Default)]
pub(super) struct Asked {
    /// Several ways to it, any of which is enough.
    pub(super) ways: Vec<Rule>,
    /// Whoever falls under one of them is not considered.
    pub(super) bars: Vec<Beside>,
    pub(super) posthumous: Posthumous,
    pub(super) holds: Vec<Beside>,
    pub(super) pending_source: Option<String>,
    pub(super) prefers: Vec<Beside>,
    pub(super) cautions: Vec<Text>,
    shortens: Vec<Shortens>,
}

/// Less time is needed where a rule holds.
struct Shortens {
    rule: Rule,
    statuses: Vec<String>,
    less: Fraction,
}

impl Asked {
    pub(super) fn of(plan: &Plan, award: &Award, law: &Law<'_>) -> Asked {
        let mut asked = Asked::default();
        if let Some(honour) = award.honour.as_deref() {
            asked.honour(honour, law);
        }
        for entry in law.governing(Kind::Condition, award.honour.as_deref(), None) {
            if let Some(Body::Condition(condition)) = &entry.body {
                asked.condition(condition, entry, award, law);
            }
        }
        for entry in law.governing(Kind::Condition, award.honour.as_deref(), Some(SERVICE)) {
            if let Some(Body::Condition(condition)) = &entry.body
                && condition.effect == Effect::Shortens
            {
                asked.shortens(condition, entry, plan, award, law);
            }
        }
        asked
    }

    fn honour(&mut self, honour: &str, law: &Law<'_>) {
        if let Some(entry) = law.packs.entry(honour, law.day) {
            self.caution(law, entry);
            if let Some(Body::Honour(honour)) = &entry.body {
                self.posthumous = Posthumous { allowed: honour.posthumous, source: Some(entry.source.clone()) };
            }
        }
        for (way, entry) in law.ways(honour) {
            self.ways.push(way);
            self.caution(law, entry);
        }
    }

    fn condition(&mut self, condition: &Condition, entry: &Entry, award: &Award, law: &Law<'_>) {
        let kind = kind_of(entry);
        let beside = condition.rule.clone().map(|rule| Beside { kind, rule: of_entry(rule, entry) });
        match (condition.effect, beside) {
            (Effect::Bars, Some(bar)) => self.bars.push(bar),
            (Effect::HoldsBack, Some(hold)) => self.holds.push(hold),
            // What no rule says is said by the table of pending cases.
            (Effect::HoldsBack, None) => {
                self.pending_source.get_or_insert_with(|| entry.source.clone());
                return;
            }
            // Who goes first among equals matters only where there are places, and something to be equal in.
            (Effect::Prefers, _) if award.quota.is_none() || award.rank_by.is_empty() => return,
            (Effect::Prefers, Some(prefers)) => self.prefers.push(prefers),
            (Effect::Bars | Effect::Prefers, None) => self.cautions.push(texts::assess_not_checked(&entry.head.name_vi, &entry.source)),
            _ => return,
        }
        self.caution(law, entry);
    }

    /// Shorter times are for awards that measure the time that they are about.
    fn shortens(&mut self, condition: &Condition, entry: &Entry, plan: &Plan, award: &Award, law: &Law<'_>) {
        let (Some(rule), Some(less)) = (&condition.rule, condition.less) else { return };
        let own = award.criteria.iter().filter_map(|id| plan.criteria.iter().find(|criterion| criterion.id == *id)?.measure.as_ref());
        if own.chain(&self.ways).any(|rule| measures(rule, &condition.statuses)) {
            self.shortens.push(Shortens { rule: of_entry(rule.clone(), entry), statuses: condition.statuses.clone(), less });
            self.caution(law, entry);
        }
    }

    fn caution(&mut self, law: &Law<'_>, entry: &Entry) {
        for caution in law.packs.cautions(entry, law.day) {
            if !self.cautions.contains(&caution) {
                self.cautions.push(caution);
            }
        }
    }

    /// A rule with the shorter times as a second way beside each time that it asks.
    pub(super) fn shortened(&self, rule: Rule) -> Rule {
        self.shortens.iter().fold(rule, |rule, shortens| shortens.in_rule(rule))
    }
}

fn kind_of(entry: &Entry) -> Option<SubjectKind> {
    let of_people = entry.head.scope.as_ref().is_some_and(|scope| !scope.categories.is_empty());
    match entry.head.subject.as_deref() {
        Some("individual") => Some(SubjectKind::Individual),
        Some("collective") => Some(SubjectKind::Collective),
        Some("household") => Some(SubjectKind::Household),
        _ => of_people.then_some(SubjectKind::Individual),
    }
}

/// Whether a rule asks for time in one of some statuses.
fn measures(rule: &Rule, statuses: &[String]) -> bool {
    match &rule.test {
        Test::All(of) | Test::Any(of) | Test::AtLeast { of, .. } => of.iter().any(|rule| measures(rule, statuses)),
        Test::Amount { of: Quantity::Service { of, .. }, min: Some(Limit::Fixed(_)), max: None } => statuses.contains(of),
        _ => false,
    }
}

impl Shortens {
    fn in_rule(&self, rule: Rule) -> Rule {
        let each = |of: Vec<Rule>| of.into_iter().map(|rule| self.in_rule(rule)).collect();
        let test = match rule.test {
            Test::All(of) => Test::All(each(of)),
            Test::Any(of) => Test::Any(each(of)),
            Test::AtLeast { least, of } => Test::AtLeast { least, of: each(of) },
            Test::Amount { of: Quantity::Service { of, span }, min: Some(Limit::Fixed(months)), max: None }
                if self.statuses.contains(&of) =>
            {
                let time = |months: Decimal| {
                    let of = Quantity::Service { of: of.clone(), span: span.clone() };
                    plain(Test::Amount { of, min: Some(Limit::Fixed(months)), max: None })
                };
                let shorter = plain(Test::All(vec![self.rule.clone(), time(self.part_of(months))]));
                Test::Any(vec![time(months), shorter])
            }
            other => other,
        };
        Rule { test, ..rule }
    }

    /// What is left of a time, a part of a thousandth counted as a whole one: never less than the rule asks.
    fn part_of(&self, months: Decimal) -> Decimal {
        let (over, under) = (i64::from(self.less.numerator), i64::from(self.less.denominator));
        let left = months.thousandths().saturating_mul((under - over).max(0));
        let whole = left / under + i64::from(left % under != 0);
        Decimal::from_thousandths(whole)
    }
}

#[cfg(test)]
mod tests {
    use phongtrao_rules::criteria::{Audience, Fact, Span};

    use super::*;

    fn time(months: i64) -> Rule {
        let of = Quantity::Service { of: "leading".to_owned(), span: Span::Ever };
        plain(Test::Amount { of, min: Decimal::whole(months).map(Limit::Fixed), max: None })
    }

    #[rstest::rstest]
    #[case(180, "120")]
    #[case(60, "40")]
    #[case(100, "66.667")]
    fn a_third_less_for_women_who_lead(#[case] months: i64, #[case] left: &str) {
        let woman = plain(Test::Fact(Fact::Attribute { of: "sex".to_owned(), values: vec!["female".to_owned()] }));
        let less = Fraction { numerator: 1, denominator: 3 };
        let shortens = Shortens { rule: woman.clone(), statuses: vec!["leading".to_owned()], less };
        let asked = Asked { shortens: vec![shortens], ..Asked::default() };
        let Test::Any(ways) = asked.shortened(time(months)).test else { panic!("two ways") };
        let shorter = Limit::Fixed(left.parse().expect("a number of the table above"));
        let expected = plain(Test::All(vec![woman, Rule { test: with(shorter), ..time(months) }]));
        assert_eq!(ways, [time(months), expected]);
        assert_eq!(time(months).audience, Audience::All);
    }

    fn with(months: Limit) -> Test {
        Test::Amount { of: Quantity::Service { of: "leading".to_owned(), span: Span::Ever }, min: Some(months), max: None }
    }
}
