//! Judging again only what changed facts can have changed.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{PoisonError, RwLock};

use super::{Assessed, AwardInput, AwardResult, Judged, Outcome, rulings};

/// What was judged before the facts changed, and whom the changes concern.
#[derive(Debug, Clone, Copy)]
pub struct Before<'a> {
    /// The round as it was judged: by the same rules, on the same day.
    pub judged: &'a Judged,
    /// The subjects whose facts changed, with the units that they belong or belonged to.
    pub changed: &'a BTreeSet<String>,
}

/// Results that may stay as they were.
pub(super) struct Kept<'a> {
    judged: &'a Judged,
    /// The subjects whose facts, or whose outcome for an award that others build on, are not what they were.
    touched: RwLock<BTreeSet<String>>,
    /// How many results were judged.
    again: AtomicUsize,
}

impl<'a> Kept<'a> {
    pub(super) fn new(before: Before<'a>) -> Kept<'a> {
        Kept { judged: before.judged, touched: RwLock::new(before.changed.clone()), again: AtomicUsize::new(0) }
    }

    /// How many results were judged again.
    pub(super) fn again(&self) -> usize {
        self.again.load(Ordering::Relaxed)
    }

    pub(super) fn count(&self) {
        self.again.fetch_add(1, Ordering::Relaxed);
    }

    /// An award as a whole, where nothing at all is touched: then its places stay given as they are.
    pub(super) fn award(&self, award: &AwardInput) -> Option<&'a AwardResult> {
        self.judged.award(&award.id).filter(|_| self.touched.read().unwrap_or_else(PoisonError::into_inner).is_empty())
    }

    /// A result as it was before places were given.
    pub(super) fn result(&self, award: &AwardInput, subject: &str) -> Option<&'a Assessed> {
        let result = self.judged.award(&award.id)?.of(subject)?;
        // Whoever got no place, or may get none, was written otherwise by the quota: what it came to before is not known any more.
        let is_as_it_was = match result.outcome {
            Outcome::NotMet | Outcome::Held => true,
            Outcome::Met if rulings::is_ruled(result) => false,
            Outcome::Met => result.preference.is_none() || result.reason.parts.last() != result.preference.as_ref(),
            Outcome::Unknown | Outcome::OverQuota | Outcome::Tie => false,
        };
        if !award.quotas.is_empty() && !is_as_it_was {
            return None;
        }
        let touched = self.touched.read().unwrap_or_else(PoisonError::into_inner);
        (!result.looked_at.iter().any(|subject| touched.contains(subject))).then_some(result)
    }

    /// Whoever has another outcome than before touches what builds on it.
    pub(super) fn note(&self, award: &AwardResult) {
        let was = self.judged.award(&award.id);
        let outcome = |award: Option<&AwardResult>, subject: &str| Some(award?.of(subject)?.outcome);
        let mut touched = self.touched.write().unwrap_or_else(PoisonError::into_inner);
        let now = award.results.iter().filter(|result| outcome(was, &result.subject) != Some(result.outcome));
        touched.extend(now.map(|result| result.subject.clone()));
        let gone = was.into_iter().flat_map(|was| &was.results).filter(|result| award.of(&result.subject).is_none());
        touched.extend(gone.map(|result| result.subject.clone()));
    }
}
