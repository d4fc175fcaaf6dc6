//! Service: months in a status.

use phongtrao_rules::criteria::Span;
use phongtrao_value::{Date, Period};

use super::{Addition, Facts, Found, no_days, of};
use crate::calendar::whole_months;
use crate::exact::{Amount, count};
use crate::program::Number;
use crate::texts;

/// The attribute whose values months are counted in.
const STATUS: &str = "status";

impl Facts<'_> {
    /// Whole months in a status within the span. Neighbouring stretches count as one; one whose beginning nobody wrote down is open above.
    pub(super) fn service(&self, status: &str, span: &Span, subject: &str) -> Found<Amount> {
        let period = match self.days(span) {
            Ok(period) => period,
            Err(missing) => return no_days(Amount::unknown(), missing),
        };
        let until = period.to.min(self.calendar.as_of);
        let rows: Vec<_> = of(&self.rows.statuses, subject).iter().filter(|row| row.status == status).collect();
        let mut found = Found::bare(Amount::known(Number::ZERO));
        if of(&self.rows.statuses, subject).is_empty() {
            return Found::waiting_for_unit(Amount::unknown(), Addition::Fact, texts::missing_status(self.names.value(STATUS, status)));
        }
        let mut stretches = Vec::new();
        let mut open = false;
        for row in rows {
            let to = row.to.unwrap_or(Date::MAX).min(until);
            found.ground(&row.place, texts::fact_status(self.names.value(STATUS, status)));
            match row.from {
                None => open = true,
                Some(from) if from.max(period.from) <= to => stretches.push(Period { from: from.max(period.from), to }),
                Some(_) => {}
            }
        }
        let months: i64 = joined(stretches).into_iter().map(whole_months).sum();
        found.value = Amount::known(count(usize::try_from(months).unwrap_or(0)));
        if open {
            found.value = found.value.open();
            found.miss_of_unit(Addition::Fact, texts::missing_status_begins(self.names.value(STATUS, status)));
        }
        found
    }
}

/// Stretches in order, those that touch as one.
fn joined(mut stretches: Vec<Period>) -> Vec<Period> {
    stretches.sort_by_key(|stretch| (stretch.from, stretch.to));
    let mut joined: Vec<Period> = Vec::new();
    for stretch in stretches {
        match joined.last_mut() {
            Some(last) if last.to.tomorrow().is_ok_and(|after| stretch.from <= after) => last.to = last.to.max(stretch.to),
            _ => joined.push(stretch),
        }
    }
    joined
}
