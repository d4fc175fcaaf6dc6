//! Short report of what was done in a thematic movement, or suddenly (báo cáo thành tích theo chuyên đề, đột xuất).

use phongtrao_document::write::Part;
use phongtrao_value::{Date, figures, printed_date};
use serde::{Deserialize, Serialize};

use crate::achievements::{self, Figure, Given, Head, field, told};
use crate::frame::Signature;
use crate::lists::SubjectKind;
use crate::sheet::Letterhead;
use crate::{Composed, Phrase, Style, meeting};

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
    /// The level that puts it forward to whoever decides, which confirms.
    pub level: Signature,
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
    /// A person, with post and unit. What is left out has room.
    Individual {
        /// The name in full.
        name: String,
        /// Day of birth.
        born: Option<Date>,
        /// Where the family comes from.
        home: Option<String>,
        /// Where the person lives.
        residence: Option<String>,
        /// Post or occupation.
        post: Option<String>,
        /// Academic title and degree, titles and prizes.
        degree: Option<String>,
        /// The unit.
        unit: String,
        /// Who reports, where it is not the person: of one who is no longer alive, the head of the unit.
        #[serde(default)]
        reporter: Option<Signature>,
    },
    /// A collective, with its functions. What is left out has room.
    Collective {
        /// The name in full.
        name: String,
        /// When it was founded, and how it is made up.
        structure: Option<String>,
        /// How many people it has.
        members: Option<u32>,
        /// Functions and tasks.
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
    born: String,
    home: String,
    post: String,
    degree: String,
    unit: String,
    collective: String,
    structure: String,
    members: String,
    people: Phrase,
    functions: String,
    household: String,
    residence: String,
    achievements: String,
}

impl AchievementReportThematic {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("award", &self.award)]);
        let of = match &self.occasion {
            Occasion::Thematic(what) => words.thematic.fill(&[("what", what)]),
            Occasion::Sudden(what) => words.sudden.fill(&[("what", what)]),
        };
        let mut parts = vec![meeting::heading(1, &words.profile)];
        parts.extend(self.subject.profile(words));
        parts.push(meeting::heading(2, &words.achievements));
        if !self.figures.is_empty() {
            parts.push(achievements::figures(&self.figures));
        }
        parts.extend(told(&self.achievements));
        parts.extend(achievements::honours(&self.past));
        parts.push(self.signatures());
        let head = Head { letterhead: &self.letterhead, place: &self.place, date: self.date, name: self.subject.name() };
        head.composed(&[&about, &of], parts, style)
    }

    /// A collective's head reports; people and households report themselves.
    fn signatures(&self) -> Part {
        let by_hand = |name: &String| Signature { capacity: Vec::new(), name: Some(name.clone()) };
        let (of, reporter) = match &self.subject {
            Subject::Collective { head, .. } => (SubjectKind::Collective, head.clone()),
            Subject::Individual { name, reporter, .. } => (SubjectKind::Individual, reporter.clone().unwrap_or_else(|| by_hand(name))),
            Subject::Household { name, .. } => (SubjectKind::Household, by_hand(name)),
        };
        achievements::signed_in_short(of, &reporter, &self.level)
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
            Subject::Individual { name, born, home, residence, post, degree, unit, reporter: _ } => vec![
                field(&words.name, Some(name)),
                field(&words.born, born.map(printed_date::short).as_deref()),
                field(&words.home, home.as_deref()),
                field(&words.residence, residence.as_deref()),
                field(&words.post, post.as_deref()),
                field(&words.unit, Some(unit)),
                field(&words.degree, degree.as_deref()),
            ],
            Subject::Collective { name, structure, members, functions, .. } => {
                let members = members.map(|members| words.people.fill(&[("number", &figures::two_places(u64::from(members)))]));
                vec![
                    field(&words.collective, Some(name)),
                    field(&words.structure, structure.as_deref()),
                    field(&words.members, members.as_deref()),
                    field(&words.functions, functions.as_deref()),
                ]
            }
            Subject::Household { name, residence } => {
                vec![field(&words.household, Some(name)), field(&words.residence, residence.as_deref())]
            }
        }
    }
}
