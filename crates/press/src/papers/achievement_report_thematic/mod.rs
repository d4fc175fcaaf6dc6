//! Short report of what was done in a thematic movement, or suddenly (báo cáo thành tích theo chuyên đề, đột xuất).

use phongtrao_document::write::{Letter, Page, Part};
use phongtrao_value::Date;
use serde::{Deserialize, Serialize};

use crate::achievements::{self, Confirmations, Figure, Given, field, told};
use crate::frame::{self, Signature};
use crate::meeting;
use crate::sheet::Letterhead;
use crate::{Body, Composed, Phrase, Style};

super::paper!(AchievementReportThematic, "achievement-report-thematic", Words);

/// A short report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AchievementReportThematic {
    /// The unit, below its organisation.
    pub letterhead: Letterhead,
    /// The place of the date.
    pub place: String,
    /// Its day; as a rule blank until it is signed.
    pub date: Option<Date>,
    /// What it tells of.
    #[serde(rename = "of")]
    pub occasion: Occasion,
    /// The award in a sentence: `Giấy khen của Hiệu trưởng`.
    pub award: String,
    /// Who reports.
    pub subject: Subject,
    /// What was reached or done; where nothing is written, there is room.
    pub achievements: Vec<String>,
    /// Figures, where the movement counts something.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// Awards that were given before.
    pub past: Vec<Given>,
    /// Who confirms.
    pub confirmed: Confirmations,
}

/// What a short report tells of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "what")]
pub enum Occasion {
    /// A movement or a part of it, by its name: `phong trào “Bình dân học vụ số”`.
    Thematic(String),
    /// A sudden act, in a few words: `cứu người bị đuối nước`.
    Sudden(String),
}

/// Who reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", deny_unknown_fields)]
pub enum Subject {
    /// A person, with post and unit.
    Individual {
        /// The name in full.
        name: String,
        /// Post, where there is one.
        post: Option<String>,
        /// The unit.
        unit: String,
    },
    /// A collective, with its functions.
    Collective {
        /// The name in full.
        name: String,
        /// Functions and tasks, where somebody wrote them.
        functions: Option<String>,
        /// Its head.
        head: Signature,
    },
    /// A household.
    Household {
        /// Who stands for it.
        name: String,
        /// Where it lives, where it is known.
        residence: Option<String>,
    },
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    about: Phrase,
    thematic: Phrase,
    sudden: Phrase,
    profile: String,
    name: String,
    post: String,
    unit: String,
    collective: String,
    functions: String,
    household: String,
    residence: String,
    reached_thematic: String,
    reached_sudden: String,
    past: String,
    past_heads: [String; 3],
}

impl AchievementReportThematic {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("award", &self.award)]);
        let (of, reached) = match &self.occasion {
            Occasion::Thematic(what) => (words.thematic.fill(&[("what", what)]), &words.reached_thematic),
            Occasion::Sudden(what) => (words.sudden.fill(&[("what", what)]), &words.reached_sudden),
        };
        let mut parts = vec![self.letterhead.dated(&self.place, self.date, style), frame::title(achievements::kind(), &[&about, &of])];
        parts.push(meeting::heading(1, &words.profile));
        parts.extend(self.subject.profile(words));
        parts.push(meeting::heading(2, reached));
        if !self.figures.is_empty() {
            parts.push(achievements::figures(&self.figures));
        }
        parts.extend(told(&self.achievements));
        parts.push(meeting::heading(3, &words.past));
        parts.push(achievements::honours(&self.past, &words.past_heads));
        parts.push(self.signatures());
        let title = format!("{} {}", achievements::kind(), self.subject.name());
        Composed { title, body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    /// A collective's head reports, and the unit above confirms; people and households report themselves.
    fn signatures(&self) -> Part {
        match &self.subject {
            Subject::Collective { head, .. } => self.confirmed.beside(head),
            Subject::Individual { name, .. } | Subject::Household { name, .. } => {
                self.confirmed.beside(&Signature { capacity: Vec::new(), name: Some(name.clone()) })
            }
        }
    }
}

impl Subject {
    fn name(&self) -> &str {
        match self {
            Subject::Individual { name, .. } | Subject::Collective { name, .. } | Subject::Household { name, .. } => name,
        }
    }

    fn profile(&self, words: &Words) -> Vec<Part> {
        match self {
            Subject::Individual { name, post, unit } => {
                vec![field(&words.name, Some(name)), field(&words.post, post.as_deref()), field(&words.unit, Some(unit))]
            }
            Subject::Collective { name, functions, .. } => {
                vec![field(&words.collective, Some(name)), field(&words.functions, functions.as_deref())]
            }
            Subject::Household { name, residence } => {
                vec![field(&words.household, Some(name)), field(&words.residence, residence.as_deref())]
            }
        }
    }
}
