//! Scores of indicators.

use phongtrao_register::rows::Score;
use phongtrao_rules::criteria::Scorer;
use phongtrao_value::Decimal;

use super::{Addition, Facts, Found, of, of_several};
use crate::exact::Amount;
use crate::program::Number;
use crate::texts;

impl Facts<'_> {
    /// The score of the judged year; what is not scored yet lies between nothing and the greatest that can be given.
    pub(super) fn score(&self, indicator: &str, by: Scorer, most: Decimal, subject: &str) -> Found<Amount> {
        let open = Amount::between(Number::ZERO, most.into());
        let kind = self.calendar.year_kind;
        let Some(year) = self.calendar.judged(kind) else {
            return Found::waiting(open, texts::missing_year_begins());
        };
        let row_of = |unit: &str| {
            let rows = of(&self.rows.scores, unit).iter().rev().copied();
            rows.into_iter().find(|row| row.indicator == indicator && row.year == year && row.year_kind.is_none_or(|own| own == kind))
        };
        let scored = self.rows.own_or_before(subject, self.calendar.as_of, &|unit| row_of(unit).is_some());
        let each = scored.into_iter().filter_map(row_of).map(|row| self.scored(row, by, open)).collect();
        of_several(each)
            .unwrap_or_else(|| Found::waiting_for_unit(open, Addition::Fact, texts::missing_score(self.names.indicator(indicator))))
    }

    fn scored(&self, row: &Score, by: Scorer, open: Amount) -> Found<Amount> {
        let indicator = self.names.indicator(&row.indicator);
        let score = match by {
            Scorer::Own => row.own,
            Scorer::Appraised => row.appraised,
            Scorer::Cross => row.cross,
        };
        let mut found = Found::bare(score.map_or(open, |score| Amount::known(score.into())));
        match score {
            Some(score) => found.ground(&row.place, texts::fact_score(indicator, score.to_string())),
            None => {
                found.ground(&row.place, texts::fact_not_scored(indicator.clone()));
                found.miss_of_unit(Addition::Fact, texts::missing_score(indicator));
            }
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
            return Found::waiting(Amount::unknown(), texts::missing_set(self.names.set(set)));
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
