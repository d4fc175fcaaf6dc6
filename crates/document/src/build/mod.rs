//! Lines and tables → tree and frame. Linear in the length of the text; the depth of the tree is bounded.

pub mod address;
pub mod mend;

use crate::{Document, Frame, Node, NodeKind, Source};
use phongtrao_diagnostic::Span;

/// The document of a source.
pub fn build(source: Source) -> Document {
    let whole = Span::new(0, source.text.len());
    let root = Node { kind: NodeKind::Document, span: whole, children: vec![Node::leaf(NodeKind::Text, whole)] };
    Document { format: source.format, text: source.text, root, frame: Frame::default(), places: source.places, findings: source.findings }
}
