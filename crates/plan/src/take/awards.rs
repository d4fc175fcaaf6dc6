//! Forms of commendation, titles and prizes that the document offers.

use phongtrao_document::Document;

use super::Item;

/// All of them in the order of the text.
pub fn take(document: &Document) -> Vec<Item> {
    let _ = document;
    Vec::new()
}
