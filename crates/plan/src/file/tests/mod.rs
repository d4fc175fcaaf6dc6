//! The laws of `plan.toml`: what is written is read back, order changes no meaning, nothing makes the reader fail.

mod fill;
mod findings;
mod laws;
mod walk;
