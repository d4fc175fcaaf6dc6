//! Marks of courses and contests, and certificates.

use phongtrao_register::rows::LearningResult;
use phongtrao_rules::criteria::Span;

use super::{Addition, Facts, Found, no_days, of, of_several};
use crate::exact::Amount;
use crate::program::Number;
use crate::texts;

impl Facts<'_> {
    /// The last mark; a certificate that has run out on the day of judging counts as no mark, which is known.
    pub(super) fn result(&self, course: &str, span: &Span, subject: &str) -> Found<Amount> {
        let period = match self.days(span) {
            Ok(period) => period,
            Err(missing) => return no_days(Amount::unknown(), missing),
        };
        let last_of = |unit: &str| {
            let rows = of(&self.rows.results, unit).iter().filter(|row| row.of == course && self.calendar.counts(period, row.on));
            rows.copied().max_by_key(|row| (row.on, row.place.line))
        };
        let marked = self.rows.own_or_before(subject, self.calendar.as_of, &|unit| last_of(unit).is_some());
        let each = marked.into_iter().filter_map(last_of).map(|last| self.marked(last, course)).collect();
        of_several(each).unwrap_or_else(|| {
            Found::waiting_for_unit(Amount::unknown(), Addition::LearningResult, texts::missing_result(self.names.code(course)))
        })
    }

    fn marked(&self, last: &LearningResult, course: &str) -> Found<Amount> {
        let expired = last.expires.is_some_and(|expires| expires < self.calendar.as_of);
        let mut found = Found::bare(match last.mark {
            _ if expired => Amount::known(Number::ZERO),
            Some(mark) => Amount::known(mark.into()),
            None => Amount::unknown(),
        });
        let mark = last.mark.map(|mark| mark.to_string()).unwrap_or_default();
        let name = self.names.code(course);
        found.ground(&last.place, if expired { texts::fact_expired(name, last.on) } else { texts::fact_result(name, last.on, mark) });
        if last.mark.is_none() && !expired {
            found.miss_of_unit(Addition::LearningResult, texts::missing_result(self.names.code(course)));
        }
        found
    }
}
