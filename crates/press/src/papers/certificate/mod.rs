//! Certificate: a certificate of commendation or of merit, a sheet for each who is honoured, whole or on a printed blank.

use phongtrao_value::Date;
use serde::{Deserialize, Deserializer, Serialize};

use crate::faces::{self, Calibration, Layout, Sheet, Spot};
use crate::frame::{self, Signature};
use crate::{Body, Composed, Phrase, Style};

super::paper!(Certificate, "certificate", Words);

/// Certificates of one decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Certificate {
    /// The sheet: Decision 01/2026/QĐ-TTg says which award has which.
    pub sheet: Sheet,
    /// Whether the head is the country's or the Party's.
    #[serde(default)]
    pub heading: Heading,
    /// The post of whoever decides: `Hiệu trưởng Trường Đại học Sông Ngàn`.
    pub decided_by: String,
    /// How it is given.
    pub act: Act,
    /// What is given: `Giấy khen`, `Chiến sĩ thi đua cơ sở`.
    pub honour: String,
    /// The decision that it rests on.
    pub decision: Decision,
    /// The place of signing.
    pub place: String,
    /// The day of signing, once it is known.
    pub date: Option<Date>,
    /// Who signs.
    pub signature: Signature,
    /// Who is honoured, in the order of the decision.
    #[serde(deserialize_with = "at_least_one")]
    pub recipients: Vec<Recipient>,
    /// Whether the sheets are blanks that are printed already, so that only what differs is put on them.
    #[serde(default)]
    pub on_blank: bool,
    /// Where the lines stand on the organisation's blanks.
    #[serde(default)]
    pub calibration: Calibration,
}

/// Whose head it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Heading {
    /// The name of the country and its motto.
    #[default]
    State,
    /// The Party's.
    Party,
}

/// How an award is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// A commendation. To one who is no longer alive it is given posthumously.
    Merit,
    /// An emulation title; the Law gives none posthumously.
    Title,
}

/// The decision behind a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Decision {
    /// Its number, once the clerk has given it.
    pub number: Option<u32>,
    /// What stands behind the number.
    pub symbol: String,
    /// Its date, once it is known.
    pub date: Option<Date>,
}

/// Who is honoured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Recipient {
    /// The name as printed, with form of address and degree where the organisation's form has them.
    pub name: String,
    /// Post and unit of a person; the unit above of a unit.
    #[serde(default)]
    pub post: String,
    /// For what, as a sentence: `Đã có thành tích xuất sắc trong …`.
    pub achievement: String,
    /// The ordinal in the decision, which is the number in the golden book.
    pub golden_book: u32,
    /// Whether the post is one that the person no longer holds.
    #[serde(default)]
    pub former: bool,
    /// Whether the person is no longer alive.
    #[serde(default)]
    pub late: bool,
}

fn at_least_one<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Recipient>, D::Error> {
    let recipients = Vec::<Recipient>::deserialize(deserializer)?;
    if recipients.is_empty() { Err(serde::de::Error::invalid_length(0, &"at least one")) } else { Ok(recipients) }
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    country: String,
    motto: String,
    party: String,
    decision: Phrase,
    golden_book: Phrase,
    late: Phrase,
    former: Phrase,
    acts: Acts,
    layout: Layout,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Acts {
    merit: String,
    title: String,
    posthumous: String,
}

impl Certificate {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let sheets = self.recipients.iter().map(|recipient| self.lines(recipient, words, style)).collect();
        let names: Vec<&str> = self.recipients.iter().take(1).map(|recipient| recipient.name.as_str()).collect();
        Composed {
            title: format!("{} {}", self.honour, names.concat()).trim().to_owned(),
            body: Body::Face(faces::face(&words.layout, self.sheet, self.on_blank, &self.calibration, sheets)),
        }
    }

    fn lines(&self, recipient: &Recipient, words: &Words, style: &Style) -> Vec<(Spot, String)> {
        let name = if recipient.late { words.late.fill(&[("name", &recipient.name)]) } else { recipient.name.clone() };
        let post = if recipient.former { words.former.fill(&[("post", &recipient.post)]) } else { recipient.post.clone() };
        let mut lines = self.head(words);
        lines.extend([
            (Spot::DecidedBy, self.decided_by.to_uppercase()),
            (Spot::Act, self.act_of(recipient, &words.acts).to_owned()),
            (Spot::Honour, self.honour.to_uppercase()),
            (Spot::Recipient, name),
            (Spot::Post, phongtrao_value::text::capitalised(&post)),
            (Spot::Achievement, recipient.achievement.clone()),
        ]);
        let (number, date) = frame::citation(self.decision.number, &self.decision.symbol, self.decision.date, style);
        lines.extend([
            (Spot::Decision, words.decision.fill(&[("number", &number), ("date", &date)])),
            (Spot::GoldenBook, words.golden_book.fill(&[("number", &recipient.golden_book.to_string())])),
            (Spot::PlaceDate, frame::place_and_date(&self.place, self.date, style)),
            (Spot::Capacity, self.signature.capacity.join("\n").to_uppercase()),
            (Spot::Signatory, self.signature.name.clone().unwrap_or_default()),
        ]);
        lines
    }

    fn head(&self, words: &Words) -> Vec<(Spot, String)> {
        match self.heading {
            Heading::State => vec![(Spot::Country, words.country.clone()), (Spot::Motto, words.motto.clone())],
            Heading::Party => vec![(Spot::Country, words.party.clone())],
        }
    }

    fn act_of<'a>(&self, recipient: &Recipient, acts: &'a Acts) -> &'a str {
        match self.act {
            Act::Title => &acts.title,
            Act::Merit if recipient.late => &acts.posthumous,
            Act::Merit => &acts.merit,
        }
    }
}
