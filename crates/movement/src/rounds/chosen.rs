//! Which round of a plan is meant: the one that is named, else the only one, else the only one that is open on the day of judging.

use phongtrao_diagnostic::Text;
use phongtrao_plan::{Plan, Round};
use phongtrao_register::Register;
use phongtrao_value::{Date, Period};

use super::days;
use crate::texts;

/// The round; none where the plan has none.
pub(super) fn round<'p>(
    plan: &'p Plan,
    register: &Register,
    statistics_begins: Option<(i8, i8)>,
    id: Option<&str>,
    as_of: Option<Date>,
) -> Result<Option<&'p Round>, Text> {
    let ids = || plan.rounds.iter().map(|round| round.id.as_str()).collect::<Vec<_>>().join(", ");
    let several = match (id, plan.rounds.as_slice()) {
        (Some(id), rounds) => {
            let named = rounds.iter().find(|round| round.id == id);
            return named.map(Some).ok_or_else(|| texts::round_not_in_plan(id, ids()));
        }
        (None, []) => return Ok(None),
        (None, [only]) => return Ok(Some(only)),
        (None, several) => several,
    };
    // Each round is judged on a day of its own: without a day none is open rather than another.
    let Some(day) = as_of else { return Err(texts::round_several(ids())) };
    let known = |round: &'p Round| Known { round, open: days::open(plan, round, register, statistics_begins, day) };
    let all: Vec<Known<'p>> = several.iter().map(known).collect();
    let open: Vec<&Known<'p>> = all.iter().filter(|known| known.is_open(day)).collect();
    match open.as_slice() {
        [only] => Ok(Some(only.round)),
        [] => Err(texts::round_none_open(day.to_string(), list(all.iter()))),
        _ => Err(texts::round_several_open(day.to_string(), list(open.into_iter()))),
    }
}

/// A round with the days on which it is open, where they are known.
struct Known<'p> {
    round: &'p Round,
    open: Option<Period>,
}

impl Known<'_> {
    /// What is not known to be closed may be meant.
    fn is_open(&self, day: Date) -> bool {
        self.open.is_none_or(|open| open.from <= day && day <= open.to)
    }
}

fn list<'k, 'p: 'k>(rounds: impl Iterator<Item = &'k Known<'p>>) -> String {
    let said = rounds.map(|known| match known.open {
        Some(open) => format!("{} ({} – {})", known.round.id, open.from, open.to),
        None => known.round.id.clone(),
    });
    said.collect::<Vec<String>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = r#"format = 1

[plan]
title = "Phong trào Đọc sách"
period = { from = "2026-03-02", to = "2026-11-30" }

[[round]]
id = "chung-ket"
counts = "plan"
closes = "2026-05-30"

[[round]]
id = "so-ket"
counts = "plan"
opens = "2026-07-01"
closes = "2026-07"

[[round]]
id = "tong-ket"
kind = "final"
counts = "plan"
opens = "2026-07-20"
closes = "2026-12-10"
"#;

    fn chosen(rounds: &str, id: Option<&str>, day: Option<&str>) -> Result<String, String> {
        let (plan, findings) = phongtrao_plan::file::read(rounds);
        assert!(findings.is_empty(), "{findings:?}");
        let day = day.map(|day| day.parse().expect("a day"));
        let words = phongtrao_diagnostic::Words::new(phongtrao_diagnostic::Language::English, &[&texts::TEXTS]);
        let found = round(&plan, &Register::default(), None, id, day);
        found.map(|round| round.map(|round| round.id.clone()).unwrap_or_default()).map_err(|said| words.say(&said))
    }

    #[rstest::rstest]
    #[case::named_though_closed(Some("chung-ket"), Some("2026-12-31"), "chung-ket")]
    #[case::opens_with_its_period(None, Some("2026-03-02"), "chung-ket")]
    #[case::closes_that_day(None, Some("2026-05-30"), "chung-ket")]
    #[case::opens_that_day(None, Some("2026-07-01"), "so-ket")]
    #[case::before_the_next_opens(None, Some("2026-07-19"), "so-ket")]
    #[case::after_the_month(None, Some("2026-08-01"), "tong-ket")]
    #[case::the_last_day(None, Some("2026-12-10"), "tong-ket")]
    fn the_open_round_is_meant(#[case] id: Option<&str>, #[case] day: Option<&str>, #[case] expected: &str) {
        assert_eq!(chosen(PLAN, id, day), Ok(expected.to_owned()));
    }

    #[rstest::rstest]
    #[case::no_day(None, &["--round: chung-ket, so-ket, tong-ket"])]
    #[case::two_are_open(Some("2026-07-20"), &["2026-07-20", "so-ket (2026-07-01 – 2026-07-31), tong-ket (2026-07-20 – 2026-12-10)"])]
    #[case::before_the_first(Some("2026-03-01"), &["no round is open", "chung-ket (2026-03-02 – 2026-05-30)", "so-ket", "tong-ket"])]
    #[case::between(Some("2026-06-15"), &["no round is open", "so-ket (2026-07-01 – 2026-07-31)"])]
    #[case::after_the_last(Some("2026-12-11"), &["no round is open", "tong-ket (2026-07-20 – 2026-12-10)"])]
    fn else_it_is_asked_for(#[case] day: Option<&str>, #[case] says: &[&str]) {
        let said = chosen(PLAN, None, day).expect_err("no round is chosen");
        for words in says {
            assert!(said.contains(words), "{words} is not in {said}");
        }
    }

    #[test]
    fn the_only_round_is_meant_on_any_day() {
        let only = PLAN.split("\n[[round]]\nid = \"so-ket\"").next().expect("the first round");
        assert_eq!(chosen(only, None, Some("2030-01-01")), Ok("chung-ket".to_owned()));
    }
}
