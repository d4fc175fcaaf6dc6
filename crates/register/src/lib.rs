//! What is known of whom and when: units with successors, people, posts, records, ratings, the ledger, results of meetings.
//!
//! As rows ([`Register`]), as columns ([`columns`]), and as the folder that `--data` names (`docs/data.md`).

pub mod columns;
pub mod rows;
pub mod sample;

pub use rows::Register;
