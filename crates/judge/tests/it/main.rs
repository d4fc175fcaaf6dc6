//! Judging from outside the crate.

mod agreement;
mod law;
mod populations;
mod simple;
mod strategies;
