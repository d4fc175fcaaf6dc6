//! The flat view of a document that `read --json` prints.

use phongtrao_diagnostic::Span;
use phongtrao_document::{Clause, Document, LabelClass, Node, NodeKind};
use serde::Serialize;

use crate::take::Taken;

/// What a reader gets out of a document; the keys are a promise to other programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Abbreviation of the kind of document, empty when unknown.
    pub kind: String,
    /// Number and symbol.
    pub number: Option<String>,
    /// Date of issue, ISO.
    pub issued_on: Option<String>,
    /// Place of issue.
    pub place: Option<String>,
    /// Issuing body.
    pub issuer: Option<String>,
    /// The body above.
    pub superior: Option<String>,
    /// Subject line.
    pub title: String,
    /// Numbered documents cited in the preamble.
    pub legal_bases: Vec<Basis>,
    /// Headings with a label, at most three levels.
    pub outline: Vec<Heading>,
    /// Dates by which somebody must do something.
    pub deadlines: Vec<Deadline>,
    /// Bodies with tasks.
    pub responsibilities: Vec<Unit>,
    /// Awards offered.
    pub awards: Vec<String>,
    /// Papers asked for.
    pub dossier: Vec<String>,
    /// Lines of "Nơi nhận".
    pub recipients: Vec<String>,
    /// Who signed.
    pub signatory: Option<Signatory>,
}

/// A numbered document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// Number and symbol.
    pub number: String,
    /// Its date, ISO.
    pub date: Option<String>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// Its label.
    pub label: String,
    /// Its words.
    pub title: String,
    /// Its depth.
    pub level: u8,
}

/// A date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The date in the form of [`phongtrao_value::When`].
    pub date: String,
    /// `none`, `yearly`, `quarterly`, `monthly`.
    pub recurs: &'static str,
    /// The words of the text.
    pub quote: String,
}

/// A body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unit {
    /// Its name.
    pub unit: String,
}

/// Who signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signatory {
    /// Capacity and post.
    pub capacity: String,
    /// Name without degree or rank.
    pub name: Option<String>,
}

impl Reading {
    /// The reading of a document and of what was taken from it.
    pub fn new(document: &Document, taken: &Taken) -> Reading {
        let frame = &document.frame;
        Reading {
            kind: frame.kind.as_ref().map(|kind| kind.value.clone()).unwrap_or_default(),
            number: frame.number.as_ref().map(|number| number.value.to_string()),
            issued_on: frame.issued_on.as_ref().map(|day| day.value.to_string()),
            place: frame.place.as_ref().map(|place| place.value.clone()),
            issuer: frame.issuers.first().map(|issuer| issuer.value.clone()),
            superior: frame.superior.as_ref().map(|superior| superior.value.clone()),
            title: frame.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
            legal_bases: bases(document),
            outline: outline(document),
            deadlines: deadlines(taken),
            responsibilities: taken.units.iter().map(|unit| Unit { unit: unit.item.words.clone() }).collect(),
            awards: taken.awards.iter().map(|award| award.item.words.clone()).collect(),
            dossier: taken.dossiers.iter().flat_map(|list| &list.components).map(|paper| paper.words.clone()).collect(),
            recipients: frame.recipients.iter().map(|recipient| recipient.line.value.clone()).collect(),
            signatory: frame.signatures.first().map(|signature| Signatory {
                capacity: signature.post.clone().unwrap_or_default(),
                name: signature.name.as_ref().map(|name| name.value.clone()),
            }),
        }
    }
}

fn bases(document: &Document) -> Vec<Basis> {
    let numbered = document.frame.bases.iter().filter_map(|basis| basis.number.as_ref().map(|number| (number, basis)));
    numbered
        .map(|(number, basis)| Basis { number: number.value.to_string(), date: basis.date.as_ref().map(|day| day.value.to_string()) })
        .collect()
}

/// The deepest level of the outline (`FORMAT`: depth 4 and deeper is left out).
const OUTLINE_DEPTH: u8 = 3;

fn outline(document: &Document) -> Vec<Heading> {
    let mut headings = Vec::new();
    let mut enclosing: Option<Span> = None;
    for (_, node) in document.clauses() {
        let NodeKind::Clause(clause) = &node.kind else { continue };
        if holds_document(node) {
            enclosing = Some(node.span);
        }
        let Some(heading) = &clause.heading else { continue };
        let enclosed = enclosing.is_some_and(|article| article.holds(node.span));
        let level = clause.depth - u8::from(enclosed && clause.depth > 1);
        if level <= OUTLINE_DEPTH && clause.label.class.names() {
            headings.push(Heading { label: clause.label.text.clone(), title: heading.value.clone(), level });
        }
    }
    headings
}

/// Whether an article without a heading holds the whole of what it approves, with parts of its own: `Điều 1. Phê duyệt Đề án với nội dung sau: I. …`.
fn holds_document(node: &Node) -> bool {
    let is_article = |clause: &Clause| clause.label.class == LabelClass::Article && clause.heading.is_none();
    let is_part =
        |child: &Node| child.clause().is_some_and(|clause| matches!(clause.label.class, LabelClass::Roman | LabelClass::CapitalLetter));
    node.clause().is_some_and(is_article) && node.children.iter().any(is_part)
}

fn deadlines(taken: &Taken) -> Vec<Deadline> {
    let mut found: Vec<Deadline> = Vec::new();
    for deadline in &taken.deadlines {
        let date = deadline.when.to_string();
        if !found.iter().any(|known| known.date == date) {
            found.push(Deadline { date, recurs: deadline.when.recurrence().word(), quote: deadline.quote.clone() });
        }
    }
    found
}
