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

    /// Nearly all words of the one are words of the other, and nothing tells the two apart.
    fn is_same_as(&self, other: &Thing<'_>) -> bool {
        // Fewer words name nothing in particular.
        const FEWEST: usize = 5;
        let shared = self.words.intersection(&other.words).count();
        let (fewer, more) = (self.words.len().min(other.words.len()), self.words.len().max(other.words.len()));
        let apart = |word: &String| word.contains(|letter: char| letter.is_ascii_digit()) || WORDS.same_thing.ordinals.contains(word);
        fewer >= FEWEST && shared * 10 >= fewer * 9 && shared * 2 >= more && !self.words.symmetric_difference(&other.words).any(apart)
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
