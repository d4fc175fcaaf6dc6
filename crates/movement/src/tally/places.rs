//! Places: where more have the votes than there are places, the greatest share of votes comes first, and equals are for the chair.

use std::collections::BTreeMap;

use phongtrao_value::Share;

use super::{Because, Doubt, Doubted, Ruling, Tie, VoteOutcome};

/// One who stands for a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate<'a> {
    /// Id of the item.
    pub(super) item: &'a str,
    /// Its votes; none where it is not known whether it has enough.
    pub(super) votes: Option<Share>,
}

/// What a place in the order of votes means for each candidate.
pub(super) type Given<'a> = BTreeMap<&'a str, (VoteOutcome, Option<Because>)>;

/// Gives so many places.
pub(super) fn give<'a>(places: u64, candidates: &[Candidate<'a>], tie: &Tie, rulings: &[&Ruling]) -> (Given<'a>, Vec<Doubted>) {
    let open = candidates.iter().filter(|candidate| candidate.votes.is_none()).count() as u64;
    let counted: Vec<(&str, Share)> = candidates.iter().filter_map(|candidate| Some((candidate.item, candidate.votes?))).collect();
    let mut ranked: Vec<Share> = counted.iter().map(|(_, votes)| *votes).collect();
    ranked.sort_by(|one, other| other.cmp(one));
    let mut given = Given::new();
    let mut equals: Vec<(&str, u64)> = Vec::new();
    for (item, votes) in &counted {
        let before = ranked.partition_point(|other| other > votes) as u64;
        let equal = ranked.partition_point(|other| other >= votes) as u64 - before;
        let (outcome, because) = if before + equal + open <= places {
            (VoteOutcome::Passed, None)
        } else if before >= places {
            (VoteOutcome::Failed, Some(Because::NoPlace { before, places }))
        } else if open > 0 {
            (VoteOutcome::Unknown, Some(Because::OthersOpen { open, places }))
        } else {
            equals.push((item, places - before));
            let basis = if let Tie::Chair(basis) = tie { Some(basis.clone()) } else { None };
            (VoteOutcome::ChairDecides, Some(Because::Equal { equal, left: places - before, basis }))
        };
        given.insert(item, (outcome, because));
    }
    let doubts = rule(&equals, rulings, &mut given);
    (given, doubts)
}

/// The chair's rulings among equals. All of one award and group that are equal at the last place have the same votes: they are one set.
fn rule<'a>(equals: &[(&'a str, u64)], rulings: &[&Ruling], given: &mut Given<'a>) -> Vec<Doubted> {
    let Some((_, left)) = equals.first() else { return Vec::new() };
    let chosen: Vec<&Ruling> = rulings.iter().copied().filter(|ruling| equals.iter().any(|(item, _)| *item == ruling.item)).collect();
    let number = chosen.len() as u64;
    if number > *left {
        let doubt = Doubt::TooManyChosen { chosen: number, places: *left };
        return chosen.into_iter().map(|ruling| Doubted { item: ruling.item.clone(), doubt: doubt.clone() }).collect();
    }
    for (item, _) in equals {
        let decided = match chosen.iter().find(|ruling| ruling.item == *item) {
            Some(ruling) => (VoteOutcome::Passed, Some(Because::Ruled { by: ruling.by.clone(), reason: ruling.reason.clone() })),
            None if number == *left => (VoteOutcome::Failed, Some(Because::RuledOut)),
            None => continue,
        };
        given.insert(item, decided);
    }
    Vec::new()
}
