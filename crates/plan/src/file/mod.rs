//! `plan.toml`: read, written, put in order, edited without loss of comments or order.
//!
//! [`schema`] describes tables and keys as data; one walk over the model (`fields`) serves the reader and the writer.

mod edit;
mod fields;
mod format;
mod read;
mod read_entry;
mod reference;
mod references;
pub mod schema;
#[cfg(test)]
mod tests;
mod toml_text;
mod write;

pub use edit::{EditError, Entry, PlanFile};
pub use format::format;
pub use read::{read, read_with_names};
pub use reference::reference;
pub use write::write;
