//! `consecutive-without-years`: a standard that asks for something “liên tục” and does not say for how many years.

use std::sync::LazyLock;

use phongtrao_diagnostic::Severity;
use serde::Deserialize;

use crate::lints::{Context, Lint, On, Sink};
use crate::take::phrase::{Phrases, lowered};
use crate::texts;

/// A standard that asks for something “liên tục” and does not say for how many years.
pub(super) static LINT: Lint = Lint {
    name: "consecutive-without-years",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

#[derive(Deserialize)]
struct Data {
    consecutive: Vec<String>,
    adverbs: Vec<String>,
    results: Vec<String>,
    numbers: Vec<String>,
    ends: Vec<char>,
}

struct Words {
    consecutive: Phrases,
    results: Phrases,
    numbers: Phrases,
    data: Data,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this folder; the examples read it.
    let data: Data = toml::from_str(include_str!("words.toml")).expect("the words of consecutive years are sound");
    let [consecutive, results, numbers] = [&data.consecutive, &data.results, &data.numbers].map(|list| Phrases::new(list));
    Words { consecutive, results, numbers, data }
});

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for criterion in &context.plan.criteria {
        if asks_without_years(&lowered(&criterion.label)) {
            let message = texts::consecutive_without_years(criterion.label.as_str());
            sink.push(sink.finding(message).at(criterion.origin.span).help(texts::consecutive_without_years_help()));
        }
    }
}

/// Whether a part of the sentence asks for a result again and again, and has no number.
fn asks_without_years(lower: &str) -> bool {
    lower.split(WORDS.data.ends.as_slice()).any(|part| {
        let counted = part.contains(|c: char| c.is_ascii_digit()) || WORDS.numbers.within(part);
        let mut found = WORDS.consecutive.all(part, 0);
        !counted && found.any(|range| !follows_adverb(part, range.start) && WORDS.results.all(part, range.end).next().is_some())
    })
}

/// Whether the word only says how something is done: `thường xuyên, liên tục`.
fn follows_adverb(part: &str, at: usize) -> bool {
    let before = part.get(..at).unwrap_or_default().trim_end_matches(|c: char| c.is_whitespace() || c == ',');
    WORDS.data.adverbs.iter().any(|word| before.ends_with(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("liên tục hoàn thành tốt nhiệm vụ trở lên", true)]
    #[case("có 03 năm liên tục hoàn thành tốt nhiệm vụ", false)]
    #[case("có liên tục từ 02 năm trở lên được công nhận", false)]
    #[case("ba lần liên tục đạt danh hiệu", false)]
    #[case("đọc sách thường xuyên, liên tục, được ghi nhận", false)]
    #[case("thời gian công tác liên tục để bình xét", false)]
    fn standards(#[case] label: &str, #[case] expected: bool) {
        assert_eq!(asks_without_years(label), expected);
    }
}
