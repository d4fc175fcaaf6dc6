//! Letter that sends a file back for what is missing (công văn đề nghị bổ sung hồ sơ).

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table, TableCell};
use phongtrao_value::{Date, printed_date};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Cited, Frame};
use crate::meeting;
use crate::{Body, Composed, Phrase, Style};

super::paper!(ReturnNote, "return-note", Words);

/// A letter that asks a unit to complete its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ReturnNote {
    /// Issuer, number, date, recipients, signature.
    pub frame: Frame,
    /// The unit whose file it is.
    pub to: String,
    /// What is asked for: `khen thưởng năm học 2025-2026`, `công nhận “Công dân học tập” năm 2026`.
    pub occasion: String,
    /// The letter with which the file came, where one came.
    pub file: Option<Cited>,
    /// The day on which the file came, where it is known.
    pub received: Option<Date>,
    /// What the file as a whole lacks: components of the dossier.
    #[serde(default)]
    pub components: Vec<Lack>,
    /// What is lacking of single ones, by award, in the organisation's order.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// To whom it is sent: `Phòng Tổng hợp`.
    pub return_to: String,
    /// By which day; blank until it is set.
    pub until: Option<Date>,
}

/// A component that is not there, or not as it must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Lack {
    /// The component: `Biên bản họp xét của đơn vị`.
    pub component: String,
    /// What is to be done: `chưa có`, `thiếu chữ ký của thư ký`.
    pub what: String,
}

/// What is lacking of those who are put forward for one award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Group {
    /// The award as printed.
    pub award: String,
    /// Who they are.
    pub subjects: Vec<Incomplete>,
}

/// One of whom something is lacking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Incomplete {
    /// The name as printed.
    pub name: String,
    /// Post and unit.
    #[serde(default)]
    pub post: String,
    /// What is lacking, a line each.
    pub lacks: Vec<String>,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    about: Phrase,
    reviewed: Phrase,
    received: Phrase,
    received_with: Phrase,
    received_on: Phrase,
    checked: Phrase,
    components: String,
    cases: String,
    until: Phrase,
    component_heads: [String; 3],
    case_heads: [String; 3],
}

impl ReturnNote {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("occasion", &self.occasion)]);
        let mut parts = vec![self.frame.head_about(&about, style), frame::addressees(std::slice::from_ref(&self.to))];
        parts.extend(self.received(words, style).into_iter().map(Part::Paragraph));
        parts.extend(self.lacks(words));
        let until = frame::day(self.until, style);
        parts.push(frame::last_paragraph(&words.until.fill(&[("to", &self.to), ("return_to", &self.return_to), ("until", &until)])));
        parts.push(self.frame.end());
        Composed { title: about, body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    /// What came, and when, as far as it is known; where nothing came yet, what was reviewed.
    fn received(&self, words: &Words, style: &Style) -> Vec<String> {
        let with = self.file.as_ref().map(|file| words.received_with.fill(&[("file", &file.words(style))])).unwrap_or_default();
        let on = self.received.map(|day| words.received_on.fill(&[("date", &printed_date::long(day))])).unwrap_or_default();
        let given = [("issuer", self.frame.issuer.as_str()), ("to", &self.to), ("occasion", &self.occasion), ("with", &with), ("on", &on)];
        let phrases: &[&Phrase] = if with.is_empty() && on.is_empty() { &[&words.reviewed] } else { &[&words.received, &words.checked] };
        phrases.iter().map(|phrase| phrase.fill(&given)).collect()
    }

    /// The file as a whole, then single ones; each only where something is lacking.
    fn lacks(&self, words: &Words) -> Vec<Part> {
        let components = (!self.components.is_empty()).then(|| (&words.components, self.of_file(words)));
        let cases = (!self.groups.is_empty()).then(|| (&words.cases, self.of_single_ones(words)));
        let said = [components, cases].into_iter().flatten();
        let said: Vec<(&String, Part)> = said.collect();
        let is_alone = said.len() == 1;
        let heading = |number: usize, words: &str| {
            if is_alone { Part::Paragraph(words.to_owned()) } else { meeting::labelled(&format!("{number}."), words) }
        };
        let numbered = (1_usize..).zip(said);
        numbered.flat_map(|(number, (words, table))| [heading(number, words), table]).collect()
    }

    fn of_file(&self, words: &Words) -> Part {
        let mut rows = vec![Row::of(RowKind::Head, &words.component_heads)];
        let lacks = (1_usize..).zip(&self.components);
        rows.extend(lacks.map(|(number, lack)| Row::of(RowKind::Plain, [number.to_string(), lack.component.clone(), lack.what.clone()])));
        table([(8, Side::Middle), (46, Side::Left), (46, Side::Left)], rows)
    }

    fn of_single_ones(&self, words: &Words) -> Part {
        let mut rows = vec![Row::of(RowKind::Head, &words.case_heads)];
        let mut number = 0_usize;
        for group in &self.groups {
            rows.push(Row { kind: RowKind::Group, cells: vec![TableCell::of(&group.award).across(2)] });
            for subject in &group.subjects {
                number += 1;
                rows.push(subject.row(number));
            }
        }
        table([(8, Side::Middle), (38, Side::Left), (54, Side::Left)], rows)
    }
}

impl Incomplete {
    fn row(&self, number: usize) -> Row {
        let lacks = self.lacks.iter().map(|lack| Part::Paragraph(format!("- {lack}"))).collect();
        Row::from(vec![
            TableCell::of(number.to_string()),
            TableCell::of(meeting::name_and_post(&self.name, &self.post)),
            TableCell { parts: lacks, ..TableCell::default() },
        ])
    }
}

fn table(columns: [(u16, Side); 3], rows: Vec<Row>) -> Part {
    Part::Table(Table { columns: columns.map(|(width, side)| Column { width, side }).to_vec(), rows })
}
