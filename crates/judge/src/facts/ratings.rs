//! Ratings of a year.

use phongtrao_register::rows::Rating;
use phongtrao_rules::criteria::Ratings;
use phongtrao_value::{Period, YearKind};

use super::{Addition, Ask, Facts, Found};
use crate::exact::Amount;
use crate::program::Number;
use crate::{Verdict, texts};

impl Facts<'_> {
    /// The ratings of the last so many years, the judged one the last: all of that level or better. A year without a rating is unknown.
    pub(super) fn rated(&self, scale: &str, least: &str, years: u32, subject: &str) -> Found<Verdict> {
        let mut found = Found::bare(Verdict::Met);
        for back in 0..years.max(1) {
            let (days, mut year) = self.rated_back(scale, least, back, subject);
            self.count_anew(years, days, &mut year, subject);
            found.value = found.value.min(year.value);
            found.grounds.extend(year.grounds);
            found.missing.extend(year.missing);
        }
        found
    }

    /// How many of the last so many years were rated at that level or better; where `after` is asked, only years that begin after that award. A year
    /// without a rating may count.
    pub(super) fn ratings(&self, asked: &Ratings, subject: &str, ask: &dyn Ask) -> Found<Amount> {
        let mut found = Found::bare(Amount::known(Number::ZERO));
        let after = asked.after.as_ref().map(|after| self.held_on(after, subject, ask, &mut found));
        let (mut sure, mut perhaps) = (0, 0);
        for back in 0..asked.years.max(1) {
            let (days, mut year) = self.rated_back(&asked.scale, &asked.least, back, subject);
            self.count_anew(asked.years, days, &mut year, subject);
            let counts = after.map_or(Verdict::Met, |(held, since)| held.min(since.counts(days.map(|days| days.from))));
            if counts == Verdict::NotMet {
                continue;
            }
            let verdict = year.value.min(counts);
            sure += i128::from(verdict == Verdict::Met);
            perhaps += i128::from(verdict != Verdict::NotMet);
            found.grounds.extend(year.grounds);
            found.missing.extend(year.missing);
        }
        found.value = Amount::between(Number::whole(sure), Number::whole(perhaps));
        found
    }

    /// Where several years are asked, one that began before discipline ended does not count, nor one for which the same honour was given already.
    fn count_anew(&self, years: u32, days: Option<Period>, year: &mut Found<Verdict>, subject: &str) {
        if years < 2 {
            return;
        }
        if let Some((restart, days)) = self.restart(subject).zip(days)
            && restart.counts(days.from) < year.value
        {
            year.value = restart.counts(days.from);
            restart.explain(year);
        }
        if let Some(used) = self.used_up(subject).filter(|used| used.counts(days) < year.value) {
            year.value = used.counts(days);
            used.explain(self, year);
        }
    }

    /// The days of the year so many before the judged one, and whether its rating is of that level or better.
    fn rated_back(&self, scale: &str, least: &str, back: u32, subject: &str) -> (Option<Period>, Found<Verdict>) {
        let Some(least_place) = self.level(scale, least) else {
            return (None, Found::waiting(Verdict::Unknown, texts::missing_level(least, self.names.scale(scale))));
        };
        let mut rows = self.of_all(&self.rows.ratings, subject);
        rows.retain(|row| self.is_of_scale(row, scale) && self.is_decided(row));
        let kind = self.rated_by(&rows);
        let Some(year) = self.calendar.judged(kind).and_then(|last| last.checked_sub(i16::try_from(back).ok()?)) else {
            return (None, Found::waiting(Verdict::Unknown, texts::missing_year_begins()));
        };
        let days = self.calendar.year(kind, year);
        let of_year = |unit: &str| rows.iter().rev().find(|row| row.subject == unit && row.year == year && row.year_kind == kind);
        let rated = self.rows.own_or_before(subject, self.calendar.as_of, &|unit| of_year(unit).is_some());
        let each: Vec<Found<Verdict>> = rated
            .into_iter()
            .filter_map(of_year)
            .map(|row| self.rated_as(row, scale, least_place, &year_words(kind, year), subject))
            .collect();
        let Some(found) = of_several(each) else {
            return (days, Found::waiting_for_unit(Verdict::Unknown, Addition::Rating, texts::missing_rating(year_words(kind, year))));
        };
        (days, found)
    }

    /// Whether one rating is of that level or better. A scale that is not made for a category of people says nothing of them on another scale.
    fn rated_as(&self, row: &Rating, scale: &str, least: usize, year: &str, subject: &str) -> Found<Verdict> {
        let category = self.rows.people.get(subject).map(|person| person.category.as_str());
        let never = self.never_for.get(&row.scale).filter(|_| row.scale != scale);
        let is_never_for = never.is_some_and(|never| category.is_some_and(|category| never.iter().any(|other| other == category)));
        let mut found = match self.level(scale, &row.level) {
            _ if is_never_for => Found::waiting(
                Verdict::Unknown,
                texts::missing_own_scale(self.names.scale(&row.scale), self.names.value("category", category.unwrap_or_default())),
            ),
            Some(place) => Found::bare(Verdict::of(place >= least)),
            None => Found::waiting(Verdict::Unknown, texts::missing_level(row.level.as_str(), self.names.scale(scale))),
        };
        found.ground(&row.place, texts::fact_rating(year, self.names.level(&row.scale, &row.level)));
        found
    }

    fn is_decided(&self, row: &Rating) -> bool {
        row.decided_on.is_none_or(|day| day <= self.calendar.as_of)
    }

    /// The kind of year in which a subject is rated: the one of the round, or the only one of its ratings.
    fn rated_by(&self, rows: &[&Rating]) -> YearKind {
        let own = self.calendar.year_kind;
        match rows.last() {
            Some(last) if rows.iter().all(|row| row.year_kind != own) => last.year_kind,
            _ => own,
        }
    }

    /// Whether a row is of a scale, or of one whose levels count on it.
    fn is_of_scale(&self, row: &Rating, scale: &str) -> bool {
        row.scale == scale || self.counts_as.get(&row.scale).is_some_and(|counts| counts == scale)
    }
}

/// What several units say of the one that took over from them: what all say, else unknown.
fn of_several(each: Vec<Found<Verdict>>) -> Option<Found<Verdict>> {
    let first = each.first()?.value;
    let agree = each.iter().all(|found| found.value == first);
    let mut all = Found::bare(if agree { first } else { Verdict::Unknown });
    for found in each {
        all.grounds.extend(found.grounds);
        all.missing.extend(found.missing);
    }
    if !agree {
        all.miss_of_unit(Addition::Fact, texts::missing_merged());
    }
    Some(all)
}

/// A year as it is written: 2026, or 2025-2026 for a school year.
pub(crate) fn year_words(kind: YearKind, year: i16) -> String {
    match kind {
        YearKind::School => format!("{year}-{}", i32::from(year) + 1),
        _ => year.to_string(),
    }
}
