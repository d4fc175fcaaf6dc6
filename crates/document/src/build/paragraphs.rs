//! Lines to paragraphs: lines that a page broke are joined, also across page numbers and headers.

use std::ops::Range;

use phongtrao_value::text::{is_alphabetic, is_capitals, is_in_small, is_lowercase};

use super::flow::{Flow, FlowLine};
use super::label::{self, Found};
use super::words::HEADINGS;
use crate::LabelClass;

/// A paragraph of the body: consecutive lines, and the label at their beginning.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    pub(super) lines: Range<usize>,
    pub(super) label: Option<PlacedLabel>,
}

/// A label within the buffer of the flow.
#[derive(Debug, Clone)]
pub(super) struct PlacedLabel {
    pub(super) class: LabelClass,
    /// The words without dot or bracket, in the buffer.
    pub(super) text: Range<usize>,
    /// The whole label, in the buffer.
    pub(super) whole: Range<usize>,
    pub(super) value: u32,
}

/// The paragraph that begins at `line`; it ends before `end`.
pub(super) fn next(flow: &Flow, line: usize, end: usize) -> Paragraph {
    let label = label::at_start(flow.opening(line));
    let mut last = line;
    while last + 1 < end && goes_on(flow, line, last, label.as_ref()) {
        last += 1;
    }
    let taken = flow.range(line..last + 1).len();
    let label = label.filter(|found| found.length <= taken).or_else(|| label::at_start(flow.line(line)));
    let label = label.map(|found| placed(flow, line, &found));
    Paragraph { lines: line..last + 1, label }
}

fn placed(flow: &Flow, line: usize, found: &Found) -> PlacedLabel {
    let start = flow.lines[line].words.start;
    let text = start + found.from..start + found.from + found.text.len();
    PlacedLabel { class: found.class, text, whole: start..start + found.length, value: found.value }
}

/// Whether the line after `last` goes on with the paragraph that began at `first`.
fn goes_on(flow: &Flow, first: usize, last: usize, label: Option<&Found>) -> bool {
    let (line, following) = (&flow.lines[last], &flow.lines[last + 1]);
    if line.whole || line.cell != following.cell {
        return false;
    }
    if label.is_some_and(|label| label.length > flow.range(first..last + 1).len()) {
        return true;
    }
    let (words, next) = (flow.line(last), flow.line(last + 1));
    if let Some(found) = label::at_start(flow.opening(last + 1))
        && !is_broken_sentence(flow, line, words, following, &found)
    {
        return false;
    }
    if label.is_some_and(|label| stands_alone(label, flow.between(first..last + 1))) {
        // `Chương I` with its heading in the next line.
        return !next.is_empty()
            && (is_capitals(next) || following.look.bold || !following.blank_before)
            && label::at_start(flow.opening(last + 1)).is_none();
    }
    if let Some(joined) = by_capitals(words, next, following) {
        return joined;
    }
    if !following.blank_before && next.starts_with(|c: char| c.is_ascii_digit()) && asks_for_number(words) {
        return true;
    }
    let small = next.starts_with(is_lowercase);
    let ended = ends_sentence(words);
    if following.blank_before {
        let apart = flow.measure.blanks && !following.page_before;
        let broken_heading =
            label.is_some() && line.look.bold && following.look.bold && !ended && !words.ends_with([':', ';']) && last - first < 3;
        if apart && broken_heading {
            return true;
        }
        return !apart && small && !ended && is_open(flow, line);
    }
    if !flow.measure.blanks && line.look.bold != following.look.bold && (ended || !small) && !is_open(flow, line) {
        return false;
    }
    if small {
        return !words.ends_with(':') || flow.measure.blanks;
    }
    if flow.measure.blanks {
        return !following.rule_before;
    }
    if ended || words.ends_with([':', ';']) {
        return flow.measure.wrapped
            && !words.ends_with([':', ';'])
            && is_full(flow, line, next)
            && following.indent <= line.indent + 1
            && last > first;
    }
    flow.measure.wrapped && is_full(flow, line, next) && following.indent <= line.indent + 2
}

/// Whether what looks like a label at the beginning of a line goes on with the sentence of the line before: `… theo khoản / 2. Điều này`.
fn is_broken_sentence(flow: &Flow, line: &FlowLine, words: &str, following: &FlowLine, found: &Found) -> bool {
    if following.blank_before || ends_sentence(words) || words.ends_with([':', ';', ',']) && found.class != LabelClass::Dash {
        return false;
    }
    match found.class {
        LabelClass::Dash => {
            let rest = flow.slice(following.words.clone()).get(found.length..).unwrap_or_default().trim_start();
            // `… giai đoạn 2021 / - 2030`, `… kinh tế / - xã hội`, `… Lao động / - Thương binh và Xã hội`.
            let years = rest.starts_with(|c: char| c.is_ascii_digit()) && words.ends_with(|c: char| c.is_ascii_digit());
            let small = rest.starts_with(is_lowercase) && words.ends_with(is_alphabetic) && flow.measure.wrapped;
            years || small && is_full(flow, line, rest) || is_double_name(words, rest)
        }
        LabelClass::Article | LabelClass::Section | LabelClass::Part | LabelClass::Chapter => {
            !following.look.bold
                && HEADINGS.references.iter().any(|word| words.strip_suffix(word.as_str()).is_some_and(|rest| rest.ends_with(' ')))
        }
        _ => false,
    }
}

/// Whether a name of two parts was broken before its dash.
fn is_double_name(words: &str, rest: &str) -> bool {
    HEADINGS.double_names.iter().any(|(first, second)| ends_with_small(words, first) && super::heading::starts_with_small(rest, second))
}

/// Whether the words end with others that are given in small letters.
fn ends_with_small(words: &str, end: &str) -> bool {
    let mut letters = words.chars().rev();
    end.chars().rev().all(|expected| letters.next().is_some_and(|c| is_in_small(c, expected)))
}

/// Whether the words end with one that a number follows: `… trong năm học`.
fn asks_for_number(words: &str) -> bool {
    HEADINGS.before_numbers.iter().any(|word| ends_with_small(words, word) && words.chars().rev().nth(word.chars().count()) == Some(' '))
}

/// `Chương I` or `Điều 1.` alone in its line.
fn stands_alone(label: &Found, words: &str) -> bool {
    words.len() <= label.length && label.class < LabelClass::CapitalLetter
}

/// Lines in capitals go together and with nothing else.
fn by_capitals(words: &str, next: &str, following: &FlowLine) -> Option<bool> {
    if !next.contains(is_alphabetic) || !words.contains(is_alphabetic) {
        return None;
    }
    let (one, other) = (is_capitals(words), is_capitals(next));
    if one != other && (words.len() > 6 || next.len() > 6) {
        let small = next.starts_with(is_lowercase);
        return (one && !small).then_some(false);
    }
    (one && other).then_some(!following.blank_before && !words.ends_with(['.', ':']))
}

/// Whether the line was filled as far as it could be: the next word would not have fitted.
pub(super) fn is_full(flow: &Flow, line: &FlowLine, next: &str) -> bool {
    let word = next.split(' ').next().map_or(0, str::len);
    let width = line.words.len() + line.indent as usize;
    width + word + 1 + flow.measure.width / 12 >= flow.measure.width
}

/// Whether the line leaves its sentence open, so that it must go on somewhere.
fn is_open(flow: &Flow, line: &FlowLine) -> bool {
    flow.measure.wrapped && is_full(flow, line, "")
}

/// Whether a sentence ends with these words.
pub(super) fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['”', '"', ')', '’', '»', ' ']).ends_with(['.', '!', '?', '…'])
}
