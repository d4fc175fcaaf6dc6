//! The text of a page → decoded text: converted out of old encodings, cleaned, with every span moved along.

use phongtrao_diagnostic::{Finding, Span};

use crate::decode::legacy::{self, Encoding};
use crate::decode::{self, Cleaned, Kind};
use crate::{Block, Places};

/// A page as its markup says, before its characters are looked at.
pub(super) struct Page {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) old_fonts: Vec<(Span, Encoding)>,
    pub(super) places: Places,
    pub(super) kind: Kind,
    pub(super) damaged: usize,
}

/// What becomes of a page.
pub(super) struct Finished {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) places: Places,
    pub(super) findings: Vec<Finding>,
}

/// Converts and cleans the text of a page.
pub(super) fn finish(page: Page) -> Finished {
    let scan = decode::scan(&page.text);
    let encoding = decode::encoding_of(&page.text, page.kind, scan);
    let old_fonts = if encoding.is_some() { Vec::new() } else { believed(&page) };
    let font_encoding = old_fonts.first().map(|(_, encoding)| *encoding);
    let mut moved = Moved::default();
    let mut cleaned = Cleaned::default();
    if encoding.is_none() && old_fonts.is_empty() && scan.clean {
        let findings = decode::findings(&page.text, page.kind, None, page.damaged, cleaned);
        return Finished { text: page.text, blocks: page.blocks, places: page.places, findings };
    }
    let mut fonts = old_fonts.into_iter().peekable();
    let mut start = 0;
    // Every span begins and ends where a line or a cell does, so that each piece between can change its length by itself.
    for piece in page.text.split_inclusive(['\n', '\t']) {
        let words = piece.trim_end_matches(['\n', '\t']);
        let span = Span::new(start, start + words.len());
        let converted = match encoding {
            Some(encoding) => encoding.decode(words),
            None => in_fonts(&page.text, span, &mut fonts),
        };
        let (clean, found) = decode::clean(&converted);
        cleaned.controls += found.controls;
        cleaned.look_alikes += found.look_alikes;
        moved.add(span, &clean, &piece[words.len()..]);
        start += piece.len();
    }
    let mut blocks = page.blocks;
    moved.blocks(&mut blocks);
    let places = page.places.moved(|at| moved.start(at));
    let findings = decode::findings(&moved.text, page.kind, encoding.or(font_encoding), page.damaged, cleaned);
    Finished { text: moved.text, blocks, places, findings }
}

/// The ranges in fonts of old encodings, of those encodings whose ranges really hold them.
fn believed(page: &Page) -> Vec<(Span, Encoding)> {
    let mut ranges = page.old_fonts.clone();
    for encoding in [Encoding::Tcvn3, Encoding::Tcvn3Capitals, Encoding::Vni] {
        let texts = page.old_fonts.iter().filter(|(_, of)| *of == encoding).map(|(span, _)| span.of(&page.text));
        if !legacy::holds(encoding, texts) {
            ranges.retain(|(_, of)| *of != encoding);
        }
    }
    ranges
}

/// The words of a span, those in old fonts converted.
fn in_fonts(text: &str, span: Span, fonts: &mut std::iter::Peekable<std::vec::IntoIter<(Span, Encoding)>>) -> String {
    let mut out = String::with_capacity(span.len());
    let mut at = span.start;
    while let Some((font, encoding)) = fonts.peek().copied().filter(|(font, _)| font.start < span.end) {
        let here = Span::new(font.start.max(at), font.end.clamp(at, span.end).max(font.start.max(at)));
        out.push_str(Span::new(at, here.start).of(text));
        out.push_str(&encoding.decode(here.of(text)));
        at = here.end;
        if font.end > span.end {
            break;
        }
        fonts.next();
    }
    out.push_str(Span::new(at, span.end).of(text));
    out
}

/// A text that is written anew, and where its pieces went.
#[derive(Default)]
struct Moved {
    text: String,
    /// For each piece: where it stood, and where it stands.
    pieces: Vec<(Span, Span)>,
}

impl Moved {
    fn add(&mut self, from: Span, words: &str, end: &str) {
        let start = self.text.len();
        self.text.push_str(words);
        self.pieces.push((from, Span::new(start, self.text.len())));
        self.text.push_str(end);
    }

    /// Where the piece that began here begins now.
    fn start(&self, at: usize) -> usize {
        let after = self.pieces.partition_point(|(from, _)| from.start <= at);
        match self.pieces[..after].last() {
            // The end of a text behind its last line end begins no piece.
            Some((from, to)) if at > from.end => to.end + (at - from.end),
            Some((_, to)) => to.start,
            None => 0,
        }
    }

    /// Where the piece that ended here ends now.
    fn end(&self, at: usize) -> usize {
        let before = self.pieces.partition_point(|(from, _)| from.end < at);
        match self.pieces.get(before) {
            Some((from, to)) if from.end == at => to.end,
            _ => self.start(at),
        }
    }

    fn span(&self, span: Span) -> Span {
        let start = self.start(span.start);
        Span::new(start, if span.is_empty() { start } else { self.end(span.end).max(start) })
    }

    fn blocks(&self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Line(line) => line.span = self.span(line.span),
                Block::Table(table) => {
                    table.span = self.span(table.span);
                    for row in &mut table.rows {
                        row.span = self.span(row.span);
                        for cell in &mut row.cells {
                            cell.span = self.span(cell.span);
                            // Tables nest only so deep as the reader let them.
                            self.blocks(&mut cell.blocks);
                        }
                    }
                }
            }
        }
    }
}
