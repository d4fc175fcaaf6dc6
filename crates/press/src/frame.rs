//! The frame that all official letters share: Decree 30/2020/NĐ-CP, Annex I.

use std::sync::LazyLock;

use phongtrao_document::write::{HeadKind, HeadLine, HeadRow, Part, SignatureBlock};
use phongtrao_value::{Date, DocumentNumber, printed_date};
use serde::{Deserialize, Deserializer, Serialize};

use crate::{Phrase, Style, fields};

/// Who issues a paper, with what number and date, to whom, and who signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Frame {
    /// The body above the one that issues it, where the letterhead shows one.
    pub superior: Option<String>,
    /// The body that issues it.
    pub issuer: String,
    /// The place of the date: `Hà Nội`.
    pub place: String,
    /// What stands behind the number: `QĐ-ĐHSN`. The series of a council that uses its agency's seal is its own.
    pub symbol: String,
    /// The number, once the clerk has given it.
    pub number: Option<u32>,
    /// The date, once it is known: as a rule the day of signing.
    pub date: Option<Date>,
    /// Who gets it, without dashes and signs: `Như Điều 3`. The line of the archive comes by itself.
    #[serde(default)]
    pub recipients: Vec<String>,
    /// The unit that drafted it, as in `Lưu: VT, TĐKT`.
    pub desk: String,
    /// Who signs.
    #[serde(deserialize_with = "signatory")]
    pub signature: Signature,
}

/// Who signs, in what capacity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Signature {
    /// The lines above the name: `KT. HIỆU TRƯỞNG`, `PHÓ HIỆU TRƯỞNG`.
    #[serde(deserialize_with = "fields::lines")]
    pub capacity: Vec<String>,
    /// The name as printed, with degree or rank where the field's rules ask for it. Of a paper that is signed by hand and states the name there, none.
    #[serde(default, deserialize_with = "fields::filled_if_said")]
    pub name: Option<String>,
}

/// Who signs where the form wants the name: a paper that is signed by hand may leave it out, a letter may not.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Signatory {
    #[serde(deserialize_with = "fields::filled_lines")]
    capacity: Vec<String>,
    #[serde(deserialize_with = "fields::filled")]
    name: String,
}

/// Reads who signs, in what capacity and under what name.
///
/// # Errors
///
/// A capacity or a name that is missing or empty.
pub fn signatory<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Signature, D::Error> {
    let Signatory { capacity, name } = Signatory::deserialize(deserializer)?;
    Ok(Signature { capacity, name: Some(name) })
}

/// The same where nobody has to sign.
///
/// # Errors
///
/// A capacity or a name that is missing or empty.
pub fn signatory_if_said<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Signature>, D::Error> {
    signatory(deserializer).map(Some)
}

/// Who makes a list or a slip that bears no number of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sheet {
    /// The body above the one that makes it, where the head shows one.
    pub superior: Option<String>,
    /// The body that makes it.
    pub issuer: String,
    /// The place of the date: `Hà Nội`.
    pub place: String,
    /// The date, once it is known.
    pub date: Option<Date>,
}

/// A document that a paper names: its number and date may still be blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Cited {
    /// What it is, with a capital: `Quyết định`.
    pub kind: String,
    /// What stands behind the number: `QĐ-ĐHSN`.
    pub symbol: String,
    /// The number, once the clerk has given it.
    pub number: Option<u32>,
    /// The date, once it is known.
    pub date: Option<Date>,
    /// Who issued it, in the words of a citation: `Hiệu trưởng Trường Đại học Sông Ngàn`.
    pub issuer: String,
}

/// Words of the frame.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    country: String,
    motto: String,
    addressee: Phrase,
    addressees: String,
    recipients: String,
    archive: Phrase,
    enclosed: Phrase,
    hand: String,
    seal: String,
    end: String,
    about: Phrase,
    cited: Phrase,
}

// The words are part of the program; the tests of all papers read them.
static WORDS: LazyLock<Words> = LazyLock::new(|| toml::from_str(include_str!("../words/frame.toml")).expect("the words of the frame"));

impl Frame {
    /// The head: bodies beside the motto, number beside place and date.
    pub fn head(&self, style: &Style) -> Part {
        let number = line(HeadKind::Number, &self.number_line());
        let date = line(HeadKind::PlaceDate, &place_and_date(&self.place, self.date, style));
        head(self.superior.as_deref(), &self.issuer, Some(number), Some(date))
    }

    /// `Số: 05/QĐ-ĐHSN`, or with room for the number.
    pub fn number_line(&self) -> String {
        number_line(self.number, &self.symbol)
    }

    /// The head of a letter that is not of a named kind: what it is about stands below its number.
    pub fn head_about(&self, about: &str, style: &Style) -> Part {
        let mut head = self.head(style);
        if let Part::Head(rows) = &mut head
            && let Some(row) = rows.last_mut()
        {
            row.left.push(line(HeadKind::Other, &WORDS.about.fill(&[("about", about)])));
        }
        head
    }

    /// Recipients beside the signature.
    pub fn end(&self) -> Part {
        Part::End { recipients: recipients(&self.recipients, &self.desk), signatures: vec![self.signature.block()] }
    }

    /// Number and date as another paper cites them.
    pub fn citation(&self, style: &Style) -> (String, String) {
        citation(self.number, &self.symbol, self.date, style)
    }
}

impl Sheet {
    /// The head: bodies beside the motto, and below it place and date.
    pub fn head(&self, style: &Style) -> Part {
        let words = &*WORDS;
        let mut left: Vec<HeadLine> = self.superior.iter().map(|name| line(HeadKind::Superior, &name.to_uppercase())).collect();
        left.push(line(HeadKind::Issuer, &self.issuer.to_uppercase()));
        let right = vec![
            line(HeadKind::Country, &words.country),
            line(HeadKind::Motto, &words.motto),
            line(HeadKind::PlaceDate, &place_and_date(&self.place, self.date, style)),
        ];
        Part::Head(vec![HeadRow { left, right }])
    }
}

impl Cited {
    /// `Quyết định số 05/QĐ-ĐHSN ngày 12 tháng 7 năm 2026 của Hiệu trưởng …`, with room for what is not yet known.
    pub fn words(&self, style: &Style) -> String {
        let number = self.number.and_then(|number| DocumentNumber::given(number, &self.symbol));
        let number = number.map_or_else(|| format!("      /{}", self.symbol), |number| number.to_string());
        WORDS.cited.fill(&[("kind", &self.kind), ("number", &number), ("date", &day(self.date, style)), ("issuer", &self.issuer)])
    }
}

impl Signature {
    /// The block as it is set. Without a name there stands how it is signed by hand, with room for it.
    pub fn block(&self) -> SignatureBlock {
        let lines = self.capacity.iter().map(|line| line.to_uppercase()).collect();
        match &self.name {
            Some(name) => SignatureBlock { lines, name: Some(name.clone()), ..SignatureBlock::default() },
            None => SignatureBlock { lines, hint: Some(WORDS.hand.clone()), name: Some(String::new()), ..SignatureBlock::default() },
        }
    }

    /// The block of whoever signs and seals a paper of another body.
    pub fn sealed(&self) -> SignatureBlock {
        SignatureBlock { hint: Some(WORDS.seal.clone()), ..self.block() }
    }

    /// The block with place and date above it: of papers that have none in their head.
    pub fn dated(&self, place: &str, date: Option<Date>, style: &Style) -> SignatureBlock {
        SignatureBlock { dated: Some(place_and_date(place, date, style)), ..self.block() }
    }
}

/// The corners above a form: what stands in the left one, and in the right one, a line each.
pub(crate) fn corners(left: &[String], right: &[String]) -> Part {
    let lines = |words: &[String]| words.iter().map(|words| line(HeadKind::Other, words)).collect();
    Part::Head(vec![HeadRow { left: lines(left), right: lines(right) }])
}

/// The head of a paper: bodies beside the motto; below them number and date, where it has them.
pub(crate) fn head(superior: Option<&str>, issuer: &str, number: Option<HeadLine>, date: Option<HeadLine>) -> Part {
    let mut left: Vec<HeadLine> = superior.iter().map(|name| line(HeadKind::Superior, &name.to_uppercase())).collect();
    left.push(line(HeadKind::Issuer, &issuer.to_uppercase()));
    let right = vec![line(HeadKind::Country, &WORDS.country), line(HeadKind::Motto, &WORDS.motto)];
    let below = HeadRow { left: number.into_iter().collect(), right: date.into_iter().collect() };
    let has_below = !below.left.is_empty() || !below.right.is_empty();
    Part::Head([HeadRow { left, right }].into_iter().chain(has_below.then_some(below)).collect())
}

pub(crate) fn number_line(number: Option<u32>, symbol: &str) -> String {
    let given = number.and_then(|number| DocumentNumber::given(number, symbol));
    given.map_or_else(|| DocumentNumber::blank_line(symbol), |number| number.line())
}

/// The lines of `Nơi nhận`, that of the archive last.
pub(crate) fn recipients(names: &[String], desk: &str) -> Vec<String> {
    let lines = names.iter().map(|name| format!("- {name};"));
    [WORDS.recipients.clone()].into_iter().chain(lines).chain([WORDS.archive.fill(&[("desk", desk)])]).collect()
}

/// `Hà Nội, ngày 05 tháng 01 năm 2026` (Annex I, part 4); without a date, room for it.
pub fn place_and_date(place: &str, date: Option<Date>, style: &Style) -> String {
    format!("{place}, {}", day(date, style))
}

/// `ngày 05 tháng 01 năm 2026`; without a date, room for it.
pub fn day(date: Option<Date>, style: &Style) -> String {
    date.map_or_else(|| printed_date::long_without_month(style.made_on.year()), printed_date::long)
}

/// Number and date of a document as another cites it, with room for what is not known yet.
pub fn citation(number: Option<u32>, symbol: &str, date: Option<Date>, style: &Style) -> (String, String) {
    let given = number.and_then(|number| DocumentNumber::given(number, symbol));
    (given.map_or_else(|| format!("      /{symbol}"), |number| number.to_string()), day(date, style))
}

/// `Kính gửi`: one addressee in the same line, several in lines of their own (Annex I, part 9a).
pub fn addressees(names: &[String]) -> Part {
    let words = &*WORDS;
    if let [one] = names {
        return Part::Addressees(vec![words.addressee.fill(&[("name", one)])]);
    }
    let line = |(index, name): (usize, &String)| format!("- {name}{}", if index + 1 == names.len() { '.' } else { ';' });
    Part::Addressees([words.addressees.clone()].into_iter().chain(names.iter().enumerate().map(line)).collect())
}

/// Kind of document in capitals, and what it is about.
pub fn title(kind: &str, about: &[&str]) -> Part {
    Part::Title([kind.to_uppercase()].into_iter().chain(about.iter().map(|line| (*line).to_owned())).collect())
}

/// What the document rests on, a paragraph each: the last ends with a full stop, the others with a semicolon.
pub fn bases(bases: &[String]) -> impl Iterator<Item = Part> + '_ {
    let sign = |index: usize| if index + 1 == bases.len() { '.' } else { ';' };
    bases.iter().enumerate().map(move |(index, basis)| Part::Basis(format!("{}{}", basis.trim_end_matches(['.', ';']), sign(index))))
}

/// The line under the title of an annex: with which document it comes.
pub fn enclosed(document: &str) -> String {
    WORDS.enclosed.fill(&[("document", document)])
}

/// The last paragraph of a letter, with the sign that ends it.
pub fn last_paragraph(words: &str) -> Part {
    Part::Paragraph(format!("{}{}", words.trim_end_matches('.'), WORDS.end))
}

pub(crate) fn line(kind: HeadKind, words: &str) -> HeadLine {
    HeadLine { kind, words: words.to_owned() }
}
