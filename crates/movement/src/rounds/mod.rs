//! A round out of a plan: what it asks of whom by the packs of its day, as `judge` takes it.

mod asked;
mod chosen;
mod days;
mod input;
mod law;
mod names;
mod proposals;

pub use input::{Wanted, label as criterion_label, round};
pub use law::unknown;
pub use names::of_packs as names;
