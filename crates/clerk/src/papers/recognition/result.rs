//! What came of each criterion of an award, as forms of self-assessment ask for it.

use phongtrao_judge::Verdict;
use phongtrao_judge::reasons::Reason;
use phongtrao_plan::{Award, Criterion, Plan};

use super::words::WORDS;
use crate::Case;
use crate::measured::{self, Figure};

/// A criterion and what came of it.
pub(super) struct Checked<'p> {
    pub(super) criterion: &'p Criterion,
    pub(super) met: Option<bool>,
    /// The number that was reached, in words; empty where there is none, or it is not known.
    pub(super) reached: String,
}

/// The criteria of an award, in the order in which it names them.
pub(super) fn of<'p>(plan: &'p Plan, award: &Award, case: &Case) -> Vec<Checked<'p>> {
    let criteria = award.criteria.iter().filter_map(|id| plan.criteria.iter().find(|criterion| criterion.id == *id));
    criteria.map(|criterion| checked(criterion, &case.reason)).collect()
}

/// How many are met, of how many.
pub(super) fn met(checked: &[Checked<'_>]) -> (usize, usize) {
    (checked.iter().filter(|checked| checked.met == Some(true)).count(), checked.len())
}

fn checked<'p>(criterion: &'p Criterion, reason: &Reason) -> Checked<'p> {
    let mut found = None;
    reason.each(&mut |part| {
        if found.is_none() && part.id.as_deref() == Some(&criterion.id) {
            found = Some(part);
        }
    });
    let met = found.and_then(|part| match part.verdict? {
        Verdict::Met => Some(true),
        Verdict::NotMet => Some(false),
        Verdict::Unknown => None,
    });
    let reached = found.and_then(|part| number(criterion, part)).unwrap_or_default();
    Checked { criterion, met, reached }
}

/// What was reached, as far as it is known.
fn number(criterion: &Criterion, reason: &Reason) -> Option<String> {
    let measure = criterion.measure.as_ref()?;
    Some(match measured::figure(measure, reason, measured::shown(measure, None))? {
        Figure::Known(number) => WORDS.reached.fill(&[("number", &number)]),
        Figure::Between(least, most) => WORDS.between.fill(&[("least", &least), ("most", &most)]),
    })
}
