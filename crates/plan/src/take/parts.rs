//! The tree laid flat for reading: each clause with its heading and the paragraphs that are its own, mended once for all who take from it.

use std::ops::Range;

use phongtrao_diagnostic::Span;
use phongtrao_document::build::mend;
use phongtrao_document::{Address, Document, LabelClass, Mended, Node, NodeKind};
use phongtrao_value::text::is_alphanumeric;

use super::Item;
use super::phrase::lowered;

/// A clause, or a part that holds clauses, with the words that are its own.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// What it is.
    pub(crate) kind: PartKind,
    /// Its address; of a part that is no clause the empty one.
    pub(crate) address: Address,
    /// Its heading, when it has one.
    pub(crate) heading: Option<Words>,
    /// Its paragraphs, without label and heading, in the order of the text.
    pub(crate) paragraphs: Vec<Words>,
    /// The part that it stands in.
    pub(crate) parent: Option<usize>,
    /// The index after its last descendant.
    pub(crate) end: usize,
    /// Where it begins in the text.
    pub(crate) start: usize,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartKind {
    /// The body of the document or of an annex, an annex, or the document itself.
    Frame,
    /// All before the first labelled part.
    Preamble,
    /// A clause with a label of this class.
    Clause(LabelClass),
}

/// A paragraph or a heading.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    /// Its mended words.
    pub(crate) mended: Mended,
    /// The same in small letters, of the same length.
    pub(crate) lower: String,
    /// Whether it stands in a table.
    pub(crate) in_table: bool,
}

impl Words {
    fn new(mended: Mended, in_table: bool) -> Words {
        let lower = lowered(mended.as_str());
        Words { mended, lower, in_table }
    }

    /// Words at the beginning of a text.
    #[cfg(test)]
    pub(super) fn of(text: &str) -> Words {
        let mut mended = Mended::default();
        mend::add(text, 0, &mut mended);
        Words::new(mended, false)
    }

    /// The words.
    pub(crate) fn text(&self) -> &str {
        self.mended.as_str()
    }

    /// Where a range of the words stands in the text.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        self.mended.span(range)
    }
}

/// All parts in the order of the text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parts(pub(crate) Vec<Part>);

impl Parts {
    /// The parts of a document: its body and its annexes, without letterhead, title, signatures and recipients.
    #[cfg(test)]
    pub(crate) fn new(document: &Document) -> Parts {
        Parts::of_clauses(document, &super::deadlines::clauses(document))
    }

    /// The same, with the clauses of the document in the order of the text.
    pub(in crate::take) fn of_clauses(document: &Document, clauses: &[(Address, Span)]) -> Parts {
        let mut addresses = clauses.iter().peekable();
        let mut next = |node: &Node| match addresses.next_if(|(_, span)| *span == node.span) {
            Some((address, _)) => address.clone(),
            None => Address::default(),
        };
        let mut flat = Flat { document, parts: Vec::new(), next: &mut next };
        flat.part(&document.root, PartKind::Frame, None);
        Parts(super::sections::between(flat.parts))
    }

    /// The parts directly below.
    pub(crate) fn children(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.0[index].end;
        let mut at = index + 1;
        std::iter::from_fn(move || {
            let child = (at < end).then_some(at)?;
            at = self.0[child].end;
            Some(child)
        })
    }

    /// An item of the words at a range of a paragraph or heading of a part.
    pub(crate) fn item(&self, index: usize, words: &Words, range: Range<usize>) -> Item {
        Item {
            words: words.text().get(range.clone()).unwrap_or_default().to_owned(),
            span: words.span(range),
            clause: self.0[index].address.clone(),
        }
    }
}

impl Part {
    /// A part that is no clause, with nothing in it yet.
    pub(super) fn frame() -> Part {
        let address = Address::default();
        Part { kind: PartKind::Frame, address, heading: None, paragraphs: Vec::new(), parent: None, end: 0, start: 0 }
    }

    /// The first of its paragraphs outside of tables.
    pub(crate) fn opening(&self) -> Option<&Words> {
        self.paragraphs.iter().find(|words| !words.in_table)
    }
}

/// The walk over the tree. The tree's depth is bounded by its builder, and so is this recursion.
struct Flat<'a, 'b> {
    document: &'a Document,
    parts: Vec<Part>,
    next: &'b mut dyn FnMut(&Node) -> Address,
}

/// What is being gathered for one part.
struct Gathering {
    index: usize,
    heading: Option<Span>,
    title: Mended,
    current: Mended,
    in_table: bool,
}

impl Flat<'_, '_> {
    fn part(&mut self, node: &Node, kind: PartKind, parent: Option<usize>) {
        let index = self.parts.len();
        let address = if matches!(kind, PartKind::Clause(_)) { (self.next)(node) } else { Address::default() };
        self.parts.push(Part { kind, address, heading: None, paragraphs: Vec::new(), parent, end: 0, start: node.span.start });
        let heading = node.clause().and_then(|clause| clause.heading.as_ref()).map(|heading| heading.span);
        let mut gathering = Gathering { index, heading, title: Mended::default(), current: Mended::default(), in_table: false };
        self.children(node, &mut gathering);
        self.close(&mut gathering);
        if !gathering.title.as_str().trim().is_empty() {
            self.parts[index].heading = Some(Words::new(gathering.title, false));
        }
        self.parts[index].end = self.parts.len();
    }

    fn children(&mut self, node: &Node, gathering: &mut Gathering) {
        for child in &node.children {
            self.child(child, gathering);
        }
    }

    fn child(&mut self, node: &Node, gathering: &mut Gathering) {
        match &node.kind {
            NodeKind::Text => self.add(node.span, gathering),
            NodeKind::Space => {
                mend::space(node.span.start, &mut gathering.title);
                mend::space(node.span.start, &mut gathering.current);
            }
            NodeKind::LabelText | NodeKind::Noise(_) => {}
            NodeKind::Letterhead | NodeKind::Title | NodeKind::Addressees | NodeKind::Signatures | NodeKind::Recipients => {}
            NodeKind::Clause(clause) => {
                self.close(gathering);
                self.part(node, PartKind::Clause(clause.label.class), Some(gathering.index));
            }
            NodeKind::Preamble => self.enclosed(node, PartKind::Preamble, gathering),
            NodeKind::Body | NodeKind::Annex | NodeKind::Document => self.enclosed(node, PartKind::Frame, gathering),
            NodeKind::Table => {
                let outer = std::mem::replace(&mut gathering.in_table, true);
                self.separate(node, gathering);
                gathering.in_table = outer;
            }
            NodeKind::Paragraph | NodeKind::Row | NodeKind::Cell => self.separate(node, gathering),
        }
    }

    /// A part of its own that is no clause.
    fn enclosed(&mut self, node: &Node, kind: PartKind, gathering: &mut Gathering) {
        self.close(gathering);
        self.part(node, kind, Some(gathering.index));
    }

    /// Words that do not run on into what stands before and after.
    fn separate(&mut self, node: &Node, gathering: &mut Gathering) {
        self.close(gathering);
        self.children(node, gathering);
        self.close(gathering);
    }

    /// Ends the paragraph.
    fn close(&mut self, gathering: &mut Gathering) {
        let mended = std::mem::take(&mut gathering.current);
        if mended.as_str().chars().any(is_alphanumeric) {
            self.parts[gathering.index].paragraphs.push(Words::new(mended, gathering.in_table));
        }
    }

    /// Adds the words of a leaf: those under the heading to the title, the others to the paragraph.
    fn add(&self, span: Span, gathering: &mut Gathering) {
        let heading = gathering.heading.unwrap_or_default();
        let from = heading.start.clamp(span.start, span.end);
        let to = heading.end.clamp(from, span.end);
        self.piece(span.start..from, &mut gathering.current);
        self.piece(from..to, &mut gathering.title);
        self.piece(to..span.end, &mut gathering.current);
    }

    fn piece(&self, range: Range<usize>, mended: &mut Mended) {
        let words = self.document.text.get(range.clone()).unwrap_or_default();
        if !words.is_empty() {
            mend::add(words, range.start, mended);
        }
    }
}
