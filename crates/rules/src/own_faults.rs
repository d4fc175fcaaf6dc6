//! Faults that an entry has by itself.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Finding, Severity, Span, Text};
use phongtrao_value::Decimal;

use crate::entries::{Body, CriteriaSet, Entry, Scale};
use crate::{Confidence, texts};

/// Keys that hold percentages.
const PERCENTAGES: [&str; 3] = ["percent", "members_least", "learners_least"];

/// The faults of an entry; `spans` are the places of its keys.
pub(crate) fn of(entry: &Entry, spans: &BTreeMap<String, Span>) -> Vec<Finding> {
    let mut faults = Faults { entry, spans, found: Vec::new() };
    faults.source();
    faults.validity();
    faults.percentages();
    faults.doubt();
    match &entry.body {
        Some(Body::Quorum(quorum)) if quorum.least.numerator > quorum.least.denominator => {
            faults.add("percentage-out-of-range", "least", texts::percentage_out_of_range(&entry.head.id, quorum.least.to_string()));
        }
        Some(Body::Amount(amount)) if (amount.times.is_some(), amount.base.is_some()) != (amount.dong.is_none(), amount.dong.is_none()) => {
            faults.add("amount-of-two-kinds", "honour", texts::amount_of_two_kinds(&entry.head.id));
        }
        Some(Body::Target(target)) if target.percent.is_some() == target.number.is_some() => {
            faults.add("amount-of-two-kinds", "numerator", texts::target_of_two_kinds(&entry.head.id));
        }
        Some(Body::Scale(scale)) => faults.scale(scale),
        Some(Body::Set(set)) => faults.set(set),
        _ => {}
    }
    faults.found
}

struct Faults<'a> {
    entry: &'a Entry,
    spans: &'a BTreeMap<String, Span>,
    found: Vec<Finding>,
}

impl Faults<'_> {
    fn add(&mut self, code: &'static str, key: &str, message: Text) {
        let span = self.spans.get(key).copied().unwrap_or(self.entry.span);
        self.found.push(Finding::new(code, Severity::Error, message).at(span));
    }

    fn source(&mut self) {
        if self.entry.source.trim().is_empty() {
            self.add("entry-without-source", "id", texts::entry_without_source(&self.entry.head.id));
        }
    }

    fn validity(&mut self) {
        if let (Some(from), Some(to)) = (self.entry.head.from, self.entry.head.to)
            && to < from
        {
            self.add("validity-backwards", "to", texts::validity_backwards(&self.entry.head.id, to, from));
        }
    }

    fn percentages(&mut self) {
        for key in PERCENTAGES {
            let Some(written) = self.entry.raw.get(key).map(ToString::to_string) else { continue };
            let hundred = Decimal::from_thousandths(100_000);
            let allowed = written.trim_matches('"').parse::<Decimal>().is_ok_and(|number| (Decimal::ZERO..=hundred).contains(&number));
            if !allowed {
                self.add("percentage-out-of-range", key, texts::percentage_out_of_range(&self.entry.head.id, written));
            }
        }
    }

    fn doubt(&mut self) {
        let says = self.entry.head.doubt.as_deref().is_some_and(|words| !words.trim().is_empty());
        if self.entry.head.confidence == Confidence::Unknown && !says {
            self.add("unknown-without-words", "confidence", texts::unknown_without_words(&self.entry.head.id));
        }
    }

    /// Bands of points follow each other without a gap, from the lowest up.
    fn scale(&mut self, scale: &Scale) {
        let id = &self.entry.head.id;
        let banded = scale.levels.iter().any(|level| level.least.is_some() || level.below.is_some());
        let broken = scale.levels.windows(2).any(|pair| matches!(pair, [lower, higher] if lower.below != higher.least));
        let backwards = scale.levels.iter().any(|level| matches!((level.least, level.below), (Some(least), Some(below)) if below <= least));
        if banded && (broken || backwards) {
            self.add("bands-broken", "levels", texts::bands_broken(id));
        }
    }

    /// The greatest points of all indicators make the greatest total.
    fn set(&mut self, set: &CriteriaSet) {
        let sum = set.indicators.iter().try_fold(0_i64, |sum, indicator| sum.checked_add(indicator.most.thousandths()));
        let stated = set.total_most.map(Decimal::thousandths);
        if !set.indicators.is_empty() && stated.is_some() && sum != stated {
            self.add("total-of-set-wrong", "total_most", texts::total_of_set_wrong(&self.entry.head.id));
        }
    }
}
