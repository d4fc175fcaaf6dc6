//! The texts of a document that may hold dates, each with the place where it stands.

use phongtrao_diagnostic::Span;
use phongtrao_document::{Document, Mended, Node, NodeKind};
use phongtrao_value::text::is_alphabetic;

use super::judge::{Place, Scene};
use super::moment::Shape;
use super::tokens::Tokens;
use super::words::CUES;

/// A text of the body or of an annex.
pub(in crate::take) struct Unit<'a> {
    /// Its words without the label of its clause.
    pub(in crate::take) words: Mended,
    /// Where it stands.
    pub(in crate::take) span: Span,
    /// The headings above it, the nearest last.
    pub(in crate::take) headings: Vec<&'a str>,
    /// The cell that it is, as an address names it: `/2,3`.
    pub(in crate::take) cell: Option<String>,
    /// What the row of the cell is about: the words of its first cell that has words.
    pub(in crate::take) row: Option<String>,
    pub(super) place: Place,
}

/// Every text that has a digit or the word for a quarter, in the order of the document.
pub(in crate::take) fn units(document: &Document) -> Vec<Unit<'_>> {
    let place = Place { year: title_year(document, super::scene(document)), ..Place::default() };
    let mut walk = Walk { document, headings: Vec::new(), row: None, row_words: None, units: Vec::new() };
    walk.part(&document.root, place, "");
    walk.units
}

struct Walk<'a> {
    document: &'a Document,
    headings: Vec<&'a str>,
    row: Option<&'a Node>,
    /// What the row is about, once it was asked for.
    row_words: Option<Option<String>>,
    units: Vec<Unit<'a>>,
}

impl<'a> Walk<'a> {
    /// A part with its texts and the parts within. The depth of the tree is bounded by its builder.
    fn part(&mut self, node: &'a Node, place: Place, cell: &str) {
        match node.kind {
            NodeKind::Letterhead | NodeKind::Title | NodeKind::Addressees | NodeKind::Signatures | NodeKind::Recipients => return,
            NodeKind::Table => return self.table(node, place, cell),
            NodeKind::Annex => return self.children(node, Place { timed: false, ..place }, cell),
            NodeKind::Preamble => return self.children(node, Place { preamble: true, ..place }, cell),
            _ => {}
        }
        let place = self.under_heading(node, place);
        let heading = node.clause().and_then(|clause| clause.heading.as_ref());
        self.headings.extend(heading.map(|heading| heading.value.as_str()));
        self.children(node, place, cell);
        if heading.is_some() {
            self.headings.pop();
        }
    }

    fn children(&mut self, node: &'a Node, mut place: Place, cell: &str) {
        let mut tables = 0_u32;
        let mut at = 0;
        while let Some(child) = node.children.get(at) {
            if !child.is_leaf() {
                tables += u32::from(child.kind == NodeKind::Table);
                if child.kind == NodeKind::Table && tables > 1 {
                    self.part(child, place, &format!("{cell}#{tables}"));
                } else {
                    self.part(child, place, cell);
                }
                if child.kind == NodeKind::Paragraph && node.clause().is_some() {
                    place = self.under_label(child, place);
                }
                at += 1;
                continue;
            }
            let run = node.children[at..].iter().take_while(|child| child.is_leaf()).count();
            self.text(&node.children[at..at + run], place, cell);
            at += run;
        }
    }

    /// Leaves that stand side by side are one text.
    fn text(&mut self, leaves: &[Node], place: Place, cell: &str) {
        let promising = leaves.iter().any(|leaf| leaf.kind == NodeKind::Text && promises_date(leaf.span.of(&self.document.text)));
        if !promising {
            return;
        }
        // From its first to its last words: the space behind a label is none of them.
        let own = || leaves.iter().filter(|leaf| leaf.kind == NodeKind::Text);
        let span = own().next().zip(own().next_back()).map(|(first, last)| first.span.to(last.span)).unwrap_or_default();
        let cell = (!cell.is_empty()).then(|| cell.to_owned());
        if self.row_words.is_none() {
            self.row_words = Some(self.row.and_then(|row| self.row_words(row)));
        }
        let row = self.row_words.clone().flatten();
        let unit = Unit { words: self.words(leaves), span, headings: self.headings.clone(), cell, row, place };
        self.units.push(unit);
    }

    /// The words of the first cell of a row that has more than a number or a date.
    fn row_words(&self, row: &Node) -> Option<String> {
        // What a row is about stands in its first cells, behind its number.
        const FIRST: usize = 3;
        // Longer cells are texts of their own, and would be read again for each date of the row.
        const LONGEST: usize = 800;
        let cells = row.children.iter().filter(|cell| cell.kind == NodeKind::Cell && cell.span.len() <= LONGEST).take(FIRST);
        let words = |cell: &Node| self.document.words(cell).as_str().to_owned();
        let named = |words: &String| words.split_whitespace().filter(|word| word.chars().all(is_alphabetic)).count() >= 2;
        cells.map(words).find(named)
    }

    /// The words of leaves without the label of a clause.
    fn words(&self, leaves: &[Node]) -> Mended {
        let children: Vec<Node> = leaves.iter().filter(|leaf| leaf.kind != NodeKind::LabelText).cloned().collect();
        // From its first to its last words: the space behind a label is none of them.
        let own = || leaves.iter().filter(|leaf| leaf.kind == NodeKind::Text);
        let span = own().next().zip(own().next_back()).map(|(first, last)| first.span.to(last.span)).unwrap_or_default();
        self.document.words(&Node { kind: NodeKind::Paragraph, span, children })
    }

    /// What the heading of a clause, or its first words up to a colon, say of all that stands under it.
    fn under_heading(&self, node: &Node, place: Place) -> Place {
        let Some(clause) = node.clause() else { return place };
        match &clause.heading {
            Some(heading) => announced(&heading.value, place),
            None => self.first_words(node).map_or(place, |words| labelled(&words, place)),
        }
    }

    /// A short text that stands before parts of a clause and ends with a colon speaks for the parts.
    fn under_label(&self, paragraph: &Node, place: Place) -> Place {
        if paragraph.span.len() > LONGEST_LABEL { place } else { labelled(self.document.words(paragraph).as_str(), place) }
    }

    fn first_words(&self, node: &Node) -> Option<String> {
        let leaves: Vec<Node> = node.children.iter().take_while(|child| child.is_leaf()).cloned().collect();
        let length: usize = leaves.iter().map(|leaf| leaf.span.len()).sum();
        (!leaves.is_empty() && length <= LONGEST_LABEL).then(|| self.words(&leaves).as_str().to_owned())
    }

    fn table(&mut self, table: &'a Node, place: Place, cell: &str) {
        let mut columns: Vec<bool> = Vec::new();
        let rows = table.children.iter().filter(|row| row.kind == NodeKind::Row);
        let outer = self.row;
        for (row, number) in rows.zip(1_usize..) {
            self.row = Some(row);
            self.row_words = None;
            let cells = row.children.iter().filter(|cell| cell.kind == NodeKind::Cell);
            for (child, column) in cells.zip(0_usize..) {
                let timed = columns.get(column).copied().unwrap_or_default();
                let inner = Place { timed: place.timed || timed, cell: number > 1, ..place };
                self.children(child, inner, &format!("{cell}/{number},{}", column + 1));
                if self.heads_times(child) {
                    columns.resize(columns.len().max(column + 1), false);
                    columns[column] = true;
                }
            }
        }
        self.row = outer;
        self.row_words = None;
    }

    fn heads_times(&self, cell: &Node) -> bool {
        let digits = || cell.span.of(&self.document.text).bytes().any(|byte| byte.is_ascii_digit());
        cell.span.len() <= LONGEST_HEAD && !digits() && speaks_of_times(self.document.words(cell).as_str())
    }
}

/// A label before a colon, in bytes; what is longer is a sentence.
const LONGEST_LABEL: usize = 110;

/// The head of a column, in bytes. A table may have heads further down, where a new part of it begins.
const LONGEST_HEAD: usize = 64;

/// A digit, or the second half of `quý` in small letters.
fn promises_date(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) || memchr::memmem::find(text.as_bytes(), &QUARTER_END).is_some()
}

/// The bytes of the second half. `uý` and `uí` begin with the same letter; the second is too common in other words and is met with digits anyway.
const QUARTER_END: [u8; 3] = [b'u', 0xc3, 0xbd];

fn speaks_of_times(words: &str) -> bool {
    CUES.times.headings.last_in(&words.to_lowercase()).is_some()
}

fn announced(heading: &str, place: Place) -> Place {
    // A longer heading speaks of other things too.
    const MOST_WORDS: usize = 8;
    let timed = heading.split_whitespace().count() <= MOST_WORDS && speaks_of_times(heading);
    Place { timed, year: year_of(heading).or(place.year), ..place }
}

fn labelled(words: &str, place: Place) -> Place {
    if words.trim_end().ends_with(':') && speaks_of_times(words) { Place { timed: true, ..place } } else { place }
}

/// The one year that a heading names.
fn year_of(heading: &str) -> Option<i16> {
    if !heading.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let tokens = Tokens::new(heading);
    let found = super::grammar::expressions(&tokens);
    match found.as_slice() {
        [only] if only.from.is_none() && !matches!(only.to.shape, Shape::School) => only.to.year,
        _ => None,
    }
}

/// The year of the title, where it is that of the document or the next: `… năm 2026`, and not `… đến năm 2030`.
fn title_year(document: &Document, scene: Scene) -> Option<i16> {
    let year = document.frame.title.as_ref().and_then(|title| year_of(&title.value))?;
    scene.year.is_none_or(|of_document| (of_document..=of_document + 1).contains(&year)).then_some(year)
}
