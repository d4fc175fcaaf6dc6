//! Cover note (phiếu trình) with which the desk puts a file before the head: what it is about, what it rests on, what others said, what is proposed, and room for the head.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table};
use phongtrao_value::Date;
use serde::{Deserialize, Serialize};

use crate::frame::{self, Signature};
use crate::meeting;
use crate::sheet::Letterhead;
use crate::{Body, Composed, Phrase, Style};

super::paper!(CoverNote, "cover-note", Words);

/// A note on top of a file that waits for a signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CoverNote {
    /// The desk, below its organisation.
    pub letterhead: Letterhead,
    /// The place of the date.
    pub place: String,
    /// Its day, once it is known.
    pub date: Option<Date>,
    /// Before whom it comes: `Hiệu trưởng Trường Đại học Sông Ngàn`.
    pub to: String,
    /// What it is about: `ký Quyết định khen thưởng năm học 2025-2026`.
    pub about: String,
    /// What it rests on, a line each.
    pub bases: Vec<String>,
    /// The file in short, a paragraph each.
    pub summary: Vec<String>,
    /// How many there are for each award.
    #[serde(default)]
    pub counts: Vec<Count>,
    /// What the council and other bodies said; where nothing is written, the note says so.
    pub opinions: Vec<String>,
    /// What the head is asked to do.
    pub proposal: Vec<String>,
    /// What lies below the note.
    pub enclosed: Vec<String>,
    /// Who prepared it.
    pub prepared_by: Signature,
    /// The head of the desk.
    pub desk: Signature,
    /// Who writes an opinion on it and signs.
    pub head: Signature,
}

/// How many there are for an award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Count {
    /// The award as printed.
    pub award: String,
    /// Put forward.
    pub put_forward: u32,
    /// Proposed to the head.
    pub proposed: u32,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    to: Phrase,
    bases: String,
    summary: String,
    opinions: String,
    no_opinions: String,
    proposal: String,
    enclosed: String,
    head: Phrase,
    heads: [String; 4],
    sum: String,
}

/// Lines in which the head writes.
const ROOM: u8 = 4;

impl CoverNote {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("about", &self.about)]);
        let mut parts = vec![self.letterhead.dated(&self.place, self.date, style), frame::title(&words.kind, &[&about])];
        parts.push(Part::Addressees(vec![words.to.fill(&[("to", &self.to)])]));
        parts.push(meeting::heading(1, &words.bases));
        parts.extend(meeting::points(&self.bases, ""));
        parts.push(meeting::heading(2, &words.summary));
        parts.extend(self.summary.iter().map(|words| Part::Paragraph(meeting::sentence(words))));
        if !self.counts.is_empty() {
            parts.push(self.table(words));
        }
        parts.push(meeting::heading(3, &words.opinions));
        parts.extend(meeting::points(&self.opinions, &words.no_opinions));
        parts.push(meeting::heading(4, &words.proposal));
        parts.extend(self.proposal.iter().map(|words| Part::Paragraph(meeting::sentence(words))));
        parts.push(meeting::labelled(&words.enclosed, &meeting::sentence(&self.enclosed.join("; "))));
        parts.push(Part::Signatures(vec![self.prepared_by.block(), self.desk.block()]));
        parts.push(Part::Heading { level: 1, words: words.head.fill(&[("to", &self.to.to_uppercase())]), centred: true });
        parts.push(Part::Dotted(ROOM));
        parts.push(Part::Signatures(vec![self.head.dated(&self.place, None, style)]));
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Upright, parts }) }
    }

    fn table(&self, words: &Words) -> Part {
        let mut rows = vec![Row::of(RowKind::Head, &words.heads)];
        let count = |number: u32| number.to_string();
        let lines = (1_usize..).zip(&self.counts);
        rows.extend(lines.map(|(number, line)| {
            Row::of(RowKind::Plain, [number.to_string(), line.award.clone(), count(line.put_forward), count(line.proposed)])
        }));
        let sum = |of: fn(&Count) -> u32| self.counts.iter().map(|line| u64::from(of(line))).sum::<u64>().to_string();
        rows.push(Row::of(RowKind::Total, [String::new(), words.sum.clone(), sum(|line| line.put_forward), sum(|line| line.proposed)]));
        let columns = [(8, Side::Middle), (56, Side::Left), (18, Side::Middle), (18, Side::Middle)];
        Part::Table(Table { columns: columns.map(|(width, side)| Column { width, side }).to_vec(), rows })
    }
}
