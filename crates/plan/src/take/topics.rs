//! What each part of a plan is about, by the words of its heading and of those above it.

use std::sync::LazyLock;

use serde::Deserialize;

use super::parts::{Part, Parts};
use super::phrase::Phrases;

/// What a part is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Topic {
    /// Mục đích.
    Purpose,
    /// Yêu cầu.
    Requirement,
    /// Phạm vi.
    Scope,
    /// Đối tượng.
    Subject,
    /// Tiêu chí, tiêu chuẩn.
    Criteria,
    /// Mục tiêu, chỉ tiêu.
    Target,
    /// Kinh phí.
    Budget,
    /// Thời gian thực hiện.
    Period,
    /// Chế độ báo cáo.
    Report,
    /// Something else.
    Other,
}

/// The topics that a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Topics(u16);

impl Topics {
    fn with(self, topic: Topic) -> Topics {
        Topics(self.0 | 1 << topic as u16)
    }

    /// Whether the topic is among them.
    pub(crate) fn has(self, topic: Topic) -> bool {
        self.0 & (1 << topic as u16) != 0
    }

    /// Whether the topic is the only one.
    pub(crate) fn only(self, topic: Topic) -> bool {
        self.0 == 1 << topic as u16
    }

    fn is_empty(self) -> bool {
        self.0 == 0
    }
}

#[derive(Deserialize)]
struct Words {
    fields_of_work: Vec<String>,
    topic: Vec<TopicWords>,
}

#[derive(Deserialize)]
struct TopicWords {
    name: Topic,
    words: Vec<String>,
    #[serde(default)]
    but: Vec<String>,
    most: usize,
}

/// How a topic is seen in a heading.
struct Signs {
    topic: Topic,
    words: Phrases,
    but: Phrases,
    most: usize,
}

/// The fields of work, and how topics are seen.
static WORDS: LazyLock<(Vec<String>, Vec<Signs>)> = LazyLock::new(|| {
    // The data stands in this crate; every test of this folder reads it.
    let words: Words = toml::from_str(include_str!("../../words/topics.toml")).expect("the words of topics are sound");
    let signs =
        |topic: TopicWords| Signs { topic: topic.name, words: Phrases::new(&topic.words), but: Phrases::new(&topic.but), most: topic.most };
    (words.fields_of_work, words.topic.into_iter().map(signs).collect())
});

/// The topics that a heading names.
pub(crate) fn of_heading(lower: &str) -> Topics {
    let length = lower.split_whitespace().count();
    let named = WORDS.1.iter().filter(|signs| length <= signs.most && signs.words.within(lower) && !signs.but.within(lower));
    let all = named.fold(Topics::default(), |topics, signs| topics.with(signs.topic));
    // A heading that names a topic is about it, whatever else it names.
    if all.only(Topic::Other) { all } else { Topics(all.0 & !(1 << Topic::Other as u16)) }
}

/// The topics of each part: those of its own heading, or of the part that it stands in.
pub(crate) fn of_parts(parts: &Parts) -> Vec<Topics> {
    let mut topics: Vec<Topics> = Vec::with_capacity(parts.0.len());
    for part in &parts.0 {
        let inherited = part.parent.and_then(|parent| topics.get(parent)).copied().unwrap_or_default();
        topics.push(own(part).filter(|_| !is_field(part, inherited)).unwrap_or(inherited));
    }
    topics
}

/// Whether a heading below one of targets only names the field of work in which they are to be reached: `2. Tuyên truyền`.
fn is_field(part: &Part, inherited: Topics) -> bool {
    let names_field = |lower: &str| WORDS.0.iter().any(|field| lower.starts_with(field.as_str())) && of_heading(lower).only(Topic::Other);
    inherited.only(Topic::Target) && part.heading.as_ref().is_some_and(|heading| names_field(&heading.lower))
}

fn own(part: &Part) -> Option<Topics> {
    let heading = part.heading.as_ref()?;
    Some(of_heading(&heading.lower)).filter(|topics| !topics.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("mục đích", &[Topic::Purpose])]
    #[case("mục đích, yêu cầu", &[Topic::Purpose, Topic::Requirement])]
    #[case("đối tượng, tiêu chuẩn", &[Topic::Subject, Topic::Criteria])]
    #[case("tiêu chí thi đua và hình thức khen thưởng", &[Topic::Criteria])]
    #[case("khen thưởng hằng năm", &[Topic::Other])]
    #[case("đối tượng áp dụng", &[Topic::Scope])]
    #[case("đối với tập thể", &[])]
    fn headings(#[case] heading: &str, #[case] expected: &[Topic]) {
        let expected = expected.iter().fold(Topics::default(), |topics, topic| topics.with(*topic));
        assert_eq!(of_heading(heading), expected);
    }
}
