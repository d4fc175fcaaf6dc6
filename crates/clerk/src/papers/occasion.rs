//! What a round is for, in the words that titles of papers end with.

use std::sync::LazyLock;

use phongtrao_press::Phrase;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    said: Vec<String>,
    of_plan: Phrase,
    yearly: String,
    of_year: Phrase,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests below read them.
    toml::from_str(include_str!("../../words/occasion.toml")).expect("the words of occasions")
});

/// The name of a round with a small first letter, without the words that titles say themselves. A round that is named by nothing but these words is that of
/// its plan; one that comes back, or whose plan has no title, is named by its year.
pub(super) fn of(label: &str, plan: Option<&str>, year: i16) -> String {
    let small = small(label);
    let of_year = || WORDS.of_year.fill(&[("year", &year.to_string())]);
    let is_said = |said: &String| said.trim_end() == small;
    if WORDS.said.iter().any(is_said) {
        return plan.map_or_else(of_year, |plan| WORDS.of_plan.fill(&[("plan", &self::small(plan))]));
    }
    let rest = WORDS.said.iter().find_map(|said| small.strip_prefix(said.as_str()));
    let occasion = rest.unwrap_or(&small);
    match occasion.strip_suffix(WORDS.yearly.as_str()) {
        Some(before) => format!("{before}{}", of_year()),
        None => occasion.to_owned(),
    }
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
    #[case("Xét khen thưởng hằng năm", "năm 2026")]
    #[case("Công nhận, khen thưởng hằng năm", "năm 2026")]
    #[case("Xét khen thưởng đợt thi đua", "đợt thi đua")]
    #[case("Vòng chung kết cuộc thi", "vòng chung kết cuộc thi")]
    #[case("KHEN THƯỞNG", "theo kế hoạch triển khai phong trào đọc sách")]
    #[case("", "")]
    fn nothing_is_said_twice(#[case] label: &str, #[case] expected: &str) {
        assert_eq!(super::of(label, Some("Triển khai phong trào đọc sách"), 2026), expected);
    }

    #[test]
    fn a_round_of_a_plan_without_a_title_is_that_of_its_year() {
        assert_eq!(super::of("Khen thưởng", None, 2026), "năm 2026");
    }
}
