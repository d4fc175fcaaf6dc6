//! Dates by which somebody must do something.

use phongtrao_document::Document;

use super::Deadline;

mod grammar;
mod moment;
mod moments;
mod tokens;
mod words;

/// All of them in the order of the text.
pub fn take(document: &Document) -> Vec<Deadline> {
    let _ = document;
    Vec::new()
}
