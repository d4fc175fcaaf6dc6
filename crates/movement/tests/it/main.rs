//! Votes from outside the crate.

mod cases;
mod counting;
mod rows;
