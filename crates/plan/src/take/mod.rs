//! Taking a plan out of a document: one file for each thing that is taken.

use phongtrao_diagnostic::{Finding, Span};
use phongtrao_document::{Address, Document};
use phongtrao_value::When;

use crate::Plan;

pub mod awards;
pub mod calendar;
pub mod deadlines;
pub mod dossier;
pub mod units;

/// A plan taken out of a document, with the flat facts that `read --json` prints.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The plan that runs.
    pub plan: Plan,
    /// Every date by which somebody must do something, or at which something is held, in the order of the text.
    pub deadlines: Vec<Deadline>,
    /// The bodies to which the implementation part gives tasks, in order, each once.
    pub units: Vec<Item>,
    /// Each form of commendation, title or prize, once.
    pub awards: Vec<Item>,
    /// Each paper of an application or commendation file.
    pub dossier: Vec<Item>,
    /// What a plan needs and the text lacks; dates that are none.
    pub findings: Vec<Finding>,
}

/// A date and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The date, as exactly as the text says it; of a period its end.
    pub when: When,
    /// The beginning, when the words are `từ … đến …`.
    pub from: Option<When>,
    /// The words of the text, mended.
    pub quote: String,
    /// Where they stand.
    pub span: Span,
    /// The innermost clause.
    pub clause: Address,
}

/// Words taken out of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The words, mended.
    pub words: String,
    /// Where they stand.
    pub span: Span,
    /// The innermost clause.
    pub clause: Address,
}

/// The plan of a document.
pub fn take(document: &Document) -> Taken {
    Taken {
        plan: Plan::default(),
        deadlines: deadlines::take(document),
        units: units::take(document),
        awards: awards::take(document),
        dossier: dossier::take(document),
        findings: Vec::new(),
    }
}
