//! What a lint sees, and where it puts what it finds.

use std::ops::Range;

use phongtrao_diagnostic::{Finding, Severity, Span, Text};
use phongtrao_document::{Document, Mended, Node, NodeKind};
use phongtrao_rules::{LegalDocument, Packs};
use phongtrao_value::Date;
use phongtrao_value::text::folded;

use crate::take::Taken;
use crate::{Basis, Plan};

use super::Lint;

/// Folded words of the national motto.
const STATE_MOTTO: &str = "cong hoa xa hoi";

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
    pub packs: &'a Packs,
    /// The paragraphs of the official text in order, those in cells too; none for a `plan.toml`.
    pub passages: Vec<Passage>,
}

/// A paragraph of the official text, its words mended.
pub struct Passage {
    /// The part of the document that it stands in.
    pub region: Region,
    /// Its words in one line, each with its way back.
    pub words: Mended,
    /// Whether it stands in a table.
    pub in_table: bool,
}

/// The parts of a document that lints tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Region {
    /// Letterhead, with number, place and date.
    Letterhead,
    /// Kind and subject line, addressees.
    Title,
    /// Preamble.
    Preamble,
    /// Body.
    Body,
    /// Signature blocks.
    Signatures,
    /// `Nơi nhận`.
    Recipients,
    /// Annexes and forms.
    Annex,
}

impl Passage {
    /// The words.
    pub fn as_str(&self) -> &str {
        self.words.as_str()
    }

    /// Where a range of the words stands in the decoded text.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.words.span(range)
    }
}

impl<'a> Context<'a> {
    /// What lints see of an official text and the plan taken out of it.
    pub fn of_document(document: &'a Document, taken: &'a Taken, packs: &'a Packs) -> Context<'a> {
        let mut passages = Vec::new();
        collect(document, &document.root, Region::Body, false, &mut passages);
        Context { text: &document.text, document: Some(document), taken: Some(taken), plan: &taken.plan, packs, passages }
    }

    /// What lints see of a `plan.toml`.
    pub fn of_file(text: &'a str, plan: &'a Plan, packs: &'a Packs) -> Context<'a> {
        Context { text, document: None, taken: None, plan, packs, passages: Vec::new() }
    }

    /// The day that the plan is judged at: its date of issue.
    pub fn issued_on(&self) -> Option<Date> {
        self.plan.identity.issued_on
    }

    /// The text, when it is an official one: an article and the rules of a contest have no form that a decree sets.
    pub fn official_text(&self) -> Option<&Document> {
        let free = |kind: &str| matches!(kind, "" | "TIN" | "TL");
        self.document.filter(|document| document.frame.kind.as_ref().is_some_and(|kind| !free(&kind.value)))
    }

    /// Whether the text follows the form of administrative documents (Decree 30/2020), not that of the Party or the Youth Union.
    pub fn follows_state_form(&self) -> bool {
        let motto = self.document.and_then(|document| document.frame.motto.as_ref());
        motto.is_none_or(|motto| folded(&motto.value).contains(STATE_MOTTO))
    }

    /// Bases whose document stands in the register, with the day that they are judged at.
    pub fn registered_bases(&self) -> impl Iterator<Item = (&Basis, &LegalDocument, Date)> {
        let issued_on = self.issued_on();
        self.plan.bases.iter().filter_map(move |basis| Some((basis, self.packs.document(basis.number.as_deref()?)?, issued_on?)))
    }
}

fn collect(document: &Document, node: &Node, region: Region, in_table: bool, passages: &mut Vec<Passage>) {
    let region = region_of(node, region);
    if node.kind == NodeKind::Paragraph {
        let words = document.words(node);
        if !words.as_str().trim().is_empty() {
            passages.push(Passage { region, words, in_table });
        }
        return;
    }
    let in_table = in_table || node.kind == NodeKind::Table;
    node.children.iter().for_each(|child| collect(document, child, region, in_table, passages));
}

/// The region of a node within `around`; an annex keeps its own parts together.
fn region_of(node: &Node, around: Region) -> Region {
    if around == Region::Annex {
        return Region::Annex;
    }
    match node.kind {
        NodeKind::Letterhead => Region::Letterhead,
        NodeKind::Title | NodeKind::Addressees => Region::Title,
        NodeKind::Preamble => Region::Preamble,
        NodeKind::Body => Region::Body,
        NodeKind::Signatures => Region::Signatures,
        NodeKind::Recipients => Region::Recipients,
        NodeKind::Annex => Region::Annex,
        _ => around,
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
