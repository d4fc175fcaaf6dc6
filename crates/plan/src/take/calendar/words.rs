//! The words that are recognised: `words/calendar.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::super::deadlines::Phrases;

#[derive(Deserialize)]
pub(super) struct CalendarWords {
    pub(super) phase: Words,
    pub(super) round: RoundWords,
    pub(super) milestone: MilestoneWords,
    pub(super) period: PeriodWords,
}

#[derive(Deserialize)]
pub(super) struct Words {
    pub(super) words: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct RoundWords {
    pub(super) words: Vec<String>,
    pub(super) interim: Vec<String>,
    #[serde(rename = "final")]
    pub(super) last: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct MilestoneWords {
    pub(super) words: Vec<String>,
    pub(super) beginnings: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct PeriodWords {
    pub(super) headings: Vec<String>,
    pub(super) terms: Phrases,
}

/// The words, read once.
pub(super) static WORDS: LazyLock<CalendarWords> =
    // The file is part of the program and a test reads it.
    LazyLock::new(|| toml::from_str(include_str!("../../../words/calendar.toml")).expect("words/calendar.toml is as written above"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read() {
        assert!(!WORDS.phase.words.is_empty() && !WORDS.round.words.is_empty() && WORDS.period.terms.last_in("").is_none());
    }
}
