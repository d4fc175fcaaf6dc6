//! Tallies: what a body's ballots say of each item, and why.
//!
//! A [`Session`] is a body with the awards and items before it. Its ballots are counted to a [`Sheet`] an item; [`tally`] decides item by item, the
//! awards that others rest on first, with exact fractions and the source of each rule ([`Because`]). What a sheet contradicts or nobody wrote down
//! is *unknown*, never a failure.
//!
//! The rounds of the data folder reach what stands behind [`decide`] through `meetings`: rows have numbers, not names. No round reaches yet what needs more
//! than these: slips read one by one ([`mark`], [`count`], [`Ballot`]), a body of named members ([`Session`], [`Body`], [`tally`]), what can be told before
//! anybody votes ([`foretell`]), and places within a tally ([`AwardRule::places`], so neither [`VoteOutcome::ChairDecides`]): the places of a round are quotas,
//! which `judge` gives. They are for meetings that vote with the program at hand.

mod ballot;
mod because;
mod body;
mod decide;
mod doubt;
mod foretell;
mod item;
mod lowered;
mod order;
mod places;
mod rule;
mod sheet;
mod slips;
mod vote;

pub use ballot::{Ballot, tally};
pub use because::Because;
pub use body::{Attendance, Body, BodyKind, Held, Member, Office, Strength};
pub(crate) use decide::{Case, decide};
pub use doubt::{Doubt, Doubted};
pub use foretell::{Foretold, foretell};
pub use item::{AwardRule, Item, ItemResult, Lower, Ruling, Session, Tally, VoteOutcome};
pub(crate) use order::order;
pub(crate) use rule::limit_words;
pub use rule::{Basis, Counted, Limit, Need, Quorum, Rule, Threshold, Tie};
pub use sheet::Sheet;
pub use slips::{ListForm, ListSlip, Mark, Slip, Validity, count, mark};
