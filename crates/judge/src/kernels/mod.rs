//! Arithmetic over slices: plain loops without branches, which compilers turn into vector instructions.
//!
//! A kernel works on one batch of rows that stays in the nearest caches, reads one or two slices and writes one. Verdicts are bytes
//! (0 not met, 1 unknown, 2 met), so that *all* is the least byte and *any* the greatest. Bounds are two slices, least and most.

mod arithmetic;
mod lane;
mod lookup;
mod table;
mod verdicts;
mod word;

pub(crate) use arithmetic::{add_column, add_times, greatest_of, has_gaps, least_of, least_of_column, unmask};
pub(crate) use lane::Lane;
pub(crate) use lookup::{Cases, bands, look_up};
pub(crate) use table::{KeyColumn, look_up_several};
pub(crate) use verdicts::{
    at_least, complement, count, flags, has_unknown, points, reaches, reaches_in_column, reaches_limit, reaches_limit_in_column,
    run_longest,
};
pub(crate) use word::{Integer, Truncate, Word};
