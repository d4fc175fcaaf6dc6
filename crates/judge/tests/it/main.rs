//! Judging from outside the crate.

mod agreement;
mod simple;
mod strategies;
