//! Taking a plan out of a document: one file for each thing that is taken.

use phongtrao_diagnostic::{Finding, Span};
use phongtrao_document::{Address, Document};
use phongtrao_value::When;

use self::parts::Parts;
use crate::Plan;

mod awards;
mod bases;
mod budget;
pub mod calendar;
mod criteria;
pub mod deadlines;
mod deferred;
mod dossier;
mod identity;
mod ids;
mod offers;
mod parts;
pub(crate) mod phrase;
mod plan;
mod purposes;
mod recipients;
mod reports;
mod sections;
mod sentences;
mod signatories;
mod statements;
mod subjects;
mod targets;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod topics;
mod units;
mod years;

pub use awards::AwardOffer;
pub use dossier::DossierList;
pub use units::{TaskWords, UnitTasks};

/// A plan taken out of a document, with the flat facts that `read --json` prints.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The plan that runs.
    pub plan: Plan,
    /// Every date by which somebody must do something, or at which something is held, in the order of the text.
    pub deadlines: Vec<Deadline>,
    /// Days that no calendar has: `30/02/2026`.
    pub impossible: Vec<Item>,
    /// Days with a day of the week printed beside them that is another: the day as printed, and the words.
    pub wrong_weekdays: Vec<(When, Item)>,
    /// The bodies to which the implementation part gives tasks, in order, each once.
    pub units: Vec<UnitTasks>,
    /// Each form of commendation, title or prize, once.
    pub awards: Vec<AwardOffer>,
    /// The application or commendation files that are asked for, each with its papers.
    pub dossiers: Vec<DossierList>,
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
    let clauses = deadlines::clauses(document);
    let parts = Parts::of_clauses(document, &clauses);
    let texts = deadlines::walk::units(document);
    let deadlines::Dates { deadlines, impossible, wrong_weekdays } = deadlines::of_units(document, &texts, &clauses);
    let units = units::take(&parts, document.frame.kind.as_ref().map_or("", |kind| kind.value.as_str()));
    let awards = awards::take(document, &parts);
    let dossiers = dossier::take(&parts);
    let bodies: Vec<(&Address, &str)> = units.iter().map(|unit| (&unit.item.clause, unit.item.words.as_str())).collect();
    let calendar = calendar::of_units(document, &texts, &clauses, &deadlines);
    let mut plan = plan::take(document, &parts, calendar, &deadlines, &bodies);
    offers::add(&mut plan, &parts, &awards, &dossiers, &units, &deadlines);
    Taken { plan, deadlines, impossible, wrong_weekdays, units, awards, dossiers, findings: Vec::new() }
}
