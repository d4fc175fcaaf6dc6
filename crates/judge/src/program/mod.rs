//! The evaluator.

mod number;

pub use number::Number;
