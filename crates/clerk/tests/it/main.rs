//! Rounds worked through without files and without layout: which papers there are, and what they say.

mod council;
mod sample;
mod units;
mod whole;
