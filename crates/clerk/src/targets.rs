//! What became of the targets of a plan: each is asked of the organisation as a whole, in the same judging as the awards on which it rests. Of a number of records
//! those of all its units and people count, for they are written down where they were made.

use std::borrow::Cow;

use phongtrao_judge::Verdict;
use phongtrao_judge::round::{Assessed, AwardInput, GroupInput, Judged, RoundInput, SubjectKind, judge};
use phongtrao_plan::Target;
use phongtrao_register::Register;
use phongtrao_register::rows::{Record, Unit};
use phongtrao_rules::criteria::{Aggregate, Audience, Quantity, Rule, Test};

use crate::Facts;
use crate::measured::{self, Figure};

/// The ids of plans do not begin with it.
const MARK: &str = "target:";

/// The tree in which the organisation itself stands.
const TREE: &str = "administration";

/// A target that is measured, as far as it was reached.
#[derive(Debug, Clone)]
pub(crate) struct Reached {
    /// Its id in the plan.
    pub(crate) target: String,
    /// Whether it was reached; of what nobody has written down, nothing is known.
    pub(crate) verdict: Verdict,
    /// The number, where the measure has one.
    pub(crate) figure: Option<Figure>,
}

/// The round with the measured targets beside its awards.
pub(crate) fn with_targets<'r>(facts: &Facts<'r>) -> Cow<'r, RoundInput> {
    let Some(kind) = root(facts).and_then(|root| root.kind.clone()) else { return Cow::Borrowed(facts.round) };
    let asked: Vec<AwardInput> = facts
        .plan
        .targets
        .iter()
        .filter_map(|target| Some((target.id.as_str(), target.measure.as_ref()?)))
        .map(|(id, measure)| input(id, &kind, measure))
        .collect();
    if asked.is_empty() {
        return Cow::Borrowed(facts.round);
    }
    let mut round = facts.round.clone();
    round.awards.extend(asked);
    Cow::Owned(round)
}

/// Takes the targets out of what was judged.
pub(crate) fn take(facts: &Facts<'_>, judged: &mut Judged) -> Vec<Reached> {
    let root = root(facts).map(|root| root.id.as_str());
    let whole = of_all_together(facts);
    let mut reached = Vec::new();
    judged.awards.retain(|award| {
        let Some(id) = award.id.strip_prefix(MARK) else { return true };
        let target = facts.plan.targets.iter().find(|target| target.id == id);
        let asked = target.and_then(|target| Some((target, target.measure.as_ref()?)));
        let summed = whole.as_ref().and_then(|whole| whole.award(&award.id));
        let result = root.and_then(|root| summed.unwrap_or(award).of(root));
        reached.extend(asked.zip(result).map(|((target, measure), result)| found(target, measure, result)));
        false
    });
    reached
}

/// The targets that count or add up records, judged on the records of everybody as if they were the organisation's own. None where there is no such target.
fn of_all_together(facts: &Facts<'_>) -> Option<Judged> {
    let root = root(facts)?;
    let kind = root.kind.clone()?;
    let targets = facts.plan.targets.iter().filter_map(|target| Some((target.id.as_str(), target.measure.as_ref()?)));
    let awards: Vec<AwardInput> = targets.filter(|(_, measure)| adds_up(measure)).map(|(id, measure)| input(id, &kind, measure)).collect();
    if awards.is_empty() {
        return None;
    }
    let own = |record: &Record| Record { subject: root.id.clone(), ..record.clone() };
    let together = Register {
        organisation: facts.register.organisation.clone(),
        units: vec![Unit { parent: None, ..root.clone() }],
        records: facts.register.records.iter().map(own).collect(),
        ..Register::default()
    };
    Some(judge(&RoundInput { awards, ..facts.round.clone() }, &together, facts.rests_on.clone()))
}

/// Whether a measure is a number that grows with each record; a mean or the last value of many is none of them all.
fn adds_up(measure: &Rule) -> bool {
    matches!(&measure.test, Test::Amount { of: Quantity::Records { how: Aggregate::Count | Aggregate::Sum, .. }, .. })
}

fn found(target: &Target, measure: &Rule, result: &Assessed) -> Reached {
    let reason = result.seen_by(Audience::All).reason;
    let conditions = reason.parts.first().unwrap_or(&reason);
    let figure = measured::figure(measure, conditions, measured::shown(measure, target.value.as_deref()));
    let is_written_down = measured::counts_others(measure) || conditions.places().next().is_some();
    let verdict = conditions.verdict.filter(|_| is_written_down).unwrap_or(Verdict::Unknown);
    Reached { target: target.id.clone(), verdict, figure }
}

fn input(target: &str, kind: &str, measure: &Rule) -> AwardInput {
    AwardInput { id: format!("{MARK}{target}"), groups: vec![group(kind, measure)], ..AwardInput::default() }
}

fn group(kind: &str, measure: &Rule) -> GroupInput {
    GroupInput {
        id: String::new(),
        kind: Some(SubjectKind::Collective),
        categories: Vec::new(),
        unit_kinds: vec![kind.to_owned()],
        tree: Some(TREE.to_owned()),
        blocks: Vec::new(),
        except: Vec::new(),
        rule: measure.clone(),
    }
}

/// The organisation as a unit: the first of its tree without one above.
fn root<'f>(facts: &'f Facts<'_>) -> Option<&'f phongtrao_register::rows::Unit> {
    let roots = facts.register.units.iter().filter(|unit| unit.parent.is_none() && unit.tree == TREE);
    roots.min_by_key(|unit| (unit.order.unwrap_or(i64::MAX), &unit.id))
}
