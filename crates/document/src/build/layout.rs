//! The document as a whole: its head, its body, its end, and what is issued with it.

use std::ops::Range;

use phongtrao_diagnostic::Span;

use super::assemble::Assembler;
use super::body::{self, Manner, Part};
use super::columns::Piece;
use super::flow::Flow;
use super::tail::Mode;
use super::title::Title;
use super::words::{FRAME, begins};
use super::{annexes, bases, issuer, letterhead, recipients, signatures, tail, title};
use crate::{Field, Frame, Node, NodeKind};
use phongtrao_value::text::folded;

/// The tree and the frame of a flow.
pub(super) fn build(flow: &Flow) -> (Node, Frame) {
    let mut frame = Frame::default();
    let mut tree = Assembler::new(flow.text, &flow.noise);
    let all = 0..flow.lines.len();
    let plan = Plan::new(flow, all, &mut frame);
    plan.assemble(flow, &mut frame, &mut tree);
    (tree.finish(), frame)
}

/// Which lines are which part of the document.
struct Plan {
    letterhead: Range<usize>,
    title: Range<usize>,
    addressees: Range<usize>,
    preamble: Range<usize>,
    body: Range<usize>,
    tail: Range<usize>,
    annexes: Vec<Range<usize>>,
}

impl Plan {
    fn new(flow: &Flow, all: Range<usize>, frame: &mut Frame) -> Plan {
        let head = head(flow, all.clone(), frame);
        let rest = head.title.end.max(head.letterhead.end);
        let first_annex = annexes::split(flow, rest, false).first().map_or(all.end, |annex| annex.start);
        let tail = tail::find(flow, rest..all.end).filter(|tail| tail.start <= first_annex.max(tail.start.min(first_annex + 400)));
        let tail = tail.unwrap_or(first_annex..first_annex);
        let annexes = annexes::split(flow, tail.end.max(rest), !tail.is_empty());
        let annexes: Vec<Range<usize>> =
            if tail.is_empty() { annexes.into_iter().filter(|annex| annex.start >= tail.start).collect() } else { annexes };
        if frame.date_line.is_none() && is_closing_date(flow, tail.clone(), rest) {
            let mut closing = Frame::default();
            letterhead::read(flow, tail.start - 1..tail.start, &mut closing);
            (frame.place, frame.issued_on, frame.date_line) = (closing.place, closing.issued_on, closing.date_line);
        }
        let (addressees, from) = addressees(flow, rest, tail.start);
        let first_part = (from..tail.start).find(|line| body::begins(flow, *line) && is_body_start(flow, *line, from));
        let body_start = first_part.unwrap_or_else(|| sentence_after_bases(flow, from, tail.start));
        Plan {
            letterhead: head.letterhead,
            title: head.title,
            addressees,
            preamble: from..body_start,
            body: body_start..tail.start,
            tail,
            annexes,
        }
    }

    fn assemble(&self, flow: &Flow, frame: &mut Frame, tree: &mut Assembler) {
        section(flow, NodeKind::Letterhead, self.letterhead.clone(), tree);
        section(flow, NodeKind::Title, self.title.clone(), tree);
        section(flow, NodeKind::Addressees, self.addressees.clone(), tree);
        frame.addressees = read_addressees(flow, self.addressees.clone());
        section(flow, NodeKind::Preamble, self.preamble.clone(), tree);
        let preamble = flow.range(self.preamble.clone());
        frame.bases = bases::read(flow, preamble.clone());
        let parts = body::parts(flow, self.body.clone());
        frame.closing_mark = closing_mark(flow, self.body.clone());
        open(flow, NodeKind::Body, self.body.clone(), tree, |tree| body::assemble(flow, &parts, Manner::default(), tree));
        self.end(flow, preamble.clone(), frame, tree);
        if frame.issuers.is_empty() && frame.kind.as_ref().is_some_and(|kind| kind.value != super::words::HEADLINE.news) {
            frame.issuers.extend(issuer::read(flow, preamble));
        }
        for annex in &self.annexes {
            self::annex(flow, annex.clone(), tree);
        }
    }

    /// Recipients and signatures, in the order in which their words stand.
    fn end(&self, flow: &Flow, preamble: Range<usize>, frame: &mut Frame, tree: &mut Assembler) {
        let parts = tail::parts(flow, self.tail.clone());
        let of = |wanted: Mode| parts.iter().filter(|(mode, _)| *mode == wanted).map(|(_, piece)| piece.clone()).collect::<Vec<Piece>>();
        recipients::read(&of(Mode::Recipients), frame);
        signatures::read(&of(Mode::Signature), flow.slice(preamble), frame);
        let mut open: Option<Mode> = None;
        for (mode, piece) in &parts {
            if open != Some(*mode) {
                if open.is_some() {
                    tree.close();
                }
                let kind = if *mode == Mode::Recipients { NodeKind::Recipients } else { NodeKind::Signatures };
                tree.open(kind, piece.span.start);
                open = Some(*mode);
            }
            tree.paragraph(piece.span);
        }
        if open.is_some() {
            tree.close();
        }
    }
}

/// The lines of letterhead and title.
struct Head {
    letterhead: Range<usize>,
    title: Range<usize>,
}

fn head(flow: &Flow, all: Range<usize>, frame: &mut Frame) -> Head {
    /// A letterhead without a kind word below has at most so many lines.
    const LETTERHEAD: usize = 16;
    if let Some(kind_line) = (all.start..all.end.min(all.start + 70)).find(|line| title::kind(flow, *line).is_some()) {
        letterhead::read(flow, all.start..kind_line, frame);
        frame.title = None;
        if let Some(Title { kind_line, lines }) = title::read(flow, all.clone(), frame) {
            return Head { letterhead: all.start..kind_line, title: lines };
        }
    }
    // A letter has its subject in the letterhead and no kind word.
    let end = (all.start..all.end.min(all.start + 40)).find(|line| is_addressees(flow, *line)).unwrap_or(all.start);
    if end > all.start && letterhead::read(flow, all.start..end.min(all.start + LETTERHEAD + 12), frame) && frame.number_line.is_some() {
        frame.kind = frame.number_line.as_ref().map(|line| Field::new(super::words::HEADLINE.letter.clone(), line.span));
        return Head { letterhead: all.start..end, title: end..end };
    }
    *frame = Frame::default();
    let headline = super::headline::read(flow, all.clone(), frame);
    Head { letterhead: all.start..all.start, title: headline }
}

fn is_addressees(flow: &Flow, line: usize) -> bool {
    let words = flow.line(line);
    words.starts_with(['K', 'k']) && begins(&folded(&words.chars().take(12).collect::<String>()), &FRAME.addressees)
}

/// The lines of `Kính gửi`, and the line after them.
fn addressees(flow: &Flow, from: usize, end: usize) -> (Range<usize>, usize) {
    /// A letter goes to at most so many lines.
    const LONGEST: usize = 40;
    if from >= end || !is_addressees(flow, from) {
        return (from..from, from);
    }
    let mut at = from + 1;
    while at < end.min(from + LONGEST) {
        let words = flow.line(at);
        let item = super::label::at_start(words).is_some_and(|found| !found.class.names());
        let goes_on = !flow.lines[at].blank_before && !title::opens_preamble(words) && flow.lines[at].indent + 6 > flow.lines[from].indent;
        if !item && !goes_on {
            break;
        }
        at += 1;
    }
    (from..at, at)
}

fn read_addressees(flow: &Flow, lines: Range<usize>) -> Vec<Field<String>> {
    let mut found: Vec<Field<String>> = Vec::new();
    for line in lines.clone() {
        let span = flow.lines[line].span;
        let mut words = flow.line(line);
        if line == lines.start {
            words = words.split_once(':').map_or("", |(_, rest)| rest).trim();
        }
        let item = super::label::at_start(words).filter(|found| !found.class.names());
        let rest = item.map_or(words, |item| words[item.length..].trim());
        if rest.is_empty() {
            continue;
        }
        match found.last_mut() {
            Some(last) if item.is_none() => {
                last.value.push(' ');
                last.value.push_str(rest);
                last.span = last.span.to(span);
            }
            _ => found.push(Field::new(rest.to_owned(), span)),
        }
    }
    for field in &mut found {
        field.value = field.value.trim_end_matches([';', '.', ',', ' ']).to_owned();
    }
    found
}

/// Whether place and date stand in a line of their own above the signature: `Hòa An, ngày 5 tháng 8 năm 2025`.
fn is_closing_date(flow: &Flow, tail: Range<usize>, first: usize) -> bool {
    /// The line holds a place and a date.
    const LONGEST: usize = 90;
    let Some(line) = tail.start.checked_sub(1).filter(|line| *line >= first && !tail.is_empty()) else { return false };
    let words = flow.line(line);
    let Some((place, _)) = words.split_once(", ").filter(|_| words.len() < LONGEST) else { return false };
    let date = super::dates::first(words).is_some_and(|(_, range)| range.start <= place.len() + 2 && range.end == words.len());
    date && place.starts_with(char::is_uppercase) && super::label::at_start(words).is_none()
}

/// Whether a labelled line begins the body, and is not a broken line of the preamble.
fn is_body_start(flow: &Flow, line: usize, from: usize) -> bool {
    line == from || flow.lines[line].blank_before || !flow.measure.wrapped || {
        let before = flow.line(line - 1);
        super::paragraphs::ends_sentence(before)
            || before.ends_with([':', ';'])
            || before.len() < 60
            || phongtrao_value::text::is_capitals(flow.line(line))
    }
}

/// In a text without labels: the first line behind the sentences that cite bases.
fn sentence_after_bases(flow: &Flow, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end {
        let paragraph = super::paragraphs::next(flow, at, end);
        if !title::opens_preamble(flow.line(at)) {
            break;
        }
        at = paragraph.lines.end;
    }
    at
}

/// `./.` at the end of the body.
fn closing_mark(flow: &Flow, body: Range<usize>) -> Option<Field<String>> {
    /// How many lines from the end the mark is looked for.
    const NEAR: usize = 6;
    let first = body.end.saturating_sub(NEAR).max(body.start);
    let range = flow.range(first..body.end);
    let at = flow.slice(range.clone()).rfind("./.")?;
    let mark = range.start + at..range.start + at + "./.".len();
    Some(Field::new(flow.slice(mark.clone()).to_owned(), flow.span(mark)))
}

/// A section of paragraphs and tables without labels of its own.
fn section(flow: &Flow, kind: NodeKind, lines: Range<usize>, tree: &mut Assembler) {
    open(flow, kind, lines.clone(), tree, |tree| {
        for part in body::parts(flow, lines) {
            match part {
                Part::Paragraph(paragraph) => tree.paragraph(span(flow, paragraph.lines)),
                Part::Table(table, lines) => {
                    let whole = flow.tables.get(table).map_or(Span::default(), |table| table.span);
                    if span(flow, lines.clone()).start <= whole.end
                        && flow.lines.get(lines.end).is_none_or(|next| next.cell.is_none_or(|cell| cell.table != table))
                        && flow.lines[lines.start].cell.is_some_and(|cell| cell.row == 0)
                    {
                        super::tables::assemble(flow, table, tree);
                    } else {
                        lines.for_each(|line| tree.paragraph(flow.lines[line].span));
                    }
                }
            }
        }
    });
}

fn span(flow: &Flow, lines: Range<usize>) -> Span {
    flow.lines[lines.start].span.to(flow.lines[lines.end - 1].span)
}

fn open(flow: &Flow, kind: NodeKind, lines: Range<usize>, tree: &mut Assembler, fill: impl FnOnce(&mut Assembler)) {
    if lines.is_empty() {
        return;
    }
    tree.open(kind, flow.lines[lines.start].span.start);
    fill(tree);
    tree.close();
}

/// A text issued with the document.
fn annex(flow: &Flow, lines: Range<usize>, tree: &mut Assembler) {
    let manner = annexes::manner(flow, lines.clone());
    open(flow, NodeKind::Annex, lines.clone(), tree, |tree| {
        let head = annexes::head(flow, lines.clone());
        section(flow, NodeKind::Title, lines.start..head, tree);
        let tail = tail::find(flow, head..lines.end).unwrap_or(lines.end..lines.end);
        let parts = body::parts(flow, head..tail.start);
        open(flow, NodeKind::Body, head..tail.start, tree, |tree| body::assemble(flow, &parts, manner, tree));
        section(flow, NodeKind::Signatures, tail.clone(), tree);
        let rest = body::parts(flow, tail.end..lines.end);
        open(flow, NodeKind::Body, tail.end..lines.end, tree, |tree| body::assemble(flow, &rest, manner, tree));
    });
}
