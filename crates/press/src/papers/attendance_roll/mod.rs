//! Attendance roll (danh sách điểm danh): who is to be there, with room to sign.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table};
use phongtrao_value::{Date, figures, printed_date};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Signature};
use crate::sheet::Letterhead;
use crate::{Body, Composed, Phrase, Style};

super::paper!(AttendanceRoll, "attendance-roll", Words);

/// A roll that is signed at the door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AttendanceRoll {
    /// Whose roll it is.
    pub letterhead: Letterhead,
    /// Of what: `Họp Hội đồng Thi đua - Khen thưởng năm học 2025-2026`.
    pub about: String,
    /// The day.
    pub day: Date,
    /// Where.
    pub place: String,
    /// Those who are to be there, in the organisation's order.
    pub people: Vec<Person>,
    /// Who keeps the roll.
    pub signature: Signature,
}

/// One who is to be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Person {
    /// The name as printed.
    pub name: String,
    /// Post and unit.
    #[serde(default)]
    pub post: String,
    /// As what: chair, member, guest.
    #[serde(default)]
    pub role: String,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    at: Phrase,
    heads: [String; 5],
    sum: Phrase,
}

impl AttendanceRoll {
    fn composed(&self, words: &Words, _: &Style) -> Composed {
        let at = words.at.fill(&[("date", &printed_date::long(self.day)), ("place", &self.place)]);
        let parts = vec![
            self.letterhead.head(),
            frame::title(&words.kind, &[&self.about, &at]),
            self.table(words),
            Part::Paragraph(words.sum.fill(&[("number", &figures::two_places(self.people.len() as u64))])),
            Part::Signatures(vec![self.signature.block()]),
        ];
        Composed { title: format!("{} {}", words.kind, self.about), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    fn table(&self, words: &Words) -> Part {
        let mut rows = vec![Row::of(RowKind::Head, &words.heads)];
        // A second, empty line makes room for a signature.
        rows.extend((1..).zip(&self.people).map(|(number, person): (usize, &Person)| {
            Row::of(RowKind::Plain, [number.to_string(), person.name.clone(), person.post.clone(), person.role.clone(), String::from("\n")])
        }));
        let columns = [(8, Side::Middle), (26, Side::Left), (28, Side::Left), (18, Side::Left), (20, Side::Left)];
        Part::Table(Table { columns: columns.map(|(width, side)| Column { width, side }).to_vec(), rows })
    }
}
