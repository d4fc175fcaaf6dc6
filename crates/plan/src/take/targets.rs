//! Targets: what the movement as a whole sets out to reach.

use std::ops::Range;
use std::sync::LazyLock;

use phongtrao_value::When;
use phongtrao_value::text::{is_alphabetic, is_alphanumeric};
use serde::Deserialize;

use super::Deadline;
use super::identity;
use super::parts::Parts;
use super::sentences;
use super::statements::{self, Statement};
use super::topics::Topic;
use super::years;
use crate::Target;

#[derive(Deserialize)]
struct Data {
    not_figures: Vec<String>,
}

static WORDS: LazyLock<Data> =
    // The data stands in this crate; the tests read it.
    LazyLock::new(|| toml::from_str(include_str!("../../words/statements.toml")).expect("the words of statements are sound"));

/// The statements about targets that name a figure.
pub(crate) fn take(parts: &Parts, statements: &[Statement<'_>], dates: &[Deadline]) -> Vec<Target> {
    let mut targets = Vec::new();
    for statement in statements::about(statements, Topic::Target) {
        for sentence in sentences::of(statement) {
            targets.extend(of_sentence(parts, statement, sentence, dates));
        }
    }
    for (index, target) in targets.iter_mut().enumerate() {
        target.id = format!("t{}", index + 1);
    }
    targets
}

fn of_sentence(parts: &Parts, statement: &Statement<'_>, sentence: Range<usize>, dates: &[Deadline]) -> Option<Target> {
    let text = statement.words.text().get(sentence.clone())?;
    let figure = figure(statement.words.lower.get(sentence.clone())?)?;
    let due = due(parts, statement, sentence.clone(), dates);
    let mut guessed = Vec::new();
    guessed.extend((figure.unit == Unit::Count).then_some("value"));
    guessed.extend(due.is_some_and(|(_, guessed)| guessed).then_some("due"));
    Some(Target {
        origin: statements::origin(&parts.0[statement.part].address, statement.words.span(sentence), &guessed),
        id: String::new(),
        label: text.to_owned(),
        measure: None,
        value: text.get(figure.range).map(str::to_owned),
        due: due.map(|(due, _)| due),
    })
}

/// The date of a sentence, or the last year of its statement, or of a heading or lead above it, which is a guess.
fn due(parts: &Parts, statement: &Statement<'_>, sentence: Range<usize>, dates: &[Deadline]) -> Option<(When, bool)> {
    if let Some(date) = sentences::date(statement, sentence.clone(), dates) {
        return Some((date.when, false));
    }
    let cues = identity::cues();
    if let Some(years) = years::of(statement.words.lower.get(sentence)?, &cues).last() {
        return Some((years.to, false));
    }
    let headings =
        std::iter::successors(Some(statement.part), |part| parts.0[*part].parent).filter_map(|part| parts.0[part].heading.as_ref());
    if let Some(years) = years::of(statement.lower(), &cues).last() {
        return Some((years.to, true));
    }
    let mut above = statement.lead.into_iter().chain(headings);
    above.find_map(|words| years::of(&words.lower, &cues).last().map(|years| (years.to, true)))
}

/// A figure to reach.
struct Figure {
    range: Range<usize>,
    unit: Unit,
}

#[derive(Debug, PartialEq, Eq)]
enum Unit {
    Share,
    Count,
}

/// The first figure of a statement: a share, else a count with the two words after it.
fn figure(lower: &str) -> Option<Figure> {
    let numbers: Vec<Range<usize>> = numbers(lower).into_iter().filter(|range| counts(lower, range)).collect();
    let share = |range: &Range<usize>| {
        let rest = lower.get(range.end..).unwrap_or_default();
        let percent = rest.trim_start().starts_with('%');
        percent.then(|| range.start..range.end + (rest.len() - rest.trim_start().len()) + 1)
    };
    if let Some(range) = numbers.iter().find_map(share) {
        return Some(Figure { range, unit: Unit::Share });
    }
    let range = numbers.into_iter().find(|range| unit_end(lower, range.end).is_some())?;
    let end = unit_end(lower, range.end)?;
    Some(Figure { range: range.start..end, unit: Unit::Count })
}

/// Digits, with dots and commas between them.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut end = at;
        while end < bytes.len()
            && (bytes[end].is_ascii_digit() || (matches!(bytes[end], b'.' | b',') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)))
        {
            end += 1;
        }
        found.push(at..end);
        at = end;
    }
    found
}

/// Whether a number counts something: it is no part of a date or of a document's number, and no year.
fn counts(lower: &str, range: &Range<usize>) -> bool {
    let before = lower.get(..range.start).unwrap_or_default();
    let after = lower.get(range.end..).unwrap_or_default();
    let joined = |c: char| matches!(c, '/' | '-' | '–') || is_alphanumeric(c);
    let apart = !before.ends_with(joined) && !after.starts_with(|c: char| c == '/' || c == '-' || c == '–' || is_alphanumeric(c));
    let words = before.trim_end();
    apart && !WORDS.not_figures.iter().any(|word| words.ends_with(word.as_str()))
}

/// The end of the two words after a number, when there is at least one.
fn unit_end(lower: &str, from: usize) -> Option<usize> {
    let mut end = None;
    let mut at = from;
    for _ in 0..2 {
        let rest = lower.get(at..)?;
        let word = rest.strip_prefix(' ')?;
        let length = word.find(|c: char| !is_alphabetic(c)).unwrap_or(word.len());
        if length == 0 {
            break;
        }
        at += 1 + length;
        end = Some(at);
        if !lower.get(at..).is_some_and(|rest| rest.starts_with(' ')) {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("phấn đấu ít nhất 70% sinh viên có kế hoạch đọc", Some("70%"))]
    #[case("đạt trên 97,5 % trở lên", Some("97,5 %"))]
    #[case("xây dựng 05 mô hình điểm", Some("05 mô hình"))]
    #[case("có 1.200 lượt", Some("1.200 lượt"))]
    #[case("theo kế hoạch số 12/kh-ubnd ngày 03/5/2026", None)]
    #[case("đến năm 2030 hoàn thành", None)]
    fn figures(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(figure(text).map(|figure| &text[figure.range]), expected);
    }
}
