//! Counting minutes (biên bản kiểm phiếu): what the counting team found, award by award.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table};
use phongtrao_value::figures;
use serde::{Deserialize, Serialize};

use crate::frame::{self, Signature};
use crate::meeting::{self, Attendee, Ballots, Meeting, Votes};
use crate::sheet::Record;
use crate::{Body, Composed, Phrase, Style};

super::paper!(CountingMinutes, "counting-minutes", Words);

/// The minutes of a count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CountingMinutes {
    /// Body, number, recipients.
    pub record: Record,
    /// What is voted on: `thi đua, khen thưởng năm học 2025-2026`, `công nhận “Công dân học tập” năm 2026`.
    pub occasion: String,
    /// When and where; its chair signs.
    pub meeting: Meeting,
    /// The counting team, its head first.
    pub team: Vec<Attendee>,
    /// All who may vote.
    pub voters: u64,
    /// What was counted, in the order of the agenda.
    pub counts: Vec<Count>,
}

/// What was counted for one award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Count {
    /// The award as printed.
    pub award: String,
    /// The lower award that ballots may give instead.
    pub lower: Option<String>,
    /// Its ballots.
    pub ballots: Ballots,
    /// Its nominees, in the order of the ballot.
    pub nominees: Vec<Counted>,
}

/// What was counted for one nominee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Counted {
    /// Its number in the table of nominees; without it, its place on this paper.
    #[serde(default)]
    pub number: Option<u32>,
    /// The name as printed.
    pub name: String,
    /// Votes for, and of how many the share is taken.
    pub votes: Votes,
    /// Votes for the lower award, where there is one.
    pub lowered: Option<u64>,
    /// Votes against.
    pub against: u64,
    /// Ballots that say nothing, or whose own case it is.
    #[serde(default)]
    pub note: String,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    team: String,
    head_of_team: Phrase,
    member_of_team: Phrase,
    voters: String,
    voters_are: Phrase,
    ballots: Phrase,
    heads: [String; 6],
    lower: Phrase,
    head_signs: String,
    member_signs: String,
}

impl CountingMinutes {
    fn composed(&self, words: &Words, _: &Style) -> Composed {
        let about = words.about.fill(&[("occasion", &self.occasion)]);
        let mut parts = vec![self.record.head(), frame::title(&words.kind, &[&about])];
        parts.extend(self.meeting.opening());
        parts.push(meeting::labelled(&words.team, ""));
        parts.extend(self.team.iter().enumerate().map(|(index, member)| {
            let phrase = if index == 0 { &words.head_of_team } else { &words.member_of_team };
            Part::Paragraph(phrase.fill(&[("who", &member.said())]))
        }));
        parts.push(meeting::labelled(&words.voters, &words.voters_are.fill(&[("number", &figures::two_places(self.voters))])));
        for (number, count) in (1..).zip(&self.counts) {
            parts.push(meeting::heading(number, &count.award));
            parts.push(Part::Paragraph(words.ballots.fill(&[("ballots", &count.ballots.said())])));
            parts.push(count.table(words));
        }
        parts.push(self.meeting.counted());
        parts.push(self.record.end(&self.signatures(words)));
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    /// Members of the team, its head, and the chair.
    fn signatures(&self, words: &Words) -> Vec<Signature> {
        let sign = |capacity: &String, who: &Attendee| Signature { capacity: vec![capacity.clone()], name: Some(who.name.clone()) };
        let members = self.team.iter().skip(1).map(|member| sign(&words.member_signs, member));
        let head = self.team.first().map(|head| sign(&words.head_signs, head));
        let [_, chair] = self.meeting.signatures();
        members.chain(head).chain([chair]).collect()
    }
}

impl Count {
    fn table(&self, words: &Words) -> Part {
        let [number, name, agreed, against, share, note] = &words.heads;
        let lower = self.lower.as_ref().map(|lower| words.lower.fill(&[("lower", lower)]));
        let heads = [number, name, agreed].into_iter().chain(&lower).chain([against, share, note]);
        let mut rows = vec![Row::of(RowKind::Head, heads)];
        rows.extend((1..).zip(&self.nominees).map(|(place, counted): (u32, _)| counted.row(place, lower.is_some())));
        let widths: &[u16] = if lower.is_some() { &[7, 27, 10, 15, 12, 14, 15] } else { &[8, 33, 11, 13, 18, 17] };
        let last = widths.len() - 1;
        let side = |index: usize| if index == 1 || index == last { Side::Left } else { Side::Middle };
        let columns = widths.iter().enumerate().map(|(index, width)| Column { width: *width, side: side(index) }).collect();
        Part::Table(Table { columns, rows })
    }
}

impl Counted {
    /// A number of votes for the lower award that nobody wrote down stays empty.
    fn row(&self, place: u32, has_lower: bool) -> Row {
        let number = self.number.unwrap_or(place).to_string();
        let lowered = has_lower.then(|| self.lowered.map(|votes| votes.to_string()).unwrap_or_default());
        let share = format!("{}\n{}", self.votes.said(), self.votes.percentage());
        let first = [number, self.name.clone(), self.votes.agreed.to_string()];
        Row::of(RowKind::Plain, first.into_iter().chain(lowered).chain([self.against.to_string(), share, self.note.clone()]))
    }
}
