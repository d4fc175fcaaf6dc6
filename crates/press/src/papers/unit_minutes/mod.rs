//! Minutes of the meeting at which a whole unit reviews who is put forward (biên bản họp xét thi đua, khen thưởng).

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table, TableCell};
use serde::{Deserialize, Serialize};

use crate::meeting::{self, Ballots, Meeting, Presence, Votes};
use crate::sheet::Record;
use crate::{Body, Composed, Phrase, Style, frame};

super::paper!(UnitMinutes, "unit-minutes", Words);

/// The minutes of a unit's review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct UnitMinutes {
    /// Unit, number, recipients.
    pub record: Record,
    /// What is voted on: `thi đua, khen thưởng năm học 2025-2026`, `công nhận “Công dân học tập” năm 2026`.
    pub occasion: String,
    /// When and where, chair and secretary.
    pub meeting: Meeting,
    /// Who was there.
    pub presence: Presence,
    /// What was dealt with, in its order.
    pub content: Vec<String>,
    /// Opinions that were voiced.
    #[serde(default)]
    pub opinions: Vec<String>,
    /// The ballots; none where hands were raised.
    pub ballots: Option<Ballots>,
    /// What came of it, award by award.
    pub results: Vec<OfAward>,
    /// What was concluded.
    pub conclusions: Vec<String>,
}

/// The votes on one award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OfAward {
    /// The award as printed.
    pub award: String,
    /// The nominees, in the order of the list.
    pub nominees: Vec<Voted>,
}

/// The votes for one nominee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Voted {
    /// The name as printed.
    pub name: String,
    /// Post and unit.
    #[serde(default)]
    pub post: String,
    /// The votes.
    pub votes: Votes,
    /// What stands in the column of remarks: what came of it.
    #[serde(default)]
    pub note: String,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    members_are: String,
    content: String,
    opinions: String,
    no_opinions: String,
    results: String,
    by_ballot: Phrase,
    by_hand: String,
    conclusions: String,
    heads: [String; 5],
}

impl UnitMinutes {
    fn composed(&self, words: &Words, _: &Style) -> Composed {
        let about = words.about.fill(&[("occasion", &self.occasion)]);
        let mut parts = vec![self.record.head(), frame::title(&words.kind, &[&about])];
        parts.extend(self.meeting.opening());
        parts.extend(self.presence.parts(&words.members_are));
        parts.push(meeting::heading(1, &words.content));
        parts.extend(self.content.iter().map(|content| Part::Paragraph(meeting::sentence(content))));
        parts.push(meeting::heading(2, &words.opinions));
        parts.extend(meeting::points(&self.opinions, &words.no_opinions));
        parts.push(meeting::heading(3, &words.results));
        let held = self.ballots.map_or_else(|| words.by_hand.clone(), |ballots| words.by_ballot.fill(&[("ballots", &ballots.said())]));
        parts.push(Part::Paragraph(held));
        parts.push(self.table(words));
        parts.push(meeting::heading(4, &words.conclusions));
        parts.extend(self.conclusions.iter().map(|conclusion| Part::Paragraph(meeting::sentence(conclusion))));
        parts.push(self.meeting.closing());
        parts.push(self.record.end(&self.meeting.signatures()));
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    fn table(&self, words: &Words) -> Part {
        let mut rows = vec![Row::of(RowKind::Head, &words.heads)];
        let mut number = 0_usize;
        for result in &self.results {
            rows.push(Row { kind: RowKind::Group, cells: vec![TableCell::of(&result.award).across(4)] });
            for voted in &result.nominees {
                number += 1;
                let name = meeting::name_and_post(&voted.name, &voted.post);
                rows.push(Row::of(
                    RowKind::Plain,
                    [number.to_string(), name, voted.votes.said(), voted.votes.percentage(), voted.note.clone()],
                ));
            }
        }
        let columns = [(8, Side::Middle), (39, Side::Left), (14, Side::Middle), (18, Side::Middle), (21, Side::Left)];
        Part::Table(Table { columns: columns.map(|(width, side)| Column { width, side }).to_vec(), rows })
    }
}
