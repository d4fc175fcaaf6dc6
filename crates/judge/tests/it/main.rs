//! Judging from outside the crate.

mod agreement;
mod law;
mod simple;
mod strategies;
