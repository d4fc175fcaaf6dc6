//! Judging from outside the crate.

mod agreement;
mod earliest;
mod law;
mod populations;
mod simple;
mod strategies;
