//! Tasks, reports and attendance: what was due, and what became of it.

use phongtrao_register::rows::Place;
use phongtrao_rules::criteria::{Duty, DutyState, How, Span};
use phongtrao_value::Date;

use super::{Addition, Facts, Found, no_days, of};
use crate::exact::{Amount, count, share};
use crate::program::Number;
use crate::{Verdict, texts};

/// Something due, with whether it is in the state that is asked for.
struct Due<'a> {
    place: &'a Place,
    name: &'a str,
    on: Date,
    state: Verdict,
}

impl Facts<'_> {
    pub(super) fn duties(&self, which: Duty, kind: Option<&str>, state: DutyState, span: &Span, how: How, subject: &str) -> Found<Amount> {
        let period = match self.days(span) {
            Ok(period) => period,
            Err(missing) => return no_days(Amount::unknown(), missing),
        };
        let mut due = match which {
            Duty::Tasks => self.given(&self.of_all(&self.rows.tasks, subject), state),
            Duty::Reports => self.given(&self.of_all(&self.rows.reports, subject), state),
            Duty::Attendance => self.attended(state, subject),
        };
        due.retain(|(row_kind, due)| kind.is_none_or(|kind| *row_kind == Some(kind)) && self.calendar.counts(period, due.on));
        let sure = due.iter().filter(|(_, due)| due.state == Verdict::Met).count();
        let open = due.iter().filter(|(_, due)| due.state == Verdict::Unknown).count();
        let mut found = Found::bare(match how {
            How::Count => Amount::between(count(sure), count(sure + open)),
            How::Share => match (share(sure, due.len()), share(sure + open, due.len())) {
                (Some(least), Some(most)) => Amount::between(least, most),
                _ => Amount::unknown(),
            },
        });
        for (_, due) in &due {
            let words = match due.state {
                Verdict::Met => texts::fact_duty_kept(due.name, due.on),
                Verdict::NotMet => texts::fact_duty_missed(due.name, due.on),
                Verdict::Unknown => texts::fact_duty_open(due.name, due.on),
            };
            found.ground(due.place, words);
        }
        if open > 0 {
            found.miss_of_unit(Addition::Fact, texts::missing_duties(open));
        }
        if how == How::Share && due.is_empty() {
            found.miss(texts::missing_nothing_due());
        }
        if self.calendar.is_running(period) {
            found.value = if how == How::Count { found.value.open() } else { Amount::between(Number::ZERO, hundred()) };
            found.miss(texts::missing_days(period.to.min(self.calendar.closes)));
        }
        found
    }

    fn given<'a>(&self, rows: &[&'a phongtrao_register::rows::Duty], state: DutyState) -> Vec<(Option<&'a str>, Due<'a>)> {
        let done = |row: &phongtrao_register::rows::Duty| row.done.filter(|done| *done <= self.calendar.as_of);
        let on_time = |row: &phongtrao_register::rows::Duty| done(row).is_some_and(|done| done <= row.due);
        let judged = |row: &phongtrao_register::rows::Duty| match state {
            DutyState::Due => Verdict::Met,
            DutyState::Done => Verdict::of(done(row).is_some()),
            DutyState::OnTime => Verdict::of(on_time(row)),
            DutyState::Accepted => Verdict::of(on_time(row)).min(row.accepted.map_or(Verdict::Unknown, Verdict::of)),
        };
        rows.iter()
            .map(|row| {
                let name = row.text.as_deref().unwrap_or(&row.id);
                (row.kind.as_deref(), Due { place: &row.place, name, on: row.due, state: judged(row) })
            })
            .collect()
    }

    /// Sessions: who is excused was not due; a roll that is not written is unknown.
    fn attended(&self, state: DutyState, subject: &str) -> Vec<(Option<&str>, Due<'_>)> {
        let rows = of(&self.rows.attendance, subject).iter().filter(|row| row.excused.is_none());
        rows.map(|row| {
            let state = match state {
                DutyState::Due => Verdict::Met,
                _ => row.present.map_or(Verdict::Unknown, Verdict::of),
            };
            (row.kind.as_deref(), Due { place: &row.place, name: &row.event, on: row.on, state })
        })
        .collect()
    }
}

/// All of them, as a percentage.
fn hundred() -> Number {
    share(1, 1).unwrap_or(Number::ZERO)
}
