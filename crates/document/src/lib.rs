//! Official documents: bytes → tree with positions, tree → DOCX. Reading never fails: what can't be read is a finding, what fits nowhere
//! stays as paragraphs.
//!
//! The way: [`decode`] turns bytes into text, a reader in [`read`] cuts the text into a [`Source`] of lines and tables, and [`build`] makes the
//! [`Document`] of it: one lossless tree whose leaves cover the decoded text without gap or overlap, and the [`Frame`], the typed view of
//! what Decree 30/2020 puts around the body.

pub mod build;
pub mod decode;
mod document;
mod frame;
mod mended;
pub mod read;
mod source;
pub mod texts;
mod tree;
pub mod write;

pub use document::Document;
pub use frame::{Capacity, Field, Frame, LegalBasis, Recipient, Signature};
pub use mended::Mended;
pub use source::{Block, Format, Line, Look, Place, Places, Row, Source, TableBlock, TableCell};
pub use tree::{Address, Clause, Label, LabelClass, Node, NodeKind, Noise};
