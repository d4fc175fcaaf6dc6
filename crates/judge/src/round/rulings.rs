//! What the chair decided between equals at the last places of a quota.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_register::rows::Ruling;

use super::{Assessed, AwardResult, Judged, Noticed, Outcome, QuotaUse, RoundInput};
use crate::facts::{Ground, Missing, Rows};
use crate::reasons::Reason;
use crate::{Verdict, texts};

/// Gives the last places to those whom the chair chose among equals. Where the places of a group are not known, or more were chosen than there are places,
/// the tie stays.
pub(super) fn apply<'r>(uses: &[QuotaUse], rulings: impl Iterator<Item = &'r Ruling>, results: &mut [Assessed]) {
    let rulings: Vec<&Ruling> = rulings.collect();
    if rulings.is_empty() {
        return;
    }
    for quota in uses {
        let Some(places) = quota.places else { continue };
        let with = |outcome: Outcome| results.iter().filter(move |result| result.within == quota.within && result.outcome == outcome);
        let left = places.saturating_sub(with(Outcome::Met).count());
        let equal: BTreeSet<&str> = with(Outcome::Tie).map(|result| result.subject.as_str()).collect();
        let chosen: Vec<&Ruling> = rulings.iter().copied().filter(|ruling| equal.contains(ruling.subject.as_str())).collect();
        if !chosen.is_empty() && chosen.len() <= left {
            let equal: BTreeSet<String> = equal.into_iter().map(str::to_owned).collect();
            for result in results.iter_mut().filter(|result| equal.contains(&result.subject)) {
                rule(result, &chosen, left);
            }
        }
    }
}

/// The outcome of one of several equals after the chair chose.
fn rule(result: &mut Assessed, chosen: &[&Ruling], left: usize) {
    let own = chosen.iter().find(|ruling| ruling.subject == result.subject);
    let outcome = match own {
        Some(_) => Outcome::Met,
        None if chosen.len() == left => Outcome::OverQuota,
        // Places are left over: between the others it is still open.
        None => return,
    };
    // What stood there says that the chair has to decide.
    result.reason.parts.pop();
    result.outcome = outcome;
    result.reason.verdict = Some(outcome.verdict());
    let mut reason = Reason::new(texts::chair_ruled());
    reason.verdict = Some(outcome.verdict());
    reason.ruled = true;
    let rows = own.map_or(chosen, std::slice::from_ref);
    reason.grounds = rows.iter().map(|ruling| ground(ruling)).collect();
    result.reason.parts.push(reason);
    if outcome == Outcome::OverQuota {
        result.reason.missing.push(Missing::new(texts::quota_over()));
    }
}

fn ground(ruling: &Ruling) -> Ground {
    let words = texts::fact_ruling(&ruling.by, &ruling.subject, ruling.on, &ruling.reason);
    Ground { place: ruling.place, words, audience: Default::default() }
}

/// Whether a place was given by the chair: what the result was before is then not known any more.
pub(super) fn is_ruled(result: &Assessed) -> bool {
    result.reason.parts.last().is_some_and(|part| part.ruled)
}

/// Rulings that decide nothing: by somebody who is not the chair, on nobody who stands equal at a last place, or on more than there are places.
pub(super) fn without_effect(round: &RoundInput, rows: &Rows<'_>, judged: &Judged) -> Vec<Noticed> {
    let mut noticed = Vec::new();
    for (award, rulings) in &rows.rulings {
        // Awards of other rounds are no concern of this one.
        let Some(award) = judged.award(award) else { continue };
        for ruling in rulings.iter().filter(|ruling| round.calendar.is_decided(ruling.on)) {
            let finding = if round.is_of_chair(ruling) { without_tie(award, ruling) } else { Some(not_of_chair(award, ruling)) };
            noticed.extend(finding.map(|finding| Noticed { place: Some(ruling.place), finding }));
        }
    }
    noticed
}

fn not_of_chair(award: &AwardResult, ruling: &Ruling) -> Finding {
    let Ruling { place, subject, by, .. } = ruling;
    let message = texts::ruling_not_of_chair(place.file, i64::from(place.line), subject, &award.id, by);
    Finding::new("ruling-not-of-chair", Severity::Warning, message).help(texts::ruling_not_of_chair_help())
}

fn without_tie(award: &AwardResult, ruling: &Ruling) -> Option<Finding> {
    let result = award.of(&ruling.subject);
    if award.quotas.is_empty() || result.is_some_and(|result| is_ruled(result) && result.outcome.verdict() == Verdict::Met) {
        return None;
    }
    let say = match result.map(|result| result.outcome) {
        Some(Outcome::Tie) => texts::ruling_beyond_places,
        _ => texts::ruling_without_tie,
    };
    let message = say(ruling.place.file, i64::from(ruling.place.line), &ruling.subject, &award.id);
    Some(Finding::new("ruling-without-tie", Severity::Warning, message).help(texts::ruling_without_tie_help()))
}
