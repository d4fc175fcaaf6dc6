//! Lines and tables → tree and frame. Linear in the length of the text; the depth of the tree is bounded.

pub mod address;
pub mod mend;

mod annexes;
mod assemble;
mod bases;
mod body;
mod columns;
mod cover;
mod dates;
mod flow;
mod heading;
mod headline;
mod issuer;
mod label;
mod layout;
mod letterhead;
mod nesting;
mod noise;
mod paragraphs;
mod recipients;
mod signatures;
mod tables;
mod tail;
mod title;
mod words;

#[cfg(test)]
mod tests;

pub use cover::check_cover;

use crate::{Document, Source};

/// The document of a source.
pub fn build(source: Source) -> Document {
    let (root, frame) = {
        let flow = flow::Flow::new(&source);
        layout::build(&flow)
    };
    Document { format: source.format, text: source.text, root, frame, places: source.places, findings: source.findings }
}
