//! What a lint sees, and where it puts what it finds.

use phongtrao_diagnostic::{Finding, Severity, Text};
use phongtrao_document::Document;
use phongtrao_value::Date;

use crate::Plan;
use crate::take::Taken;

use super::Lint;

/// What a lint sees.
pub struct Context<'a> {
    /// The text that spans point into: the decoded text of the document, or `plan.toml`.
    pub text: &'a str,
    /// The official text, when it is what is checked.
    pub document: Option<&'a Document>,
    /// What was taken from it.
    pub taken: Option<&'a Taken>,
    /// The plan: taken out of the text, or read from `plan.toml`.
    pub plan: &'a Plan,
    /// The packs: the law's names, the register of legal documents, kinds of documents, calendars.
    pub packs: &'a phongtrao_rules::Packs,
}

impl Context<'_> {
    /// The day that the plan is judged at: its date of issue.
    pub fn issued_on(&self) -> Option<Date> {
        self.plan.identity.issued_on
    }
}

/// Where a lint puts what it finds.
pub struct Sink<'a> {
    lint: &'a Lint,
    level: Severity,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Sink<'a> {
    /// A sink for the findings of one lint at the level that holds for it.
    pub fn new(lint: &'a Lint, level: Severity, findings: &'a mut Vec<Finding>) -> Sink<'a> {
        Sink { lint, level, findings }
    }

    /// A finding of this lint, to be given its place and pushed.
    pub fn finding(&self, message: Text) -> Finding {
        Finding::new(self.lint.name, self.level, message)
    }

    /// Keeps a finding.
    pub fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
}
