//! What is known of whom and when: units with successors, people, posts, records, ratings, the ledger, results of meetings.
//!
//! As rows ([`Register`]), as columns ([`columns`]), and as the folder that `--data` names ([`Register::read`], `docs/data.md`). [`Index`] finds the rows
//! of a subject, the members of a unit and the units below it.

mod changes;
mod check;
pub mod columns;
pub mod description;
mod fault;
pub mod import;
pub mod index;
pub mod ledger;
mod listed;
mod read;
mod reference;
pub mod rows;
pub mod sample;
pub mod texts;
mod write;

pub use changes::{Changes, changes};
pub use fault::Remark;
pub use index::{Index, Subject, SubjectKind};
pub use listed::Listed;
pub use read::is_whole;
pub use reference::reference;
pub use rows::Register;
