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
    /// For what: `năm học 2025-2026`.
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
    /// Votes against.
    pub against: u64,
    /// Votes for a lower title, ballots that say nothing, or whose own case it is.
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
        parts.push(meeting::labelled(&words.voters, &words.voters_are.fill(&[("number", &figures::two_places(self.voters.into()))])));
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
        let mut rows = vec![Row::of(RowKind::Head, &words.heads)];
        rows.extend((1..).zip(&self.nominees).map(|(place, counted): (u32, _)| {
            let number = counted.number.unwrap_or(place);
            let (agreed, against) = (counted.votes.agreed.to_string(), counted.against.to_string());
            let share = format!("{}\n{}", counted.votes.said(), counted.votes.percentage());
            Row::of(RowKind::Plain, [number.to_string(), counted.name.clone(), agreed, against, share, counted.note.clone()])
        }));
        let columns = [(8, Side::Middle), (33, Side::Left), (11, Side::Middle), (13, Side::Middle), (18, Side::Middle), (17, Side::Left)];
        Part::Table(Table { columns: columns.map(|(width, side)| Column { width, side }).to_vec(), rows })
    }
}
