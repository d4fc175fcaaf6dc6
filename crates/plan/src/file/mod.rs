//! `plan.toml`: read, written, put in order, edited without loss of comments or order.
//!
//! [`schema`] describes tables and keys as data; one walk over the model (`fields`) serves the reader and the writer.

mod fields;
mod nearest;
mod read;
mod read_entry;
mod references;
pub mod schema;
mod toml_text;
mod write;

pub use read::read;
pub use write::write;
