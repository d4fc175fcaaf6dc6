//! Certificate: a certificate of commendation or of merit, a sheet for each who is honoured, whole or on a printed blank.

use serde::{Deserialize, Serialize};

use crate::certificates::{Giver, Recipient, at_least_one};
use crate::faces::{self, Layout, Printing, Sheet, Spot};
use crate::{Body, Composed, Phrase, Style};

super::paper!(Certificate, "certificate", Words, in_parts_of recipients);

/// Certificates of one decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Certificate {
    /// How it is given.
    pub act: Act,
    /// What is given: `Giấy khen`, `Chiến sĩ thi đua cơ sở`.
    pub honour: String,
    /// Who gives it.
    pub giver: Giver,
    /// On what it is printed.
    pub printing: Printing,
    /// Who is honoured, in the order of the decision.
    #[serde(deserialize_with = "at_least_one")]
    pub recipients: Vec<Recipient>,
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

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    golden_book: Phrase,
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
    /// The sheet of a width and height in millimetres.
    pub fn sheet_of(width: u32, height: u32) -> Option<Sheet> {
        WORDS.layout.sheet_of(f64::from(width), f64::from(height))
    }

    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let sheets = self.recipients.iter().map(|recipient| self.lines(recipient, words, style)).collect();
        let name = self.recipients.first().map(|recipient| recipient.name.as_str()).unwrap_or_default();
        Composed {
            title: format!("{} {name}", self.honour).trim().to_owned(),
            body: Body::Face(faces::face(&words.layout, &self.printing, style.emblem.as_ref(), sheets)),
        }
    }

    fn lines(&self, recipient: &Recipient, words: &Words, style: &Style) -> Vec<(Spot, String)> {
        let mut lines = self.giver.head();
        lines.extend([(Spot::Act, self.act_of(recipient, &words.acts).to_owned()), (Spot::Honour, self.honour.to_uppercase())]);
        lines.extend(recipient.named());
        lines.push((Spot::Achievement, recipient.achievement.clone()));
        lines.extend(self.giver.foot(words.golden_book.fill(&[("number", &recipient.golden_book.to_string())]), style));
        lines
    }

    fn act_of<'a>(&self, recipient: &Recipient, acts: &'a Acts) -> &'a str {
        match self.act {
            Act::Title => &acts.title,
            Act::Merit if recipient.is_late() => &acts.posthumous,
            Act::Merit => &acts.merit,
        }
    }
}
