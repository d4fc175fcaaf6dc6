//! `deadline-given-twice`: one thing given two different deadlines.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Argument, Severity};
use phongtrao_value::When;
use phongtrao_value::text::folded;

use crate::lints::dates::{self, Dated, WORDS};
use crate::lints::{Context, Lint, On, Sink};
use crate::texts;

/// One thing given two different deadlines.
pub(super) static LINT: Lint = Lint {
    name: "deadline-given-twice",
    level: Severity::Warning,
    on: On::Plan,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.toml"),
    good: include_str!("good.toml"),
    check,
};

/// As many dates as are compared with one another; plans have fewer.
const MOST: usize = 250;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let dated = dates::dated(context);
    let things: Vec<Thing<'_>> = dated.iter().filter_map(Thing::of).take(MOST).collect();
    for (at, second) in things.iter().enumerate() {
        if let Some(first) = things[..at].iter().find(|first| first.is_told_otherwise_by(second)) {
            let message = texts::deadline_given_twice(second.said(), first.said());
            let finding = sink.finding(message).at(second.date.span).help(texts::deadline_given_twice_help());
            sink.push(match first.date.span {
                Some(span) => finding.label(span, texts::deadline_given_twice_first(first.said())),
                None => finding,
            });
        }
    }
}

/// What a deadline is for.
struct Thing<'a> {
    date: &'a Dated<'a>,
    words: BTreeSet<String>,
}

impl<'a> Thing<'a> {
    fn of(date: &'a Dated<'a>) -> Option<Thing<'a>> {
        let text = folded(&format!("{} {}", date.before, date.after));
        let idle = &WORDS.same_thing.idle;
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: BTreeSet<String> = words.filter(|word| !idle.iter().any(|other| other == word)).map(str::to_owned).collect();
        (date.hands_in() && date.from.is_none()).then_some(Thing { date, words })
    }

    fn is_told_otherwise_by(&self, other: &Thing<'_>) -> bool {
        let elsewhere = self.date.clause != other.date.clause || self.date.clause.is_empty();
        elsewhere && are_different(self.date.when, other.date.when) && self.is_same_as(other)
    }

    /// All words of the one are words of the other, which has few more, and nothing tells the two apart.
    fn is_same_as(&self, other: &Thing<'_>) -> bool {
        // Fewer words name nothing in particular.
        const FEWEST: usize = 5;
        let shared = self.words.intersection(&other.words).count();
        let (fewer, more) = (self.words.len().min(other.words.len()), self.words.len().max(other.words.len()));
        let apart = |word: &String| word.contains(|letter: char| letter.is_ascii_digit()) || WORDS.same_thing.ordinals.contains(word);
        fewer >= FEWEST && shared == fewer && shared * 5 >= more * 3 && !self.words.symmetric_difference(&other.words).any(apart)
    }

    /// The date in the words of the text.
    fn said(&self) -> Argument {
        match self.date.when.last_day() {
            Some(day) => Argument::Day(day),
            None => Argument::Words(self.date.quote.to_owned()),
        }
    }
}

/// Two dates of one year that share no day, or two days of every year.
fn are_different(first: When, second: When) -> bool {
    if let (When::YearlyDay { .. }, When::YearlyDay { .. }) = (first, second) {
        return first != second;
    }
    let days = |when: When| when.first_day().zip(when.last_day());
    let Some(((first_from, first_to), (second_from, second_to))) = days(first).zip(days(second)) else { return false };
    first_from.year() == second_from.year() && (first_to < second_from || second_to < first_from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lints::dates::Kind;

    fn same(first: &str, second: &str) -> bool {
        let dated = |words: &str, clause: &'static str| Dated {
            kind: Kind::Report,
            when: When::Quarterly,
            from: None,
            quote: "",
            before: words.to_owned(),
            after: String::new(),
            span: None,
            clause,
        };
        let (first, second) = (dated(first, "I.1"), dated(second, "II.1"));
        Thing::of(&first).zip(Thing::of(&second)).is_some_and(|(first, second)| first.is_same_as(&second))
    }

    #[rstest::rstest]
    #[case("hồ sơ đề nghị khen thưởng gửi phòng tổ chức", "các khoa lập hồ sơ đề nghị khen thưởng, gửi phòng tổ chức", true)]
    #[case("hồ sơ đề nghị khen thưởng tập thể gửi phòng tổ chức", "hồ sơ đề nghị khen thưởng cá nhân gửi phòng tổ chức", false)]
    #[case("các lớp gửi báo cáo kết quả về phòng tổ chức", "các khoa gửi báo cáo kết quả về phòng tổ chức", false)]
    #[case("báo cáo kết quả học kỳ i về phòng tổ chức", "báo cáo kết quả học kỳ ii về phòng tổ chức", false)]
    #[case("báo cáo kết quả đợt 1 về phòng tổ chức", "báo cáo kết quả đợt 2 về phòng tổ chức", false)]
    #[case("gửi báo cáo", "gửi báo cáo", false)]
    fn one_thing_is_named_clearly(#[case] first: &str, #[case] second: &str, #[case] is_same: bool) {
        assert_eq!(same(first, second), is_same);
    }

    #[rstest::rstest]
    #[case("2026-11-15", "2026-11-20", true)]
    #[case("2026-11", "2026-11-20", false)]
    #[case("2026-11-15", "2027-11-15", false)]
    #[case("--11-15", "--11-30", true)]
    #[case("--11-15", "2026-11-30", false)]
    fn dates_are_told_apart(#[case] first: When, #[case] second: When, #[case] different: bool) {
        assert_eq!(are_different(first, second), different);
    }
}
