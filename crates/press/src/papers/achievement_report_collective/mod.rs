//! Report of a collective's achievements (báo cáo thành tích tập thể), for a title or for a commendation on merit.

use phongtrao_document::write::Part;
use phongtrao_value::{Date, figures};
use serde::{Deserialize, Serialize};

use crate::achievements::{self, Figure, Form, Head, Initiative, Length, Past, field, told};
use crate::frame::Signature;
use crate::sheet::Letterhead;
use crate::{Composed, Phrase, Style, meeting};

super::paper!(AchievementReportCollective, "achievement-report-collective", Words);

/// A report of what a collective did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AchievementReportCollective {
    /// The collective, below its organisation.
    pub letterhead: Letterhead,
    /// The place of the date.
    pub place: String,
    /// Its day; as a rule blank until it is signed.
    pub date: Option<Date>,
    /// For what it is written.
    #[serde(rename = "for")]
    pub purpose: Purpose,
    /// The award in a sentence: `danh hiệu “Tập thể lao động tiên tiến”`, `Giấy khen của Hiệu trưởng`.
    pub award: String,
    /// The time whose achievements count: `năm học 2025-2026`.
    pub period: String,
    /// Short for the own council, long for those sent upward.
    pub length: Length,
    /// The name in full.
    pub name: String,
    /// How many people it has, where it is known.
    pub members: Option<u32>,
    /// Where it is, how it is made up, what it has to work with; where nothing is written, there is room.
    pub characteristics: Vec<String>,
    /// Functions and tasks.
    pub functions: Vec<String>,
    /// Figures against those of the year before.
    pub figures: Vec<Figure>,
    /// What was reached, in sentences.
    #[serde(default)]
    pub achievements: Vec<String>,
    /// How it was reached: measures, movements.
    pub measures: Vec<String>,
    /// Initiatives that were used.
    #[serde(default)]
    pub initiatives: Vec<Initiative>,
    /// Keeping the Party's lines and the law: in the long report.
    #[serde(default)]
    pub conduct: Vec<String>,
    /// What Party and mass bodies did: in the long report.
    #[serde(default)]
    pub bodies: Vec<String>,
    /// Ratings, titles and commendations of the years before.
    pub past: Past,
    /// Who signs for the collective.
    pub head: Signature,
    /// Who confirms: the level that puts it forward to whoever decides.
    pub level: Signature,
}

/// For what a collective's report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// An emulation title.
    Title,
    /// A commendation on merit (công trạng).
    Merit,
    /// Recognition, which is no title.
    Recognition,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    about_title: Phrase,
    about_merit: Phrase,
    about_recognition: Phrase,
    on_merit: String,
    period: Phrase,
    profile: String,
    name: String,
    members: String,
    people: Phrase,
    characteristics: String,
    functions: String,
    achievements: String,
    figures: String,
    measures: String,
    initiatives: String,
    conduct: String,
    bodies: String,
}

impl AchievementReportCollective {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let (phrase, form) = match self.purpose {
            Purpose::Title => (&words.about_title, Form::TitleOfCollective),
            Purpose::Merit => (&words.about_merit, Form::MeritOfCollective),
            Purpose::Recognition => (&words.about_recognition, Form::TitleOfCollective),
        };
        let about = phrase.fill(&[("award", &self.award)]);
        let period = words.period.fill(&[("period", &self.period)]);
        let about = form.lines(&about, &words.on_merit, &period);
        let mut parts = vec![meeting::heading(1, &words.profile)];
        parts.extend(self.profile(words));
        parts.push(meeting::heading(2, &words.achievements));
        parts.extend(self.told(words));
        parts.extend(self.past.parts(form));
        parts.push(achievements::signed_by_collective(form, &self.head, &self.level));
        Head { letterhead: &self.letterhead, place: &self.place, date: self.date, name: &self.name }.composed(&about, parts, style)
    }

    fn profile(&self, words: &Words) -> Vec<Part> {
        let members = self.members.map(|members| words.people.fill(&[("number", &figures::two_places(u64::from(members)))]));
        let mut parts = vec![field(&words.name, Some(&self.name)), field(&words.members, members.as_deref())];
        let told = [(&words.characteristics, told(&self.characteristics)), (&words.functions, told(&self.functions))];
        parts.extend(achievements::numbered(told));
        parts
    }

    fn told(&self, words: &Words) -> Vec<Part> {
        let is_long = self.length == Length::Long;
        let mut reached = vec![achievements::figures(&self.figures)];
        // Beside figures, sentences are asked only where somebody wrote them.
        if !self.achievements.is_empty() {
            reached.extend(told(&self.achievements));
        }
        let initiatives = (!self.initiatives.is_empty()).then(|| vec![achievements::initiatives(&self.initiatives)]);
        let all = [
            Some((&words.figures, reached)),
            Some((&words.measures, told(&self.measures))),
            initiatives.map(|parts| (&words.initiatives, parts)),
            is_long.then(|| (&words.conduct, told(&self.conduct))),
            is_long.then(|| (&words.bodies, told(&self.bodies))),
        ];
        achievements::numbered(all.into_iter().flatten()).collect()
    }
}
