//! Criteria × facts → results with reasons.

mod kernels;
pub mod population;
pub mod program;
mod verdict;

pub use program::Program;
pub use verdict::{Bounds, Verdict};
