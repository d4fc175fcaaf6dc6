//! Who can be honoured, for what, with what, by which papers, and when.

use phongtrao_diagnostic::Span;
use phongtrao_rules::criteria::Rule;
use phongtrao_value::{Recurrence, When};

use super::{AwardForm, Counting, Origin, Quota, RankKey, RoundKind, SubjectKind};

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
    /// Which people: their categories in the register; empty for all.
    pub categories: Vec<String>,
    /// Which units, or whose members: kinds of unit; empty for all.
    pub unit_kinds: Vec<String>,
    /// The tree of units that is meant; `administration` where nothing is said.
    pub tree: Option<String>,
    /// The blocks of units that are meant; empty for all.
    pub blocks: Vec<String>,
    /// Ids of people, of units with all below them, and categories that are not meant.
    pub except: Vec<String>,
}

/// `[[criterion]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Criterion {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// Ids of the subjects that it is asked of.
    pub subjects: Vec<String>,
    /// Its words.
    pub label: String,
    /// How it is measured, when somebody has said it in the language of criteria.
    pub measure: Option<Rule>,
}

/// `[[target]]`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Target {
    /// Where it comes from.
    pub origin: Origin,
    /// Stable id.
    pub id: String,
    /// Its words.
    pub label: String,
    /// The value to reach, with its unit: `70%`.
    pub value: Option<String>,
    /// How it is measured, of the organisation as a whole.
    pub measure: Option<Rule>,
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
    /// Id of the honour in the packs.
    pub honour: Option<String>,
    /// Who decides.
    pub authority: Option<String>,
    /// Ids of the subjects.
    pub subjects: Vec<String>,
    /// Ids of the criteria.
    pub criteria: Vec<String>,
    /// Ids of other awards of the same round that must be met.
    pub requires: Vec<String>,
    /// Id of the lower award that a ballot may give instead.
    pub lower: Option<String>,
    /// How many.
    pub quota: Option<Quota>,
    /// Who comes first where more meet the criteria than the quota allows.
    pub rank_by: Vec<RankKey>,
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
    /// Which period it judges.
    pub counts: Option<Counting>,
    /// The first day of the period that it judges, where the text names one of its own: `period.from`.
    pub from: Option<When>,
    /// Its last day: `period.to`.
    pub to: Option<When>,
    /// Id of the phase, where it judges one.
    pub phase: Option<String>,
    /// Ids of the awards that it judges; those that name the round belong to it too.
    pub awards: Vec<String>,
    /// From when.
    pub opens: Option<When>,
    /// Until when; the words of the text are kept in `words`.
    pub closes: Option<When>,
    /// How often it comes back, where the text says so without a date (`hằng năm`); a date says it itself.
    pub recurs: Option<Recurrence>,
    /// The text's words for the closing date: `trước ngày 30/11 hàng năm`.
    pub words: Option<String>,
}
