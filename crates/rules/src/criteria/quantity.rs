//! Quantities: numbers that are counted, added, averaged, banded.

use phongtrao_value::Decimal;

use super::{Audience, Held, Limit, Rule, Span};

/// A number about a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quantity {
    /// Over records of a kind. `count`, `sum`, `mean`, `last`, `least`, `greatest`
    Records {
        /// What is made of them.
        how: Aggregate,
        /// Kind of record.
        of: String,
        /// When.
        span: Span,
        /// Whether only verified ones count; an unverified one then makes the number uncertain, not smaller.
        verified: bool,
    },
    /// Duties done: tasks, reports, sessions attended. `tasks`, `reports`, `attendance`
    Duties {
        /// Which duties.
        of: Duty,
        /// Kind of task, report or event; `None`: all.
        kind: Option<String>,
        /// Which of them count.
        state: DutyState,
        /// When they were due.
        span: Span,
        /// As a number or as a share of those due.
        how: How,
    },
    /// The mark of a course or contest. `result`
    Result {
        /// Id of the course or contest.
        of: String,
        /// When.
        span: Span,
    },
    /// The score of an indicator. `score`
    Score {
        /// Id of the indicator.
        of: String,
        /// Whose score.
        by: Scorer,
        /// The greatest that can be given; what is not scored yet lies between nothing and this.
        most: Decimal,
    },
    /// Members of a unit of whom a rule holds. `members`
    Members(Members),
    /// Units below a unit of which a rule holds. `units`
    Units(Members),
    /// Whole months in a status or post up to the end of the span. `service`
    Service {
        /// Status or kind of post: `working`, `studying`.
        of: String,
        /// Up to when.
        span: Span,
    },
    /// How many of the last years were rated at a level or better, the judged one the last. `ratings`
    Ratings(Ratings),
    /// How many initiatives were recognised and not used for an award before. `initiatives`
    Initiatives {
        /// The least level at which they were recognised: `base`, `ministry`, `nation`.
        level: String,
        /// When they were recognised.
        span: Span,
    },
    /// A column of a population. `column`
    Column {
        /// Its name.
        name: String,
        /// The least that it can be.
        least: Decimal,
        /// The greatest that it can be.
        most: Decimal,
    },
    /// A constant.
    Fixed(Decimal),
    /// Points by band. `bands`
    Bands {
        /// Of what.
        of: Box<Quantity>,
        /// In rising order.
        bands: Vec<Band>,
    },
    /// Points in proportion to a target. `ratio`
    Ratio {
        /// Of what.
        of: Box<Quantity>,
        /// The target.
        target: Limit,
        /// Points at the target.
        points: Decimal,
        /// The greatest number of points.
        most: Option<Decimal>,
    },
    /// Points where a rule is met, none where it is not. `if`
    If {
        /// The rule.
        rule: Box<Rule>,
        /// Points.
        points: Decimal,
    },
    /// A sum of indicators with bonus and penalty. `total`
    Total {
        /// The indicators.
        of: Vec<Part>,
        /// Added.
        bonus: Vec<Part>,
        /// The greatest sum of bonuses.
        bonus_most: Option<Decimal>,
        /// Taken off.
        penalty: Vec<Part>,
        /// The greatest sum of penalties.
        penalty_most: Option<Decimal>,
    },
    /// The arithmetic mean, exact. `mean-of`
    MeanOf(Vec<Quantity>),
    /// The least of several. `least-of`
    LeastOf(Vec<Quantity>),
    /// The greatest of several. `greatest-of`
    GreatestOf(Vec<Quantity>),
    /// The longest row of neighbours that reach a limit: consecutive months, consecutive years. `run`
    Run {
        /// In their order.
        of: Vec<Quantity>,
        /// The limit.
        min: Limit,
    },
    /// The indicators of a criteria set of a pack, added. `set`
    Set {
        /// Id of the set.
        of: String,
        /// Whose scores.
        by: Scorer,
    },
    /// The least indicator of a criteria set of a pack. `set-least`
    SetLeast {
        /// Id of the set.
        of: String,
        /// Whose scores.
        by: Scorer,
    },
}

/// Years that were rated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratings {
    /// The scale of a pack.
    pub scale: String,
    /// The least level of that scale.
    pub least: String,
    /// How many years are looked at, the judged one the last.
    pub years: u32,
    /// Only years after these awards (`và sau đó`): they count from the end of their period of achievement, else from their date.
    pub after: Option<Box<Held>>,
}

/// What is made of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aggregate {
    /// How many.
    Count,
    /// Their sum.
    Sum,
    /// Their mean.
    Mean,
    /// The last by date.
    Last,
    /// The least.
    Least,
    /// The greatest.
    Greatest,
}

/// Which duties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Duty {
    /// Tasks given.
    Tasks,
    /// Reports due.
    Reports,
    /// Sessions and events to attend.
    Attendance,
}

/// Which duties count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DutyState {
    /// All that were due.
    Due,
    /// Done, sent, attended.
    Done,
    /// Done by the date.
    OnTime,
    /// Done, by the date, and its quality accepted.
    Accepted,
}

/// As a number or as a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// A number.
    Count,
    /// A percentage, exact: 6 of 7 is not 86.
    Share,
}

/// Who gave a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scorer {
    /// The subject itself.
    Own,
    /// Whoever appraises; the score that counts.
    Appraised,
    /// Another unit.
    Cross,
}

/// Members or lower units of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Members {
    /// Which of them are counted at all, over their attributes; `None`: all.
    pub among: Option<Box<Rule>>,
    /// On which day somebody must belong to count.
    pub on: Day,
    /// Of whom this holds.
    pub having: Box<Rule>,
    /// As a number or as a share.
    pub how: How,
}

/// A day that a criterion names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Day {
    /// The last day of the round's period.
    #[default]
    PeriodEnd,
    /// The first day of the round's period.
    PeriodStart,
    /// The day on which the round closes.
    Closing,
}

/// From this value on, so many points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// The least value of the band.
    pub from: Decimal,
    /// Its points.
    pub points: Decimal,
}

/// An indicator of a total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its id.
    pub id: Option<String>,
    /// What people read.
    pub label: Option<String>,
    /// The source.
    pub source: Option<String>,
    /// Who may read the reason.
    pub audience: Audience,
    /// Its number.
    pub of: Quantity,
}
