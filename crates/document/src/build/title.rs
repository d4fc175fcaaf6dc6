//! The kind of document and the subject line.

use std::ops::Range;

use phongtrao_value::text::{folded, is_alphabetic, is_capitals, is_lowercase};

use super::flow::Flow;
use super::words::{FRAME, KINDS, SIGNATURE, begins};
use super::{label, letterhead, tail};
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
    let (kind_line, kind) = (lines.start..end).find_map(|line| kind(flow, line).map(|kind| (line, kind)))?;
    frame.kind = Some(Field::new(kind.abbreviation, flow.span(kind.words)));
    let first = kind_line + kind.lines;
    let mut last = first;
    if kind.rest.is_empty() || goes_on_after_kind(flow, first, flow.slice(kind.rest.clone())) {
        while last < lines.end.min(first + LONGEST) && belongs(flow, first, last, !kind.rest.is_empty(), frame) {
            last += 1;
        }
    }
    let below = flow.range(first..last);
    let range = if kind.rest.is_empty() { below } else { kind.rest.start..below.end.max(kind.rest.end) };
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

/// A kind word that was found.
pub(super) struct KindWord {
    pub(super) abbreviation: String,
    /// How many lines it takes.
    lines: usize,
    /// Its words, in the buffer.
    words: Range<usize>,
    /// What follows in the same line, in the buffer.
    rest: Range<usize>,
}

/// The kind that the line names in capitals.
pub(super) fn kind(flow: &Flow, line: usize) -> Option<KindWord> {
    let words = flow.line(line);
    let opening = flow.opening(line);
    kind_of(flow, line, words).or_else(|| if opening.len() > words.len() { kind_of(flow, line, opening) } else { None })
}

/// The same, for words that begin with the line.
fn kind_of(flow: &Flow, line: usize, words: &str) -> Option<KindWord> {
    /// Longer lines are sentences.
    const LONG: usize = 400;
    let at = flow.lines.get(line)?;
    if words.len() > LONG || !words.chars().take(2).all(char::is_uppercase) {
        return None;
    }
    let head: String = words.chars().take(30).collect();
    if head.chars().filter(|c| is_lowercase(*c)).count() > 16 {
        return None;
    }
    let folded = folded(&head);
    let (kind, abbreviation) = KINDS.iter().find(|(kind, _)| super::words::after(&folded, kind).is_some())?;
    let length: usize = words.chars().take(kind.chars().count()).map(char::len_utf8).sum();
    let (kind, _) = words.split_at_checked(length)?;
    let start = at.words.start;
    let lines = if length > at.words.len() { 2 } else { 1 };
    let end = flow.range(line..line + lines).end;
    let rest = flow.slice(start + length..end);
    let from = end - rest.trim_start().len();
    let rest = rest.trim_start();
    let is_enactment = rest == ":" && begins(&folded, &FRAME.enactment);
    let in_table = at.cell.is_some_and(|cell| cell.row > 0);
    if !is_capitals(kind) || is_enactment || in_table || rest.starts_with([':', ',', ';', ')']) {
        return None;
    }
    Some(KindWord { abbreviation: abbreviation.clone(), lines, words: start..start + length, rest: from..end })
}

/// Whether words behind the kind word in its own line go on in the next line.
fn goes_on_after_kind(flow: &Flow, next_line: usize, rest: &str) -> bool {
    flow.lines.get(next_line).is_some_and(|next| !next.blank_before || is_capitals(rest) == is_capitals(flow.line(next_line)))
}

/// Whether the line belongs to the subject that began at `first`.
fn belongs(flow: &Flow, first: usize, line: usize, begun: bool, frame: &Frame) -> bool {
    let (Some(at), words) = (flow.lines.get(line), flow.line(line)) else { return false };
    let is_first = line == first && !begun;
    if at.cell.is_some() != flow.lines[first.saturating_sub(1)].cell.is_some() {
        return false;
    }
    if label::at_start(flow.opening(line)).is_some_and(|label| label.class.names() && label.value <= 1 && !words.starts_with('('))
        || is_enclosure(flow, line)
    {
        return false;
    }
    if is_first {
        return !opens_preamble(words)
            || !is_always(words)
                && (words.len() < 160 || at.look.bold || !flow.measure.wrapped || is_line_of_its_own(flow, line))
                && !at.indent_is_paragraph(flow, line);
    }
    if at.rule_before || is_authority_of(flow, line, frame) {
        return false;
    }
    let before = flow.line(line - 1);
    if !words.contains(is_alphabetic) {
        return true;
    }
    if tail::is_capitals_mostly(words) && words.len() > 20 && !tail::is_capitals_mostly(flow.line(first)) && !before.ends_with(['“', ','])
    {
        return false;
    }
    let unfinished = before.ends_with([',', '-', '–']) || open_quote(flow.between(first..line));
    if at.blank_before {
        let bold = at.look.bold && flow.lines[line - 1].look.bold && !is_capitals(words);
        return (unfinished || bold || is_block_of_title(flow, line) || is_capitals(before) && is_capitals(words))
            && !opens_preamble(words);
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

/// Whether a line between blank lines is no sentence, nor cites a document.
fn is_line_of_its_own(flow: &Flow, line: usize) -> bool {
    let words = flow.line(line);
    let apart = flow.lines.get(line).is_some_and(|at| at.blank_before) && flow.lines.get(line + 1).is_some_and(|next| next.blank_before);
    apart && !words.ends_with(['.', ';', ':', ',']) && super::dates::first(words).is_none()
}

/// Whether a few lines between blank lines go on with a subject: they end in no sentence, and a preamble or a part begins soon below.
fn is_block_of_title(flow: &Flow, line: usize) -> bool {
    /// How far below the preamble may begin.
    const NEAR: usize = 8;
    /// A subject takes less.
    const LONGEST: usize = 160;
    let last = (line + 1..flow.lines.len()).find(|next| flow.lines[*next].blank_before).unwrap_or(flow.lines.len()) - 1;
    let words = flow.line(last);
    let open = open_quote(flow.between(line..last + 1));
    let short = last - line < 3 && (line..=last).all(|line| flow.line(line).len() < LONGEST);
    let below = (last + 1..flow.lines.len().min(last + NEAR))
        .any(|next| opens_preamble(flow.line(next)) || label::at_start(flow.opening(next)).is_some_and(|label| label.class.names()));
    short && below && (open || !words.ends_with(['.', ';', ':', '-']))
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
    if is_capitals(words) {
        return false;
    }
    begins(&folded, &preamble.always)
        || (begins(&folded, &preamble.with_document) && (folded.contains(" so ") || folded.len() > 80 && words.len() > 160))
}

/// Whether the words begin as nothing but a preamble does: `Căn cứ …`.
fn is_always(words: &str) -> bool {
    let head: String = words.chars().take(40).collect();
    begins(folded(&head).trim_start_matches(['-', ' ', '+']), &super::words::PREAMBLE.always)
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
            && label::at_start(flow.opening(line)).is_none()
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
