//! `criterion-unmeasurable`: a criterion that only praises an attitude or a direction, with nothing that could be counted or shown.

use std::sync::LazyLock;

use phongtrao_diagnostic::Severity;
use serde::Deserialize;

use crate::lints::{Context, Lint, On, Sink, promises};
use crate::take::phrase::{Phrases, lowered};
use crate::texts;

/// A criterion that only praises an attitude or a direction, with nothing that could be counted or shown.
pub(super) static LINT: Lint = Lint {
    name: "criterion-unmeasurable",
    level: Severity::Note,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

#[derive(Deserialize)]
struct Data {
    openings: Vec<String>,
    shown: Vec<String>,
    of_the_law: Vec<String>,
}

struct Words {
    openings: Phrases,
    shown: Phrases,
    of_the_law: Phrases,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The data stands in this folder; the examples read it.
    let data: Data = toml::from_str(include_str!("words.toml")).expect("the words of measuring are sound");
    let [openings, shown, of_the_law] = [&data.openings, &data.shown, &data.of_the_law].map(|list| Phrases::new(list));
    Words { openings, shown, of_the_law }
});

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    // A regulation repeats the law's own words, which the plans under it make measurable.
    if !promises::promises(context) {
        return;
    }
    for criterion in context.plan.criteria.iter().filter(|criterion| criterion.measure.is_none()) {
        if is_unmeasurable(&lowered(&criterion.label)) {
            let message = texts::criterion_unmeasurable(criterion.label.as_str());
            sink.push(sink.finding(message).at(criterion.origin.span).help(texts::criterion_unmeasurable_help()));
        }
    }
}

fn is_unmeasurable(lower: &str) -> bool {
    let words = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let shown = lower.contains(|c: char| c.is_ascii_digit()) || WORDS.shown.within(lower);
    WORDS.openings.start(words).is_some() && !shown && !WORDS.of_the_law.within(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("tích cực đổi mới phương pháp giảng dạy", true)]
    #[case("kịp thời gửi báo cáo theo yêu cầu", false)]
    #[case("tích cực tham gia ít nhất 02 hoạt động", false)]
    #[case("quan tâm đến việc đọc sách của sinh viên", true)]
    #[case("hoàn thành tốt nhiệm vụ được giao", false)]
    #[case("tích cực tham gia phong trào thi đua", false)]
    fn criteria(#[case] label: &str, #[case] expected: bool) {
        assert_eq!(is_unmeasurable(label), expected);
    }
}
