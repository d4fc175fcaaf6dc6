//! Certificate of learning (giấy chứng nhận Công dân học tập): a sheet for each who is recognised in a year.

use serde::{Deserialize, Serialize};

use crate::certificates::{Giver, at_least_one, individual, name_of};
use crate::faces::{self, Layout, Printing, Spot};
use crate::lists::SubjectKind;
use crate::{Body, Composed, Phrase, Style};

super::paper!(LearningCertificate, "learning-certificate", Words, in_parts_of recipients);

/// Certificates of those who are recognised in a year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LearningCertificate {
    /// As what they are recognised: `Công dân học tập`.
    pub honour: String,
    /// The year.
    pub year: i16,
    /// Who recognises them.
    pub giver: Giver,
    /// On what it is printed.
    pub printing: Printing,
    /// Who is recognised, in the order of the list.
    #[serde(deserialize_with = "at_least_one")]
    pub recipients: Vec<Recognised>,
}

/// One who is recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Recognised {
    /// What it is.
    #[serde(default = "individual")]
    pub of: SubjectKind,
    /// The name as printed; of a household, that of its head.
    pub name: String,
    /// Post, class or unit.
    #[serde(default)]
    pub post: String,
    /// The number in the list of those recognised.
    pub number: u32,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    act: String,
    reached: String,
    year: Phrase,
    number: Phrase,
    layout: Layout,
}

impl LearningCertificate {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let sheets = self.recipients.iter().map(|recipient| self.lines(recipient, words, style)).collect();
        let name = self.recipients.first().map(|recipient| recipient.name.as_str()).unwrap_or_default();
        Composed {
            title: format!("{} {name}", self.honour).trim().to_owned(),
            body: Body::Face(faces::face(&words.layout, &self.printing, style.emblem.as_ref(), sheets)),
        }
    }

    fn lines(&self, recipient: &Recognised, words: &Words, style: &Style) -> Vec<(Spot, String)> {
        let mut lines = self.giver.head();
        lines.extend([
            (Spot::Act, words.act.clone()),
            (Spot::Recipient, name_of(recipient.of, &recipient.name)),
            (Spot::Post, recipient.post.clone()),
            (Spot::Achievement, words.reached.clone()),
            (Spot::Honour, self.honour.to_uppercase()),
            (Spot::Year, words.year.fill(&[("year", &self.year.to_string())])),
        ]);
        lines.extend(self.giver.foot(words.number.fill(&[("number", &recipient.number.to_string())]), style));
        lines
    }
}
