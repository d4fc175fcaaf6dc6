//! Report of a person's achievements (báo cáo thành tích cá nhân), for a title or for a commendation on merit.

use phongtrao_document::write::Part;
use phongtrao_value::{Date, printed_date};
use serde::{Deserialize, Serialize};

use crate::achievements::{self, Form, Head, Initiative, Length, Past, field, told};
use crate::frame::Signature;
use crate::sheet::Letterhead;
use crate::{Composed, Phrase, Style, meeting};

super::paper!(AchievementReportIndividual, "achievement-report-individual", Words);

/// A report of what a person did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AchievementReportIndividual {
    /// The unit in which the person works, below its organisation.
    pub letterhead: Letterhead,
    /// The place of the date.
    pub place: String,
    /// Its day; as a rule blank until it is signed.
    pub date: Option<Date>,
    /// For what it is written: a title, or a commendation on merit, whose form asks more of the person.
    #[serde(rename = "for")]
    pub purpose: Purpose,
    /// Whether it is to be given after the person's death: somebody else reports.
    #[serde(default)]
    pub posthumous: bool,
    /// The award in a sentence: `danh hiệu “Chiến sĩ thi đua cơ sở”`, `Giấy khen của Hiệu trưởng`.
    pub award: String,
    /// The time whose achievements count: `năm học 2025-2026`.
    pub period: String,
    /// Short for the own council, long for those sent upward.
    pub length: Length,
    /// The person.
    pub person: Person,
    /// What the person is charged with; where nothing is written, there is room.
    pub duties: Vec<String>,
    /// Of heads and deputies, what the unit or the field that they answer for reached.
    pub leads: Option<Leads>,
    /// What the person reached; where nothing is written, there is room.
    pub achievements: Vec<String>,
    /// Initiatives, topics and works.
    pub initiatives: Vec<Initiative>,
    /// Keeping the Party's lines and the law, taking part in movements and in Party and mass bodies: in the long report.
    #[serde(default)]
    pub conduct: Vec<String>,
    /// Ratings, titles and commendations of the years before.
    pub past: Past,
    /// Who reports.
    pub reporter: Signature,
    /// The head of the unit, who confirms; none where it is the head who reports.
    pub unit: Option<Signature>,
    /// The level that puts it forward to whoever decides, which confirms below them.
    pub level: Signature,
}

/// For what a person's report is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Purpose {
    /// An emulation title.
    Title,
    /// A commendation on merit (công trạng).
    Merit(Origin),
    /// Recognition, which is no title.
    Recognition,
}

/// What only the form of a commendation asks. It is written in by the person: what is left out has room. Ethnicity and religion are sensitive, and are kept
/// nowhere for this.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Origin {
    /// Day of birth.
    pub born: Option<Date>,
    /// `Nam`, `Nữ`.
    pub sex: Option<String>,
    /// Ethnicity.
    pub ethnicity: Option<String>,
    /// Religion.
    pub religion: Option<String>,
    /// Where the family comes from.
    pub home: Option<String>,
    /// Where the person lives.
    pub residence: Option<String>,
}

/// The person. What is left out has room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Person {
    /// The name in full.
    pub name: String,
    /// The unit.
    pub unit: String,
    /// Posts: in the unit, the Party and mass bodies.
    pub posts: Option<String>,
    /// Professional education.
    pub education: Option<String>,
    /// Academic title and degree.
    pub degree: Option<String>,
}

/// What a head or deputy answers for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Leads {
    /// The unit or field.
    pub what: String,
    /// What it reached.
    pub results: Vec<String>,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    about_title: Phrase,
    about_merit: Phrase,
    about_recognition: Phrase,
    about_posthumous: Phrase,
    on_merit: String,
    period: Phrase,
    person: String,
    name: String,
    born: String,
    sex: String,
    ethnicity: String,
    religion: String,
    home: String,
    residence: String,
    unit: String,
    posts: String,
    education: String,
    degree: String,
    achievements: String,
    duties: String,
    leads: Phrase,
    reached: String,
    initiatives: String,
    conduct: String,
}

impl AchievementReportIndividual {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let (phrase, form) = match self.purpose {
            Purpose::Title => (&words.about_title, Form::TitleOfPerson),
            Purpose::Merit(_) => (&words.about_merit, Form::MeritOfPerson),
            Purpose::Recognition => (&words.about_recognition, Form::TitleOfPerson),
        };
        let phrase = if self.posthumous { &words.about_posthumous } else { phrase };
        let about = phrase.fill(&[("award", &self.award)]);
        let period = words.period.fill(&[("period", &self.period)]);
        let about = form.lines(&about, &words.on_merit, &period);
        let mut parts = vec![meeting::heading(1, &words.person)];
        parts.extend(self.profile(words));
        parts.push(meeting::heading(2, &words.achievements));
        parts.extend(self.told(words));
        parts.extend(self.past.parts(form));
        parts.extend(achievements::signed_by_person(form, &self.reporter, self.unit.as_ref(), &self.level));
        Head { letterhead: &self.letterhead, place: &self.place, date: self.date, name: &self.person.name }.composed(&about, parts, style)
    }

    fn profile(&self, words: &Words) -> Vec<Part> {
        let person = &self.person;
        let mut parts = vec![field(&words.name, Some(&person.name))];
        if let Purpose::Merit(origin) = &self.purpose {
            parts.extend(origin.parts(words));
        }
        parts.push(field(&words.unit, Some(&person.unit)));
        let rest = [(&words.posts, &person.posts), (&words.education, &person.education), (&words.degree, &person.degree)];
        parts.extend(rest.map(|(label, value)| field(label, value.as_deref())));
        parts
    }

    fn told(&self, words: &Words) -> Vec<Part> {
        let leads = self.leads.as_ref().map(|leads| (words.leads.fill(&[("what", &leads.what)]), told(&leads.results)));
        let conduct = (self.length == Length::Long).then(|| (words.conduct.clone(), told(&self.conduct)));
        let all = [
            Some((words.duties.clone(), told(&self.duties))),
            leads,
            Some((words.reached.clone(), told(&self.achievements))),
            Some((words.initiatives.clone(), vec![achievements::initiatives(&self.initiatives)])),
            conduct,
        ];
        achievements::numbered(all.into_iter().flatten()).collect()
    }
}

impl Origin {
    fn parts(&self, words: &Words) -> [Part; 6] {
        let born = self.born.map(printed_date::short);
        [
            (&words.born, &born),
            (&words.sex, &self.sex),
            (&words.ethnicity, &self.ethnicity),
            (&words.religion, &self.religion),
            (&words.home, &self.home),
            (&words.residence, &self.residence),
        ]
        .map(|(label, value)| field(label, value.as_deref()))
    }
}
