//! Lints: one folder each, with its check, its messages, its explanation and its examples.
//!
//! A lint is added with `cargo xtask new-lint NAME`; the list between the marks is written by `cargo xtask tidy --write`.

mod context;
#[cfg(test)]
mod examples;
mod lint;
mod run;

pub use context::{Context, Passage, Region, Sink};
pub use lint::{Lint, On};
pub use run::{Levels, check, lint};

// <lints> written by `cargo xtask tidy --write`
mod doubled_word;

/// All lints by name.
pub static LINTS: &[&Lint] = &[&doubled_word::LINT];
// </lints>
