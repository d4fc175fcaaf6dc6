//! Votes from outside the crate.

mod cases;
mod counting;
mod limits;
mod rows;
mod same_round;
mod voted;
