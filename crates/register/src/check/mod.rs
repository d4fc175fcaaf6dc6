//! What rows say against each other: ids, references, periods, posts, trees, ballots.

mod ballots;
mod posts;
mod rows;
mod units;

use std::collections::BTreeSet;

use crate::Register;
use crate::fault::Faults;

/// Checks a register against itself. References into tables that could not be read (`unread`) are not looked at.
pub(crate) fn check(register: &mut Register, unread: &BTreeSet<&'static str>, faults: &mut Faults) {
    rows::check(register, unread, faults);
    if unread.is_empty() {
        let index = crate::Index::new(register);
        units::check(&index, faults);
        posts::check(&index, faults);
        ballots::check(&index, faults);
    }
}
