//! One round from facts to papers, as one pure function: [`work`] takes plan, packs, facts and a day, hands on the papers as they are made, and gives what became of
//! whom.
//!
//! Facts may be partial: then the outcome says what it waits for, and the papers are those that can be made.

mod books;
mod built_in;
mod citation;
mod counted;
mod facts;
#[cfg(test)]
mod given;
mod hashes;
mod measured;
mod names;
mod namesakes;
mod order;
mod organisation;
pub mod pages;
mod papers;
pub mod prepared;
mod proposed;
mod round;
mod seniority;
mod signed;
mod standing;
mod targets;
pub mod texts;
mod unasked;
mod unknown_ids;
mod why;

pub use built_in::built_in;
pub use facts::Facts;
pub use hashes::{hash_of, hash_of_files};
pub use organisation::{Council, Desk, Organisation, UnitOffice};
pub use papers::{PLAN_FOLDER, plan_paper};
pub use round::{Asked, Content, Entry, FinishedRound, Folder, Handed, Item, Take, work};
pub use standing::{Case, Standing};
