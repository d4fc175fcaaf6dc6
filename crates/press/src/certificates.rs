//! What certificates have in common: who gives them, to whom, and on what decision.

use std::sync::LazyLock;

use phongtrao_value::{Date, text};
use serde::{Deserialize, Deserializer, Serialize};

use crate::faces::Spot;
use crate::frame::{self, Signature, signatory};
use crate::lists::SubjectKind;
use crate::{Phrase, Style};

/// Who gives certificates, and on what they rest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Giver {
    /// Whether the head is the country's or the Party's.
    #[serde(default)]
    pub heading: Heading,
    /// The post of whoever decides: `Hiệu trưởng Trường Đại học Sông Ngàn`.
    pub decided_by: String,
    /// The decision that they rest on.
    pub decision: Decision,
    /// The place of signing.
    pub place: String,
    /// The day of signing, once it is known.
    pub date: Option<Date>,
    /// Who signs.
    #[serde(deserialize_with = "signatory")]
    pub signature: Signature,
}

/// Whose head a certificate has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Heading {
    /// The name of the country and its motto.
    #[default]
    State,
    /// The Party's.
    Party,
}

/// The decision behind certificates.
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

/// Whom a certificate names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Recipient {
    /// What it is.
    #[serde(default = "individual")]
    pub of: SubjectKind,
    /// The name as printed, with form of address and degree where the organisation's form has them; of a household, that of its head.
    pub name: String,
    /// Post and unit of a person; the unit above of a unit; where a household lives.
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

/// Most are people.
pub(crate) fn individual() -> SubjectKind {
    SubjectKind::Individual
}

/// A list of none is no list.
pub(crate) fn at_least_one<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let list = Vec::<T>::deserialize(deserializer)?;
    if list.is_empty() { Err(serde::de::Error::invalid_length(0, &"at least one")) } else { Ok(list) }
}

/// Words of all certificates.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    country: String,
    motto: String,
    party: String,
    decision: Phrase,
    late: Phrase,
    former: Phrase,
    household: Phrase,
    household_begins: Vec<String>,
}

// The words are part of the program; the tests of all papers read them.
static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("../words/certificates.toml")).expect("the words of certificates"));

impl Giver {
    /// The lines above what is given.
    pub(crate) fn head(&self) -> Vec<(Spot, String)> {
        let mut lines = match self.heading {
            Heading::State => vec![(Spot::Country, WORDS.country.clone()), (Spot::Motto, WORDS.motto.clone())],
            Heading::Party => vec![(Spot::Country, WORDS.party.clone())],
        };
        lines.push((Spot::DecidedBy, self.decided_by.to_uppercase()));
        lines
    }

    /// The lines at the foot; number and date have room until they are known.
    pub(crate) fn foot(&self, golden_book: String, style: &Style) -> [(Spot, String); 5] {
        let (number, date) = frame::citation(self.decision.number, &self.decision.symbol, self.decision.date, style);
        [
            (Spot::Decision, WORDS.decision.fill(&[("number", &number), ("date", &date)])),
            (Spot::GoldenBook, golden_book),
            (Spot::PlaceDate, frame::place_and_date(&self.place, self.date, style)),
            (Spot::Capacity, self.signature.capacity.join("\n").to_uppercase()),
            (Spot::Signatory, self.signature.name.clone().unwrap_or_default()),
        ]
    }
}

impl Recipient {
    /// The lines that name them.
    pub(crate) fn named(&self) -> [(Spot, String); 2] {
        let name = if self.is_late() { WORDS.late.fill(&[("name", &self.name)]) } else { name_of(self.of, &self.name) };
        let post = if self.former { WORDS.former.fill(&[("post", &self.post)]) } else { self.post.clone() };
        [(Spot::Recipient, name), (Spot::Post, text::capitalised(&post))]
    }

    /// Whether it is a person who is no longer alive.
    pub(crate) fn is_late(&self) -> bool {
        self.late && self.of == SubjectKind::Individual
    }
}

/// A name as a certificate prints it.
pub(crate) fn name_of(of: SubjectKind, name: &str) -> String {
    if of != SubjectKind::Household {
        return name.to_owned();
    }
    let small = name.to_lowercase();
    let says_itself = WORDS.household_begins.iter().any(|begin| small.starts_with(begin.as_str()));
    if says_itself { text::capitalised(name) } else { WORDS.household.fill(&[("name", name)]) }
}
