//! A round out of a plan: what it asks of whom by the packs of its day, as `judge` takes it.

mod asked;
mod chosen;
mod days;
mod input;
mod law;
mod names;

pub use input::{Wanted, round};
pub use law::unknown;
pub use names::of_packs as names;
