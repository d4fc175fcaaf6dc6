//! The end of a document: where recipients and signature blocks stand, and which words belong to which.

use std::ops::Range;

use phongtrao_value::text::{folded, is_alphabetic, is_capitals, is_lowercase};

use super::columns::{self, Column, Piece};
use super::flow::Flow;
use super::words::{ANNEXES, FRAME, SIGNATURE, begins};
use super::{label, title};
use crate::LabelClass;

/// What a piece of the end belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Recipients,
    Signature,
}

/// Where the end of a part of the document stands, when it has one.
pub(super) fn find(flow: &Flow, lines: Range<usize>) -> Option<Range<usize>> {
    let heading = lines.clone().find(|line| is_recipients_heading(flow, *line));
    let start = match heading {
        Some(heading) => back(flow, heading, lines.start),
        None => signature_start(flow, lines.clone())?,
    };
    let end = forward(flow, heading.unwrap_or(start), lines.end);
    Some(start..end)
}

/// Whether `Nơi nhận` begins in the line.
fn is_recipients_heading(flow: &Flow, line: usize) -> bool {
    let words = flow.line(line);
    let head = words.trim_start_matches(|c: char| !is_alphabetic(c));
    if !head.starts_with(['N', 'n']) {
        return false;
    }
    let head: String = head.chars().take(12).collect();
    let rest = FRAME.recipients.iter().find_map(|word| super::words::after(&folded(&head), word).map(str::len));
    let ends = words.len() < 16 || words.contains(':') || words.contains('\t') || flow.lines[line].cell.is_some();
    rest.is_some() && (ends || flow.lines[line].span.of(flow.text).contains("  "))
}

/// The first line of the signature that stands before the recipients.
fn back(flow: &Flow, heading: usize, first: usize) -> usize {
    /// A signature has at most so many lines.
    const LINES: usize = 12;
    if let Some(cell) = flow.lines[heading].cell {
        let same = |line: &usize| flow.lines[*line].cell.is_some_and(|other| other.table == cell.table && other.row + 1 >= cell.row);
        return (first..heading).rev().take_while(same).last().unwrap_or(heading);
    }
    let mut start = heading;
    for line in (first.max(heading.saturating_sub(LINES))..heading).rev() {
        let words = flow.line(line);
        if is_capacity(words) && is_capitals_mostly(words) {
            start = line;
        } else if words.len() > 70 || super::paragraphs::ends_sentence(words) && !is_mark(&folded(words)) {
            break;
        }
    }
    start
}

/// The first line of a signature in a part without recipients.
fn signature_start(flow: &Flow, lines: Range<usize>) -> Option<usize> {
    /// How many lines may stand between a post and its name.
    const NEAR: usize = 6;
    let signs = |line: &usize| {
        let words = flow.line(*line);
        let post = words.len() < 90 && is_capitals_mostly(words) && is_capacity(words) && flow.lines[*line].cell.is_none();
        post && (line + 1..lines.end.min(line + NEAR)).any(|next| is_name(flow.line(next)) || is_mark(&folded(flow.line(next))))
    };
    let with_capacity = |line: &usize| capacity_prefix(&folded(&flow.line(*line).chars().take(8).collect::<String>()));
    let mut candidates = lines.clone().filter(|line| flow.lines[*line].words.len() < 90).filter(signs);
    let found = candidates.clone().find(with_capacity).or_else(|| candidates.next_back())?;
    let first =
        (lines.start..found).rev().take(4).take_while(|line| is_capacity(flow.line(*line)) && is_capitals_mostly(flow.line(*line))).last();
    Some(first.unwrap_or(found))
}

/// The line after the end.
fn forward(flow: &Flow, from: usize, end: usize) -> usize {
    let table = flow.lines[from].cell.map(|cell| cell.table);
    let mut named = false;
    for line in from + 1..end {
        let at = &flow.lines[line];
        if at.cell.is_some() && at.cell.map(|cell| cell.table) == table {
            continue;
        }
        let words = flow.line(line);
        if title::kind(flow, line).is_some() || is_annex(flow, line) || title::is_enclosure(flow, line) {
            return line;
        }
        let found = label::at_start(flow.opening(line));
        if found
            .is_some_and(|found| found.class < LabelClass::Ordinal && found.class != LabelClass::CapitalLetter && !words.contains("   "))
        {
            return line;
        }
        let item = found.is_some_and(|found| !found.class.names());
        if table.is_some() && !item {
            return line;
        }
        if named && at.page_before && !item {
            return line;
        }
        let signs = is_capacity(words) || is_mark(&folded(words)) || is_recipients_heading(flow, line);
        let pieces = columns::pieces(flow, line..line + 1);
        let several = pieces.len() > 1;
        if named && !item && !signs && !several && !is_name(words) && (at.blank_before || words.len() > 60) {
            return line;
        }
        if words.len() > 220 && !item {
            return line;
        }
        named |= pieces.last().is_some_and(|piece| is_name(&piece.words)) && !item;
    }
    end
}

/// Whether an annex or a form begins: `PHỤ LỤC`, `Mẫu số 02`.
pub(super) fn is_annex(flow: &Flow, line: usize) -> bool {
    /// `Phụ lục 1 kèm theo …` in running text goes on; a heading does not.
    const LONGEST: usize = 60;
    let (at, words) = (&flow.lines[line], flow.line(line));
    if at.cell.is_some() || !words.starts_with(['P', 'M', 'D', 'B', '(']) {
        return false;
    }
    let head: String = words.chars().take(16).collect();
    let head = folded(&head);
    if !begins(head.trim_start_matches('('), &FRAME.annex) {
        return false;
    }
    let capitals = is_capitals(words.split('(').next().unwrap_or(words)) || is_capitals_mostly(words);
    let apart = at.blank_before || at.page_before || at.indent > 20 || at.look.bold || at.look.heading.is_some();
    capitals && words.len() < 3 * LONGEST
        || apart && words.len() < LONGEST && !words.ends_with([';', '.', ',']) && !words.contains(ANNEXES.joining.as_str())
}

/// Whether words say in what capacity or post somebody signs.
pub(super) fn is_capacity(words: &str) -> bool {
    if words.len() > 160 || !words.starts_with(char::is_uppercase) {
        return false;
    }
    let folded = folded(words);
    capacity_prefix(&folded)
        || begins(&folded, &SIGNATURE.posts)
        || is_capitals_mostly(words)
            && SIGNATURE.posts.iter().any(|post| folded.starts_with(post.as_str()) && folded.len() <= post.len() + 2)
}

/// Whether folded words begin with `TM.`, `KT.` …
pub(super) fn capacity_prefix(folded: &str) -> bool {
    let words = &*SIGNATURE;
    [&words.on_behalf, &words.deputy, &words.by_order, &words.by_delegation, &words.acting]
        .iter()
        .any(|list| list.iter().any(|prefix| folded.starts_with(prefix.as_str())))
}

/// Whether words are `(đã ký)` or the like.
pub(super) fn is_mark(folded: &str) -> bool {
    let folded = folded.trim();
    folded == "[" || folded == "]" || SIGNATURE.marks.iter().any(|mark| folded.starts_with(mark.trim_end()))
}

/// Nearly all letters are capitals.
pub(super) fn is_capitals_mostly(words: &str) -> bool {
    let (mut letters, mut small) = (0, 0);
    for c in words.chars() {
        if is_lowercase(c) {
            small += 1;
            // There are no more letters than bytes: a line of small letters is told by its first words.
            if small * 6 > words.len() {
                return false;
            }
        }
        letters += usize::from(is_alphabetic(c));
    }
    letters >= 2 && small * 6 <= letters
}

/// Whether words are the name of a person: two to six words, each with a capital, after degree and rank.
pub(super) fn is_name(words: &str) -> bool {
    let name = super::signatures::without_rank(words).1;
    let parts: Vec<&str> = name.split(' ').collect();
    let each = |part: &&str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(|c| is_alphabetic(c) || c == '-' || c == '’' || c == '\'')
    };
    let short = parts.iter().all(|part| part.chars().count() <= 8);
    (2..=6).contains(&parts.len())
        && parts.iter().all(each)
        && short
        && !is_capacity(name)
        && !(is_capitals(name) && begins(&folded(name), &FRAME.bodies))
}

/// The pieces of the end, each with what it belongs to.
pub(super) fn parts(flow: &Flow, lines: Range<usize>) -> Vec<(Mode, Piece)> {
    let pieces: Vec<Piece> = columns::pieces(flow, lines)
        .into_iter()
        .flat_map(|piece| part_heading(flow, piece))
        .flat_map(|piece| part_name(flow, piece))
        .collect();
    let mut modes: Vec<Option<Mode>> = vec![None; 8];
    let mut open = [false; 8];
    let mut found = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let stream = match piece.column {
            Column::Alone => 0,
            Column::At(column) => column.min(7),
        };
        let wanted = mode(&piece, modes[stream], open[stream]);
        // `(để báo cáo)` set apart from its receiver.
        let aside = piece.words.starts_with('(') && stream > 0 && modes[0] == Some(Mode::Recipients) && !is_mark(&piece.folded);
        let mode = if aside { Mode::Recipients } else { wanted };
        if !aside {
            modes[stream] = Some(mode);
            open[stream] = mode == Mode::Recipients && !piece.words.ends_with([';', '.']);
        }
        found.push((mode, piece));
    }
    found
}

fn mode(piece: &Piece, before: Option<Mode>, open: bool) -> Mode {
    let heading = begins(piece.folded.trim_start_matches(|c: char| !is_alphabetic(c)), &FRAME.recipients);
    let item = label::at_start(&piece.words).is_some_and(|found| !found.class.names());
    if heading || item {
        return Mode::Recipients;
    }
    if is_mark(&piece.folded) || is_capacity(&piece.words) && is_capitals_mostly(&piece.words) {
        return Mode::Signature;
    }
    match before {
        Some(Mode::Recipients) if open || !is_name(&piece.words) => Mode::Recipients,
        Some(Mode::Recipients) if piece.column == Column::Alone || is_name(&piece.words) => Mode::Signature,
        Some(mode) => mode,
        None => Mode::Signature,
    }
}

/// The place so many bytes before the end of a piece, on a character border.
fn border(flow: &Flow, piece: &Piece, from_end: usize) -> usize {
    let wanted = piece.span.end.saturating_sub(from_end).max(piece.span.start);
    (wanted..piece.span.end).find(|at| flow.text.is_char_boundary(*at)).unwrap_or(piece.span.end)
}

/// `TRƯỞNG BAN Trần Văn An`, parted.
fn part_name(flow: &Flow, piece: Piece) -> Vec<Piece> {
    if !is_capacity(&piece.words) || is_capitals_mostly(&piece.words) && is_capitals(&piece.words) {
        return vec![piece];
    }
    let starts = piece
        .words
        .match_indices(' ')
        .map(|(at, _)| at + 1)
        .find(|at| piece.words[*at..].split(' ').next().is_some_and(|word| word.chars().skip(1).any(is_lowercase)));
    let Some(at) = starts.filter(|at| is_name(&piece.words[*at..]) && is_capitals(&piece.words[..*at])) else { return vec![piece] };
    let cut = border(flow, &piece, piece.words.len() - at);
    let part = |words: &str, start: usize, end: usize| {
        let words = words.trim().to_owned();
        Piece { folded: folded(&words), words, span: phongtrao_diagnostic::Span::new(start, end), ..piece.clone() }
    };
    vec![part(&piece.words[..at], piece.span.start, cut), part(&piece.words[at..], cut, piece.span.end)]
}

/// `Nơi nhận: CHỦ TỊCH`, parted.
fn part_heading(flow: &Flow, piece: Piece) -> Vec<Piece> {
    let Some(colon) = piece.words.find(':').filter(|_| begins(&piece.folded, &FRAME.recipients)) else { return vec![piece] };
    let rest = piece.words[colon + 1..].trim();
    if rest.is_empty() || !is_capacity(rest) || !is_capitals_mostly(rest) {
        return vec![piece];
    }
    // The words are parted in the decoded text too, so that both parts keep their places.
    let cut = phongtrao_diagnostic::Span::new(border(flow, &piece, rest.len()), piece.span.end);
    let head = Piece {
        words: piece.words[..=colon].to_owned(),
        span: phongtrao_diagnostic::Span::new(piece.span.start, cut.start),
        ..piece.clone()
    };
    let tail = Piece { words: rest.to_owned(), folded: folded(rest), span: cut, column: Column::At(1), ..piece };
    vec![head, tail]
}
