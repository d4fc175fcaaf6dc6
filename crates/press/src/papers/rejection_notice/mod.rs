//! Notice of those who are not awarded (thông báo trường hợp chưa được công nhận, khen thưởng), to the unit that put them forward, with the grounds.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table, TableCell};
use phongtrao_value::{Date, figures, printed_date};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Frame};
use crate::meeting;
use crate::{Body, Composed, Phrase, Style};

super::paper!(RejectionNotice, "rejection-notice", Words);

/// A notice of those who are not awarded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RejectionNotice {
    /// Issuer, number, date, recipients, signature.
    pub frame: Frame,
    /// The unit that is told: `Khoa Nông học`.
    pub to: String,
    /// For what: `năm học 2025-2026`.
    pub occasion: String,
    /// What it rests on, a line each.
    pub bases: Vec<String>,
    /// Those who are not awarded, by award, in the organisation's order.
    pub groups: Vec<Group>,
    /// Where questions go: `Phòng Tổng hợp`.
    pub replies_to: String,
    /// Until when, where the organisation sets a day.
    pub replies_until: Option<Date>,
}

/// Those who do not get one award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Group {
    /// The award as printed.
    pub award: String,
    /// Who they are.
    pub subjects: Vec<Refused>,
}

/// One who is not awarded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Refused {
    /// The name as printed.
    pub name: String,
    /// Post and unit of a person; the unit above of a unit.
    #[serde(default)]
    pub post: String,
    /// Why: at least one ground.
    pub grounds: Vec<Ground>,
}

/// Why somebody is not awarded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Ground {
    /// The reason, as everybody may read it.
    pub reason: String,
    /// Where the rule stands that asks it: `khoản 2 Điều 23 Luật Thi đua, khen thưởng`.
    pub rule: String,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    says: Phrase,
    counts: Phrase,
    questions: Phrase,
    questions_until: Phrase,
    closing: Phrase,
    annex: String,
    annex_about: Phrase,
    annex_of: Phrase,
    heads: [String; 4],
}

impl RejectionNotice {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("occasion", &self.occasion)]);
        let given = [("issuer", self.frame.issuer.as_str()), ("to", &self.to), ("occasion", &self.occasion)];
        let mut parts = vec![self.frame.head(style), frame::title(&words.kind, &[&about])];
        parts.extend(frame::bases(&self.bases));
        parts.push(Part::Paragraph(words.says.fill(&given)));
        let number: usize = self.groups.iter().map(|group| group.subjects.len()).sum();
        parts.push(Part::Paragraph(words.counts.fill(&[("number", &figures::two_places(number as u64))])));
        parts.push(Part::Paragraph(self.questions(words)));
        parts.push(frame::last_paragraph(&words.closing.fill(&given)));
        parts.push(self.frame.end());
        parts.extend(self.annex(words, style));
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    fn questions(&self, words: &Words) -> String {
        let to = ("to", self.replies_to.as_str());
        match self.replies_until.map(printed_date::long) {
            Some(until) => words.questions_until.fill(&[to, ("until", &until)]),
            None => words.questions.fill(&[to]),
        }
    }

    fn annex(&self, words: &Words, style: &Style) -> [Part; 3] {
        let (number, date) = self.frame.citation(style);
        let about = words.annex_about.fill(&[("occasion", &self.occasion)]);
        let of = words.annex_of.fill(&[("number", &number), ("date", &date), ("issuer", &self.frame.issuer)]);
        [Part::Section(Page::Upright), frame::title(&words.annex, &[&about, &frame::enclosed(&of)]), self.table(words)]
    }

    fn table(&self, words: &Words) -> Part {
        let mut rows = vec![Row::of(RowKind::Head, &words.heads)];
        let mut number = 0_usize;
        for group in &self.groups {
            rows.push(Row { kind: RowKind::Group, cells: vec![TableCell::of(&group.award).across(3)] });
            for refused in &group.subjects {
                number += 1;
                rows.push(refused.row(number));
            }
        }
        let columns = [(8, Side::Middle), (27, Side::Left), (37, Side::Left), (28, Side::Left)];
        Part::Table(Table { columns: columns.map(|(width, side)| Column { width, side }).to_vec(), rows })
    }
}

impl Refused {
    fn row(&self, number: usize) -> Row {
        Row::from(vec![
            TableCell::of(number.to_string()),
            TableCell::of(meeting::name_and_post(&self.name, &self.post)),
            self.cell(|ground| &ground.reason),
            self.cell(|ground| &ground.rule),
        ])
    }

    /// A paragraph a ground; of several each has its number, so that reason and rule find each other.
    fn cell(&self, of: impl Fn(&Ground) -> &str) -> TableCell {
        let said = (1_usize..).zip(&self.grounds).map(|(number, ground)| match self.grounds.len() {
            1 => of(ground).to_owned(),
            _ => format!("{number}. {}", of(ground)),
        });
        TableCell { parts: said.map(Part::Paragraph).collect(), ..TableCell::default() }
    }
}

#[cfg(test)]
mod tests {
    use phongtrao_document::write::Part;
    use rstest::rstest;

    use super::{Ground, Refused};

    #[rstest]
    #[case(&["chưa đủ một năm"], &["chưa đủ một năm"])]
    #[case(&["chưa đủ một năm", "chưa có sáng kiến"], &["1. chưa đủ một năm", "2. chưa có sáng kiến"])]
    fn several_grounds_are_numbered(#[case] reasons: &[&str], #[case] said: &[&str]) {
        let ground = |reason: &&str| Ground { reason: (*reason).to_owned(), rule: "Mục II".to_owned() };
        let refused = Refused { name: "Bà An".to_owned(), post: String::new(), grounds: reasons.iter().map(ground).collect() };
        let expected: Vec<Part> = said.iter().map(|words| Part::Paragraph((*words).to_owned())).collect();
        assert_eq!(refused.cell(|ground| &ground.reason).parts, expected);
    }
}
