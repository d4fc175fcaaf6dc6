//! Lines of a letterhead or of the end of a document, cut into what stands side by side: cells of a table, words apart by tabs or runs of spaces.

use std::ops::Range;

use phongtrao_diagnostic::Span;
use phongtrao_value::text::{folded, is_alphanumeric};

use super::flow::Flow;
use super::mend;
use crate::{Mended, Noise};

/// Words of a line that stand in one column.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The words, mended.
    pub(super) words: String,
    /// The words, folded.
    pub(super) folded: String,
    pub(super) span: Span,
    pub(super) line: usize,
    pub(super) column: Column,
    pub(super) blank_before: bool,
}

/// On which side words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// The line has nothing beside it and does not tell.
    Alone,
    /// A cell or a column, from the left; 0 is the first.
    At(usize),
}

/// How many spaces part two columns.
const GAP: usize = 3;

/// From which indent on words that stand alone are taken for the right column.
const RIGHT: usize = 28;

/// The pieces of consecutive lines.
pub(super) fn pieces(flow: &Flow, lines: Range<usize>) -> Vec<Piece> {
    let mut found = Vec::new();
    for line in lines {
        let Some(at) = flow.lines.get(line) else { break };
        let known = at.cell.map(|cell| Column::At(cell.column));
        let spans = if known.is_some() { vec![at.span] } else { split(at.span.of(flow.text), at.span.start) };
        let several = spans.len() > 1;
        for (index, span) in spans.into_iter().enumerate() {
            let indent = at.indent as usize + flow.text.get(at.span.start..span.start).map_or(0, |before| before.chars().count());
            let column = match known {
                Some(column) => column,
                None if several => Column::At(index.min(1)),
                None if indent >= RIGHT => Column::At(1),
                None => Column::Alone,
            };
            let words = words_of(flow, span);
            if !words.is_empty() {
                let folded = folded(&words);
                found.push(Piece { words, folded, span, line, column, blank_before: at.blank_before });
            }
        }
    }
    found
}

/// The mended words of a span, without what is noise.
pub(super) fn words_of(flow: &Flow, span: Span) -> String {
    let from = flow.noise.partition_point(|(noise, _)| noise.end <= span.start);
    let mut mended = Mended::default();
    let mut at = span.start;
    for (noise, _) in flow.noise[from..].iter().take_while(|(noise, _): &&(Span, Noise)| noise.start < span.end) {
        mend::add(Span::new(at, noise.start.max(at)).of(flow.text), at, &mut mended);
        at = noise.end.max(at);
    }
    if at < span.end {
        mend::add(Span::new(at, span.end).of(flow.text), at, &mut mended);
    }
    mended.as_str().trim().to_owned()
}

/// The stretches of a line that tabs or runs of spaces part.
fn split(line: &str, start: usize) -> Vec<Span> {
    let bytes = line.as_bytes();
    let mut spans = Vec::new();
    let (mut from, mut at) = (0, 0);
    while at < bytes.len() {
        if !matches!(bytes[at], b' ' | b'\t') {
            at += 1;
            continue;
        }
        let gap = bytes[at..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        let mark = from < at && at - from <= 3 && !line[from..at].contains(is_alphanumeric);
        if !mark && (gap >= GAP || bytes[at..at + gap].contains(&b'\t')) {
            if from < at {
                spans.push(Span::new(start + from, start + at));
            }
            from = at + gap;
        }
        at += gap;
    }
    if from < bytes.len() {
        spans.push(Span::new(start + from, start + bytes.len()));
    }
    spans
}

/// Where folded words stand in words that are not folded, when they do.
pub(super) fn find_folded(words: &str, needle: &str) -> Option<Range<usize>> {
    let starts: Vec<(usize, char)> = words.char_indices().collect();
    let folded: Vec<char> = starts.iter().map(|(_, c)| folded(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(*c)).collect();
    let needle: Vec<char> = needle.chars().collect();
    let at = folded.windows(needle.len().max(1)).position(|window| window == needle)?;
    let end = starts.get(at + needle.len()).map_or(words.len(), |(end, _)| *end);
    Some(starts[at].0..end)
}
