//! The parts of a letter, out of a tree and its frame.

use std::collections::BTreeMap;

use phongtrao_diagnostic::Span;
use phongtrao_value::text::is_capitals;

use super::letter::{HeadKind, HeadLine, HeadRow, Part, Row, SignatureBlock, Table, TableCell};
use crate::{Clause, Document, LabelClass, Node, NodeKind, Signature};

/// Longer lines in capitals are no headlines.
const HEADLINE: usize = 60;

pub(super) fn parts(document: &Document) -> Vec<Part> {
    let mut making = Making { document, parts: Vec::new(), place: Place::Body };
    making.children(&document.root);
    making.parts
}

/// Where in the document the walk stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Preamble,
    Body,
}

struct Making<'a> {
    document: &'a Document,
    parts: Vec<Part>,
    place: Place,
}

impl Making<'_> {
    fn children(&mut self, node: &Node) {
        let mut loose = String::new();
        for child in &node.children {
            match child.kind {
                NodeKind::Text | NodeKind::LabelText => join(&mut loose, &self.words(child)),
                NodeKind::Space | NodeKind::Noise(_) => {}
                _ => {
                    self.paragraph(std::mem::take(&mut loose), None);
                    self.node(child);
                }
            }
        }
        self.paragraph(loose, None);
    }

    fn node(&mut self, node: &Node) {
        match &node.kind {
            NodeKind::Letterhead => self.head(node),
            NodeKind::Title => self.title(node),
            NodeKind::Addressees => {
                let lines = self.paragraphs(node);
                self.parts.push(Part::Addressees(lines));
            }
            NodeKind::Preamble => {
                self.place = Place::Preamble;
                self.children(node);
                self.place = Place::Body;
            }
            NodeKind::Clause(clause) => self.clause(node, clause),
            NodeKind::Recipients => self.recipients(node),
            NodeKind::Signatures => self.signatures(node),
            NodeKind::Annex => {
                self.parts.push(Part::NewPage);
                self.children(node);
            }
            NodeKind::Paragraph => self.paragraph(self.words(node), Some(node.span)),
            NodeKind::Table => {
                let table = self.table(node);
                self.parts.push(Part::Table(table));
            }
            _ => self.children(node),
        }
    }

    fn words(&self, node: &Node) -> String {
        self.document.words(node).as_str().trim().to_owned()
    }

    /// The words of each paragraph within, those of tables too.
    fn paragraphs(&self, node: &Node) -> Vec<String> {
        self.placed_paragraphs(node).into_iter().map(|(words, _)| words).collect()
    }

    fn placed_paragraphs(&self, node: &Node) -> Vec<(String, Span)> {
        let mut inner = Vec::new();
        gather(node, &mut inner);
        let placed = inner.into_iter().map(|node| (self.words(node), node.span));
        placed.filter(|(words, _)| !words.is_empty()).collect()
    }

    fn paragraph(&mut self, words: String, span: Option<Span>) {
        if words.is_empty() {
            return;
        }
        let cites = |span: Span| self.document.frame.bases.iter().any(|basis| span.holds(basis.span));
        self.parts.push(match self.place {
            _ if is_capitals(&words) && words.chars().count() <= HEADLINE => Part::Centred(words),
            Place::Preamble if span.is_some_and(cites) && !words.ends_with(':') => Part::Basis(words),
            Place::Preamble | Place::Body => Part::Paragraph(words),
        });
    }

    fn title(&mut self, node: &Node) {
        let lines = self.paragraphs(node);
        if !lines.is_empty() {
            self.parts.push(Part::Title(lines));
        }
    }

    /// The label stands before the first paragraph of its part.
    fn clause(&mut self, node: &Node, clause: &Clause) {
        let mut children = node.children.iter().filter(|child| !matches!(child.kind, NodeKind::Noise(_))).peekable();
        let mut words = String::new();
        // The gap after the label stays as the author had it: `1.Tên` has none.
        while let Some(child) = children.next_if(|child| child.is_leaf()) {
            words.push_str(if child.kind == NodeKind::Space { " " } else { child.span.of(&self.document.text) });
        }
        if let Some(first) = children.next_if(|child| child.kind == NodeKind::Paragraph) {
            let own = self.words(first);
            let is_heading = clause.heading.as_ref().is_some_and(|heading| trimmed(&heading.value) == trimmed(&own));
            let begins = |child: &&Node| !matches!(child.kind, NodeKind::Noise(_));
            if first.children.iter().find(begins).is_some_and(|child| child.kind == NodeKind::Space) {
                words.push(' ');
            }
            words.push_str(&own);
            let centred = matches!(clause.label.class, LabelClass::Part | LabelClass::Chapter | LabelClass::Section);
            self.parts.push(match is_heading {
                true => Part::Heading { level: clause.depth, words, centred },
                false => Part::Paragraph(words),
            });
        } else if !words.trim().is_empty() {
            self.parts.push(Part::Paragraph(words.trim_end().to_owned()));
        }
        children.filter(|child| child.kind != NodeKind::Space).for_each(|child| self.node(child));
    }

    fn table(&self, node: &Node) -> Table {
        let rows = node.children.iter().filter(|row| row.kind == NodeKind::Row);
        let cells = |row: &Node| row.children.iter().filter(|cell| cell.kind == NodeKind::Cell).map(|cell| self.cell(cell)).collect();
        Table { columns: Vec::new(), rows: rows.map(cells).filter(|cells: &Vec<TableCell>| !cells.is_empty()).map(Row::from).collect() }
    }

    fn cell(&self, node: &Node) -> TableCell {
        let mut inner = Making { document: self.document, parts: Vec::new(), place: Place::Body };
        inner.children(node);
        let plain = inner.parts.into_iter().map(|part| match part {
            Part::Centred(words) => Part::Paragraph(words),
            part => part,
        });
        TableCell { parts: plain.collect(), ..TableCell::default() }
    }

    fn end(&mut self) -> (&mut Vec<String>, &mut Vec<SignatureBlock>) {
        if !matches!(self.parts.last(), Some(Part::End { .. })) {
            self.parts.push(Part::End { recipients: Vec::new(), signatures: Vec::new() });
        }
        match self.parts.last_mut() {
            Some(Part::End { recipients, signatures }) => (recipients, signatures),
            // Just pushed.
            _ => unreachable!("the end was pushed above"),
        }
    }

    fn recipients(&mut self, node: &Node) {
        let lines = self.paragraphs(node);
        self.end().0.extend(lines);
    }

    /// The blocks of the frame, when there are several: printed side by side, their lines stand in turns.
    fn signatures(&mut self, node: &Node) {
        let signatures = &self.document.frame.signatures;
        if signatures.len() < 2 {
            self.signature(node);
            return;
        }
        let mut left: Vec<Vec<String>> = signatures.iter().map(pieces).collect();
        let lines = self.paragraphs(node);
        let blocks = self.end().1;
        blocks.resize_with(blocks.len().max(left.len()), SignatureBlock::default);
        let mut last = 0;
        for line in lines {
            let found = left
                .iter()
                .enumerate()
                .find_map(|(block, pieces)| Some((block, pieces.iter().position(|piece| line.ends_with(piece.as_str()))?)));
            if let Some((block, piece)) = found {
                let is_name = left[block].len() == 1;
                left[block].remove(piece);
                last = block;
                if is_name {
                    blocks[block].name = Some(line);
                    continue;
                }
            }
            blocks[last].lines.push(line);
        }
    }

    /// A block ends with its name.
    fn signature(&mut self, node: &Node) {
        let names: Vec<String> =
            self.document.frame.signatures.iter().filter_map(|block| Some(block.name.as_ref()?.value.clone())).collect();
        let lines = self.paragraphs(node);
        let blocks = self.end().1;
        for line in lines {
            let is_name = names.iter().any(|name| line.ends_with(name.as_str()));
            if blocks.last().is_none_or(|block| block.name.is_some()) {
                blocks.push(SignatureBlock::default());
            }
            if let Some(block) = blocks.last_mut() {
                match is_name {
                    true => block.name = Some(line),
                    false => block.lines.push(line),
                }
            }
        }
    }

    fn head(&mut self, node: &Node) {
        let in_columns = node.children.iter().find(|child| child.kind == NodeKind::Table);
        let rows = match in_columns {
            Some(table) => self.head_of_table(table),
            None => self.head_of_frame(node),
        };
        self.parts.push(Part::Head(rows));
        // What stands beside the table of the head.
        for child in node.children.iter().filter(|child| in_columns.is_some() && child.kind == NodeKind::Paragraph) {
            self.paragraph(self.words(child), Some(child.span));
        }
    }

    fn head_of_table(&self, table: &Node) -> Vec<HeadRow> {
        let line = |(words, span): (String, Span)| match self.head_kind(&words, span) {
            // Country and motto in one paragraph of two lines.
            HeadKind::Motto => motto_lines(&words),
            kind => vec![HeadLine { kind, words }],
        };
        let lines = |cell: &Node| self.placed_paragraphs(cell).into_iter().flat_map(line).collect::<Vec<HeadLine>>();
        let on_right =
            |lines: &[HeadLine]| lines.iter().any(|line| matches!(line.kind, HeadKind::Country | HeadKind::Motto | HeadKind::PlaceDate));
        let row = |row: &Node| {
            let mut cells = row.children.iter().filter(|cell| cell.kind == NodeKind::Cell).map(lines);
            let first = cells.next().unwrap_or_default();
            let rest: Vec<HeadLine> = cells.flatten().collect();
            match rest.is_empty() && on_right(&first) {
                true => HeadRow { left: rest, right: first },
                false => HeadRow { left: first, right: rest },
            }
        };
        table.children.iter().filter(|child| child.kind == NodeKind::Row).map(row).collect()
    }

    fn head_kind(&self, words: &str, span: Span) -> HeadKind {
        let frame = &self.document.frame;
        let within = |field: &Option<crate::Field<String>>| field.as_ref().is_some_and(|field| meet(field.span, span));
        match () {
            () if within(&frame.number_line) => HeadKind::Number,
            () if within(&frame.date_line) => HeadKind::PlaceDate,
            () if within(&frame.motto) && is_capitals(words) => HeadKind::Country,
            () if within(&frame.motto) => HeadKind::Motto,
            () if within(&frame.superior) => HeadKind::Superior,
            () if frame.issuers.iter().any(|issuer| meet(issuer.span, span)) => HeadKind::Issuer,
            () => HeadKind::Other,
        }
    }

    /// A head whose columns were flattened is put into columns again by what the frame knows. Of words that the frame does not know, those in
    /// capitals are the body above the issuer, the others stand below the number.
    fn head_of_frame(&self, node: &Node) -> Vec<HeadRow> {
        let frame = &self.document.frame;
        let value = |field: &Option<crate::Field<String>>| field.iter().map(|field| field.value.clone()).collect::<Vec<String>>();
        let line = |kind: HeadKind| move |words: String| HeadLine { kind, words };
        let mut bodies: Vec<HeadLine> = value(&frame.superior).into_iter().map(line(HeadKind::Superior)).collect();
        bodies.extend(frame.issuers.iter().map(|issuer| issuer.value.clone()).map(line(HeadKind::Issuer)));
        let motto = frame.motto.iter().flat_map(|motto| motto_lines(&motto.value)).collect();
        let mut left: Vec<HeadLine> = value(&frame.number_line).into_iter().map(line(HeadKind::Number)).collect();
        let right: Vec<HeadLine> = value(&frame.date_line).into_iter().map(line(HeadKind::PlaceDate)).collect();
        let mut first = HeadRow { left: bodies, right: motto };
        let known = [&first.left, &first.right, &left, &right].into_iter().flatten().map(|line| line.words.as_str());
        let rest = without(&self.words(node), known);
        if is_capitals(&rest) && frame.superior.is_none() {
            first.left.insert(0, HeadLine { kind: HeadKind::Superior, words: rest });
        } else if rest.chars().any(char::is_alphabetic) {
            left.push(HeadLine { kind: HeadKind::Other, words: rest });
        }
        let rows = [first, HeadRow { left, right }];
        rows.into_iter().filter(|row| !row.left.is_empty() || !row.right.is_empty()).collect()
    }
}

fn meet(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}

fn gather<'a>(node: &'a Node, found: &mut Vec<&'a Node>) {
    for child in &node.children {
        match child.kind {
            NodeKind::Text | NodeKind::LabelText | NodeKind::Paragraph => found.push(child),
            NodeKind::Space | NodeKind::Noise(_) => {}
            _ => gather(child, found),
        }
    }
}

fn join(words: &mut String, more: &str) {
    if !words.is_empty() && !more.is_empty() {
        words.push(' ');
    }
    words.push_str(more);
}

/// Words without the signs around them, to compare a heading with its paragraph.
fn trimmed(words: &str) -> &str {
    words.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The country in capitals, and the motto below it.
fn motto_lines(motto: &str) -> Vec<HeadLine> {
    let capitals: Vec<&str> = motto.split(' ').take_while(|word| is_capitals(word)).collect();
    let (country, below) = motto.split_at(capitals.join(" ").len());
    let country = HeadLine { kind: HeadKind::Country, words: country.to_owned() };
    let below = HeadLine { kind: HeadKind::Motto, words: below.trim().to_owned() };
    [country, below].into_iter().filter(|line| !line.words.is_empty()).collect()
}

/// The words that are in none of the known lines, each of which uses a word up.
fn without<'a>(words: &str, known: impl Iterator<Item = &'a str>) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in known.flat_map(str::split_whitespace) {
        *counts.entry(word).or_default() += 1;
    }
    let left = words.split_whitespace().filter(|word| match counts.get_mut(word) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    left.collect::<Vec<&str>>().join(" ")
}

/// The lines of a signature block: body, posts, and the name as the last.
fn pieces(signature: &Signature) -> Vec<String> {
    let posts = signature.post.iter().flat_map(|post| post.split(", ").map(str::to_owned));
    signature.body.iter().cloned().chain(posts).chain(signature.name.iter().map(|name| name.value.clone())).collect()
}
