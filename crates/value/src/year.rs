//! Years of several kinds: what "a year" of a decision or a round is.

use jiff::civil::Date;

/// What kind of year a rule counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum YearKind {
    /// 1 January to 31 December.
    Calendar,
    /// The school year: it begins on a day that each school sets.
    School,
    /// The year of the statistics of emulation and commendation: 1 December of the year before to 30 November (data of the packs says since when).
    Statistics,
}

impl YearKind {
    /// The word of `plan.toml`, of packs and of data folders.
    pub fn word(self) -> &'static str {
        match self {
            YearKind::Calendar => "calendar",
            YearKind::School => "school",
            YearKind::Statistics => "statistics",
        }
    }

    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<YearKind> {
        [YearKind::Calendar, YearKind::School, YearKind::Statistics].into_iter().find(|kind| kind.word() == word)
    }
}

/// A span of days, both ends in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Period {
    /// Whether a day lies in it.
    pub fn holds(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}
