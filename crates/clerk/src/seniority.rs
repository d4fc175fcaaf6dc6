//! Who stands before whom in a unit where nobody has numbered the posts: those who lead, their deputies, the others; of these by military rank.

use std::sync::LazyLock;

use phongtrao_register::rows::Post;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    leading_begins: Vec<String>,
    leading_ends: Vec<String>,
    deputy_begins: Vec<String>,
    deputy_ends: Vec<String>,
    ranks: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests below read them.
    toml::from_str(include_str!("../words/seniority.toml")).expect("the words of seniority")
});

/// The place of a post: by its number, where it has one, before all that have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Seniority {
    number: i64,
    level: Level,
    rank: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Leading,
    Deputy,
    Other,
}

impl Seniority {
    /// All alike: where names alone give the order.
    pub(crate) const ALIKE: Seniority = Seniority { number: 0, level: Level::Leading, rank: 0 };

    /// The place of somebody's post; who has none stands behind.
    pub(crate) fn of(post: Option<&Post>) -> Seniority {
        let number = post.and_then(|post| post.rank).unwrap_or(i64::MAX);
        let [title, grade] = [post.and_then(|post| post.title.as_deref()), post.and_then(|post| post.grade.as_deref())]
            .map(|words| words.unwrap_or_default().to_lowercase());
        let rank = WORDS.ranks.iter().position(|rank| begins(&grade, rank)).unwrap_or(usize::MAX);
        Seniority { number, level: level(&title), rank }
    }
}

fn level(title: &str) -> Level {
    let is = |beginnings: &[String], ends: &[String]| {
        beginnings.iter().any(|word| begins(title, word)) || ends.iter().any(|word| title == word || title.ends_with(&format!(" {word}")))
    };
    if is(&WORDS.deputy_begins, &WORDS.deputy_ends) {
        Level::Deputy
    } else if is(&WORDS.leading_begins, &WORDS.leading_ends) {
        Level::Leading
    } else {
        Level::Other
    }
}

/// Whether words begin with whole words.
fn begins(words: &str, with: &str) -> bool {
    words.strip_prefix(with).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::{Level, level};

    #[rstest::rstest]
    #[case("trưởng khoa", Level::Leading)]
    #[case("viện trưởng", Level::Leading)]
    #[case("đại đội trưởng", Level::Leading)]
    #[case("chánh văn phòng", Level::Leading)]
    #[case("chính trị viên", Level::Leading)]
    #[case("phó trưởng khoa", Level::Deputy)]
    #[case("phó đại đội trưởng", Level::Deputy)]
    #[case("lớp phó", Level::Deputy)]
    #[case("chính trị viên phó", Level::Deputy)]
    #[case("giảng viên", Level::Other)]
    #[case("chủ tịchx", Level::Other)]
    #[case("", Level::Other)]
    fn levels_of_posts(#[case] title: &str, #[case] expected: Level) {
        assert_eq!(level(title), expected);
    }
}
