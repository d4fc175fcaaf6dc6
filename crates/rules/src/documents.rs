//! The register of legal documents.

use phongtrao_value::Date;
use phongtrao_value::text::folded;
use serde::Deserialize;

use crate::Confidence;

/// A legal document and its validity.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalDocument {
    /// Number and symbol.
    pub number: String,
    /// Kind word.
    pub kind: String,
    /// Who issued it, as citations name them; a law is cited without.
    pub issuer: Option<String>,
    /// Date of issue, where known.
    pub date: Option<Date>,
    /// What it is about.
    pub title: String,
    /// First day in force, where known.
    pub in_force_from: Option<Date>,
    /// Last day in force; none while it is in force, or where the day is not known.
    pub in_force_to: Option<Date>,
    /// Number of the document that replaces it.
    pub replaced_by: Option<String>,
    /// What amends it.
    #[serde(default)]
    pub amended: Vec<Amendment>,
    /// Whether the project has seen its text.
    #[serde(default = "yes")]
    pub text_known: bool,
    /// How the entry was come by.
    pub confidence: Confidence,
    /// Where its validity stands.
    pub source: String,
}

fn yes() -> bool {
    true
}

/// What amends a document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// Number of the amending document.
    pub by: String,
    /// From when it amends, where known.
    pub from: Option<Date>,
}

/// Whether a document holds on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity<'a> {
    /// In force on that day, as far as the register knows.
    InForce,
    /// In force, amended by then.
    Amended(&'a Amendment),
    /// Not yet in force on that day, but from this one.
    NotYet(Date),
    /// No longer in force since this day, its last.
    Ended(Date),
}

impl LegalDocument {
    /// Whether it holds on `day`.
    pub fn on(&self, day: Date) -> Validity<'_> {
        if let Some(from) = self.in_force_from.filter(|from| day < *from) {
            return Validity::NotYet(from);
        }
        if let Some(to) = self.in_force_to.filter(|to| *to < day) {
            return Validity::Ended(to);
        }
        match self.amended.iter().find(|amendment| amendment.from.is_some_and(|from| from <= day)) {
            Some(amendment) => Validity::Amended(amendment),
            None => Validity::InForce,
        }
    }
}

/// The form in which numbers are compared: capitals and marks folded, spaces gone, every dash the same.
pub(crate) fn number_key(number: &str) -> String {
    let dashes = number.replace(['–', '—', '−'], "-");
    folded(&dashes).chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Packs;

    /// The day before, the first day, the last day, the day after.
    #[rstest::rstest]
    #[case("06/2022/QH15", "2023-12-31", "not yet")]
    #[case("06/2022/QH15", "2024-01-01", "in force")]
    #[case("06/2022/QH15", "2026-09-30", "in force")]
    #[case("06/2022/QH15", "2026-10-01", "amended")]
    #[case("98/2023/NĐ-CP", "2025-06-30", "in force")]
    #[case("98/2023/nđ-cp", "2025-07-01", "ended")]
    #[case("29/2023/TT-BGDĐT", "2026-04-01", "in force")]
    #[case("29/2023/TT–BGDĐT", "2026-04-02", "ended")]
    fn validity(#[case] number: &str, #[case] day: &str, #[case] expected: &str) {
        let document = Packs::embedded().document(number).expect("in the register");
        let word = match document.on(day.parse().expect("a day")) {
            Validity::InForce => "in force",
            Validity::Amended(_) => "amended",
            Validity::NotYet(_) => "not yet",
            Validity::Ended(_) => "ended",
        };
        assert_eq!(word, expected);
    }
}
