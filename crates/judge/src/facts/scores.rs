//! Scores of indicators.

use phongtrao_rules::criteria::Scorer;
use phongtrao_value::Decimal;

use super::{Facts, Found, of};
use crate::exact::Amount;
use crate::program::Number;
use crate::texts;

impl Facts<'_> {
    /// The score of the judged year; what is not scored yet lies between nothing and the greatest that can be given.
    pub(super) fn score(&self, indicator: &str, by: Scorer, most: Decimal, subject: &str) -> Found<Amount> {
        let open = Amount::between(Number::ZERO, most.into());
        let Some(year) = self.calendar.judged(self.calendar.year_kind) else {
            return Found::waiting(open, texts::missing_year_begins());
        };
        let row = of(&self.rows.scores, subject).iter().rev().find(|row| row.indicator == indicator && row.year == year);
        let score = row.and_then(|row| match by {
            Scorer::Own => row.own,
            Scorer::Appraised => row.appraised,
            Scorer::Cross => row.cross,
        });
        let mut found = Found::bare(score.map_or(open, |score| Amount::known(score.into())));
        match (row, score) {
            (Some(row), Some(score)) => found.ground(&row.place, texts::fact_score(indicator, score.to_string())),
            (Some(row), None) => {
                found.ground(&row.place, texts::fact_not_scored(indicator));
                found.miss(texts::missing_score(indicator));
            }
            (None, _) => found.miss(texts::missing_score(indicator)),
        }
        found
    }
}
