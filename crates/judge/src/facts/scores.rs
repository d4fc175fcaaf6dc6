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

    /// The indicators of a criteria set, added.
    pub(super) fn set(&self, set: &str, by: Scorer, subject: &str) -> Found<Amount> {
        self.indicators(set, by, subject, |scores| {
            scores.iter().try_fold(Amount::known(Number::ZERO), |sum, score| {
                Some(Amount { least: sum.least.plus(score.least)?, most: sum.most.plus(score.most)? })
            })
        })
    }

    /// The least indicator of a criteria set.
    pub(super) fn set_least(&self, set: &str, by: Scorer, subject: &str) -> Found<Amount> {
        self.indicators(set, by, subject, |scores| {
            let least = scores.iter().map(|score| score.least).min()?;
            Some(Amount { least, most: scores.iter().map(|score| score.most).min()? })
        })
    }

    fn indicators(&self, set: &str, by: Scorer, subject: &str, of: impl Fn(&[Amount]) -> Option<Amount>) -> Found<Amount> {
        let Some(indicators) = self.sets.get(set) else {
            return Found::waiting(Amount::unknown(), texts::missing_set(set));
        };
        let mut found = Found::bare(Amount::unknown());
        let mut scores = Vec::new();
        for (indicator, most) in indicators {
            let score = self.score(indicator, by, *most, subject);
            scores.push(score.value);
            found.grounds.extend(score.grounds);
            found.missing.extend(score.missing);
        }
        found.value = of(&scores).unwrap_or_else(Amount::unknown);
        found
    }
}
