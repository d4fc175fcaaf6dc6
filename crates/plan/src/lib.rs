//! The plan: its model, `plan.toml`, taking a plan out of a document, and the lints.
//!
//! [`take`] reads a plan out of a [`Document`](phongtrao_document::Document); [`file`] reads and writes `plan.toml`; [`lints`] point at faults of
//! either; [`reading`] is the flat view that `read --json` prints.

pub mod file;
pub mod lints;
mod model;
pub mod reading;
mod source_file;
pub mod take;
pub mod texts;

pub use model::*;
