//! Minutes of the council's meeting (biên bản họp Hội đồng): item by item in the order of the agenda.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table};
use serde::{Deserialize, Serialize};

use crate::meeting::{self, Ballots, Meeting, Presence, Votes};
use crate::sheet::Record;
use crate::{Body, Composed, Phrase, Style, frame};

super::paper!(CouncilMinutes, "council-minutes", Words);

/// The minutes of a council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CouncilMinutes {
    /// Council, number, recipients.
    pub record: Record,
    /// What is asked for: `khen thưởng năm học 2025-2026`, `công nhận “Công dân học tập” năm 2026`.
    pub occasion: String,
    /// When and where, chair and secretary.
    pub meeting: Meeting,
    /// Who was there.
    pub presence: Presence,
    /// What the quorum asks and whether it is there, in words.
    pub quorum: String,
    /// What came of the public posting; none where none is asked.
    pub posting: Option<String>,
    /// What the desk reported.
    #[serde(default)]
    pub report: Vec<String>,
    /// The items, in the order of the agenda.
    pub items: Vec<Item>,
    /// What was concluded.
    pub conclusions: Vec<String>,
}

/// One item of the agenda: an award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Item {
    /// The award as printed.
    pub award: String,
    /// What was said.
    #[serde(default)]
    pub opinions: Vec<String>,
    /// The ballots; none where it was not put to a ballot.
    pub ballots: Option<Ballots>,
    /// What share is asked, in words; none where no ballot was held.
    pub threshold: Option<String>,
    /// What came of each nominee.
    pub nominees: Vec<Decided>,
    /// What the chair decided between equals.
    #[serde(default)]
    pub rulings: Vec<Ruling>,
}

/// What came of one nominee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Decided {
    /// Its number in the table of nominees; without it, its place on this paper.
    #[serde(default)]
    pub number: Option<u32>,
    /// The name as printed.
    pub name: String,
    /// Post and unit.
    #[serde(default)]
    pub post: String,
    /// The votes; none where it was not put to the vote.
    pub votes: Option<Votes>,
    /// What came of it.
    pub outcome: Conclusion,
    /// What must be said of its ballots beside those of the item.
    #[serde(default)]
    pub note: String,
}

/// What came of a nominee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Conclusion {
    /// It has the votes.
    Passed,
    /// It has not enough votes, or no place is left.
    Failed,
    /// Not the title itself, but a lower one.
    Downgraded {
        /// The lower title as printed.
        to: String,
    },
    /// It was not put to the vote.
    NotPut {
        /// Why.
        reason: String,
    },
}

/// The chair's decision between equals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Ruling {
    /// Who gets the place.
    pub nominee: String,
    /// Why.
    pub reason: String,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    members_are: String,
    quorum: String,
    posting: String,
    report: String,
    no_report: String,
    items: String,
    opinions: String,
    no_opinions: String,
    ballots: String,
    by_hand: String,
    threshold: String,
    heads: [String; 6],
    passed: String,
    failed: String,
    downgraded: Phrase,
    not_put: Phrase,
    not_counted: String,
    rulings: String,
    ruling: Phrase,
    conclusions: String,
}

impl CouncilMinutes {
    fn composed(&self, words: &Words, _: &Style) -> Composed {
        let about = words.about.fill(&[("occasion", &self.occasion)]);
        let mut parts = vec![self.record.head(), frame::title(&words.kind, &[&about])];
        parts.extend(self.meeting.opening());
        parts.extend(self.presence.parts(&words.members_are));
        parts.push(meeting::labelled(&words.quorum, &meeting::sentence(&self.quorum)));
        parts.push(meeting::heading(1, &words.report));
        parts.extend(meeting::points(&self.report, &words.no_report));
        parts.extend(self.posting.iter().map(|posting| meeting::labelled(&words.posting, &meeting::sentence(posting))));
        parts.push(meeting::heading(2, &words.items));
        for (number, item) in (1..).zip(&self.items) {
            parts.extend(item.parts(number, words));
        }
        parts.push(meeting::heading(3, &words.conclusions));
        parts.extend(self.conclusions.iter().map(|conclusion| Part::Paragraph(meeting::sentence(conclusion))));
        parts.push(self.meeting.closing());
        let [secretary, chair] = self.meeting.signatures();
        parts.push(self.record.signed(vec![secretary.block(), chair.sealed()]));
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }
}

impl Item {
    fn parts(&self, number: u32, words: &Words) -> Vec<Part> {
        let mut parts = vec![Part::Heading { level: 2, words: format!("{number}. {}", self.award), centred: false }];
        match self.opinions.is_empty() {
            true => parts.push(meeting::labelled(&words.opinions, &words.no_opinions)),
            false => {
                parts.push(meeting::labelled(&words.opinions, ""));
                parts.extend(meeting::points(&self.opinions, &words.no_opinions));
            }
        }
        parts.push(meeting::labelled(&words.ballots, &self.ballots.map_or_else(|| words.by_hand.clone(), |ballots| ballots.said())));
        parts.extend(self.threshold.iter().map(|threshold| meeting::labelled(&words.threshold, &meeting::sentence(threshold))));
        parts.push(self.table(words));
        if !self.rulings.is_empty() {
            parts.push(meeting::labelled(&words.rulings, ""));
            parts.extend(self.rulings.iter().map(|ruling| ruling.part(words)));
        }
        parts
    }

    fn table(&self, words: &Words) -> Part {
        let mut rows = vec![Row::of(RowKind::Head, &words.heads)];
        rows.extend((1..).zip(&self.nominees).map(|(place, decided): (u32, _)| decided.row(decided.number.unwrap_or(place), words)));
        let columns = [(7, Side::Middle), (32, Side::Left), (12, Side::Middle), (14, Side::Middle), (17, Side::Left), (18, Side::Left)];
        Part::Table(Table { columns: columns.map(|(width, side)| Column { width, side }).to_vec(), rows })
    }
}

impl Decided {
    fn row(&self, number: u32, words: &Words) -> Row {
        let (agreed, share) =
            self.votes.map_or_else(|| (words.not_counted.clone(), words.not_counted.clone()), |votes| (votes.said(), votes.percentage()));
        let outcome = match &self.outcome {
            Conclusion::Passed => words.passed.clone(),
            Conclusion::Failed => words.failed.clone(),
            Conclusion::Downgraded { to } => words.downgraded.fill(&[("to", to)]),
            Conclusion::NotPut { reason } => words.not_put.fill(&[("reason", reason)]),
        };
        let who = meeting::name_and_post(&self.name, &self.post);
        Row::of(RowKind::Plain, [number.to_string(), who, agreed, share, outcome, self.note.clone()])
    }
}

impl Ruling {
    fn part(&self, words: &Words) -> Part {
        Part::Paragraph(words.ruling.fill(&[("nominee", &self.nominee), ("reason", self.reason.trim_end_matches('.'))]))
    }
}
