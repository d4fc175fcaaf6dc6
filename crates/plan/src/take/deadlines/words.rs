//! The words that are recognised: `words/dates.toml` and `words/dates-cues.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use phongtrao_value::text::is_alphanumeric;
use serde::Deserialize;

/// What a word does in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Role {
    /// `ngày`
    Day,
    /// `tháng`
    Month,
    /// `quý`
    Quarter,
    /// `năm`
    Year,
    /// `học`, after `năm`.
    School,
    /// `hằng`
    Every,
    /// `đến`
    Until,
    /// `và`
    And,
    /// `đầu`
    First,
    /// `giữa`
    Middle,
    /// `cuối`
    Last,
    /// `tuần`, after `thượng`, `trung`, `hạ`.
    Part,
    /// `hết`
    Through,
    /// `trước`
    Before,
    /// `từ`
    From,
    /// `khoảng`
    About,
    /// `mùng`
    Mong,
    /// `của`
    Of,
    /// `sau`, after `năm`.
    Next,
    /// `giờ`
    Clock,
    /// `phút`
    Minute,
    /// `thứ`
    Weekday,
    /// `chủ`, before `nhật`.
    Sunday,
    /// `làm`, of `làm việc`.
    Working,
    /// `số`: what follows is a document's number.
    Number,
    /// `các`
    List,
}

#[derive(Deserialize)]
struct Vocabulary {
    role: BTreeMap<Role, Vec<String>>,
    weekday: BTreeMap<String, Vec<String>>,
    lead: Lead,
}

#[derive(Deserialize)]
struct Lead {
    words: Vec<String>,
    limits: BTreeSet<String>,
    before_limits: BTreeSet<String>,
}

/// The vocabulary of the grammar.
pub(super) struct Lexicon {
    roles: BTreeMap<String, Role>,
    /// Whether a word with a role has this [`stamp`]: most words of a text have none and are told apart by it.
    stamps: [bool; STAMPS],
    weekdays: BTreeMap<String, i8>,
    leads: BTreeSet<String>,
    limits: BTreeSet<String>,
    before_limits: BTreeSet<String>,
}

const STAMPS: usize = 1024;

/// A number made of the length of a word and its first and last byte.
fn stamp(word: &str) -> usize {
    let bytes = word.as_bytes();
    let (first, last) = (bytes.first().copied().unwrap_or_default(), bytes.last().copied().unwrap_or_default());
    (usize::from(first) * 37 + usize::from(last) * 5 + bytes.len()) % STAMPS
}

impl Lexicon {
    /// What a word, in small letters, does in a date.
    pub(super) fn role(&self, word: &str) -> Option<Role> {
        if self.stamps[stamp(word)] { self.roles.get(word).copied() } else { None }
    }

    /// The day of the week that the word after `thứ` names, Monday is 1.
    pub(super) fn weekday(&self, word: &str) -> Option<i8> {
        self.weekdays.get(word).copied()
    }

    /// Whether the word belongs to the phrase of the date before which it stands.
    pub(super) fn leads(&self, word: &str) -> bool {
        self.leads.contains(word)
    }

    /// Whether the word says that a date is a limit.
    pub(super) fn limits(&self, word: &str) -> bool {
        self.limits.contains(word)
    }

    /// Whether the word belongs to the phrase of the limit before which it stands.
    pub(super) fn leads_to_limit(&self, word: &str) -> bool {
        self.before_limits.contains(word)
    }
}

/// The vocabulary of the grammar, read once.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    // The file is part of the program and a test reads it.
    let vocabulary: Vocabulary = toml::from_str(include_str!("../../../words/dates.toml")).expect("words/dates.toml is as written above");
    let roles = vocabulary.role.into_iter().flat_map(|(role, words)| words.into_iter().map(move |word| (word, role)));
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let number = |name: &str| days.iter().zip(1..).find_map(|(day, number)| (*day == name).then_some(number));
    let weekdays = vocabulary.weekday.into_iter().filter_map(|(name, words)| number(&name).map(|number| (number, words)));
    let roles: BTreeMap<String, Role> = roles.collect();
    let mut stamps = [false; STAMPS];
    roles.keys().for_each(|word| stamps[stamp(word)] = true);
    Lexicon {
        roles,
        stamps,
        weekdays: weekdays.flat_map(|(number, words)| words.into_iter().map(move |word| (word, number))).collect(),
        leads: vocabulary.lead.words.into_iter().collect(),
        limits: vocabulary.lead.limits,
        before_limits: vocabulary.lead.before_limits,
    }
});

/// Phrases that are looked for together.
#[derive(Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub(in crate::take) struct Phrases {
    list: Vec<String>,
    /// Finds all of them in one pass; none where the list is empty.
    automaton: Option<AhoCorasick>,
}

impl From<Vec<String>> for Phrases {
    fn from(list: Vec<String>) -> Phrases {
        let automaton = if list.is_empty() { None } else { AhoCorasick::new(&list).ok() };
        Phrases { list, automaton }
    }
}

impl Phrases {
    /// The phrases.
    pub(in crate::take) fn iter(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(String::as_str)
    }

    /// Where one of them stands last in the text as whole words: the byte behind it.
    pub(in crate::take) fn last_in(&self, text: &str) -> Option<usize> {
        let automaton = self.automaton.as_ref()?;
        let whole = |start: usize, end: usize| {
            let (left, right) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
            !left.ends_with(is_alphanumeric) && !right.starts_with(is_alphanumeric)
        };
        let found = automaton.find_overlapping_iter(text).filter(|found| whole(found.start(), found.end()));
        found.map(|found| found.end()).max()
    }
}

/// Phrases around dates.
#[derive(Deserialize)]
pub(super) struct Cues {
    pub(super) limit: Around,
    pub(super) event: Around,
    pub(super) times: Times,
    pub(super) stage: Stage,
    pub(super) never: Around,
    pub(super) history: Around,
    pub(super) year: YearCues,
    pub(super) document: DocumentCues,
    pub(super) recurring: Recurring,
    pub(super) kinds: Kinds,
}

/// Phrases by where they stand.
#[derive(Deserialize)]
pub(super) struct Around {
    #[serde(default)]
    pub(super) near_before: Phrases,
    #[serde(default)]
    pub(super) straight_before: Phrases,
    #[serde(default)]
    pub(super) through_limit: Phrases,
    #[serde(default)]
    pub(super) before: Phrases,
    #[serde(default)]
    pub(super) after: Phrases,
}

#[derive(Deserialize)]
pub(super) struct Times {
    pub(super) labels: Phrases,
    pub(super) headings: Phrases,
}

#[derive(Deserialize)]
pub(super) struct Stage {
    /// `giai đoạn`
    pub(super) words: Vec<String>,
    /// What stands before it, alone in its sentence.
    pub(super) goals: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct YearCues {
    pub(super) before: Phrases,
    pub(super) after: Phrases,
    pub(super) goal: Phrases,
}

#[derive(Deserialize)]
pub(super) struct DocumentCues {
    pub(super) kinds: Phrases,
    pub(super) names: Phrases,
    pub(super) after: Phrases,
}

#[derive(Deserialize)]
pub(super) struct Recurring {
    pub(super) yearly: Phrases,
    /// `thường xuyên`
    pub(super) standing: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Kinds {
    pub(super) telling: Vec<String>,
    pub(super) ruling: Vec<String>,
}

/// The phrases around dates, read once.
pub(super) static CUES: LazyLock<Cues> =
    // The file is part of the program and a test reads it.
    LazyLock::new(|| {
        toml::from_str(include_str!("../../../words/dates-cues.toml")).expect("words/dates-cues.toml is as written above")
    });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_read() {
        assert_eq!(LEXICON.role("ngày"), Some(Role::Day));
        assert_eq!(LEXICON.weekday("nhật"), Some(7));
        assert!(LEXICON.leads("trước"));
        assert!(CUES.limit.near_before.iter().any(|phrase| phrase == "chậm nhất"));
        assert_eq!(CUES.recurring.yearly.last_in("hằng năm, mỗi năm họp"), Some("hằng năm, mỗi năm".len()));
        assert_eq!(CUES.recurring.yearly.last_in("xhằng nămx"), None);
    }
}
