//! Judging from outside the crate.

mod agreement;
mod populations;
mod simple;
mod strategies;
