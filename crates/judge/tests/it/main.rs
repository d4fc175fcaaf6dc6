//! Judging from outside the crate.

mod agreement;
mod earliest;
mod law;
mod populations;
mod posthumous;
mod registers;
mod simple;
mod strategies;
