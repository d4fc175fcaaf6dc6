//! What must hold of every reading.

use phongtrao_diagnostic::Span;
use phongtrao_document::read::{NoParsers, read};
use phongtrao_document::{Document, Node};
use phongtrao_plan::lints::{self, Context, Levels};
use phongtrao_plan::{file, take};
use phongtrao_rules::Packs;

/// Reads, takes, checks, writes: the leaves cover the text, and the plan that is written is read back without a finding.
pub fn check(name: &str, bytes: &[u8]) {
    check_document(&read(name, bytes, &NoParsers));
}

/// The same of a document that was read.
pub fn check_document(document: &Document) {
    covered(document);
    let taken = take::take(document);
    lints::check(&Context::of_document(document, &taken, Packs::embedded()), &Levels::new());
    let (_, findings) = file::read(&file::write(&taken.plan));
    assert!(findings.is_empty(), "{findings:?}");
}

fn covered(document: &Document) {
    fn walk(node: &Node, next: &mut usize) {
        if node.is_leaf() {
            assert_eq!(node.span.start, *next, "a gap or an overlap");
            *next = node.span.end;
        }
        node.children.iter().for_each(|child| walk(child, next));
    }
    let mut next = 0;
    walk(&document.root, &mut next);
    assert_eq!(Span::new(0, next), Span::new(0, document.text.len()));
}
