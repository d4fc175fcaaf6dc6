//! The flow of a document: its lines in the order of the text, those within tables too, with their mended words side by side in one buffer.
//!
//! What recognises parts of the document reads ranges of that buffer; consecutive lines are one space apart there, so that a paragraph over
//! several lines is one range.

use std::ops::Range;

use phongtrao_diagnostic::Span;
use phongtrao_value::text::is_lowercase;

use super::{mend, noise};
use crate::{Block, Line, Look, Mended, Noise, Source, TableBlock};

/// How deep tables may lie within tables; what lies deeper is kept as a paragraph of the innermost cell.
pub(super) const TABLE_DEPTH: u32 = 16;

/// The flow.
pub(super) struct Flow<'a> {
    pub(super) text: &'a str,
    /// The mended words of all lines.
    pub(super) words: Mended,
    pub(super) lines: Vec<FlowLine>,
    /// The tables of the document that stand in no other table.
    pub(super) tables: Vec<&'a TableBlock>,
    /// What the reader and this crate know to be no words of the document, in the order of the text.
    pub(super) noise: Vec<(Span, Noise)>,
    /// How the lines are broken.
    pub(super) measure: Measure,
}

/// A line with words in it.
#[derive(Debug, Clone)]
pub(super) struct FlowLine {
    /// Where it stands in the decoded text, from its first to its last visible character.
    pub(super) span: Span,
    /// Its words within the buffer.
    pub(super) words: Range<usize>,
    /// How far it is set in.
    pub(super) indent: u32,
    /// Whether a blank line stands before it.
    pub(super) blank_before: bool,
    /// Whether the page was turned before it.
    pub(super) page_before: bool,
    pub(super) look: Look,
    pub(super) whole: bool,
    /// Whether a rule is drawn before it.
    pub(super) rule_before: bool,
    /// Its cell, when it stands in a table.
    pub(super) cell: Option<CellPosition>,
}

/// A cell of an outermost table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CellPosition {
    pub(super) table: usize,
    pub(super) row: usize,
    pub(super) column: usize,
}

/// How lines are broken in this document.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Measure {
    /// The width in bytes up to which lines are filled.
    pub(super) width: usize,
    /// Whether lines are broken at a width at all; otherwise each line is a paragraph.
    pub(super) wrapped: bool,
    /// Whether paragraphs stand apart by blank lines.
    pub(super) blanks: bool,
}

impl<'a> Flow<'a> {
    /// The flow of a source.
    pub(super) fn new(source: &'a Source) -> Flow<'a> {
        let words = Mended::with_capacity(source.text.len());
        let flow =
            Flow { text: &source.text, words, lines: Vec::new(), tables: Vec::new(), noise: Vec::new(), measure: Measure::default() };
        let mut making =
            Making { flow, known: &source.noise, passed: 0, blank: false, page: false, rule: false, pages: noise::Pages::default() };
        for block in &source.blocks {
            making.block(block);
        }
        making.known_up_to(source.text.len());
        let mut flow = making.flow;
        flow.measure = measure(&flow);
        flow
    }

    /// The words of a line.
    pub(super) fn line(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |line| self.slice(line.words.clone()))
    }

    /// The words of a line; with those of the next, when the line holds a word or two of a paragraph that goes on: `**Điều / 1. Tên gọi**`.
    pub(super) fn opening(&self, line: usize) -> &str {
        /// A line shorter than this may hold no more than the first word of a label.
        const SHORT: usize = 14;
        match (self.lines.get(line), self.lines.get(line + 1)) {
            (Some(one), Some(next))
                if one.words.len() < SHORT
                    && !one.whole
                    && !next.blank_before
                    && one.cell == next.cell
                    && one.look.bold == next.look.bold =>
            {
                self.between(line..line + 2)
            }
            _ => self.line(line),
        }
    }

    /// The words of consecutive lines.
    pub(super) fn between(&self, lines: Range<usize>) -> &str {
        self.slice(self.range(lines))
    }

    /// The range of the buffer that consecutive lines take.
    pub(super) fn range(&self, lines: Range<usize>) -> Range<usize> {
        match (self.lines.get(lines.start), lines.end.checked_sub(1).and_then(|last| self.lines.get(last))) {
            (Some(first), Some(last)) if lines.start < lines.end => first.words.start..last.words.end,
            _ => 0..0,
        }
    }

    /// Words of the buffer.
    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        self.words.as_str().get(range).unwrap_or_default()
    }

    /// Where words of the buffer stand in the decoded text.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.words.span(range)
    }
}

struct Making<'a> {
    flow: Flow<'a>,
    known: &'a [(Span, Noise)],
    /// How many of the known ranges were passed.
    passed: usize,
    blank: bool,
    page: bool,
    rule: bool,
    pages: noise::Pages,
}

impl<'a> Making<'a> {
    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Line(line) => self.line(line, None),
            Block::Table(table) => {
                self.flow.tables.push(table);
                let index = self.flow.tables.len() - 1;
                for (row, cells) in table.rows.iter().enumerate() {
                    for (column, cell) in cells.cells.iter().enumerate() {
                        self.blank = true;
                        self.cell(&cell.blocks, CellPosition { table: index, row, column }, 1);
                    }
                }
                self.blank = true;
            }
        }
    }

    fn cell(&mut self, blocks: &'a [Block], position: CellPosition, depth: u32) {
        for block in blocks {
            match block {
                Block::Line(line) => self.line(line, Some(position)),
                Block::Table(table) if depth < TABLE_DEPTH => {
                    table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| self.cell(&cell.blocks, position, depth + 1));
                }
                Block::Table(_) => {}
            }
        }
    }

    /// Passes the known ranges before the byte `to`.
    fn known_up_to(&mut self, to: usize) {
        while let Some((span, noise)) = self.known.get(self.passed).filter(|(span, _)| span.start < to) {
            self.rule |= *noise == Noise::Rule;
            self.page |= matches!(noise, Noise::PageNumber | Noise::RunningHeader);
            self.flow.noise.push((*span, *noise));
            self.passed += 1;
        }
    }

    fn line(&mut self, line: &Line, cell: Option<CellPosition>) {
        self.known_up_to(line.span.start);
        let raw = line.span.of(self.flow.text);
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            self.blank |= !raw.is_empty() || line.span.is_empty();
            return;
        }
        let start = line.span.start + (raw.len() - raw.trim_start().len());
        let visible = Span::new(start, start + trimmed.len());
        if cell.is_none()
            && let Some(noise) = noise::of_line(trimmed, &mut self.pages)
        {
            self.page |= matches!(noise, Noise::PageNumber | Noise::RunningHeader);
            self.rule |= noise == Noise::Rule;
            self.blank |= noise == Noise::Rule;
            self.flow.noise.push((visible, noise));
            while self.known.get(self.passed).is_some_and(|(span, _)| span.start < visible.end) {
                self.passed += 1;
            }
            return;
        }
        self.words(line, visible, cell);
    }

    fn words(&mut self, line: &Line, visible: Span, cell: Option<CellPosition>) {
        let before = self.flow.words.len();
        if before > 0 {
            mend::space(visible.start, &mut self.flow.words);
        }
        let start = self.flow.words.len();
        let mut at = visible.start;
        while let Some((span, noise)) = self.known.get(self.passed).filter(|(span, _)| span.start < visible.end) {
            mend::add(Span::new(at, span.start.max(at)).of(self.flow.text), at, &mut self.flow.words);
            at = span.end.max(at);
            self.flow.noise.push((*span, *noise));
            self.passed += 1;
        }
        if at < visible.end {
            mend::add(Span::new(at, visible.end).of(self.flow.text), at, &mut self.flow.words);
        }
        let end = start + self.flow.words.as_str()[start..].trim_end().len();
        if end == start {
            self.blank = true;
            return;
        }
        let raw = line.span.of(self.flow.text);
        let indent = raw.bytes().take_while(|b| b.is_ascii_whitespace()).map(|b| if b == b'\t' { 4 } else { 1 }).sum();
        let made = FlowLine {
            span: visible,
            words: start..end,
            indent,
            blank_before: std::mem::take(&mut self.blank),
            page_before: std::mem::take(&mut self.page),
            rule_before: std::mem::take(&mut self.rule),
            look: line.look,
            whole: line.whole,
            cell,
        };
        self.flow.lines.push(made);
    }
}

/// How the lines of the body are broken: from how long they are.
fn measure(flow: &Flow) -> Measure {
    const WIDEST: usize = 400;
    let mut widths = [0_usize; WIDEST + 1];
    /// Pages are at least so wide, in bytes, and less than so wide.
    const NARROWEST: usize = 56;
    const WIDEST_PAGE: usize = 180;
    /// A line of so many bytes is a paragraph.
    const WIDE: usize = 250;
    /// Of so many lines broken at a width one at least begins within a sentence.
    const BROKEN: usize = 16;
    let (mut lines, mut blanks, mut small_after_blank, mut wide, mut small_lines) = (0, 0, 0, 0, 0);
    for line in flow.lines.iter().filter(|line| line.cell.is_none()) {
        lines += 1;
        wide += usize::from(line.words.len() > WIDE);
        widths[line.words.len().min(WIDEST)] += 1;
        let small = flow.slice(line.words.clone()).chars().next().is_some_and(is_lowercase);
        small_lines += usize::from(small && super::label::at_start(flow.slice(line.words.clone())).is_none());
        if line.blank_before && !line.page_before {
            blanks += 1;
            small_after_blank += usize::from(small && flow.slice(line.words.clone()).as_bytes().get(1) != Some(&b')'));
        }
    }
    // Nine of ten lines are at most this wide; lines broken at a width crowd just below it.
    let mut left = lines / 10;
    let width = widths.iter().rposition(|count| {
        let reached = *count > left;
        left = left.saturating_sub(*count);
        reached
    });
    let width = width.unwrap_or(WIDEST);
    let wrapped = (NARROWEST..WIDEST_PAGE).contains(&width) && wide * 20 < lines.max(1) && small_lines * BROKEN > lines;
    Measure { width, wrapped, blanks: wrapped && blanks * 8 > lines && small_after_blank * 12 <= blanks }
}
