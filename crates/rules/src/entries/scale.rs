//! Scales of levels: ratings, discipline.

use phongtrao_value::Decimal;
use serde::Deserialize;

/// A scale of levels.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// From the lowest to the highest; of discipline: from the lightest to the gravest.
    pub levels: Vec<Level>,
    /// The greatest number of points, where levels are bands of points.
    #[serde(default, deserialize_with = "super::number::optional")]
    pub most: Option<Decimal>,
    /// Id of the scale whose levels these are by another way of coming to them: a rule that names that one is met by this one too.
    pub counts_as: Option<String>,
    /// Whether the points of a longer time are the mean of those of its periods.
    #[serde(default)]
    pub mean_of_periods: bool,
    /// Whether the head of a unit may have no higher level than the unit.
    #[serde(default)]
    pub head_at_most_unit: bool,
    /// Categories of people that it is never applied to without somebody saying so.
    #[serde(default)]
    pub never_for: Vec<String>,
}

/// A level of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its id within the scale.
    pub id: String,
    /// Vietnamese name.
    pub name_vi: String,
    /// English name.
    pub name_en: String,
    /// How lists write it in short.
    #[serde(default)]
    pub abbreviations: Vec<String>,
    /// The least number of points.
    #[serde(default, deserialize_with = "super::number::optional")]
    pub least: Option<Decimal>,
    /// The number of points below which it ends; none for the highest.
    #[serde(default, deserialize_with = "super::number::optional")]
    pub below: Option<Decimal>,
}

impl Scale {
    /// The level of a number of points, where levels are bands.
    pub fn level_at(&self, points: Decimal) -> Option<&Level> {
        let within = |level: &&Level| level.least.is_some_and(|least| least <= points) && level.below.is_none_or(|below| points < below);
        self.levels.iter().find(within)
    }

    /// The level of a time by the points of its periods, where it is their mean: compared exactly, never rounded.
    pub fn level_of_periods(&self, points: &[Decimal]) -> Option<&Level> {
        let periods = i64::try_from(points.len()).ok().filter(|periods| self.mean_of_periods && *periods > 0)?;
        let sum = points.iter().try_fold(0_i64, |sum, points| sum.checked_add(points.thousandths()))?;
        let times = |limit: Decimal| limit.thousandths().saturating_mul(periods);
        let within =
            |level: &&Level| level.least.is_some_and(|least| times(least) <= sum) && level.below.is_none_or(|below| sum < times(below));
        self.levels.iter().find(within)
    }

    /// Whether the head of a unit may have a level when the unit has another; none where a level is not of the scale.
    pub fn head_may_have(&self, head: &str, unit: &str) -> Option<bool> {
        let (head, unit) = (self.place(head)?, self.place(unit)?);
        Some(!self.head_at_most_unit || head <= unit)
    }

    /// The place of a level, from the first.
    pub fn place(&self, level: &str) -> Option<usize> {
        self.levels.iter().position(|own| own.id == level)
    }
}
