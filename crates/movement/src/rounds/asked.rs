//! What the packs ask for an award of a plan, and what they say beside it.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Name, Text};
use phongtrao_judge::round::{Beside, Posthumous, SubjectKind};
use phongtrao_plan::{Award, Plan, Subject};
use phongtrao_rules::Entry;
use phongtrao_rules::criteria::{Limit, Quantity, Rule, Test};
use phongtrao_rules::entries::{Body, Condition, Effect, Fraction, Kind, VoteBase};
use phongtrao_value::Decimal;

use super::input::{self, plain};
use super::law::of_entry;
use super::names::name;
use crate::law::Law;
use crate::meetings::bodies;
use crate::tally::{BodyKind, limit_words};
use crate::texts;

/// The kind of commendation, as scopes call it, that is given for time served.
const SERVICE: &str = "service";

/// What the packs ask for an award.
#[derive(Default)]
pub(super) struct Asked {
    /// Several ways to it, any of which is enough.
    ways: Vec<Concerned>,
    /// Whoever falls under one of them is not considered.
    bars: Vec<Concerned>,
    pub(super) posthumous: Posthumous,
    pub(super) holds: Vec<Beside>,
    pub(super) pending_source: Option<String>,
    pub(super) prefers: Vec<Beside>,
    pub(super) procedure: Vec<Text>,
    pub(super) cautions: Vec<Text>,
    shortens: Vec<Shortens>,
}

/// A rule of the packs, and whom it concerns.
struct Concerned {
    kind: Option<SubjectKind>,
    /// Categories of people; of none: all.
    categories: Vec<String>,
    rule: Rule,
}

impl Concerned {
    fn new(rule: Rule, entry: &Entry) -> Concerned {
        let categories = entry.head.scope.as_ref().map(|scope| scope.categories.clone()).unwrap_or_default();
        Concerned { kind: kind_of(entry), categories, rule }
    }

    /// Whether it can concern a subject of the plan.
    fn concerns(&self, subject: &Subject) -> bool {
        let kind = input::kind_of(subject);
        let is_of_kind = self.kind.is_none() || kind.is_none() || self.kind == kind;
        let any = self.categories.is_empty() || subject.categories.is_empty();
        is_of_kind && (any || subject.categories.iter().any(|category| self.categories.contains(category)))
    }
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
            asked.honour(honour, plan, award, law);
            asked.procedure(honour, plan, award, law);
        }
        for entry in law.governing(Kind::Condition, award.honour.as_deref(), None) {
            if let Some(Body::Condition(condition)) = &entry.body
                && concerns(plan, award, kind_of(entry))
            {
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

    fn honour(&mut self, honour: &str, plan: &Plan, award: &Award, law: &Law<'_>) {
        if let Some(entry) = law.packs.entry(honour, law.day) {
            self.caution(law, entry);
            if let Some(Body::Honour(honour)) = &entry.body {
                self.posthumous = Posthumous { allowed: honour.posthumous, source: Some(entry.source.clone()) };
            }
        }
        for (rule, entry) in law.ways(honour) {
            let way = Concerned::new(rule, entry);
            if subjects(plan, award).any(|subject| way.concerns(subject)) {
                self.ways.push(way);
                self.caution(law, entry);
            }
        }
    }

    /// The closest entries say how the award is voted on, by each body, and how long its list is posted before.
    fn procedure(&mut self, honour: &str, plan: &Plan, award: &Award, law: &Law<'_>) {
        let ballot = law.deciding(Kind::Ballot, award).into_iter().find_map(|entry| match &entry.body {
            Some(Body::Ballot(ballot)) => Some((ballot.needed?, entry)),
            _ => None,
        });
        // A vote that the plan asks is held although no law asks it.
        let by_plan = bodies(plan, award);
        if let Some((false, entry)) = ballot.filter(|_| by_plan.as_ref().is_none_or(BTreeSet::is_empty)) {
            self.procedure.push(texts::round_no_vote(named(entry), entry.source.as_str()));
        } else {
            self.votes(by_plan.as_ref(), award, law);
        }
        let posted = law.deciding(Kind::Posting, award).into_iter().find_map(|entry| match &entry.body {
            Some(Body::Posting(posting)) if !posting.not_for.iter().any(|not| not == honour) => Some((posting, entry)),
            _ => None,
        });
        self.procedure.extend(
            posted.map(|(posting, entry)| texts::round_posting(named(entry), i64::from(posting.working_days), entry.source.as_str())),
        );
    }

    fn votes(&mut self, by_plan: Option<&BTreeSet<BodyKind>>, award: &Award, law: &Law<'_>) {
        let is_asked = |body: Option<&str>| match (by_plan, body.and_then(BodyKind::from_word)) {
            (Some(bodies), Some(body)) => bodies.contains(&body),
            (Some(bodies), None) => !bodies.is_empty(),
            (None, _) => true,
        };
        let mut bodies: Vec<Option<&str>> = Vec::new();
        for entry in law.deciding(Kind::Vote, award) {
            let body = match &entry.body {
                Some(Body::Vote(vote)) => Some(vote.body.as_str()),
                _ => None,
            };
            if is_asked(body) && !bodies.contains(&body) {
                bodies.push(body);
                self.procedure.push(vote_words(entry));
            }
        }
    }

    fn condition(&mut self, condition: &Condition, entry: &Entry, award: &Award, law: &Law<'_>) {
        let kind = kind_of(entry);
        let beside = condition.rule.clone().map(|rule| Beside { kind, rule: of_entry(rule, entry) });
        match (condition.effect, beside) {
            (Effect::Bars, Some(bar)) => self.bars.push(Concerned::new(bar.rule, entry)),
            (Effect::HoldsBack, Some(hold)) => self.holds.push(hold),
            // What no rule says is said by the table of pending cases.
            (Effect::HoldsBack, None) => {
                self.pending_source.get_or_insert_with(|| entry.source.clone());
                return;
            }
            // Who goes first among equals matters only where there are places, and something to be equal in.
            (Effect::Prefers, _) if award.quota.is_none() || award.rank_by.is_empty() => return,
            (Effect::Prefers, Some(prefers)) => self.prefers.push(prefers),
            (Effect::Bars | Effect::Prefers, None) => self.cautions.push(texts::round_not_checked(&entry.head.name_vi, &entry.source)),
            _ => return,
        }
        self.caution(law, entry);
    }

    /// Shorter times are for awards that measure the time that they are about.
    fn shortens(&mut self, condition: &Condition, entry: &Entry, plan: &Plan, award: &Award, law: &Law<'_>) {
        let (Some(rule), Some(less)) = (&condition.rule, condition.less) else { return };
        let own = award.criteria.iter().filter_map(|id| plan.criteria.iter().find(|criterion| criterion.id == *id)?.measure.as_ref());
        if own.chain(self.ways.iter().map(|way| &way.rule)).any(|rule| measures(rule, &condition.statuses)) {
            self.shortens.push(Shortens { rule: of_entry(rule.clone(), entry), statuses: condition.statuses.clone(), less });
            self.caution(law, entry);
        }
    }

    fn caution(&mut self, law: &Law<'_>, entry: &Entry) {
        law.packs.cautions(entry, law.day).into_iter().for_each(|caution| self.caution_once(caution));
    }

    pub(super) fn caution_once(&mut self, caution: Text) {
        if !self.cautions.contains(&caution) {
            self.cautions.push(caution);
        }
    }

    /// The ways to the award for a subject of the plan.
    pub(super) fn ways_of(&self, subject: &Subject) -> Vec<Rule> {
        self.ways.iter().filter(|way| way.concerns(subject)).map(|way| way.rule.clone()).collect()
    }

    /// What bars a subject of the plan.
    pub(super) fn bars_of(&self, subject: &Subject) -> Vec<Rule> {
        self.bars.iter().filter(|bar| bar.concerns(subject)).map(|bar| bar.rule.clone()).collect()
    }

    /// A rule with the shorter times as a second way beside each time that it asks.
    pub(super) fn shortened(&self, rule: Rule) -> Rule {
        self.shortens.iter().fold(rule, |rule, shortens| shortens.in_rule(rule))
    }
}

fn vote_words(entry: &Entry) -> Text {
    match &entry.body {
        Some(Body::Vote(vote)) => {
            let of = match vote.of {
                VoteBase::TotalMembers => texts::round_vote_of_all,
                VoteBase::Present => texts::round_vote_of_present,
                VoteBase::IssuedBallots => texts::round_vote_of_issued,
                VoteBase::ValidBallots => texts::round_vote_of_valid,
            };
            of(named(entry), limit_words(vote.percent, vote.above), entry.source.as_str())
        }
        _ => texts::round_vote_unknown(named(entry), entry.head.doubt.clone().unwrap_or_default(), entry.source.as_str()),
    }
}

fn named(entry: &Entry) -> Name {
    name(&entry.head.name_vi, &entry.head.name_en)
}

/// The subjects of the plan that can have the award.
fn subjects<'p>(plan: &'p Plan, award: &'p Award) -> impl Iterator<Item = &'p Subject> {
    plan.subjects.iter().filter(|subject| award.subjects.is_empty() || award.subjects.contains(&subject.id))
}

/// Whether subjects of a kind can have the award.
fn concerns(plan: &Plan, award: &Award, kind: Option<SubjectKind>) -> bool {
    subjects(plan, award).any(|subject| kind.is_none() || input::kind_of(subject).is_none_or(|own| Some(own) == kind))
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
