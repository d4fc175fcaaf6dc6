//! Criteria × facts → results with reasons.

mod calendar;
mod exact;
pub mod facts;
pub mod program;
pub mod reasons;
pub mod texts;
mod verdict;

pub use calendar::{Calendar, YearlyDay};
pub use exact::Amount;
pub use verdict::{Bounds, Verdict};
