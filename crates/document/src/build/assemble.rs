//! The tree from the top down: nodes are opened and closed in the order of the text, and every byte goes into one leaf.

use phongtrao_diagnostic::Span;

use crate::{Node, NodeKind, Noise};

/// The tree so far.
pub(super) struct Assembler<'a> {
    text: &'a str,
    noise: &'a [(Span, Noise)],
    /// How many ranges of noise were passed.
    passed: usize,
    /// All before this byte is in a leaf.
    cursor: usize,
    /// The nodes that are open, the outermost first.
    open: Vec<Node>,
}

/// How deep the tree may be. What would lie deeper stays at this depth.
pub(super) const DEPTH: usize = 96;

impl<'a> Assembler<'a> {
    pub(super) fn new(text: &'a str, noise: &'a [(Span, Noise)]) -> Assembler<'a> {
        let root = Node { kind: NodeKind::Document, span: Span::new(0, text.len()), children: Vec::new() };
        Assembler { text, noise, passed: 0, cursor: 0, open: vec![root] }
    }

    /// How many nodes are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Opens a node at the byte `at`.
    pub(super) fn open(&mut self, kind: NodeKind, at: usize) {
        self.fill(at);
        let start = self.cursor.max(at);
        self.open.push(Node { kind, span: Span::new(start, start), children: Vec::new() });
    }

    /// Closes the innermost node; the root stays open.
    pub(super) fn close(&mut self) {
        if self.open.len() < 2 {
            return;
        }
        let Some(mut node) = self.open.pop() else { return };
        node.span.end = node.children.last().map_or(node.span.start, |last| last.span.end);
        if let Some(parent) = self.open.last_mut()
            && (!node.children.is_empty() || node.kind == NodeKind::Cell)
        {
            parent.children.push(node);
        }
    }

    /// Words of the document; noise and white space within become leaves of their own.
    pub(super) fn words(&mut self, kind: &NodeKind, span: Span) {
        self.fill(span.start);
        self.cover(kind, span.end);
    }

    /// A paragraph with the words of the span.
    pub(super) fn paragraph(&mut self, span: Span) {
        if span.end <= self.cursor {
            return;
        }
        self.open(NodeKind::Paragraph, span.start);
        self.words(&NodeKind::Text, span);
        self.close();
    }

    /// The finished tree.
    pub(super) fn finish(mut self) -> Node {
        while self.open.len() > 1 {
            self.close();
        }
        self.fill(self.text.len());
        let root = self.open.pop();
        root.unwrap_or(Node { kind: NodeKind::Document, span: Span::new(0, self.text.len()), children: Vec::new() })
    }

    /// Covers what lies before the byte `to`: white space and noise, and words that nobody took.
    fn fill(&mut self, to: usize) {
        self.cover(&NodeKind::Text, to);
    }

    fn cover(&mut self, kind: &NodeKind, to: usize) {
        while self.cursor < to {
            while self.noise.get(self.passed).is_some_and(|(span, _)| span.end <= self.cursor) {
                self.passed += 1;
            }
            match self.noise.get(self.passed) {
                Some(&(span, noise)) if span.start <= self.cursor => {
                    // Noise is never cut in two: a part that ends within takes all of it.
                    self.leaf(NodeKind::Noise(noise), span.end);
                    self.passed += 1;
                }
                Some((span, _)) if span.start < to => self.plain(kind, span.start),
                _ => self.plain(kind, to),
            }
        }
    }

    /// Covers a stretch without noise: lines of words, with white space around them.
    fn plain(&mut self, kind: &NodeKind, to: usize) {
        while self.cursor < to {
            let Some(rest) = self.text.get(self.cursor..to) else {
                // Never met while spans keep to character borders; the bytes are covered all the same.
                self.leaf(kind.clone(), to);
                return;
            };
            let words = rest.trim_start();
            if words.len() < rest.len() {
                self.leaf(NodeKind::Space, to - words.len());
                continue;
            }
            let line = &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
            self.leaf(kind.clone(), self.cursor + line.trim_end().len());
        }
    }

    fn leaf(&mut self, kind: NodeKind, end: usize) {
        let span = Span::new(self.cursor, end.max(self.cursor));
        if let Some(top) = self.open.last_mut() {
            top.children.push(Node::leaf(kind, span));
        }
        self.cursor = span.end;
    }
}
