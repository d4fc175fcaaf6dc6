//! Records and attestations.

use phongtrao_register::rows::{Record, Verification};
use phongtrao_rules::criteria::{Aggregate, Span};
use phongtrao_value::{Decimal, Period};

use super::{Addition, Facts, Found, Missing, no_days, of};
use crate::exact::{self, Amount, count};
use crate::program::Number;
use crate::{Verdict, texts};

impl Facts<'_> {
    /// Records of a kind that count or may count: those sure to, and those that wait for somebody to look at the proof.
    fn sorted_out(&self, kind: &str, period: Period, verified: bool, subject: &str) -> (Vec<&Record>, Vec<&Record>) {
        let rows = self.of_all(&self.rows.records, subject).into_iter();
        let rows = rows.filter(|row| row.kind == kind && self.calendar.counts(period, row.on) && row.verification != Verification::Refused);
        rows.partition(|row| !verified || row.verification == Verification::Verified)
    }

    pub(super) fn records(&self, how: Aggregate, kind: &str, span: &Span, verified: bool, subject: &str) -> Found<Amount> {
        let period = match self.days(span) {
            Ok(period) => period,
            Err(missing) => return no_days(Amount::unknown(), missing),
        };
        let (sure, waiting) = self.sorted_out(kind, period, verified, subject);
        let mut found = Found::bare(match how {
            Aggregate::Count => Amount::between(count(sure.len()), count(sure.len() + waiting.len())),
            Aggregate::Sum => sum(&sure, &waiting),
            _ if sure.is_empty() && waiting.is_empty() => Amount::unknown(),
            _ if sure.iter().chain(&waiting).any(|row| row.amount.is_none()) => Amount::unknown(),
            _ => of_amounts(how, &sure, &waiting),
        });
        for row in sure.iter().chain(&waiting) {
            let amount = row.amount.map(|amount| amount.to_string()).unwrap_or_default();
            found.ground(&row.place, texts::fact_record(self.names.code(kind), row.on, amount, row.text.clone().unwrap_or_default()));
            if how != Aggregate::Count && row.amount.is_none() {
                found.miss_of_unit(Addition::Amount, texts::missing_amount(row.id.as_str()));
            }
        }
        if !waiting.is_empty() {
            found.miss_of_unit(Addition::Proofs, texts::missing_verification(waiting.len(), self.names.code(kind)));
        }
        if sure.is_empty() && waiting.is_empty() && !matches!(how, Aggregate::Count | Aggregate::Sum) {
            found.miss_of_unit(Addition::Records, texts::missing_records(self.names.code(kind)));
        }
        if self.calendar.is_running(period) {
            found.value = if matches!(how, Aggregate::Count) { found.value.open() } else { Amount::unknown() };
            found.miss(texts::missing_days(period.to.min(self.calendar.closes)));
        }
        found
    }

    pub(super) fn yes(&self, kind: &str, span: &Span, subject: &str) -> Found<Verdict> {
        let period = match self.days(span) {
            Ok(period) => period,
            Err(missing) => return no_days(Verdict::Unknown, missing),
        };
        let (sure, waiting) = self.sorted_out(kind, period, true, subject);
        let says = |row: &Record| Verdict::of(row.amount != Some(Decimal::ZERO));
        let last = sure.iter().copied().max_by_key(|row| (row.on, row.place.line));
        let later: Vec<&Record> = waiting.into_iter().filter(|row| last.is_none_or(|last| last.on <= row.on)).collect();
        let decided = last.map_or(Verdict::NotMet, says);
        let waits = later.iter().any(|row| says(row) != decided);
        // A yes is what is asked; nothing, and a no, may still become one.
        let runs = decided != Verdict::Met && self.calendar.is_running(period);
        let mut found = Found::bare(if waits || runs { Verdict::Unknown } else { decided });
        for row in last.into_iter().chain(later.iter().copied()) {
            found.ground(&row.place, texts::fact_record(self.names.code(kind), row.on, "", row.text.clone().unwrap_or_default()));
        }
        if waits {
            found.miss_of_unit(Addition::Proofs, texts::missing_verification(later.len(), self.names.code(kind)));
        } else if runs {
            found.miss(texts::missing_days(period.to.min(self.calendar.closes)));
        }
        found
    }

    pub(super) fn attested(&self, criterion: &str, subject: &str) -> Found<Verdict> {
        let rows = of(&self.rows.attestations, subject).iter();
        let rows = rows.filter(|row| row.criterion == criterion && self.calendar.period.from <= row.on && row.on <= self.calendar.as_of);
        let Some(last) = rows.max_by_key(|row| (row.on, row.place.line)) else {
            let missing = Missing::of_unit(Addition::Attestation, texts::missing_attestation(self.names.criterion(criterion)));
            let missing = missing.entered_as(texts::entered_attestation(criterion));
            return Found { missing: vec![missing], ..Found::bare(Verdict::Unknown) };
        };
        let mut found = Found::bare(if last.met { Verdict::Met } else { Verdict::NotMet });
        found.ground(&last.place, texts::fact_attested(last.by.as_str(), last.on));
        found
    }
}

fn thousandths(row: &Record) -> i128 {
    row.amount.map_or(0, |amount| i128::from(amount.thousandths()))
}

fn whole(thousandths: i128) -> Number {
    exact::mean(thousandths, 1).unwrap_or(Number::ZERO)
}

/// A sum: what waits may count or not; a record without an amount opens it above.
fn sum(sure: &[&Record], waiting: &[&Record]) -> Amount {
    let base: i128 = sure.iter().map(|row| thousandths(row)).sum();
    let less: i128 = waiting.iter().map(|row| thousandths(row).min(0)).sum();
    let more: i128 = waiting.iter().map(|row| thousandths(row).max(0)).sum();
    let amount = Amount::between(whole(base + less), whole(base + more));
    if sure.iter().chain(waiting).any(|row| row.amount.is_none()) { amount.open() } else { amount }
}

/// The mean, last, least or greatest amount, whichever of the waiting records count in the end.
fn of_amounts(how: Aggregate, sure: &[&Record], waiting: &[&Record]) -> Amount {
    match how {
        Aggregate::Mean => mean(sure, waiting),
        Aggregate::Last => {
            let last = sure.iter().max_by_key(|row| (row.on, row.place.line));
            let later = waiting.iter().filter(|row| last.is_none_or(|last| last.on <= row.on));
            span(last.into_iter().chain(later).map(|row| thousandths(row)))
        }
        Aggregate::Least => {
            let kept = sure.iter().map(|row| thousandths(row)).min();
            span(
                kept.into_iter().chain(waiting.iter().map(|row| thousandths(row)).filter(|amount| kept.is_none_or(|kept| *amount <= kept))),
            )
        }
        _ => {
            let kept = sure.iter().map(|row| thousandths(row)).max();
            span(
                kept.into_iter().chain(waiting.iter().map(|row| thousandths(row)).filter(|amount| kept.is_none_or(|kept| *amount >= kept))),
            )
        }
    }
}

fn span(amounts: impl Iterator<Item = i128>) -> Amount {
    let amounts: Vec<i128> = amounts.collect();
    match (amounts.iter().min(), amounts.iter().max()) {
        (Some(least), Some(most)) => Amount::between(whole(*least), whole(*most)),
        _ => Amount::unknown(),
    }
}

/// The bounds of a mean: each waiting record counts where it draws the mean further.
fn mean(sure: &[&Record], waiting: &[&Record]) -> Amount {
    let mut rising: Vec<i128> = waiting.iter().map(|row| thousandths(row)).collect();
    rising.sort_unstable();
    let drawn = |amounts: &mut dyn Iterator<Item = i128>, further: fn(Number, Number) -> bool| {
        let mut total: i128 = sure.iter().map(|row| thousandths(row)).sum();
        let mut number = sure.len();
        for amount in amounts {
            let kept = exact::mean(total, number);
            if kept.is_none_or(|kept| further(whole(amount), kept)) {
                total += amount;
                number += 1;
            }
        }
        exact::mean(total, number).unwrap_or(Number::ZERO)
    };
    let least = drawn(&mut rising.iter().copied(), |amount, kept| amount < kept);
    let most = drawn(&mut rising.iter().rev().copied(), |amount, kept| amount > kept);
    Amount::between(least, most)
}
