//! The language of criteria: what is asked of a subject, as data. Nothing is judged here.
//!
//! A [`Rule`] is a tree of tests over facts. A test is *met*, *not met* or *unknown*; a quantity is a number, or the bounds between which it lies while
//! facts are still missing. The same rule is asked of one person and of tens of millions: its leaves ([`Fact`], the leaves of [`Quantity`]) are columns,
//! everything above them is arithmetic on columns.

mod fact;
mod node;
mod quantity;
mod read;
mod reference;
mod span;
#[cfg(test)]
mod tests;
mod words;
mod write;

use phongtrao_value::Decimal;

pub use fact::{Discipline, Fact, Held, Span};
pub use node::{Entry, Node, Value};
pub use quantity::{Aggregate, Band, Day, Duty, DutyState, How, Members, Part, Quantity, Ratings, Scorer};
pub use read::{Reading, read_quantity, read_rule};
pub use reference::{Naming, Reference, unknown_references};
pub use span::InvalidSpan;
pub use words::kinds;
pub use write::{write_quantity, write_rule};

/// A test with what is needed to explain it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Id within its plan or pack; results and what-if name it.
    pub id: Option<String>,
    /// What people read.
    pub label: Option<String>,
    /// The source of the rule: article of a law, clause of a plan.
    pub source: Option<String>,
    /// Who may read the reason.
    pub audience: Audience,
    /// What is asked.
    pub test: Test,
}

/// Who may read a reason (people and rights).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Audience {
    /// Everybody who may see the result.
    #[default]
    All,
    /// The subject and the desk.
    Subject,
    /// The desk's head and the chair: pending complaints, denunciations, inspections.
    Chair,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// Each of them; of none: met.
    All(Vec<Rule>),
    /// At least one of them.
    Any(Vec<Rule>),
    /// None of them.
    None(Vec<Rule>),
    /// At least so many of them (n of m).
    AtLeast {
        /// n
        least: u32,
        /// m
        of: Vec<Rule>,
    },
    /// A quantity within limits, both of them allowed values. The limits of a share are percentages.
    Amount {
        /// Which.
        of: Quantity,
        /// The least value.
        min: Option<Limit>,
        /// The greatest value.
        max: Option<Limit>,
    },
    /// A fact that holds or not.
    Fact(Fact),
}

/// Stands between the values of a case of a limit by several keys.
const BETWEEN_KEYS: &str = ",";

/// A limit: one number, or one that depends on an attribute of the subject (region, year, category).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// The same for all.
    Fixed(Decimal),
    /// By the values of attributes or columns; values that are not listed take `otherwise`, and without it the test is unknown.
    By {
        /// The attributes or columns, at least one.
        keys: Vec<String>,
        /// A value for each key, and the limit; in the order of the values, because a table's own order says nothing.
        cases: Vec<(Vec<String>, Decimal)>,
        /// For all other values.
        otherwise: Option<Decimal>,
    },
}
