//! Addresses of clauses.

use phongtrao_diagnostic::Span;

use crate::{Address, Node};

/// Calls `visit` for every clause in the order of the text.
pub fn walk<'a>(root: &'a Node, visit: &mut dyn FnMut(Address, &'a Node)) {
    let _ = (root, visit);
}

/// The address of the innermost clause that holds the span; the empty address for what lies outside of all.
pub fn of(root: &Node, span: Span) -> Address {
    let _ = (root, span);
    Address::default()
}
