//! Votes from outside the crate.

mod cases;
mod counting;
mod limits;
mod rows;
mod voted;
