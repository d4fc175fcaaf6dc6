//! Every real document is read: no panic, nothing of the text lost, every character in exactly one leaf.

use std::path::PathBuf;

use phongtrao_diagnostic::Span;
use phongtrao_document::{Document, Node};
use phongtrao_plan::{file, take};
use phongtrao_value::text::squeezed;

use crate::support;

fn documents() -> Vec<PathBuf> {
    let Some(shared) = support::shared() else { return Vec::new() };
    ["corpus", "seeds"].iter().flat_map(|folder| support::files(&shared.join(folder), "txt")).collect()
}

#[test]
fn nothing_of_the_text_is_lost() {
    for path in documents() {
        let document = support::document(&path);
        let written = String::from_utf8(std::fs::read(&path).expect("the file")).expect("UTF-8");
        assert_eq!(visible(&document.text), visible(&phongtrao_value::text::composed(&written)), "{}", path.display());
        assert_eq!(leaves(&document), [Span::new(0, document.text.len())], "{}", path.display());
    }
}

/// All that can be seen: the decoder leaves control characters out, mends letters that only look like `Đ`, and says so.
fn visible(text: &str) -> String {
    let seen = text.replace(|c: char| c.is_control() && !c.is_whitespace(), "").replace('Ð', "Đ").replace('ð', "đ");
    squeezed(&seen)
}

/// The leaves of the tree as runs without gap or overlap: one run is right.
fn leaves(document: &Document) -> Vec<Span> {
    fn collect(node: &Node, runs: &mut Vec<Span>) {
        if node.is_leaf() {
            match runs.last_mut() {
                Some(run) if run.end == node.span.start => run.end = node.span.end,
                _ => runs.push(node.span),
            }
        }
        node.children.iter().for_each(|child| collect(child, runs));
    }
    let mut runs = Vec::new();
    collect(&document.root, &mut runs);
    runs
}

#[test]
fn every_plan_taken_is_read_back_equal() {
    for path in documents() {
        let taken = take::take(&support::document(&path));
        let text = file::write(&taken.plan);
        let (plan, findings) = file::read(&text);
        assert_eq!(findings, [], "{}", path.display());
        assert_eq!(file::write(&plan), text, "{}", path.display());
    }
}
