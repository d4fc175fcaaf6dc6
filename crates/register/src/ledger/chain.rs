//! Awards that rest on earlier ones: whether the ledger has these.

use std::collections::BTreeSet;

use phongtrao_value::YearKind;

use super::{Honour, Need};
use crate::rows::{Award, AwardStatus};
use crate::{Index, Subject};

/// What of a way to an honour is missing in the ledger.
pub(super) struct Gap {
    pub(super) need: Need,
    /// How many there are: in a row up to the award's year, or at all.
    pub(super) held: u32,
    /// The years that would have to be there.
    pub(super) missing: Vec<i16>,
}

/// The first gap of the way that lacks the least; none where one way is whole, or nothing is asked.
pub(super) fn gap(index: &Index<'_>, holder: Subject, award: &Award, honour: &Honour) -> Option<Gap> {
    let (year, kind) = award.achieved()?;
    let gaps: Option<Vec<Gap>> =
        honour.ways.iter().map(|way| way.iter().find_map(|need| lacking(index, holder, award, need, year, kind))).collect();
    gaps?.into_iter().min_by_key(|gap| gap.need.times.saturating_sub(gap.held))
}

fn lacking(index: &Index<'_>, holder: Subject, award: &Award, need: &Need, year: i16, kind: YearKind) -> Option<Gap> {
    let held = index
        .ledger_with_predecessors(holder)
        .map(|(_, held)| held)
        .take(MOST_HELD)
        .filter(|held| held.status == AwardStatus::InForce && held.id != award.id && need.of.contains(&held.honour));
    if !need.consecutive {
        let count = u32::try_from(held.filter(|held| held.achieved().is_some_and(|(held, _)| held <= year)).count()).unwrap_or(u32::MAX);
        return (count < need.times).then(|| Gap { need: need.clone(), held: count, missing: Vec::new() });
    }
    // Years follow each other in one kind of year.
    let years: BTreeSet<i16> = held.filter_map(Award::achieved).filter(|(_, held)| *held == kind).map(|(year, _)| year).collect();
    // The last of them may be the award's own year or the one before.
    let last = if years.contains(&year) { year } else { year.checked_sub(1)? };
    let run = (0..need.times)
        .take_while(|back| i16::try_from(*back).ok().and_then(|back| last.checked_sub(back)).is_some_and(|year| years.contains(&year)))
        .count();
    let run = u32::try_from(run).unwrap_or(u32::MAX);
    if run >= need.times {
        return None;
    }
    let span = i16::try_from(need.times).unwrap_or(i16::MAX);
    let missing = (0..span.min(LONGEST)).filter_map(|back| last.checked_sub(back)).filter(|year| !years.contains(year)).collect();
    Some(Gap { need: need.clone(), held: run, missing })
}

/// Nobody holds more awards; what a made-up ledger has beyond is not looked at again for each of them.
const MOST_HELD: usize = 1000;

/// No rule asks for more years in a row; so many are named.
const LONGEST: i16 = 50;
