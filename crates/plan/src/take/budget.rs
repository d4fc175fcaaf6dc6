//! Where the money comes from.

use super::parts::Parts;
use super::statements::{self, Statement};
use super::topics::Topic;
use crate::Budget;

/// The first part about money: its first statement is the source, further ones are lines.
pub(crate) fn take(parts: &Parts, statements: &[Statement<'_>]) -> Option<Budget> {
    let mut about = statements::about(statements, Topic::Budget).filter(|statement| !statement.bare_heading);
    let first = about.next()?;
    let top = outermost(parts, first.part);
    let lines = about.take_while(|statement| statement.part >= top && statement.part < parts.0[top].end);
    Some(Budget {
        origin: first.origin(parts, &[]),
        source: Some(first.text().to_owned()),
        lines: lines.map(|statement| statement.text().to_owned()).collect(),
    })
}

/// The part whose heading names the money.
fn outermost(parts: &Parts, part: usize) -> usize {
    let mut at = part;
    loop {
        let named = parts.0[at].heading.as_ref().is_some_and(|heading| super::topics::of_heading(&heading.lower).has(Topic::Budget));
        match (named, parts.0[at].parent) {
            (false, Some(parent)) => at = parent,
            _ => return at,
        }
    }
}
