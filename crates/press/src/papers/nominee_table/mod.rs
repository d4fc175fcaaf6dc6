//! The table of nominees (bảng trích ngang): a row for each, with all that a council looks at.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table, TableCell};
use phongtrao_value::{Date, figures, printed_date};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Signature};
use crate::lists::SubjectKind;
use crate::meeting::{Votes, sentence};
use crate::sheet::Letterhead;
use crate::{Body, Composed, Phrase, Style};

super::paper!(NomineeTable, "nominee-table", Words);

/// The table of nominees that a council has before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NomineeTable {
    /// Whose table it is.
    pub letterhead: Letterhead,
    /// The place of the date.
    pub place: String,
    /// The day on which the table was closed, once it is known.
    pub date: Option<Date>,
    /// What is asked for: `khen thưởng năm học 2025-2026`, `công nhận “Công dân học tập” năm 2026`.
    pub occasion: String,
    /// Before whom it comes: `phiên họp ngày 02/7/2026 của Hội đồng …`.
    pub meeting: String,
    /// The nominees by award, in the organisation's order; the number runs through.
    pub groups: Vec<Group>,
    /// Those on whom the council does not vote, where it votes on others: they stand behind these, and the number runs on.
    #[serde(default)]
    pub not_voted: Vec<Group>,
    /// What must be said of the table as a whole: abbreviations, and rules that were not checked.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Who made the table.
    pub prepared_by: Signature,
    /// Who answers for it: the head of the desk.
    pub signature: Signature,
}

/// The nominees for one award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Group {
    /// The award as printed.
    pub award: String,
    /// What they are.
    pub of: SubjectKind,
    /// Who they are.
    pub nominees: Vec<Entry>,
}

/// One nominee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Entry {
    /// The name as printed.
    pub name: String,
    /// Of a person, the year of birth.
    pub born: Option<i16>,
    /// Post and unit.
    pub post: String,
    /// Ratings of the last years, as the form wants them.
    pub ratings: Vec<OfYear>,
    /// Titles and commendations of the last years.
    pub honours: Vec<OfYear>,
    /// Initiatives, topics and what else is asked, with their recognition.
    pub initiatives: Vec<Initiative>,
    /// Votes of the unit; none where the unit does not vote on it.
    pub votes: Option<Votes>,
    /// What the desk says of it.
    pub opinion: String,
}

/// What a nominee was given for a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OfYear {
    /// The year: `2024-2025`, `2025`.
    pub year: String,
    /// The rating or the honour.
    pub what: String,
    /// The decision that gave it, where it is known.
    pub decision: Option<Decision>,
}

/// An initiative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Initiative {
    /// Its name.
    pub title: String,
    /// The decision that recognised it, where it is known.
    pub decision: Option<Decision>,
}

/// A decision by number and day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Decision {
    /// Number with symbol: `612/QĐ-ĐHSN`.
    pub number: String,
    /// Its day, where it is known.
    pub date: Option<Date>,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    meeting: Phrase,
    group: Phrase,
    collectives: Phrase,
    households: Phrase,
    individuals: Phrase,
    of_year: Phrase,
    initiative: Phrase,
    decision: Phrase,
    decision_undated: Phrase,
    none: String,
    no_vote: String,
    not_voted: String,
    sum: Phrase,
    notes: String,
    heads: Heads,
}

/// The heads of the columns.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Heads {
    number: String,
    name: String,
    born: String,
    post: String,
    ratings: String,
    honours: String,
    initiatives: String,
    votes: String,
    opinion: String,
}

/// Widths and sides of the columns, in the order of their heads.
const COLUMNS: [(u16, Side); 9] = [
    (11, Side::Middle),
    (28, Side::Left),
    (12, Side::Middle),
    (29, Side::Left),
    (49, Side::Left),
    (44, Side::Left),
    (32, Side::Left),
    (18, Side::Middle),
    (28, Side::Left),
];

impl NomineeTable {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("occasion", &self.occasion)]);
        let meeting = words.meeting.fill(&[("meeting", &self.meeting)]);
        let mut parts = vec![
            self.letterhead.dated(&self.place, self.date, style),
            frame::title(&words.kind, &[&about, &meeting]),
            self.table(words),
            Part::Paragraph(words.sum.fill(&[("counts", &self.counts(words))])),
        ];
        if !self.notes.is_empty() {
            parts.push(Part::Remark(words.notes.clone()));
            parts.extend(self.notes.iter().map(|note| Part::Remark(format!("- {}", sentence(note)))));
        }
        parts.push(Part::Signatures(self.signatures().map(Signature::block).collect()));
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Across, parts }) }
    }

    /// Who made the table and answers for it signs once.
    fn signatures(&self) -> impl Iterator<Item = &Signature> {
        let is_other = self.prepared_by.name.is_none() || self.prepared_by.name != self.signature.name;
        is_other.then_some(&self.prepared_by).into_iter().chain([&self.signature])
    }

    fn table(&self, words: &Words) -> Part {
        let heads = &words.heads;
        let names = [
            &heads.number,
            &heads.name,
            &heads.born,
            &heads.post,
            &heads.ratings,
            &heads.honours,
            &heads.initiatives,
            &heads.votes,
            &heads.opinion,
        ];
        let mut rows = vec![Row::of(RowKind::Head, names)];
        let mut number = 0_usize;
        for (roman, group) in (1..).zip(self.all()) {
            if self.not_voted.first().is_some_and(|first| std::ptr::eq(first, group)) {
                rows.push(Row { kind: RowKind::Group, cells: vec![TableCell::of(&words.not_voted).across(8)] });
            }
            rows.push(group.heading(roman, words));
            for nominee in &group.nominees {
                number += 1;
                rows.push(nominee.row(number, words));
            }
        }
        Part::Table(Table { columns: COLUMNS.map(|(width, side)| Column { width, side }).to_vec(), rows })
    }

    fn all(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().chain(&self.not_voted)
    }

    /// `02 tập thể, 05 cá nhân`: only what there is.
    fn counts(&self, words: &Words) -> String {
        let kinds = [SubjectKind::Collective, SubjectKind::Household, SubjectKind::Individual];
        let number_of = |kind| self.all().filter(|group| group.of == kind).map(|group| group.nominees.len()).sum::<usize>();
        let counted = kinds.map(|kind| (kind, number_of(kind)));
        counted.iter().filter(|(_, number)| *number > 0).map(|(kind, number)| words.count(*kind, *number)).collect::<Vec<_>>().join(", ")
    }
}

impl Words {
    fn count(&self, kind: SubjectKind, number: usize) -> String {
        let phrase = match kind {
            SubjectKind::Collective => &self.collectives,
            SubjectKind::Household => &self.households,
            SubjectKind::Individual => &self.individuals,
        };
        phrase.fill(&[("number", &figures::two_places(number as u64))])
    }
}

impl Group {
    /// `II. Danh hiệu “Chiến sĩ thi đua cơ sở”: 02 cá nhân`.
    fn heading(&self, roman: u32, words: &Words) -> Row {
        let roman = figures::roman(roman).unwrap_or_default();
        let count = words.count(self.of, self.nominees.len());
        let cell = TableCell::of(words.group.fill(&[("roman", &roman), ("award", &self.award), ("count", &count)]));
        Row { kind: RowKind::Group, cells: vec![cell.across(8)] }
    }
}

impl Entry {
    fn row(&self, number: usize, words: &Words) -> Row {
        let votes = self.votes.map_or_else(|| words.no_vote.clone(), |votes| format!("{}\n{}", votes.said(), votes.percentage()));
        let cells = vec![
            TableCell::of(number.to_string()),
            TableCell::of(&self.name),
            TableCell::of(self.born.map(|year| year.to_string()).unwrap_or_default()),
            TableCell::of(&self.post),
            points(self.ratings.iter().map(|rating| rating.said(words)), words),
            points(self.honours.iter().map(|honour| honour.said(words)), words),
            points(self.initiatives.iter().map(|initiative| initiative.said(words)), words),
            TableCell::of(votes),
            TableCell::of(&self.opinion),
        ];
        Row { kind: RowKind::Plain, cells }
    }
}

impl OfYear {
    fn said(&self, words: &Words) -> String {
        let decision = self.decision.as_ref().map(|decision| decision.said(words)).unwrap_or_default();
        words.of_year.fill(&[("year", &self.year), ("what", &self.what), ("decision", &decision)]).trim_end().to_owned()
    }
}

impl Initiative {
    fn said(&self, words: &Words) -> String {
        let decision = self.decision.as_ref().map(|decision| decision.said(words)).unwrap_or_default();
        words.initiative.fill(&[("title", &self.title), ("decision", &decision)]).trim_end().to_owned()
    }
}

impl Decision {
    fn said(&self, words: &Words) -> String {
        match self.date {
            Some(date) => words.decision.fill(&[("number", &self.number), ("date", &printed_date::short(date))]),
            None => words.decision_undated.fill(&[("number", &self.number)]),
        }
    }
}

/// A cell of a paragraph each; where there are none, the words that say so.
fn points(said: impl Iterator<Item = String>, words: &Words) -> TableCell {
    let parts: Vec<Part> = said.map(Part::Paragraph).collect();
    if parts.is_empty() { TableCell::of(&words.none) } else { TableCell { parts, ..TableCell::default() } }
}
