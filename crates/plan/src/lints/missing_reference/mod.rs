//! `missing-reference`: the text refers to a part of itself that isn't there.
//!
//! A reference is a chain of level words with labels, the narrow one first (`khoản 1 mục III`), that the text says to be its own (`của Kế hoạch này`)
//! or that stands alone at the end of a phrase. It is looked up by its labels along the tree, whatever words the author's levels have.

mod chain;

use phongtrao_diagnostic::Severity;
use phongtrao_document::{Document, Node};

use crate::lints::{Context, Lint, On, Region, Sink, form};
use crate::texts;
use chain::Reference;

/// The text refers to a part of itself that isn't there.
pub(super) static LINT: Lint = Lint {
    name: "missing-reference",
    level: Severity::Error,
    on: On::Text,
    explain_vi: include_str!("explain.vi.md"),
    explain_en: include_str!("explain.en.md"),
    bad: include_str!("bad.txt"),
    good: include_str!("good.txt"),
    check,
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    // The part may stand in what was cut off a text without end.
    let Some(document) = context.document.filter(|document| form::is_whole(document)) else { return };
    for passage in context.passages.iter().filter(|passage| passage.region == Region::Body) {
        for reference in chain::references(passage.as_str()) {
            let span = passage.span(reference.range.clone());
            if !found(document, span.start, &reference) {
                let message = texts::missing_reference(&passage.as_str()[reference.range.clone()]);
                sink.push(sink.finding(message).at(span).help(texts::missing_reference_help()));
            }
        }
    }
}

/// Whether a part of the document answers to the labels, the widest first. Parts around the reference may be left unsaid.
fn found(document: &Document, at: usize, reference: &Reference) -> bool {
    let mut labels: Vec<&str> = reference.labels.iter().map(String::as_str).rev().collect();
    if reference.around {
        // "khoản 3 mục này": the wider part is the one that the reference stands in.
        return within(&document.root, at, &mut labels);
    }
    below(&document.root, &labels)
}

/// Looks for the labels below each of the parts around the byte.
fn within(node: &Node, at: usize, labels: &mut Vec<&str>) -> bool {
    let inner = node.children.iter().find(|child| child.span.start <= at && at < child.span.end && !child.is_leaf());
    below(node, labels) || inner.is_some_and(|inner| within(inner, at, labels))
}

/// Whether below the node stands a part with the first label, and below that the rest.
fn below(node: &Node, labels: &[&str]) -> bool {
    let Some((first, rest)) = labels.split_first() else { return true };
    node.children.iter().any(|child| {
        let answers = child.clause().is_some_and(|clause| chain::same(&clause.label.text, first));
        (answers && below(child, rest)) || below(child, labels)
    })
}
