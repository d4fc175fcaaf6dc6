//! What a round is for, in the words that titles of papers end with.

use std::sync::LazyLock;

use phongtrao_press::Phrase;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    said: Vec<String>,
    of_plan: Phrase,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests below read them.
    toml::from_str(include_str!("../../words/occasion.toml")).expect("the words of occasions")
});

/// The name of a round with a small first letter, without the words that titles say themselves. A round that is named by nothing but these words is that of
/// its plan.
pub(super) fn of(label: &str, plan: &str) -> String {
    let small = small(label);
    let is_said = |said: &String| said.trim_end() == small;
    if WORDS.said.iter().any(is_said) {
        return WORDS.of_plan.fill(&[("plan", &self::small(plan))]);
    }
    let rest = WORDS.said.iter().find_map(|said| small.strip_prefix(said.as_str()));
    rest.map_or_else(|| small.clone(), str::to_owned)
}

/// With a small first letter; a heading in capitals is small altogether.
fn small(label: &str) -> String {
    if label.chars().all(|letter| !letter.is_lowercase()) {
        return label.to_lowercase();
    }
    let mut letters = label.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    #[rstest::rstest]
    #[case("Xét khen thưởng hằng năm", "hằng năm")]
    #[case("Công nhận, khen thưởng hằng năm", "hằng năm")]
    #[case("Xét khen thưởng đợt thi đua", "đợt thi đua")]
    #[case("Vòng chung kết cuộc thi", "vòng chung kết cuộc thi")]
    #[case("KHEN THƯỞNG", "theo kế hoạch triển khai phong trào đọc sách")]
    #[case("", "")]
    fn nothing_is_said_twice(#[case] label: &str, #[case] expected: &str) {
        assert_eq!(super::of(label, "Triển khai phong trào đọc sách"), expected);
    }
}
