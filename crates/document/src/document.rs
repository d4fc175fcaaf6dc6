//! The document: its text, its tree, its frame.

use phongtrao_diagnostic::{Finding, Span};

use crate::{Address, Format, Frame, Mended, Node, NodeKind, Places};

/// A document that was read.
#[derive(Debug, Clone)]
pub struct Document {
    /// The format that it was read from.
    pub format: Format,
    /// The decoded text; every span is a range of it.
    pub text: String,
    /// The tree.
    pub root: Node,
    /// The parts around the body.
    pub frame: Frame,
    /// The way back to the file.
    pub places: Places,
    /// What the reader met: an old encoding, a bound that was reached, a damaged part.
    pub findings: Vec<Finding>,
}

impl Document {
    /// The mended words of a node: all of its words in one line, noise left out.
    pub fn words(&self, node: &Node) -> Mended {
        let mut mended = Mended::default();
        add_words(&self.text, node, &mut mended);
        mended
    }

    /// All named and unnamed clauses in the order of the text, each with its address.
    pub fn clauses(&self) -> Vec<(Address, &Node)> {
        let mut found = Vec::new();
        crate::build::address::walk(&self.root, &mut |address, node| found.push((address, node)));
        found
    }

    /// The address of the innermost part that holds the span.
    pub fn address(&self, span: Span) -> Address {
        crate::build::address::of(&self.root, span)
    }
}

fn add_words(text: &str, node: &Node, mended: &mut Mended) {
    match &node.kind {
        NodeKind::Text | NodeKind::LabelText => crate::build::mend::add(node.span.of(text), node.span.start, mended),
        NodeKind::Space => crate::build::mend::space(node.span.start, mended),
        NodeKind::Noise(_) => {}
        _ => node.children.iter().for_each(|child| add_words(text, child, mended)),
    }
}
