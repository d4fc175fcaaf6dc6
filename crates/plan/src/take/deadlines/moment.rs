//! A date as printed: any of its parts may be missing, and its day need not exist.

use phongtrao_value::{Date, Recurrence, When};

/// A date as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    /// How exactly it was said.
    pub(super) shape: Shape,
    /// The year, when it was printed with the date.
    pub(super) year: Option<i16>,
    /// How often it comes back, when that was printed with the date.
    pub(super) every: Recurrence,
}

/// How exactly a date was said; the numbers are as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A day of a month; only the day when the month stands with a later date.
    Day { day: u32, month: Option<u32> },
    /// A month.
    Month(u32),
    /// Some months at the beginning or the end of a year, by the last of them: `6 tháng đầu năm`.
    Months(u32),
    /// A quarter.
    Quarter(u32),
    /// A year.
    Year,
    /// A school year, by its first calendar year.
    School,
    /// Every quarter, nothing more.
    Quarterly,
}

/// Why a moment is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoDate {
    /// The calendar has no such day.
    Impossible,
    /// The month or the year is not known.
    Unsaid,
}

impl Moment {
    pub(super) fn new(shape: Shape, year: Option<i16>) -> Moment {
        Moment { shape, year, every: Recurrence::None }
    }

    pub(super) fn every(mut self, every: Recurrence) -> Moment {
        self.every = every;
        self
    }

    /// Whether the text itself says which year, or that it comes back.
    pub(super) fn complete(&self) -> bool {
        self.year.is_some() || self.every != Recurrence::None || matches!(self.shape, Shape::Quarterly)
    }

    /// The moment with what it lacks taken from a later one: the year, the recurrence, of a bare day the month.
    pub(super) fn filled_from(mut self, later: &Moment) -> Moment {
        if let (Shape::Day { day, month: None }, Shape::Day { month, .. }) = (self.shape, later.shape) {
            self.shape = Shape::Day { day, month };
        }
        if !self.complete() {
            self.year = later.year;
            self.every = later.every;
        }
        self
    }

    /// The date, in the given year where none was printed.
    pub(super) fn when(&self, year_around: Option<i16>) -> Result<When, NoDate> {
        match (self.shape, self.every) {
            (Shape::Quarterly, _) | (_, Recurrence::Quarterly) => Ok(When::Quarterly),
            (Shape::Day { day, .. }, Recurrence::Monthly) => ranged(day, 31).map(When::MonthlyDay),
            (Shape::Day { day, month }, Recurrence::Yearly) => yearly_day(day, month.ok_or(NoDate::Unsaid)?),
            (Shape::Month(month) | Shape::Months(month), Recurrence::Yearly) => ranged(month, 12).map(When::YearlyMonth),
            // A quarter that comes back every year ends with its last month.
            (Shape::Quarter(quarter), Recurrence::Yearly) => ranged(quarter, 4).map(|quarter| When::YearlyMonth(quarter * 3)),
            (shape, _) => once(shape, self.year.or(year_around).ok_or(NoDate::Unsaid)?),
        }
    }
}

fn once(shape: Shape, year: i16) -> Result<When, NoDate> {
    match shape {
        Shape::Day { day, month } => {
            let (day, month) = (ranged(day, 31)?, ranged(month.ok_or(NoDate::Unsaid)?, 12)?);
            When::day(year, month, day).ok_or(NoDate::Impossible)
        }
        Shape::Month(month) | Shape::Months(month) => ranged(month, 12).map(|month| When::Month { year, month }),
        Shape::Quarter(quarter) => ranged(quarter, 4).map(|quarter| When::Quarter { year, quarter }),
        Shape::Year => Ok(When::Year(year)),
        Shape::School => Ok(When::SchoolYear(year)),
        Shape::Quarterly => Ok(When::Quarterly),
    }
}

fn yearly_day(day: u32, month: u32) -> Result<When, NoDate> {
    let (day, month) = (ranged(day, 31)?, ranged(month, 12)?);
    // In a leap year the calendar has every day that any year has.
    Date::new(2024, month, day).map(|_| When::YearlyDay { month, day }).map_err(|_| NoDate::Impossible)
}

fn ranged(number: u32, most: u32) -> Result<i8, NoDate> {
    let number = (1..=most).contains(&number).then_some(number).ok_or(NoDate::Impossible)?;
    i8::try_from(number).map_err(|_| NoDate::Impossible)
}
