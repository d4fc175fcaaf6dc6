//! Who can be honoured, for what, with what, by which papers, and when.

use phongtrao_diagnostic::Span;
use phongtrao_value::{Recurrence, When};

use super::{AwardForm, Origin, RoundKind, SubjectKind};

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
    /// How often it comes back, where the text says so without a date (`hằng năm`); a date says it itself.
    pub recurs: Option<Recurrence>,
    /// The text's words for the closing date: `trước ngày 30/11 hàng năm`.
    pub words: Option<String>,
}
