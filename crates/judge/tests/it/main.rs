//! Judging from outside the crate.

mod agreement;
mod earliest;
mod law;
mod populations;
mod posthumous;
mod simple;
mod strategies;
