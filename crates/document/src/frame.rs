//! What Decree 30/2020 puts around the body, as typed values.

use phongtrao_diagnostic::Span;
use phongtrao_value::{Date, DocumentNumber};

/// A value and the place where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<T> {
    /// The value.
    pub value: T,
    /// Where it stands in the decoded text.
    pub span: Span,
}

impl<T> Field<T> {
    /// A value at a place.
    pub fn new(value: T, span: Span) -> Field<T> {
        Field { value, span }
    }
}

/// The parts around the body. A part that the text lacks, or leaves blank, is `None` or empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frame {
    /// The national motto, or the Party's heading.
    pub motto: Option<Field<String>>,
    /// The body printed above the issuer.
    pub superior: Option<Field<String>>,
    /// The issuing body; two when two bodies issue together.
    pub issuers: Vec<Field<String>>,
    /// Number and symbol, when the number is there.
    pub number: Option<Field<DocumentNumber>>,
    /// The line of number and symbol as printed, also with the number left blank.
    pub number_line: Option<Field<String>>,
    /// The place before "ngày … tháng …".
    pub place: Option<Field<String>>,
    /// The date of issue, when day, month and year are there.
    pub issued_on: Option<Field<Date>>,
    /// The line of place and date as printed, also with the date left blank.
    pub date_line: Option<Field<String>>,
    /// The abbreviation of the kind of document (`KH`, `QĐ`, `CV` …; `words/kinds.toml`).
    pub kind: Option<Field<String>>,
    /// The subject line (trích yếu), without the kind word.
    pub title: Option<Field<String>>,
    /// `Kính gửi`.
    pub addressees: Vec<Field<String>>,
    /// The numbered documents cited in the preamble, each once, in order.
    pub bases: Vec<LegalBasis>,
    /// The closing mark `./.` at the end of the body.
    pub closing_mark: Option<Field<String>>,
    /// Signature blocks; the issuer's own first.
    pub signatures: Vec<Signature>,
    /// The lines of "Nơi nhận".
    pub recipients: Vec<Recipient>,
}

/// A document cited in the preamble.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalBasis {
    /// Where it is cited: from its kind word to its date or title.
    pub span: Span,
    /// The kind word as printed: `Quyết định`, `Luật`.
    pub kind: Option<String>,
    /// Its number; `None` for a law cited by name and date alone.
    pub number: Option<Field<DocumentNumber>>,
    /// Its date, when whole.
    pub date: Option<Field<Date>>,
    /// Who issued it, as printed.
    pub issuer: Option<String>,
    /// What it is about, as printed.
    pub title: Option<String>,
}

/// A line of "Nơi nhận".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The whole line without dash and final `;` or `.`.
    pub line: Field<String>,
    /// The receivers without the purpose.
    pub who: String,
    /// The words in the bracket: `để chỉ đạo`, `b/c`.
    pub purpose: Option<String>,
}

/// A signature block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The whole block.
    pub span: Span,
    /// `TM.`, `KT.`, `TL.`, `TUQ.`, `Q.`, in the order of the lines.
    pub capacities: Vec<Capacity>,
    /// The body on whose behalf is signed: the words after `TM.`.
    pub body: Option<String>,
    /// The lines of capacity and post without the `TM.` line, joined by ", ": `KT. CHỦ TỊCH, PHÓ CHỦ TỊCH`.
    pub post: Option<String>,
    /// The name as printed, without degree or rank.
    pub name: Option<Field<String>>,
    /// Degree or rank before the name: `GS.TS`, `Đại tá`.
    pub rank: Option<String>,
}

/// In what capacity somebody signs (Decree 30/2020, Article 13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Capacity {
    /// `TM.`, thay mặt: for a collective body.
    OnBehalf,
    /// `KT.`, ký thay: a deputy for the head.
    Deputy,
    /// `TL.`, thừa lệnh: by order.
    ByOrder,
    /// `TUQ.`, thừa ủy quyền: by delegation.
    ByDelegation,
    /// `Q.`, quyền: acting.
    Acting,
}
