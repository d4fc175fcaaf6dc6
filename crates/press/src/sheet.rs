//! Sheets that have no number, and minutes, which have no date in their head: Decree 30/2020/NĐ-CP, Annex III, forms 1.10 and after.

use phongtrao_document::write::{HeadKind, Part, SignatureBlock};
use phongtrao_value::Date;
use serde::{Deserialize, Serialize};

use crate::Style;
use crate::frame::{self, Signature};

/// The bodies in the left corner of a sheet that has no number: tables, rolls, slips.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Letterhead {
    /// The body above, where the letterhead shows one.
    pub superior: Option<String>,
    /// The body whose sheet it is.
    pub issuer: String,
}

impl Letterhead {
    /// The head without anything below.
    pub fn head(&self) -> Part {
        frame::head(self.superior.as_deref(), &self.issuer, None, None)
    }

    /// The head with place and date.
    pub fn dated(&self, place: &str, date: Option<Date>, style: &Style) -> Part {
        let date = frame::line(HeadKind::PlaceDate, &frame::place_and_date(place, date, style));
        frame::head(self.superior.as_deref(), &self.issuer, None, Some(date))
    }

    /// The head with words below the body: where a stamp goes.
    pub fn with(&self, below: &str) -> Part {
        frame::head(self.superior.as_deref(), &self.issuer, Some(frame::line(HeadKind::Other, below)), None)
    }
}

/// Who keeps minutes, under what number, and who gets them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Record {
    /// The body above, where the letterhead shows one.
    pub superior: Option<String>,
    /// The body that meets, as the letterhead names it.
    pub issuer: String,
    /// What stands behind the number: `BB-KNH`.
    pub symbol: String,
    /// The number, once it is given.
    pub number: Option<u32>,
    /// Who gets them, without dashes and signs. The line of the archive comes by itself.
    #[serde(default)]
    pub recipients: Vec<String>,
    /// The unit that keeps them, as in `Lưu: VT, KNH`.
    pub desk: String,
}

impl Record {
    /// The head; the day of minutes stands in their text.
    pub fn head(&self) -> Part {
        let number = frame::line(HeadKind::Number, &frame::number_line(self.number, &self.symbol));
        frame::head(self.superior.as_deref(), &self.issuer, Some(number), None)
    }

    /// Those who sign, beside each other, and the recipients below.
    pub fn end(&self, signatures: &[Signature]) -> Part {
        self.signed(signatures.iter().map(Signature::block).collect())
    }

    /// The same, as their blocks are set.
    pub fn signed(&self, signatures: Vec<SignatureBlock>) -> Part {
        Part::End { recipients: frame::recipients(&self.recipients, &self.desk), signatures }
    }
}
