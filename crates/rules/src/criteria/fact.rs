//! Facts that hold or not: the leaves that are no numbers.

use phongtrao_value::YearKind;

use super::Rule;

/// A fact that holds, does not, or is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A record of that kind says yes. `yes-no`
    Yes {
        /// Kind of record.
        of: String,
        /// When.
        span: Span,
    },
    /// A person attested it. `attested`
    Attested {
        /// Id of the criterion.
        of: String,
    },
    /// The rating of each of the last `years` years is that level or better. `rating`
    Rating {
        /// The scale of a pack.
        scale: String,
        /// The least level of that scale.
        least: String,
        /// How many years, the judged one the last; they must follow each other.
        years: u32,
    },
    /// Awards in the ledger. `award`
    Held(Held),
    /// Another award of the same round was met by the same subject. `title`
    Title {
        /// Id of the award in the plan.
        award: String,
    },
    /// No discipline at that level or above within the span. `no-discipline`
    Undisciplined(Discipline),
    /// An initiative that was recognised and not used for an award before. `initiative`
    Initiative {
        /// The least level at which it was recognised: `base`, `ministry`, `nation`.
        level: String,
        /// When it was recognised.
        span: Span,
    },
    /// An attribute of the subject has one of these values (category, status, sex, kind of unit). `attribute`
    Attribute {
        /// Which.
        of: String,
        /// The values.
        values: Vec<String>,
    },
    /// A column of a population that is yes or no. `flag`
    Column(String),
}

/// Awards in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Ids of honours, any of which counts.
    pub of: Vec<String>,
    /// How often.
    pub times: u32,
    /// Whether the years of achievement must follow each other, in the kind of year that the decision states.
    pub consecutive: bool,
    /// Within how many years up to the judged one; `None` at any time.
    pub within_years: Option<u32>,
    /// Only what was achieved after this award (`và sau đó`): years count from the end of its period of achievement, else from its date.
    pub after: Option<Box<Held>>,
    /// What each of these awards had to rest on, where the text says so (`each with …`).
    pub each: Option<Box<Rule>>,
}

/// Discipline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discipline {
    /// The least level that counts, of the scale `discipline` of a pack: `reprimand`, `warning` …
    pub level: String,
    /// Whether only discipline tied to public duty counts.
    pub duty_only: bool,
    /// When.
    pub span: Span,
}

/// From when to when facts count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Span {
    /// The period of the round.
    #[default]
    Round,
    /// The judged year of a kind, or the one so many years before.
    Year {
        /// Which kind.
        kind: YearKind,
        /// How many years before the judged one.
        back: u32,
    },
    /// The last so many years, the judged one the last.
    Years {
        /// Which kind.
        kind: YearKind,
        /// How many.
        count: u32,
    },
    /// A phase of the plan.
    Phase(String),
    /// The plan's whole period.
    Plan,
    /// Ever.
    Ever,
}
