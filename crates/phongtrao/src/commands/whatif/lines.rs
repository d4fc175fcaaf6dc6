//! Units that cross a line: another outcome of a collective award, a condition that turns, a quota of the unit that is passed.

use std::collections::BTreeMap;

use phongtrao_judge::round::{Among, AwardResult, Judged, Outcome, QuotaUse};
use phongtrao_register::Register;
use phongtrao_rules::criteria::Audience;

use crate::crossed::{Crossed, crossed};

/// A unit on another side of a line than before.
#[derive(Debug)]
pub(super) struct Line<'a> {
    pub(super) award: &'a AwardResult,
    pub(super) unit: &'a str,
    pub(super) name: &'a str,
    /// Its own outcome before and after; `None` where the unit can't have the award.
    pub(super) outcomes: (Option<Outcome>, Option<Outcome>),
    /// The lowest conditions that came out differently.
    pub(super) conditions: Vec<Crossed>,
    /// The unit's quota before and after, where one side has more who meet the conditions than places and the other has not.
    pub(super) quota: Option<(QuotaUse, QuotaUse)>,
}

/// The units that cross a line between two judgings, award by award.
pub(super) fn lines<'a>(before: &'a Judged, after: &'a Judged, register: &'a Register) -> Vec<Line<'a>> {
    let units: BTreeMap<&str, &str> = register.units.iter().map(|unit| (unit.id.as_str(), unit.name.as_str())).collect();
    let mut lines = Vec::new();
    for award in &after.awards {
        let Some(was) = before.award(&award.id) else { continue };
        let mut of_award: BTreeMap<&str, Line<'a>> = BTreeMap::new();
        for (unit, name) in units.iter().filter(|(unit, _)| was.of(unit).is_some() || award.of(unit).is_some()) {
            let line = outcome_line(award, was, unit, name);
            of_award.extend(line.map(|line| (*unit, line)));
        }
        for (was, now) in quotas(was, award) {
            let Some((unit, name)) = unit_of(now).and_then(|id| units.get_key_value(id)) else { continue };
            if is_over(was) != is_over(now) {
                let line = of_award.entry(unit).or_insert_with(|| Line::of(award, unit, name));
                line.quota = Some((was.clone(), now.clone()));
            }
        }
        lines.extend(of_award.into_values());
    }
    lines
}

impl<'a> Line<'a> {
    fn of(award: &'a AwardResult, unit: &'a str, name: &'a str) -> Line<'a> {
        Line { award, unit, name, outcomes: (None, None), conditions: Vec::new(), quota: None }
    }
}

fn outcome_line<'a>(award: &'a AwardResult, was: &'a AwardResult, unit: &'a str, name: &'a str) -> Option<Line<'a>> {
    // What a pending case holds back is no news that a variant may betray: everybody reads the same as of any other award that waits.
    let [before, after] = [was, award].map(|award| award.of(unit).map(|result| result.seen_by(Audience::All)));
    let outcomes = (before.as_ref().map(|seen| seen.outcome), after.as_ref().map(|seen| seen.outcome));
    let conditions = match (&before, &after) {
        (Some(before), Some(after)) => crossed(&before.reason, &after.reason),
        _ => Vec::new(),
    };
    (outcomes.0 != outcomes.1 || !conditions.is_empty()).then(|| Line { outcomes, conditions, ..Line::of(award, unit, name) })
}

/// The quotas that both sides have, each with the same one before.
pub(super) fn quotas<'a>(before: &'a AwardResult, after: &'a AwardResult) -> impl Iterator<Item = (&'a QuotaUse, &'a QuotaUse)> {
    after.quotas.iter().filter_map(|now| Some((before.quotas.iter().find(|was| was.within == now.within)?, now)))
}

/// Whether more meet the conditions than there are places.
pub(super) fn is_over(quota: &QuotaUse) -> bool {
    quota.places.is_some_and(|places| places < quota.met)
}

/// The unit that a quota is taken in.
pub(super) fn unit_of(quota: &QuotaUse) -> Option<&str> {
    match &quota.within {
        Among::Unit(id) => Some(id),
        _ => None,
    }
}
