//! Single ballots (phiếu bầu từng trường hợp): a slip for each nominee.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table};
use serde::{Deserialize, Serialize};

use crate::sheet::Letterhead;
use crate::{Body, Composed, Phrase, Style, frame, meeting};

super::paper!(BallotSingle, "ballot-single", Words);

/// Slips, one for each nominee, to be printed as often as there are voters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BallotSingle {
    /// Whose ballot it is; below it there is room for a stamp.
    pub letterhead: Letterhead,
    /// What is voted on: `thi đua, khen thưởng năm học 2025-2026`, `công nhận “Công dân học tập” năm 2026`.
    pub occasion: String,
    /// The slips, in the order of the list.
    pub slips: Vec<Slip>,
}

/// One slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Slip {
    /// Its number in the table of nominees, where it has one.
    #[serde(default)]
    pub number: Option<u32>,
    /// The name as printed.
    pub name: String,
    /// Post and unit.
    #[serde(default)]
    pub post: String,
    /// The award as printed.
    pub award: String,
    /// The lower title that may be given instead, where the body's rules know one.
    pub lower: Option<String>,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    stamp: String,
    kind: String,
    about: Phrase,
    nominee: String,
    numbered: Phrase,
    award: String,
    agree: String,
    against: String,
    lower: Phrase,
    open: String,
    how: String,
}

impl BallotSingle {
    fn composed(&self, words: &Words, _: &Style) -> Composed {
        let about = words.about.fill(&[("occasion", &self.occasion)]);
        let mut parts = Vec::new();
        for (index, slip) in self.slips.iter().enumerate() {
            if index > 0 {
                parts.push(Part::Section(Page::Slip));
            }
            parts.extend([self.letterhead.with(&words.stamp), frame::title(&words.kind, &[&about])]);
            parts.extend(slip.parts(words));
        }
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Slip, parts }) }
    }
}

impl Slip {
    fn parts(&self, words: &Words) -> [Part; 4] {
        let number = self.number.map(|number| words.numbered.fill(&[("number", &number.to_string())]));
        let nominee = number.unwrap_or_else(|| words.nominee.clone());
        let lower = self.lower.as_ref().map(|lower| words.lower.fill(&[("lower", lower)]));
        let heads: Vec<String> = [words.agree.clone(), words.against.clone()].into_iter().chain(lower).collect();
        let boxes = vec![words.open.clone(); heads.len()];
        let columns = vec![Column { width: 1, side: Side::Middle }; heads.len()];
        let rows = vec![Row::of(RowKind::Head, heads), Row::of(RowKind::Plain, boxes)];
        [
            meeting::labelled(&nominee, &meeting::sentence(&meeting::name_and_post(&self.name, &self.post))),
            meeting::labelled(&words.award, &meeting::sentence(&self.award)),
            Part::Table(Table { columns, rows }),
            Part::Remark(words.how.clone()),
        ]
    }
}
