//! The plan that runs: flat tables, each entry with the clause that it comes from.
//!
//! Every table and key is described in `docs/plan-toml.md`.

use std::collections::BTreeMap;

use phongtrao_diagnostic::{Severity, Span};
use phongtrao_document::Address;
use phongtrao_value::{Date, When};

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
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// The form of a movement (Law on Emulation and Commendation, Article 16).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MovementForm {
    /// Thi đua thường xuyên.
    Regular,
    /// Thi đua theo chuyên đề.
    Thematic,
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

/// `[[phase]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phase {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// From when.
    pub from: Option<When>,
    /// To when.
    pub to: Option<When>,
}

/// Who can be honoured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SubjectKind {
    /// Tập thể.
    Collective,
    /// Cá nhân.
    Individual,
    /// Hộ gia đình.
    Household,
}

/// `[[subject]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// The block that it is judged in.
    pub block: Option<String>,
    /// Collective, individual or household.
    pub kind: Option<SubjectKind>,
    /// Who, in the text's words.
    pub who: String,
}

/// `[[criterion]]`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Criterion {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// Ids of the subjects that it is asked of.
    pub subjects: Vec<String>,
    /// Its words.
    pub label: String,
    /// How it is measured, when somebody has said it.
    pub measure: Option<Measure>,
}

/// How a criterion or target is measured: `measure = { kind, of, period, min, points … }`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measure {
    /// `count`, `share`, `points`, `rating`, `yes-no`, `attested` …
    pub kind: String,
    /// Of what.
    pub of: Option<String>,
    /// Over which period.
    pub period: Option<String>,
    /// The least value, as written.
    pub min: Option<String>,
    /// The greatest value, as written.
    pub max: Option<String>,
    /// Points, as written.
    pub points: Option<String>,
    /// Its unit, where it has one.
    pub unit: Option<String>,
}

/// `[[target]]`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Target {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// Its words.
    pub label: String,
    /// The value to reach, with its unit: `70%`.
    pub value: Option<String>,
    /// How it is measured.
    pub measure: Option<Measure>,
    /// By when.
    pub due: Option<When>,
}

/// What kind of honour: four different things, never one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AwardForm {
    /// Danh hiệu.
    Title,
    /// Hình thức khen thưởng.
    Commendation,
    /// Công nhận.
    Recognition,
    /// Biểu dương.
    Praise,
}

/// `[[award]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Award {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// Title, commendation, recognition or praise.
    pub form: Option<AwardForm>,
    /// Its name as printed.
    pub name: String,
    /// Who decides.
    pub authority: Option<String>,
    /// Ids of the subjects.
    pub subjects: Vec<String>,
    /// Ids of the criteria.
    pub criteria: Vec<String>,
    /// How many, in the text's words or as a number.
    pub quota: Option<String>,
    /// Id of the vote that it needs, or `none`.
    pub ballot: Option<String>,
    /// Id of the dossier.
    pub dossier: Option<String>,
    /// Id of the round.
    pub round: Option<String>,
    /// Money that comes with it, in the text's words.
    pub money: Option<String>,
}

/// `[[dossier]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dossier {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// Its papers.
    pub components: Vec<Component>,
}

/// A paper of a dossier.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Component {
    /// Where it stands.
    pub span: Option<Span>,
    /// Its words, or the name of a paper.
    pub paper: String,
    /// Who makes it.
    pub from: Option<String>,
    /// Whether it must be signed or confirmed.
    pub signed: Option<bool>,
}

/// What a round of judging is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoundKind {
    /// Every year.
    Yearly,
    /// At the end of a phase (sơ kết).
    Interim,
    /// At the end of the movement (tổng kết).
    Final,
}

/// `[[round]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Round {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// Its words, as printed.
    pub label: Option<String>,
    /// Yearly, interim or final.
    pub kind: Option<RoundKind>,
    /// From when.
    pub opens: Option<When>,
    /// Until when; the words of the text are kept in `words`.
    pub closes: Option<When>,
    /// The text's words for the closing date: `trước ngày 30/11 hàng năm`.
    pub words: Option<String>,
}

/// `[[way]]`: the way of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Way {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// `dossier`, `recognition` or `pathway`.
    pub purpose: Option<String>,
    /// The way of a pack that it builds on.
    pub base: Option<String>,
}

/// `[[step]]`: a step of a way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    /// Where it comes from.
    pub origin: Origin,
    /// Id of the way.
    pub way: String,
    /// Stable id.
    pub id: String,
    /// Who takes it.
    pub by: Option<String>,
    /// `check`, `notice`, `vote`, `sign` or `forward`.
    pub kind: Option<String>,
    /// Its words.
    pub label: Option<String>,
    /// Working days.
    pub within: Option<i64>,
    /// Id of the step that it goes back to.
    pub returns_to: Option<String>,
}

/// `[[stage]]`: a stage of a pathway.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stage {
    /// Where it comes from.
    pub origin: Origin,
    /// Id of the way.
    pub way: String,
    /// Stable id.
    pub id: String,
    /// Its words.
    pub label: Option<String>,
    /// Its conditions.
    pub conditions: Vec<String>,
    /// Within what time, in the text's words.
    pub within: Option<String>,
}

/// `[[course]]`, `[[contest]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Learning {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// Its name.
    pub label: Option<String>,
    /// Ids of the criteria that it counts for.
    pub counts_for: Vec<String>,
    /// When.
    pub due: Option<When>,
}

/// `[[milestone]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Milestone {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// What happens.
    pub label: String,
    /// When.
    pub due: Option<When>,
    /// The text's words for the date.
    pub words: Option<String>,
}

/// `[[task]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Task {
    /// Where it comes from.
    pub origin: Origin,
    /// Who has it.
    pub unit: Option<String>,
    /// Its words.
    pub text: String,
    /// By when.
    pub due: Option<When>,
    /// The text's words for the date.
    pub words: Option<String>,
}

/// `[[report]]`: a duty to report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Where it comes from.
    pub origin: Origin,
    /// Who reports.
    pub who: Option<String>,
    /// To whom.
    pub to: Option<String>,
    /// What.
    pub what: String,
    /// By when.
    pub due: Option<When>,
    /// The text's words for the date.
    pub words: Option<String>,
    /// Whether it is asked on demand.
    pub on_demand: bool,
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

/// What a recipient gets the plan for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RecipientPurpose {
    /// Để thực hiện, để chỉ đạo thực hiện.
    CarryOut,
    /// Để phối hợp.
    Coordinate,
    /// Để báo cáo, b/c.
    Report,
    /// Lưu.
    File,
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
