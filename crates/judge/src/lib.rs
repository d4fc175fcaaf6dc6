//! Criteria × facts → results with reasons.

#[cfg(test)]
mod cases;
pub mod days;
pub mod money;
mod verdict;
pub mod votes;

pub use verdict::{Bounds, Verdict};
