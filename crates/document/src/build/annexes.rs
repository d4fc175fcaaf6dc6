//! Annexes, forms and texts issued with a document: where they begin, and what they are.

use std::ops::Range;

use phongtrao_value::text::{folded, is_capitals};

use super::body::Manner;
use super::flow::Flow;
use super::words::ANNEXES;
use super::{label, letterhead, tail, title};
use crate::Frame;

/// How many lines the letterhead of an annex has at most.
const LETTERHEAD: usize = 10;

/// The parts of the text behind the first document: each from its heading to the next.
pub(super) fn split(flow: &Flow, from: usize, after_tail: bool) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = Vec::new();
    let end = flow.lines.len();
    let mut line = from;
    let mut ended = after_tail;
    while line < end {
        let begins = tail::is_annex(flow, line) || ended && begins_text(flow, line);
        if begins && starts.last().is_none_or(|last| line > last + 1) {
            starts.push(line);
            ended = false;
        }
        line += 1;
    }
    if after_tail && starts.first() != Some(&from) && from < end {
        starts.insert(0, from);
    }
    if let [first, second, ..] = starts[..]
        && first == from
        && second - first <= LETTERHEAD
        && (first..second).all(|line| is_capitals(flow.line(line)) || is_frame(flow, line) || flow.line(line).len() < 6)
    {
        // The letterhead of the text that is issued with the document.
        starts.remove(1);
    }
    let mut parts = Vec::with_capacity(starts.len());
    for (index, start) in starts.iter().enumerate() {
        parts.push(*start..starts.get(index + 1).copied().unwrap_or(end));
    }
    parts
}

/// Whether a text of its own begins: a kind word in capitals.
fn begins_text(flow: &Flow, line: usize) -> bool {
    title::kind(flow, line).is_some()
}

/// The lines of the head of an annex: its letterhead, its heading, what it belongs to.
pub(super) fn head(flow: &Flow, lines: Range<usize>) -> usize {
    /// A head has at most so many lines.
    const LONGEST: usize = 24;
    let end = lines.end.min(lines.start + LONGEST);
    let mut at = lines.start;
    if let Some(title) =
        title::read(flow, lines.start..end, &mut Frame::default()).filter(|title| title.kind_line <= lines.start + LETTERHEAD)
    {
        at = title.lines.end;
    }
    let mut in_bracket = false;
    while at < end {
        let words = flow.line(at);
        let labelled = label::at_start(flow.opening(at)).is_some_and(|found| found.class.names());
        if labelled && !tail::is_annex(flow, at) {
            break;
        }
        let opens = words.starts_with('(');
        let heads = in_bracket
            || opens
            || at == lines.start
            || is_capitals(words)
            || title::is_enclosure(flow, at)
            || flow.lines[at].look.bold
            || is_frame(flow, at);
        if !heads || super::paragraphs::ends_sentence(words) && !opens && !in_bracket && words.len() > 60 {
            break;
        }
        if flow.lines[at].cell.is_some() && !is_frame(flow, at) {
            break;
        }
        in_bracket = (in_bracket || opens) && !words.contains(')');
        at += 1;
    }
    at
}

/// Whether the line is one of a letterhead: motto, number, date.
fn is_frame(flow: &Flow, line: usize) -> bool {
    let mut frame = Frame::default();
    flow.line(line).len() < 120
        && letterhead::read(flow, line..line + 1, &mut frame)
        && (frame.motto.is_some() || frame.number_line.is_some() || frame.date_line.is_some())
}

/// How the body of an annex is read: a form to fill in and a table that lost its lines have no headings but Roman parts.
pub(super) fn manner(flow: &Flow, lines: Range<usize>) -> Manner {
    /// From so many blanks to fill in on.
    const BLANKS: usize = 4;
    let words = &*ANNEXES;
    let text = flow.between(lines.clone());
    let heading = folded(&flow.line(lines.start).chars().take(20).collect::<String>());
    let form = super::words::begins(heading.trim_start_matches('('), &words.forms);
    let marks = ["....", "……"].into_iter().chain(words.signs.iter().map(String::as_str));
    let blanks: usize = marks.map(|mark| memchr::memmem::find_iter(text.as_bytes(), mark).take(BLANKS).count()).sum();
    let flattened =
        lines.clone().take(20).any(|line| flow.lines[line].cell.is_none() && words.columns.iter().any(|column| column == flow.line(line)));
    Manner { roman_only: form || blanks >= BLANKS || flattened, annex: true }
}
