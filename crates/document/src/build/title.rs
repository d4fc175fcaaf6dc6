//! The kind of document and the subject line.

use std::ops::Range;

use phongtrao_value::text::{folded, is_capitals};

use super::flow::Flow;
use super::words::{FRAME, KINDS, SIGNATURE, begins};
use super::{label, letterhead};
use crate::{Field, Frame};

/// Where the title stands.
#[derive(Debug, Clone)]
pub(super) struct Title {
    /// The line of the kind word.
    pub(super) kind_line: usize,
    /// The lines of kind, subject, and the authority that decides.
    pub(super) lines: Range<usize>,
}

/// How many lines from the top the kind word is looked for.
const TOP: usize = 70;

/// How many lines a subject may take.
const LONGEST: usize = 14;

/// Finds kind and subject line.
pub(super) fn read(flow: &Flow, lines: Range<usize>, frame: &mut Frame) -> Option<Title> {
    let end = lines.end.min(lines.start + TOP);
    let kind_line = (lines.start..end).find(|line| kind(flow, *line).is_some())?;
    let (abbreviation, rest) = kind(flow, kind_line)?;
    let at = &flow.lines[kind_line];
    frame.kind = Some(Field::new(abbreviation, at.span));
    let first = kind_line + 1;
    let rest_range = at.words.end - rest.len()..at.words.end;
    let mut last = first;
    if rest.is_empty() || goes_on_after_kind(flow, kind_line, rest) {
        while last < lines.end.min(first + LONGEST) && belongs(flow, first, last, !rest.is_empty(), frame) {
            last += 1;
        }
    }
    let range =
        if rest.is_empty() { flow.range(first..last) } else { rest_range.start..flow.range(kind_line..last).end.max(rest_range.end) };
    let words = letterhead::strip_subject(flow.slice(range.clone()));
    if !words.is_empty() {
        let start = range.end - words.len();
        frame.title = Some(Field::new(words.trim_end_matches([' ', '/']).to_owned(), flow.span(start..range.end)));
    }
    while last < lines.end && (is_authority(flow, last) || is_enclosure(flow, last)) {
        last += 1;
    }
    Some(Title { kind_line, lines: kind_line..last })
}

/// The kind that the line names in capitals, and what follows the kind word.
pub(super) fn kind<'a>(flow: &'a Flow, line: usize) -> Option<(String, &'a str)> {
    /// Longer lines are sentences.
    const LONG: usize = 400;
    let words = flow.line(line);
    let at = flow.lines.get(line)?;
    if words.len() > LONG || !words.starts_with(char::is_uppercase) {
        return None;
    }
    let head: String = words.chars().take(30).collect();
    let folded = folded(&head);
    let (kind, abbreviation) = KINDS.iter().find(|(kind, _)| super::words::after(&folded, kind).is_some())?;
    let length: usize = words.chars().take(kind.chars().count()).map(char::len_utf8).sum();
    let (kind, rest) = words.split_at_checked(length)?;
    let rest = rest.trim_start();
    let is_enactment = rest == ":" && begins(&folded, &FRAME.enactment);
    if !is_capitals(kind) || is_enactment || at.cell.is_some() && rest.is_empty() && at.cell.is_some_and(|cell| cell.row > 0) {
        return None;
    }
    (!rest.starts_with([':', ',', ';'])).then(|| (abbreviation.clone(), rest))
}

/// Whether words behind the kind word in its own line go on in the next line.
fn goes_on_after_kind(flow: &Flow, kind_line: usize, rest: &str) -> bool {
    flow.lines.get(kind_line + 1).is_some_and(|next| !next.blank_before || is_capitals(rest) == is_capitals(flow.line(kind_line + 1)))
}

/// Whether the line belongs to the subject that began at `first`.
fn belongs(flow: &Flow, first: usize, line: usize, begun: bool, frame: &Frame) -> bool {
    let (Some(at), words) = (flow.lines.get(line), flow.line(line)) else { return false };
    let is_first = line == first && !begun;
    if at.cell.is_some() != flow.lines[first.saturating_sub(1)].cell.is_some() {
        return false;
    }
    if label::at_start(words).is_some_and(|label| label.class.names() && label.value <= 1 && !words.starts_with('('))
        || is_enclosure(flow, line)
    {
        return false;
    }
    if is_first {
        return !opens_preamble(words) || words.len() < 160 && !at.indent_is_paragraph(flow, line);
    }
    if at.rule_before || is_authority_of(flow, line, frame) {
        return false;
    }
    let before = flow.line(line - 1);
    let unfinished = before.ends_with([',', '-', '–']) || open_quote(flow.between(first..line));
    if at.blank_before {
        let bold = at.look.bold && flow.lines[line - 1].look.bold && !is_capitals(words);
        return (unfinished || bold || is_capitals(before) && is_capitals(words)) && !opens_preamble(words);
    }
    if is_capitals(before) && before.len() > 20 && !is_capitals(words) {
        return unfinished;
    }
    !opens_preamble(words) || unfinished
}

impl super::flow::FlowLine {
    /// Whether the line is set in as the first line of a paragraph of running text is, and the text goes on below.
    fn indent_is_paragraph(&self, flow: &Flow, line: usize) -> bool {
        flow.lines.get(line + 1).is_some_and(|next| !next.blank_before && next.indent + 2 < self.indent && self.indent < 14)
    }
}

/// Whether a quotation is still open.
fn open_quote(words: &str) -> bool {
    words.matches('“').count() > words.matches('”').count()
}

/// Whether a sentence of the preamble begins: `Căn cứ …`, `Thực hiện Quyết định số …`.
pub(super) fn opens_preamble(words: &str) -> bool {
    let head: String = words.chars().take(90).collect();
    let folded = folded(head.trim_start_matches(['-', ' ', '+']));
    let preamble = &super::words::PREAMBLE;
    begins(&folded, &preamble.always)
        || (begins(&folded, &preamble.with_document) && (folded.contains(" so ") || folded.len() > 80 && words.len() > 160))
}

/// `(Kèm theo Quyết định số …)`.
pub(super) fn is_enclosure(flow: &Flow, line: usize) -> bool {
    let words = flow.line(line);
    let Some(inner) = words.strip_prefix('(') else { return false };
    let head: String = inner.chars().take(30).collect();
    begins(folded(&head).trim_start(), &FRAME.enclosed)
}

/// The authority that decides, in capitals between subject and preamble: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH`.
fn is_authority(flow: &Flow, line: usize) -> bool {
    let words = flow.line(line);
    words.len() < 160 && is_capitals(words) && {
        let folded = folded(words);
        (begins(&folded, &SIGNATURE.posts) || begins(&folded, &FRAME.bodies) || begins(&folded, &FRAME.places))
            && label::at_start(words).is_none()
    }
}

/// The same, told from a subject in capitals by what the letterhead says or by a post at its beginning.
fn is_authority_of(flow: &Flow, line: usize, frame: &Frame) -> bool {
    if !is_authority(flow, line) {
        return false;
    }
    let at = &flow.lines[line];
    let words = folded(flow.line(line));
    let issuer = frame.issuers.first().map(|issuer| folded(&issuer.value));
    let is_issuer =
        issuer.is_some_and(|issuer| words == issuer || issuer.starts_with(&words) && words.len() > 8 || words.starts_with(&issuer));
    is_issuer || begins(&words, &SIGNATURE.posts) || at.blank_before && begins(&words, &FRAME.bodies)
}
