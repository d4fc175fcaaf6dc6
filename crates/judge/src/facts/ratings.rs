//! Ratings of a year.

use phongtrao_register::rows::Rating;
use phongtrao_value::YearKind;

use super::{Facts, Found, of};
use crate::{Verdict, texts};

impl Facts<'_> {
    /// The ratings of the last so many years, the judged one the last: all of that level or better. A year without a rating is unknown.
    pub(super) fn rated(&self, scale: &str, least: &str, years: u32, subject: &str) -> Found<Verdict> {
        let Some(least_place) = self.level(scale, least) else {
            return Found::waiting(Verdict::Unknown, texts::missing_level(least, scale));
        };
        let rows: Vec<&Rating> = of(&self.rows.ratings, subject).iter().copied().filter(|row| row.scale == scale && self.is_decided(row)).collect();
        let kind = self.rated_by(&rows);
        let Some(last) = self.calendar.judged(kind) else {
            return Found::waiting(Verdict::Unknown, texts::missing_year_begins());
        };
        let mut found = Found::bare(Verdict::Met);
        for back in 0..i16::try_from(years.max(1)).unwrap_or(i16::MAX).min(last) {
            let year = last - back;
            let of_year = rows.iter().rev().find(|row| row.year == year && row.year_kind == kind);
            let Some(row) = of_year else {
                found.value = found.value.min(Verdict::Unknown);
                found.miss(texts::missing_rating(self.year_words(kind, year)));
                continue;
            };
            found.ground(&row.place, texts::fact_rating(self.year_words(kind, year), row.level.as_str()));
            match self.level(scale, &row.level) {
                Some(place) => found.value = found.value.min(Verdict::of(place >= least_place)),
                None => {
                    found.value = found.value.min(Verdict::Unknown);
                    found.miss(texts::missing_level(row.level.as_str(), scale));
                }
            }
        }
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

    /// A year as it is written: 2026, or 2025-2026 for a school year.
    pub(super) fn year_words(&self, kind: YearKind, year: i16) -> String {
        match kind {
            YearKind::School => format!("{year}-{}", year + 1),
            _ => year.to_string(),
        }
    }
}
