//! Discipline. What a row says is for whom it is about, for the desk and the council; all others read only what a condition came to.

use phongtrao_register::rows;
use phongtrao_rules::criteria::{Audience, Discipline};
use phongtrao_value::Date;

use super::{Addition, Facts, Found, Missing, no_days, of};
use crate::{Verdict, texts};

/// The scale of the packs that discipline is measured on.
const SCALE: &str = "discipline";

/// From when time counts that is asked over several years.
#[derive(Clone, Copy)]
pub(super) struct Restart<'a> {
    row: &'a rows::Discipline,
    /// The last day of the discipline; none where nobody has written it down.
    ends: Option<Date>,
    source: &'a str,
}

impl Restart<'_> {
    /// Whether what began on a day counts.
    pub(super) fn counts(self, from: Date) -> Verdict {
        self.ends.map_or(Verdict::Unknown, |ends| Verdict::of(ends < from))
    }

    /// Says why something does not count.
    pub(super) fn explain<T>(self, found: &mut Found<T>) {
        match self.ends {
            Some(ends) => found.ground_once(Audience::Subject, &self.row.place, texts::fact_restart(ends, self.source)),
            None => {
                found.push_missing(Missing::of_unit(Addition::Fact, texts::missing_discipline_end(self.row.on)).only_for(Audience::Subject))
            }
        }
    }
}

impl<'a> Facts<'a> {
    /// The last discipline of a subject, where time counts anew after it; what was decided after the judged period changes nothing in it.
    pub(super) fn restart(&self, subject: &str) -> Option<Restart<'a>> {
        let source = self.restarts?;
        let known = of(&self.rows.discipline, subject).iter().copied().filter(|row| row.on <= self.calendar.day_of_attributes());
        let row = known.max_by_key(|row| (row.until.is_none(), row.until, row.place.line))?;
        Some(Restart { row, ends: row.until, source })
    }

    /// Nothing decided within the span at that level or above. Whether it is tied to public duty is asked only where the rule says so, and is unknown
    /// where the decision does not say it.
    pub(super) fn undisciplined(&self, rule: &Discipline, subject: &str) -> Found<Verdict> {
        let period = match self.days(&rule.span) {
            Ok(period) => period,
            Err(missing) => return no_days(Verdict::Unknown, missing),
        };
        let Some(least) = self.level(SCALE, &rule.level) else {
            return Found::waiting(Verdict::Unknown, texts::missing_level(rule.level.as_str(), self.names.scale(SCALE)));
        };
        let mut found = Found::bare(Verdict::Met);
        for row in of(&self.rows.discipline, subject).iter().filter(|row| self.calendar.counts(period, row.on)) {
            let place = self.level(SCALE, &row.level);
            if place.is_some_and(|place| place < least) || (rule.duty_only && row.duty == Some(false)) {
                continue;
            }
            found.ground_for(Audience::Subject, &row.place, texts::fact_discipline(self.names.level(SCALE, &row.level), row.on));
            if place.is_none() {
                found.value = found.value.min(Verdict::Unknown);
                found.push_missing(
                    Missing::new(texts::missing_level(row.level.as_str(), self.names.scale(SCALE))).only_for(Audience::Subject),
                );
            } else if rule.duty_only && row.duty.is_none() {
                found.value = found.value.min(Verdict::Unknown);
                found.push_missing(Missing::of_unit(Addition::Fact, texts::missing_duty(row.on)).only_for(Audience::Subject));
            } else {
                found.value = Verdict::NotMet;
            }
        }
        found
    }
}
