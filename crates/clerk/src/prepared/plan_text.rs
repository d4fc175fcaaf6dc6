//! The plan of a round as it is judged: a `plan.toml`, or an official text with a completion laid over what was taken from it.

use std::collections::BTreeSet;
use std::path::Path;

use phongtrao_diagnostic::{FileReport, Finding};
use phongtrao_document::read::{self, Foreign};
use phongtrao_plan::file::{self, Completed};
use phongtrao_plan::{SourceFile, take};

use super::Sources;

/// A plan, and where its parts come from.
pub(super) struct PlanText {
    name: String,
    /// `plan.toml`.
    pub(super) text: String,
    laid: Option<(String, String, Completed)>,
    /// Whether it was taken from an official text.
    pub(super) is_taken: bool,
}

impl PlanText {
    pub(super) fn of(sources: &Sources, foreign: &dyn Foreign) -> PlanText {
        let (name, bytes) = &sources.plan;
        let is_taken = read::is_document(name);
        if !is_taken && sources.completion.is_none() {
            return PlanText { name: name.clone(), text: String::from_utf8_lossy(bytes).into_owned(), laid: None, is_taken: false };
        }
        let (plan, clauses) = if is_taken { taken(name, bytes, foreign) } else { (String::from_utf8_lossy(bytes).into_owned(), None) };
        let name = if is_taken { format!("{name} (plan.toml)") } else { name.clone() };
        let Some((file, completion)) = &sources.completion else { return PlanText { name, text: plan, laid: None, is_taken } };
        let completion = String::from_utf8_lossy(completion).into_owned();
        let has_clause = |clause: &str| clauses.as_ref().is_none_or(|clauses| clauses.contains(clause));
        let laid = file::lay_over(&plan, &completion, &has_clause);
        PlanText { name, text: laid.text.clone(), laid: Some((file.clone(), completion, laid)), is_taken }
    }

    /// What was found, each at its place: in the completion where that put it there.
    pub(super) fn reports(self, findings: Vec<Finding>) -> Vec<FileReport> {
        let Some((file, completion, laid)) = self.laid else { return vec![FileReport::new(self.name, self.text, findings)] };
        let (mut own, mut others) = (laid.findings.clone(), Vec::new());
        for mut finding in findings {
            match finding.span.and_then(|span| laid.place(span)) {
                Some(place) => {
                    finding.span = Some(place);
                    // Labels and repairs have places in the plan, not in the completion.
                    finding.labels.clear();
                    finding.fix = None;
                    own.push(finding);
                }
                None => others.push(finding),
            }
        }
        vec![FileReport::new(file, completion, own), FileReport::new(self.name, self.text, others)]
    }

    /// Whether the completion itself cannot be laid over the text.
    pub(super) fn is_faulty(&self) -> bool {
        self.laid.as_ref().is_some_and(|(_, _, laid)| laid.findings.iter().any(super::is_error))
    }
}

/// The plan of an official text, and the addresses that the text has.
fn taken(path: &str, bytes: &[u8], foreign: &dyn Foreign) -> (String, Option<BTreeSet<String>>) {
    let name = Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned());
    let document = read::read(&name, bytes, foreign);
    let mut taken = take::take(&document);
    taken.plan.source = Some(SourceFile::of(&name, bytes));
    let plan = file::write(&taken.plan);
    let mut clauses: BTreeSet<String> = document.clauses().into_iter().map(|(address, _)| address.to_string()).collect();
    // Cells are addresses too; those that the plan was taken from are known.
    let entries = plan.lines().filter_map(|line| line.strip_prefix("clause = ")).map(|address| address.trim_matches('"').to_owned());
    clauses.extend(entries);
    (plan, Some(clauses))
}
