//! Bodies to which the implementation part gives tasks.

use phongtrao_document::Document;

use super::Item;

/// All of them in the order of the text.
pub fn take(document: &Document) -> Vec<Item> {
    let _ = document;
    Vec::new()
}
