//! The movement in its course: a round out of its plan, how bodies vote and what comes of it, and in which order awards are put to the vote.

pub mod agenda;
pub mod bonus;
mod law;
pub mod level;
pub mod meetings;
pub mod posting;
pub mod rounds;
pub mod tally;
pub mod texts;
mod voted;

pub use law::Law;
