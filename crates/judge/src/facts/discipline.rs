//! Discipline.

use phongtrao_rules::criteria::Discipline;

use super::{Facts, Found, no_days, of};
use crate::{Verdict, texts};

/// The scale of the packs that discipline is measured on.
const SCALE: &str = "discipline";

impl Facts<'_> {
    /// Nothing decided within the span at that level or above. Whether it is tied to public duty is asked only where the rule says so, and is unknown
    /// where the decision does not say it.
    pub(super) fn undisciplined(&self, rule: &Discipline, subject: &str) -> Found<Verdict> {
        let period = match self.days(&rule.span) {
            Ok(period) => period,
            Err(missing) => return no_days(Verdict::Unknown, missing),
        };
        let Some(least) = self.level(SCALE, &rule.level) else {
            return Found::waiting(Verdict::Unknown, texts::missing_level(rule.level.as_str(), SCALE));
        };
        let mut found = Found::bare(Verdict::Met);
        for row in of(&self.rows.discipline, subject).iter().filter(|row| self.calendar.counts(period, row.on)) {
            let place = self.level(SCALE, &row.level);
            if place.is_some_and(|place| place < least) || (rule.duty_only && row.duty == Some(false)) {
                continue;
            }
            found.ground(&row.place, texts::fact_discipline(row.level.as_str(), row.on));
            if place.is_none() {
                found.value = found.value.min(Verdict::Unknown);
                found.miss(texts::missing_level(row.level.as_str(), SCALE));
            } else if rule.duty_only && row.duty.is_none() {
                found.value = found.value.min(Verdict::Unknown);
                found.miss(texts::missing_duty(row.on));
            } else {
                found.value = Verdict::NotMet;
            }
        }
        found
    }
}
