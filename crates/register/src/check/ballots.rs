//! Sums that cannot be: shares of authors over 100 percent, more ballots than were handed out.

use std::collections::BTreeMap;

use phongtrao_value::Decimal;

use crate::fault::{Fault, Faults};
use crate::rows::{InitiativeAuthor, MeetingResult};
use crate::{Index, texts};

pub(super) fn check(index: &Index<'_>, faults: &mut Faults) {
    shares(&index.register().authors, faults);
    for result in &index.register().meetings {
        ballots(result, faults);
    }
}

/// In thousandths of a percent.
const WHOLE: i64 = 100_000;

fn shares(authors: &[InitiativeAuthor], faults: &mut Faults) {
    let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
    for author in authors {
        let Some(share) = author.share else { continue };
        let sum = sums.entry(&author.initiative).or_default();
        let before = *sum;
        *sum = before.saturating_add(share.thousandths());
        if before <= WHOLE && *sum > WHOLE {
            let message = texts::data_shares(&author.initiative, Decimal::from_thousandths(*sum).to_string());
            faults.push(Fault::error("data-shares", author.place, "share", message, texts::data_shares_help()));
        }
    }
}

fn ballots(result: &MeetingResult, faults: &mut Faults) {
    let more = |count: Option<u32>, bound: Option<u32>| count.zip(bound).filter(|(count, bound)| count > bound);
    let mut wrong = |column, pair: Option<(u32, u32)>, text: fn(i64, i64) -> phongtrao_diagnostic::Text| {
        if let Some((count, bound)) = pair {
            let message = text(i64::from(count), i64::from(bound));
            faults.push(Fault::error("data-ballots", result.place, column, message, texts::data_ballots_help()));
        }
    };
    wrong("present", more(result.present, Some(result.members)), texts::data_present);
    wrong("issued", more(result.issued, Some(result.members)), texts::data_issued);
    wrong("recused", more(result.recused, Some(result.members)), texts::data_recused);
    wrong("returned", more(result.returned, Some(result.issued.unwrap_or(result.members))), texts::data_ballots);
    let counted = [result.agreed, result.against, result.invalid, result.lowered].into_iter().flatten().fold(0u32, u32::saturating_add);
    // Without a number of ballots handed out there can be as many as there are members: who is absent may write.
    let bound = result.issued.unwrap_or(result.members);
    wrong("agreed", more(Some(counted), Some(bound)), texts::data_ballots);
}
