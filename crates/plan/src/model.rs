//! The plan that runs: flat tables, each entry with the clause that it comes from.
//!
//! Every table and key is described in `docs/plan-toml.md`.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Severity, Span};
use phongtrao_document::Address;
use phongtrao_value::{Date, When};

mod choice;
mod course;
mod honour;
mod quota;

pub use choice::{
    AwardForm, Choice, Counting, MovementForm, QuotaBase, QuotaGroup, RecipientPurpose, RoundKind, Rounding, StepKind, SubjectKind,
    WayPurpose,
};
pub use course::{Learning, Milestone, Phase, Report, Stage, Step, Task, Way};
pub use honour::{Award, Component, Criterion, Dossier, Round, Subject, Target};
pub use quota::{Quota, QuotaRule, RankKey};

/// Where an entry comes from, and how sure it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The clause of the official text.
    pub clause: Option<Address>,
    /// Where it stands in the text at hand: the decoded text of the document, or `plan.toml`.
    pub span: Option<Span>,
    /// The keys whose values were guessed.
    pub guessed: Vec<String>,
}

/// A plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// The official text that it was read from.
    pub source: Option<SourceFile>,
    /// Levels of lints that differ from their own: `None` is off.
    pub levels: BTreeMap<String, Option<Severity>>,
    /// `[plan]`: identity.
    pub identity: Identity,
    /// `[[basis]]`
    pub bases: Vec<Basis>,
    /// `[[purpose]]`
    pub purposes: Vec<Statement>,
    /// `[[requirement]]`
    pub requirements: Vec<Statement>,
    /// `[[phase]]`
    pub phases: Vec<Phase>,
    /// `[[subject]]`
    pub subjects: Vec<Subject>,
    /// `[[criterion]]`
    pub criteria: Vec<Criterion>,
    /// `[[target]]`
    pub targets: Vec<Target>,
    /// `[[award]]`
    pub awards: Vec<Award>,
    /// `[[dossier]]`
    pub dossiers: Vec<Dossier>,
    /// `[[round]]`
    pub rounds: Vec<Round>,
    /// `[[way]]`
    pub ways: Vec<Way>,
    /// `[[step]]`
    pub steps: Vec<Step>,
    /// `[[stage]]`
    pub stages: Vec<Stage>,
    /// `[[course]]`
    pub courses: Vec<Learning>,
    /// `[[contest]]`
    pub contests: Vec<Learning>,
    /// `[[milestone]]`
    pub milestones: Vec<Milestone>,
    /// `[[task]]`
    pub tasks: Vec<Task>,
    /// `[[report]]`
    pub reports: Vec<Report>,
    /// `[budget]`
    pub budget: Option<Budget>,
    /// `[[recipient]]`
    pub recipients: Vec<PlanRecipient>,
    /// `[[signatory]]`
    pub signatories: Vec<Signatory>,
    /// `[[deferred]]`
    pub deferred: Vec<Deferred>,
}

/// `[source]`: the official text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// Its file name.
    pub file: String,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// `[plan]`: identity.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// Where the table stands.
    pub origin: Origin,
    /// Stable id of the plan.
    pub id: Option<String>,
    /// The subject line.
    pub title: Option<String>,
    /// Abbreviation of the kind of document.
    pub kind: Option<String>,
    /// Number and symbol.
    pub number: Option<String>,
    /// Date of issue.
    pub issued_on: Option<Date>,
    /// The issuing body, or the two bodies.
    pub issuers: Vec<String>,
    /// Place of issue.
    pub place: Option<String>,
    /// Regular or thematic (Law on Emulation and Commendation, Article 16).
    pub form: Option<MovementForm>,
    /// Whom it covers, in the text's words.
    pub scope: Option<String>,
    /// From when.
    pub from: Option<When>,
    /// To when.
    pub to: Option<When>,
    /// The plan above that it carries out: its number.
    pub parent: Option<String>,
}

/// `[[basis]]`: a document that the plan rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Basis {
    /// Where it comes from.
    pub origin: Origin,
    /// Kind word as printed.
    pub kind: Option<String>,
    /// Number and symbol.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<Date>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// What it is about.
    pub title: Option<String>,
}

/// `[[purpose]]`, `[[requirement]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statement {
    /// Where it comes from.
    pub origin: Origin,
    /// Its words.
    pub text: String,
}

/// `[budget]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Budget {
    /// Where it comes from.
    pub origin: Origin,
    /// Who pays, in the text's words.
    pub source: Option<String>,
    /// Lines.
    pub lines: Vec<String>,
}

/// `[[recipient]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanRecipient {
    /// Where it comes from.
    pub origin: Origin,
    /// Who.
    pub who: String,
    /// What for.
    pub purpose: Option<RecipientPurpose>,
    /// The words in the bracket.
    pub words: Option<String>,
}

/// `[[signatory]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signatory {
    /// Where it comes from.
    pub origin: Origin,
    /// The body.
    pub body: Option<String>,
    /// Capacity and post.
    pub capacity: Option<String>,
    /// Name.
    pub name: Option<String>,
}

/// `[[deferred]]`: what the text leaves to another document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deferred {
    /// Where it comes from.
    pub origin: Origin,
    /// What is left.
    pub what: String,
    /// To which document, in the text's words.
    pub to: Option<String>,
}
