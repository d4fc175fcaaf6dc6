//! Lints: one folder each, with its check, its messages, its explanation and its examples.
//!
//! A lint is added with `cargo xtask new-lint NAME`; the list between the marks is written by `cargo xtask tidy --write`.

mod context;
mod lint;

pub use context::{Context, Sink};
pub use lint::{Lint, On};

// <lints> written by `cargo xtask tidy --write`
/// All lints by name.
pub static LINTS: &[&Lint] = &[];
// </lints>
