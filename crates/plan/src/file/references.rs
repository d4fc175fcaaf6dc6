//! Ids that a file gives and ids that it uses.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Finding, Span};
use phongtrao_rules::criteria::{Naming, Reference};
use phongtrao_value::nearest;

use crate::texts;

use super::read::error;

/// An id within its table, and within its way where ids are counted so.
type Defined = (String, Option<String>, String);

/// Ids given and ids used.
#[derive(Default)]
pub(super) struct References {
    defined: BTreeMap<Defined, Span>,
    twice: Vec<(String, Span, Span)>,
    used: Vec<(String, String, Span)>,
    /// Names that criteria use and that others than the plan give.
    pub(super) foreign: Vec<Reference>,
}

impl References {
    /// An entry of `table` has the id.
    pub(super) fn defined(&mut self, table: &str, within: Option<&str>, id: &str, span: Span) {
        let key = (table.to_owned(), within.map(str::to_owned), id.to_owned());
        match self.defined.get(&key) {
            Some(first) => self.twice.push((id.to_owned(), *first, span)),
            None => {
                self.defined.insert(key, span);
            }
        }
    }

    /// Something refers to the entry of `table` that has the id.
    pub(super) fn used(&mut self, table: &str, id: &str, span: Span) {
        self.used.push((table.to_owned(), id.to_owned(), span));
    }

    /// Names of the language of criteria: those of the plan are checked with all others, those of packs and data by whoever knows them.
    pub(super) fn named(&mut self, references: Vec<Reference>) {
        for reference in references {
            match reference.naming {
                Naming::Award => self.used("award", &reference.name, reference.span),
                Naming::Criterion => self.used("criterion", &reference.name, reference.span),
                Naming::Phase => self.used("phase", &reference.name, reference.span),
                _ => self.foreign.push(reference),
            }
        }
    }

    /// What is given twice, and what is used without being given.
    pub(super) fn check(&self, findings: &mut Vec<Finding>) {
        for (id, first, second) in &self.twice {
            let finding = error("plan-duplicate-id", texts::file_duplicate_id(id)).help(texts::file_duplicate_id_help());
            findings.push(finding.at(*second).label(*first, texts::file_first_here()));
        }
        let mut tables: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (table, _, id) in self.defined.keys() {
            tables.entry(table).or_default().insert(id);
        }
        for (table, id, span) in &self.used {
            let known = tables.get(table.as_str());
            if !known.is_some_and(|ids| ids.contains(id.as_str())) {
                let finding = error("plan-unknown-reference", texts::file_unknown_reference(id, table));
                let help = match known.and_then(|ids| nearest(id, ids.iter().copied())) {
                    Some(meant) => texts::file_nearest(meant),
                    None => texts::file_reference_help(table),
                };
                findings.push(finding.help(help).at(*span));
            }
        }
    }
}
