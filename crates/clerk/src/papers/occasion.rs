//! What a round is for, in the words that titles of papers end with.

use std::sync::LazyLock;

use phongtrao_plan::AwardForm;
use phongtrao_press::Phrase;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    said: Vec<String>,
    award: String,
    recognition: String,
    both: String,
    contest: String,
    of_plan: Phrase,
    yearly: String,
    years: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // The words are part of the program; the tests below read them.
    toml::from_str(include_str!("../../words/occasion.toml")).expect("the words of occasions")
});

/// What a paper asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Titles and commendations.
    Award,
    /// What is recognised.
    Recognition,
    /// Some of each.
    Both,
}

impl Purpose {
    /// What some awards come to; of none of them an award.
    pub(super) fn of(forms: impl Iterator<Item = Option<AwardForm>>) -> Purpose {
        let (recognised, awarded): (Vec<_>, Vec<_>) = forms.partition(|form| *form == Some(AwardForm::Recognition));
        match (recognised.is_empty(), awarded.is_empty()) {
            (true, _) => Purpose::Award,
            (false, true) => Purpose::Recognition,
            (false, false) => Purpose::Both,
        }
    }

    /// `khen thưởng năm 2026`, `công nhận “Công dân học tập” năm 2026`.
    pub(super) fn asked_for(self, occasion: &str) -> String {
        self.said(&WORDS.award, occasion)
    }

    /// The same as bodies that vote call it: `thi đua, khen thưởng năm 2026`.
    pub(super) fn voted_on(self, occasion: &str) -> String {
        self.said(&WORDS.contest, occasion)
    }

    fn said(self, award: &str, occasion: &str) -> String {
        let act = match self {
            Purpose::Award => award,
            Purpose::Recognition => &WORDS.recognition,
            Purpose::Both => &WORDS.both,
        };
        if is_beginning(act, occasion) { occasion.to_owned() } else { format!("{act} {occasion}").trim_end().to_owned() }
    }
}

/// The name of a round with a small first letter, without the words that titles say themselves. A round that is named by nothing but these words is that of
/// its plan; one that comes back, or whose plan has no title, is named by its year (`năm 2026`, `năm học 2025-2026`); any other names the movement, so that a paper by itself
/// says of what it is.
pub(super) fn of(label: &str, plan: Option<&str>, movement: Option<&str>, year: &str) -> String {
    let small = small(label);
    let is_said = |said: &String| said.trim_end() == small;
    if WORDS.said.iter().any(is_said) {
        return plan.map_or_else(|| year.to_owned(), |plan| WORDS.of_plan.fill(&[("plan", &self::small(plan))]));
    }
    let rest = WORDS.said.iter().find_map(|said| small.strip_prefix(said.as_str()));
    let occasion = rest.unwrap_or(&small);
    match occasion.strip_suffix(WORDS.yearly.as_str()) {
        Some(before) => format!("{before}{year}"),
        None if occasion.is_empty() || WORDS.years.iter().any(|year| occasion.starts_with(year.as_str())) => occasion.to_owned(),
        None => movement.map_or_else(|| occasion.to_owned(), |movement| joined(occasion, movement)),
    }
}

/// Both together; the words with which the first ends and the second begins are said once.
fn joined(occasion: &str, movement: &str) -> String {
    if occasion.contains(movement) {
        return occasion.to_owned();
    }
    if is_end(occasion, movement) {
        let is_act = is_beginning(&WORDS.recognition, occasion);
        return if is_act { occasion } else { movement }.to_owned();
    }
    let begins = std::iter::once(0).chain(occasion.match_indices(' ').map(|(space, _)| space + 1));
    let said = begins.filter_map(|begin| occasion.split_at_checked(begin)).find(|(_, end)| is_beginning(end, movement));
    let before = said.map_or(occasion, |(before, _)| before).trim_end();
    format!("{before} {movement}").trim_start().to_owned()
}

/// Whether whole words begin a text.
fn is_beginning(words: &str, of: &str) -> bool {
    !words.is_empty() && of.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether whole words end a text.
fn is_end(words: &str, of: &str) -> bool {
    of.strip_suffix(words).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
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
    use phongtrao_plan::AwardForm;

    use super::Purpose;

    #[rstest::rstest]
    #[case("Xét khen thưởng hằng năm", "năm 2026")]
    #[case("Công nhận, khen thưởng hằng năm", "năm 2026")]
    #[case("Xét khen thưởng khi tổng kết phong trào", "khi tổng kết phong trào đọc sách")]
    #[case("Phong trào", "phong trào đọc sách")]
    #[case("Sơ kết giai đoạn 1", "sơ kết giai đoạn 1 phong trào đọc sách")]
    #[case("Tổng kết phong trào đọc sách", "tổng kết phong trào đọc sách")]
    #[case("Xét khen thưởng năm học 2025-2026", "năm học 2025-2026")]
    #[case("Xét thi đua, khen thưởng năm học 2025 - 2026", "năm học 2025 - 2026")]
    #[case("Đọc sách", "phong trào đọc sách")]
    #[case("KHEN THƯỞNG", "theo kế hoạch triển khai phong trào đọc sách")]
    #[case("", "")]
    fn nothing_is_said_twice(#[case] label: &str, #[case] expected: &str) {
        assert_eq!(super::of(label, Some("Triển khai phong trào đọc sách"), Some("phong trào đọc sách"), "năm 2026"), expected);
    }

    #[rstest::rstest]
    #[case::awards(&[Some(AwardForm::Title), None], "năm 2026", "khen thưởng năm 2026", "thi đua, khen thưởng năm 2026")]
    #[case::recognition(&[Some(AwardForm::Recognition)], "năm 2026", "công nhận năm 2026", "công nhận năm 2026")]
    #[case::said_already(&[Some(AwardForm::Recognition)], "công nhận gia đình học tập", "công nhận gia đình học tập", "công nhận gia đình học tập")]
    #[case::both(&[Some(AwardForm::Recognition), Some(AwardForm::Title)], "năm 2026", "công nhận, khen thưởng năm 2026", "công nhận, khen thưởng năm 2026")]
    #[case::nothing(&[], "", "khen thưởng", "thi đua, khen thưởng")]
    fn what_is_asked_for(#[case] forms: &[Option<AwardForm>], #[case] occasion: &str, #[case] asked: &str, #[case] voted: &str) {
        let act = Purpose::of(forms.iter().copied());
        assert_eq!((act.asked_for(occasion).as_str(), act.voted_on(occasion).as_str()), (asked, voted));
    }

    #[test]
    fn what_the_plan_does_is_not_said_beside_what_is_recognised() {
        let movement = "đánh giá, công nhận gia đình học tập năm 2026";
        assert_eq!(
            super::of("Công nhận gia đình học tập năm 2026", None, Some(movement), "năm 2026"),
            "công nhận gia đình học tập năm 2026"
        );
    }

    #[test]
    fn a_round_of_a_plan_without_a_title_is_that_of_its_year() {
        assert_eq!(super::of("Khen thưởng", None, None, "năm 2026"), "năm 2026");
    }
}
