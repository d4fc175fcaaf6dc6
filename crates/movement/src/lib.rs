//! The movement in its course: how bodies vote and what comes of it, and in which order awards are put to the vote.

pub mod agenda;
pub mod level;
pub mod meetings;
pub mod posting;
pub mod tally;
pub mod texts;
