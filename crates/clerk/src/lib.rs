//! One round from facts to papers, as one pure function: [`work`] takes plan, packs, facts and a day, and gives what became of whom, with the papers.
//!
//! Facts may be partial: then the outcome says what it waits for, and the papers are those that can be made.

mod books;
mod facts;
#[cfg(test)]
mod given;
mod measured;
mod order;
mod organisation;
pub mod pages;
mod papers;
mod round;
mod signed;
mod standing;
mod targets;
pub mod texts;
mod why;

pub use facts::Facts;
pub use organisation::{Council, Desk, Organisation, UnitOffice};
pub use papers::plan_paper;
pub use round::{Asked, Content, Folder, Item, Outcome, work};
pub use standing::{Case, Standing};
