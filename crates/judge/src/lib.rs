//! Criteria × facts → results with reasons.

mod calendar;
#[cfg(test)]
mod cases;
pub mod days;
mod exact;
pub mod facts;
mod kernels;
pub mod money;
mod names;
pub mod places;
pub mod population;
pub mod program;
pub mod reasons;
pub mod round;
pub mod texts;
mod verdict;
pub mod whatif;

pub use calendar::{Calendar, YearlyDay};
pub use exact::Amount;
pub use names::Names;
pub use program::Program;
pub use verdict::{Bounds, Verdict};
