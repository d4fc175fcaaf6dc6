//! The body: paragraphs nested by their labels, headings told from sentences, tables in their places.

use std::ops::Range;

use phongtrao_diagnostic::Span;

use super::assemble::{Assembler, DEPTH};
use super::flow::Flow;
use super::heading::{self, Around};
use super::label;
use super::nesting::{self, Coming, Open};
use super::paragraphs::{self, Paragraph, PlacedLabel};
use super::tables;
use super::words::HEADINGS;
use crate::{Clause, Field, Label, LabelClass, NodeKind};

/// A part of the body in the order of the text.
pub(super) enum Part {
    Paragraph(Paragraph),
    /// A table of the flow, by its place among the tables.
    Table(usize, Range<usize>),
}

/// The parts of consecutive lines.
pub(super) fn parts(flow: &Flow, lines: Range<usize>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut line = lines.start;
    while line < lines.end {
        if let Some(cell) = flow.lines[line].cell {
            let end = (line..lines.end).find(|at| flow.lines[*at].cell.is_none_or(|other| other.table != cell.table)).unwrap_or(lines.end);
            parts.push(Part::Table(cell.table, line..end));
            line = end;
        } else {
            let paragraph = paragraphs::next(flow, line, lines.end);
            line = paragraph.lines.end;
            parts.push(Part::Paragraph(paragraph));
        }
    }
    parts
}

/// What a body is made under.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Manner {
    /// A form to fill in, or a table that lost its lines: only Roman parts head anything.
    pub(super) roman_only: bool,
    /// An annex: rows of its tables with a Roman number head the rows below.
    pub(super) annex: bool,
}

/// Puts the parts into the tree.
pub(super) fn assemble(flow: &Flow, parts: &[Part], manner: Manner, tree: &mut Assembler) {
    let base = tree.depth();
    let bold_used = bold_used(flow, parts);
    let mut body = Body { flow, parts, manner, bold_used, open: Vec::new(), base };
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Table(table, lines) => body.table(*table, lines.clone(), tree),
            Part::Paragraph(paragraph) => body.paragraph(at, paragraph, tree),
        }
    }
    body.keep(0, tree);
}

/// Whether the author sets labelled headings bold: some labelled paragraphs are bold and some are not.
fn bold_used(flow: &Flow, parts: &[Part]) -> bool {
    let labelled = parts.iter().filter_map(|part| match part {
        Part::Paragraph(Paragraph { lines, label: Some(label) }) if label.class.names() => Some(flow.lines[lines.start].look.bold),
        _ => None,
    });
    let (mut bold, mut all) = (0, 0);
    for is_bold in labelled {
        bold += usize::from(is_bold);
        all += 1;
    }
    bold > 0 && bold < all
}

/// No heading is longer.
const LONGEST_HEADING: usize = 450;

struct Body<'a> {
    flow: &'a Flow<'a>,
    parts: &'a [Part],
    manner: Manner,
    bold_used: bool,
    open: Vec<Open<'a>>,
    /// The depth of the tree outside of all clauses.
    base: usize,
}

impl<'a> Body<'a> {
    fn paragraph(&mut self, at: usize, paragraph: &Paragraph, tree: &mut Assembler) {
        let flow = self.flow;
        let whole = flow.lines[paragraph.lines.start].span.to(flow.lines[paragraph.lines.end - 1].span);
        let Some(label) = &paragraph.label else {
            if self.leaves_items(at) {
                let kept = self.open.iter().rposition(|part| part.class.names()).map_or(0, |last| last + 1);
                self.keep(kept, tree);
            }
            tree.paragraph(whole);
            return;
        };
        let text = flow.slice(label.text.clone());
        let coming = Coming { class: label.class, value: label.value, text, announced: self.announced(at) };
        let kept = nesting::parent(&self.open, coming).min(DEPTH.saturating_sub(self.base + 8));
        self.keep(kept, tree);
        let clause = self.clause(at, paragraph, label);
        let label_span = flow.span(label.whole.clone());
        let own_line = clause.heading.as_ref().map(|heading| heading.span);
        tree.open(NodeKind::Clause(Box::new(clause)), label_span.start);
        self.open.push(Open { class: label.class, value: label.value, text });
        tree.words(&NodeKind::LabelText, label_span);
        let _ = own_line;
        tree.paragraph(Span::new(label_span.end, whole.end));
    }

    /// Closes clauses until so many are open.
    fn keep(&mut self, count: usize, tree: &mut Assembler) {
        while self.open.len() > count {
            self.open.pop();
            tree.close();
        }
    }

    /// Whether an unlabelled paragraph stands behind dash items rather than within the last of them: it is set in like a paragraph of its own.
    fn leaves_items(&self, at: usize) -> bool {
        let unnamed = self.open.last().is_some_and(|part| !part.class.names());
        let before = at.checked_sub(1).and_then(|before| self.words(before));
        unnamed && before.is_some_and(|before| !before.ends_with(':'))
    }

    fn words(&self, at: usize) -> Option<&str> {
        match self.parts.get(at)? {
            Part::Paragraph(paragraph) => Some(self.flow.between(paragraph.lines.clone())),
            Part::Table(..) => None,
        }
    }

    /// Whether the words before a label announced a list.
    fn announced(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.words(before));
        before.is_some_and(|before| before.ends_with(':') || HEADINGS.lead_in_ends.iter().any(|end| before.ends_with(end.as_str())))
    }

    fn clause(&mut self, at: usize, paragraph: &Paragraph, label: &PlacedLabel) -> Clause {
        let flow = self.flow;
        let depth = u8::try_from(self.open.len() + 1).unwrap_or(u8::MAX);
        let text = flow.slice(label.text.clone()).to_owned();
        let placed = Label { class: label.class, text, span: flow.span(label.text.clone()) };
        Clause { label: placed, heading: self.heading(at, paragraph, label), depth }
    }

    fn heading(&mut self, at: usize, paragraph: &Paragraph, label: &PlacedLabel) -> Option<Field<String>> {
        let flow = self.flow;
        if self.manner.roman_only && label.class != LabelClass::Roman {
            return None;
        }
        let range = label.whole.end..flow.range(paragraph.lines.clone()).end;
        let words = flow.slice(range.clone());
        let mut around = self.around(at, paragraph, label);
        let heading = heading::of(words, around).or_else(|| {
            if !label.class.names() || words.len() > LONGEST_HEADING || !heading::may_be_beside_others(words, around) {
                return None;
            }
            around.headings_beside = self.headings_beside(at, label);
            (around.headings_beside > 0).then(|| heading::of(words, around)).flatten()
        })?;
        let range = range.start + heading.start..range.start + heading.end;
        Some(Field::new(flow.slice(range.clone()).to_owned(), flow.span(range)))
    }

    fn around(&mut self, at: usize, paragraph: &Paragraph, label: &PlacedLabel) -> Around {
        let parts = self.parts;
        let next = parts.get(at + 1);
        let next_label = match next {
            Some(Part::Paragraph(next)) => next.label.as_ref(),
            _ => None,
        };
        let below = next_label.map(|next| self.is_below(label, next));
        Around {
            class: label.class,
            bold: self.flow.lines[paragraph.lines.start].look.bold,
            bold_used: self.bold_used,
            followed: next.is_some() && below.unwrap_or_else(|| !self.closes(at + 1)),
            followed_by_items: below.unwrap_or(false),
            headings_beside: 0,
        }
    }

    /// Whether an unlabelled paragraph closes the document rather than belongs to the part before it: `Trên đây là Kế hoạch …`.
    fn closes(&self, at: usize) -> bool {
        let small = |word: &String| self.words(at).is_some_and(|words| heading::starts_with_small(words, word));
        HEADINGS.closing.iter().any(small)
    }

    /// Whether the next label would belong to a part with this label, were it opened here.
    fn is_below(&mut self, label: &PlacedLabel, next: &PlacedLabel) -> bool {
        let flow = self.flow;
        self.open.push(Open { class: label.class, value: label.value, text: flow.slice(label.text.clone()) });
        let coming = Coming { class: next.class, value: next.value, text: flow.slice(next.text.clone()), announced: false };
        let below = nesting::parent(&self.open, coming) >= self.open.len();
        self.open.pop();
        below
    }

    /// How many of the nearest parts of the same series, before and behind, are headings.
    fn headings_beside(&mut self, at: usize, label: &PlacedLabel) -> u8 {
        /// How far the next of a series is looked for.
        const NEAR: usize = 40;
        let before = (at.saturating_sub(NEAR)..at).rev().find(|near| self.is_beside(*near, label, label.value.wrapping_sub(1)));
        let behind = (at + 1..self.parts.len().min(at + NEAR)).find(|near| self.is_beside(*near, label, label.value + 1));
        u8::from(before.is_some_and(|near| self.heads(near))) + u8::from(behind.is_some_and(|near| self.heads(near)))
    }

    /// Whether the part has a heading, whatever stands beside it.
    fn heads(&mut self, at: usize) -> bool {
        let (flow, parts) = (self.flow, self.parts);
        match &parts[at] {
            Part::Paragraph(paragraph @ Paragraph { label: Some(label), .. }) => {
                let words = flow.slice(label.whole.end..flow.range(paragraph.lines.clone()).end);
                let around = Around { followed_by_items: false, ..self.around(at, paragraph, label) };
                heading::of(words, around).is_some()
            }
            _ => false,
        }
    }

    /// Whether the part at `near` is the one with this number in the series of the label.
    fn is_beside(&self, near: usize, label: &PlacedLabel, value: u32) -> bool {
        match &self.parts[near] {
            Part::Paragraph(Paragraph { label: Some(other), .. }) => other.class == label.class && other.value == value,
            _ => false,
        }
    }

    fn table(&mut self, table: usize, lines: Range<usize>, tree: &mut Assembler) {
        if self.open.last().is_some_and(|part| !part.class.names()) {
            let kept = self.open.iter().rposition(|part| part.class.names()).map_or(0, |last| last + 1);
            self.keep(kept, tree);
        }
        if !self.manner.annex {
            tables::assemble(self.flow, table, tree);
            return;
        }
        let _ = lines;
        tables::assemble_with_parts(self.flow, table, tree);
    }
}

/// Whether a body begins at the line: a label that names a part.
pub(super) fn begins(flow: &Flow, line: usize) -> bool {
    flow.lines[line].cell.is_none() && label::at_start(flow.opening(line)).is_some_and(|found| found.class.names())
}
