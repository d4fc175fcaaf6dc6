//! A list ballot (phiếu bầu theo danh sách): all nominees of a vote with boxes to tick.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, SignatureBlock, Table, TableCell};
use serde::{Deserialize, Serialize};

use crate::sheet::Letterhead;
use crate::{Body, Composed, Phrase, Style, frame};

super::paper!(BallotList, "ballot-list", Words);

/// A ballot with all nominees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BallotList {
    /// Whose ballot it is; below it there is room for a stamp.
    pub letterhead: Letterhead,
    /// What is voted on: `thi đua, khen thưởng năm học 2025-2026`, `công nhận “Công dân học tập” năm 2026`.
    pub occasion: String,
    /// At which meeting: `phiên họp ngày 02/7/2026`.
    pub meeting: String,
    /// Whether it is secret; otherwise whoever votes signs.
    pub secret: bool,
    /// The nominees by award, in the order of the list.
    pub groups: Vec<Group>,
}

/// The nominees for one award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Group {
    /// The award as printed.
    pub award: String,
    /// The lower title that may be given instead, where the body's rules know one.
    pub lower: Option<String>,
    /// Who they are.
    pub nominees: Vec<Choice>,
}

/// One nominee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Choice {
    /// Its number in the table of nominees; without it, its place on this paper.
    #[serde(default)]
    pub number: Option<u32>,
    /// The name as printed.
    pub name: String,
    /// Post and unit.
    #[serde(default)]
    pub post: String,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    stamp: String,
    kind: String,
    about: Phrase,
    at: Phrase,
    how: String,
    how_lower: String,
    heads: [String; 4],
    lower: String,
    group_lower: Phrase,
    open: String,
    signs: String,
    hand: String,
}

impl BallotList {
    fn composed(&self, words: &Words, _: &Style) -> Composed {
        let about = words.about.fill(&[("occasion", &self.occasion)]);
        let at = words.at.fill(&[("meeting", &self.meeting)]);
        let how = if self.has_lower() { &words.how_lower } else { &words.how };
        let mut parts = vec![
            self.letterhead.with(&words.stamp),
            frame::title(&words.kind, &[&about, &at]),
            self.table(words),
            Part::Remark(how.clone()),
        ];
        if !self.secret {
            let lines = vec![words.signs.clone()];
            parts.push(Part::Signatures(vec![SignatureBlock {
                lines,
                hint: Some(words.hand.clone()),
                name: Some(String::new()),
                ..SignatureBlock::default()
            }]));
        }
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    fn has_lower(&self) -> bool {
        self.groups.iter().any(|group| group.lower.is_some())
    }

    fn table(&self, words: &Words) -> Part {
        let has_lower = self.has_lower();
        let heads = words.heads.iter().chain(has_lower.then_some(&words.lower));
        let mut rows = vec![Row::of(RowKind::Head, heads)];
        let mut place = 0_u32;
        for group in &self.groups {
            let lower = group.lower.as_ref().map(|lower| words.group_lower.fill(&[("lower", lower)])).unwrap_or_default();
            let across = if has_lower { 4 } else { 3 };
            let cell = TableCell::of(format!("{}{lower}", group.award)).across(across);
            rows.push(Row { kind: RowKind::Group, cells: vec![cell] });
            for nominee in &group.nominees {
                place += 1;
                let number = nominee.number.unwrap_or(place);
                let name = if nominee.post.is_empty() { nominee.name.clone() } else { format!("{}\n{}", nominee.name, nominee.post) };
                let lower = has_lower.then(|| group.lower.as_ref().map(|_| words.open.clone()).unwrap_or_default());
                let boxes = [words.open.clone(), words.open.clone()].into_iter().chain(lower);
                rows.push(Row::of(RowKind::Plain, [number.to_string(), name].into_iter().chain(boxes)));
            }
        }
        let widths: &[u16] = if has_lower { &[8, 44, 14, 16, 18] } else { &[8, 56, 17, 19] };
        let side = |index: usize| if index == 1 { Side::Left } else { Side::Middle };
        let columns = widths.iter().enumerate().map(|(index, width)| Column { width: *width, side: side(index) }).collect();
        Part::Table(Table { columns, rows })
    }
}
