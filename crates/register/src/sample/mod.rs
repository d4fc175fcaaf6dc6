//! Invented registers, ledgers, records and populations: for tests, examples and measurements. Nothing in them is about anybody.
//!
//! Chance comes from a seed and from whole numbers only: the same settings give the same rows and columns on every machine.

pub mod parquet;
pub mod population;
mod random;
