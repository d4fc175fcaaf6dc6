//! The words of the language: kinds, and the closed lists of what a key may say.

use super::{Aggregate, Audience, Day, Duty, DutyState, How, Scorer};

/// The kinds of tests over other tests.
pub(super) const TESTS: [&str; 4] = ["all", "any", "none", "at-least"];

/// The kinds of facts.
pub(super) const FACTS: [&str; 9] = ["yes-no", "attested", "rating", "award", "title", "no-discipline", "initiative", "attribute", "flag"];

/// The kinds of numbers.
pub(super) const QUANTITIES: [&str; 26] = [
    "count",
    "sum",
    "mean",
    "last",
    "least",
    "greatest",
    "tasks",
    "reports",
    "attendance",
    "result",
    "score",
    "members",
    "units",
    "service",
    "ratings",
    "initiatives",
    "column",
    "fixed",
    "bands",
    "ratio",
    "if",
    "total",
    "mean-of",
    "least-of",
    "greatest-of",
    "run",
];

/// The kinds of numbers that come from the criteria sets of packs.
pub(super) const SETS: [&str; 2] = ["set", "set-least"];

/// All kinds.
pub fn kinds() -> impl Iterator<Item = &'static str> + Clone {
    TESTS.into_iter().chain(FACTS).chain(numbers())
}

/// All kinds of numbers.
pub(super) fn numbers() -> impl Iterator<Item = &'static str> + Clone {
    QUANTITIES.into_iter().chain(SETS)
}

/// A closed list of words.
pub(super) trait Word: Copy + PartialEq + 'static {
    /// Each word with what it says.
    const ALL: &'static [(&'static str, Self)];

    /// The word.
    fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| word)
    }

    /// What a word says.
    fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
    }
}

impl Word for Aggregate {
    const ALL: &'static [(&'static str, Aggregate)] = &[
        ("count", Aggregate::Count),
        ("sum", Aggregate::Sum),
        ("mean", Aggregate::Mean),
        ("last", Aggregate::Last),
        ("least", Aggregate::Least),
        ("greatest", Aggregate::Greatest),
    ];
}

impl Word for Duty {
    const ALL: &'static [(&'static str, Duty)] = &[("tasks", Duty::Tasks), ("reports", Duty::Reports), ("attendance", Duty::Attendance)];
}

impl Word for DutyState {
    const ALL: &'static [(&'static str, DutyState)] =
        &[("due", DutyState::Due), ("done", DutyState::Done), ("on-time", DutyState::OnTime), ("accepted", DutyState::Accepted)];
}

impl Word for How {
    const ALL: &'static [(&'static str, How)] = &[("count", How::Count), ("share", How::Share)];
}

impl Word for Scorer {
    const ALL: &'static [(&'static str, Scorer)] = &[("own", Scorer::Own), ("appraised", Scorer::Appraised), ("cross", Scorer::Cross)];
}

impl Word for Day {
    const ALL: &'static [(&'static str, Day)] =
        &[("period-end", Day::PeriodEnd), ("period-start", Day::PeriodStart), ("closing", Day::Closing)];
}

impl Word for Audience {
    const ALL: &'static [(&'static str, Audience)] = &[("all", Audience::All), ("subject", Audience::Subject), ("chair", Audience::Chair)];
}
