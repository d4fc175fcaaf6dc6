//! Entries: what the packs say, each with its source, its validity and how it was come by.

mod amount;
mod ballot;
mod base;
mod ceiling;
mod certificate;
mod condition;
mod council;
mod deadline;
mod eligibility;
mod head;
mod kind;
mod number;
mod payment;
mod posting;
mod quorum;
mod quota;
mod scale;
mod set;
mod target;
mod transition;
mod vote;
mod way;
mod year;

use phongtrao_diagnostic::Span;
use phongtrao_value::Date;

use crate::criteria::Reference;

pub use amount::Amount;
pub use ballot::{Ballot, LoweredCount, RecusedBase};
pub use base::Base;
pub use ceiling::Ceiling;
pub use certificate::Certificate;
pub use condition::{Condition, Effect};
pub use council::Council;
pub use deadline::{Deadline, DurationUnit};
pub use eligibility::Eligibility;
pub(crate) use head::HEAD_KEYS;
pub use head::{Head, Scope};
pub(crate) use kind::RULE_KEYS;
pub use kind::{AsBody, Body, Kind};
pub use number::Fraction;
pub use payment::{Payment, SamePeriod};
pub use posting::Posting;
pub use quorum::Quorum;
pub use quota::{Quota, Rounding};
pub use scale::{Level, Scale};
pub use set::{After, CriteriaSet, Indicator, Method};
pub use target::Target;
pub use transition::Transition;
pub use vote::{Vote, VoteBase};
pub use way::{Way, WayStep};
pub use year::Year;

/// An entry of a pack: one version of it, where it changed over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What every entry has.
    pub head: Head,
    /// What it is.
    pub kind: Kind,
    /// What it says; none where that is not known.
    pub body: Option<Body>,
    /// The packs that it comes from: its own, and the one that was laid over it.
    pub packs: Vec<String>,
    /// The day when it was last held against its source.
    pub checked: Date,
    /// The source, its own or that of its pack.
    pub source: String,
    /// As it is written, key by key.
    pub(crate) raw: toml::Table,
    /// Where it stands in its file.
    pub(crate) span: Span,
    /// Whether it is an organisation's own, or was changed by it.
    pub(crate) own: bool,
    /// Names that its rules use.
    pub(crate) references: Vec<Reference>,
}

impl Entry {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.head.from.is_none_or(|from| from <= day) && self.head.to.is_none_or(|to| day <= to)
    }

    /// Its keys and values as they are written, keys of inner tables joined by dots, in the order of their names.
    pub fn keys(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        flatten("", &self.raw, &mut found);
        found
    }
}

/// The parser bounds how deep tables may lie, so this recursion is bounded too.
fn flatten(before: &str, table: &toml::Table, found: &mut Vec<(String, String)>) {
    for (key, value) in table {
        let key = if before.is_empty() { key.clone() } else { format!("{before}.{key}") };
        match value {
            toml::Value::Table(inner) => flatten(&key, inner, found),
            toml::Value::String(words) => found.push((key, words.clone())),
            other => found.push((key, other.to_string())),
        }
    }
}
