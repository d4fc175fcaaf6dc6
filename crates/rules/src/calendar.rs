//! Public holidays.

use phongtrao_value::{Date, When};
use serde::Deserialize;

/// A public holiday: a day of every year, or the days of single years.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// Its name.
    pub name: String,
    /// The day of every year, as `--09-02`.
    pub yearly: Option<String>,
    /// Single days.
    #[serde(default)]
    pub days: Vec<Date>,
    /// Where it stands.
    pub source: String,
}

impl Holiday {
    /// Whether the day is this holiday.
    pub fn is(&self, day: Date) -> bool {
        let yearly = self.yearly.as_deref().and_then(|yearly| yearly.parse::<When>().ok());
        let every_year = matches!(yearly, Some(When::YearlyDay { month, day: of_month }) if month == day.month() && of_month == day.day());
        every_year || self.days.contains(&day)
    }
}
