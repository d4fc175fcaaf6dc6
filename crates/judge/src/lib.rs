//! Criteria × facts → results with reasons.

mod verdict;

pub use verdict::{Bounds, Verdict};
