//! `plan.toml`: read, written, put in order, edited without loss of comments or order.
//!
//! [`schema`] describes tables and keys as data; one walk over the model (`fields`) serves the reader and the writer.

mod complete;
mod complete_places;
mod edit;
mod fields;
mod format;
mod pack_names;
mod read;
mod read_entry;
mod reference;
mod references;
mod rule_value;
pub mod schema;
#[cfg(test)]
mod tests;
mod toml_text;
mod write;

pub use complete::{Completed, lay_over, missing};
pub use edit::{EditError, Entry, PlanFile};
pub use format::format;
pub use pack_names::unknown_in_packs;
pub use read::{read, read_with_names};
pub use reference::reference;
pub use rule_value::{node_of, node_of_item, rule_value, value_of};
pub use write::write;
