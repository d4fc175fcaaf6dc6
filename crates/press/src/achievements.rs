//! What reports of achievements have in common: tables of ratings and honours, of figures and initiatives, room for what is filled in by hand, and who confirms.

use std::sync::LazyLock;

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, SignatureBlock, Table};
use phongtrao_value::{Date, printed_date};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Signature};
use crate::lists::SubjectKind;
use crate::meeting::{self, sentence};
use crate::sheet::Letterhead;
use crate::{Body, Composed, Phrase, Style};

/// How much a report tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Length {
    /// What the organisation's own council looks at.
    Short,
    /// What is sent to a level above.
    Long,
}

/// Which form a report follows: heads, columns and who confirms are those that it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    /// Of a collective, for a title.
    TitleOfCollective,
    /// Of a collective, for a commendation on merit.
    MeritOfCollective,
    /// Of a person, for a title.
    TitleOfPerson,
    /// Of a person, for a commendation on merit.
    MeritOfPerson,
}

impl Form {
    /// The lines below the title: what is asked, on what, and for which time.
    pub(crate) fn lines<'w>(self, asked: &'w str, on_merit: &'w str, period: &'w str) -> Vec<&'w str> {
        match self {
            Form::TitleOfCollective | Form::TitleOfPerson => vec![asked, period],
            Form::MeritOfCollective | Form::MeritOfPerson => vec![asked, on_merit, period],
        }
    }
}

/// Ratings and honours of the years that count: part III of every report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Past {
    /// Ratings by year.
    pub ratings: Vec<Given>,
    /// Emulation titles.
    pub titles: Vec<Given>,
    /// Commendations.
    pub commendations: Vec<Given>,
}

/// What was given for a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Given {
    /// The year: `2024-2025`, `2025`.
    pub year: String,
    /// The rating or the honour in full.
    pub what: String,
    /// The decision that gave it; without it there is room.
    pub decision: Option<Act>,
}

/// The decision that gave or recognised something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Act {
    /// Number with symbol: `612/QĐ-ĐHSN`.
    pub number: String,
    /// Its day, where it is known.
    pub date: Option<Date>,
    /// Who issued it, where it is known.
    pub issuer: Option<String>,
}

/// A figure of the year beside that of the year before. What is not known has room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Figure {
    /// What is measured.
    pub measure: String,
    /// What it was in the year before.
    pub before: Option<String>,
    /// What was asked.
    pub asked: Option<String>,
    /// What was reached.
    pub reached: Option<String>,
}

/// An initiative, a topic or a work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Initiative {
    /// Its name.
    pub title: String,
    /// The part of whoever reports: `60%`, `Chủ nhiệm`.
    pub share: Option<String>,
    /// The decision that recognised it; without it there is room.
    pub decision: Option<Act>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    kind: String,
    room: String,
    blank: String,
    blank_narrow: String,
    field: Phrase,
    past: String,
    past_of_title: Ratings,
    past_of_merit_of_collective: Ratings,
    past_of_merit_of_person: Ratings,
    titles: String,
    commendations: String,
    title_heads: [String; 3],
    commendation_heads: [String; 3],
    figure_heads: [String; 5],
    initiative_heads: [String; 4],
    decision: Phrase,
    decision_of: Phrase,
    decision_undated: Phrase,
    decision_undated_of: Phrase,
    seal: String,
    level_confirms: Vec<String>,
    head_of_title: Vec<String>,
    head_of_merit: Vec<String>,
    unit_confirms_title: Vec<String>,
    unit_confirms_merit: Vec<String>,
    person_reports: Vec<String>,
    reports_in_short: ReportsInShort,
    contribution: Contribution,
    past_in_short: String,
    past_in_short_heads: [String; 3],
}

/// Who signs a report of contribution.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contribution {
    personnel: Vec<String>,
    reports: Vec<String>,
    level: Vec<String>,
}

/// How a form calls the ratings of the years before.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ratings {
    name: String,
    heads: [String; 3],
}

/// Who reports in the short form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReportsInShort {
    collective: Vec<String>,
    individual: Vec<String>,
    household: Vec<String>,
}

// The words are part of the program; the tests of all papers read them.
static WORDS: LazyLock<Words> = LazyLock::new(|| toml::from_str(include_str!("../words/achievements.toml")).expect("the words of reports"));

/// Narrower columns, in hundredths of the table, have no room for a row of dots.
const NARROW: u16 = 12;

/// Lines left for what is told in sentences.
const ROOM: u8 = 3;

/// What stands at the head of every report.
pub(crate) struct Head<'r> {
    /// The unit of whoever reports, below its organisation.
    pub(crate) letterhead: &'r Letterhead,
    /// The place of the date.
    pub(crate) place: &'r str,
    /// Its day.
    pub(crate) date: Option<Date>,
    /// Who reports.
    pub(crate) name: &'r str,
}

impl Head<'_> {
    /// The report: its head, the lines that say what it is for, and its parts.
    pub(crate) fn composed(&self, about: &[&str], parts: impl IntoIterator<Item = Part>, style: &Style) -> Composed {
        let head = [self.letterhead.dated(self.place, self.date, style), frame::title(&WORDS.kind, about)];
        let title = format!("{} {}", WORDS.kind, self.name);
        Composed { title, body: Body::Letter(Letter { page: Page::Upright, parts: head.into_iter().chain(parts).collect() }) }
    }
}

/// What is told under headings with numbers of their own.
pub(crate) fn numbered<W: AsRef<str>>(told: impl IntoIterator<Item = (W, Vec<Part>)>) -> impl Iterator<Item = Part> {
    (1..).zip(told).flat_map(|(number, (heading, parts))| [subheading(number, heading.as_ref())].into_iter().chain(parts))
}

/// Room in a cell for what is not known.
pub(crate) fn blank() -> &'static str {
    &WORDS.blank
}

/// A line of a profile; without a value there is room.
pub fn field(label: &str, value: Option<&str>) -> Part {
    let value = value.map_or_else(|| WORDS.room.clone(), sentence);
    Part::Paragraph(WORDS.field.fill(&[("label", label), ("value", &value)]))
}

/// A heading within a part: `1. Quyền hạn, nhiệm vụ`.
fn subheading(number: usize, words: &str) -> Part {
    Part::Heading { level: 2, words: format!("{number}. {words}"), centred: false }
}

/// What is told, a paragraph each; where nothing is, room for it.
pub fn told(points: &[String]) -> Vec<Part> {
    if points.is_empty() {
        return vec![Part::Dotted(ROOM)];
    }
    points.iter().map(|point| Part::Paragraph(format!("- {}", sentence(point)))).collect()
}

/// Figures of the year beside the year before.
pub fn figures(figures: &[Figure]) -> Part {
    let known = |figure: &Option<String>| figure.clone().unwrap_or_else(|| WORDS.blank.clone());
    let row =
        |(number, of): (usize, &Figure)| [number.to_string(), of.measure.clone(), known(&of.before), known(&of.asked), known(&of.reached)];
    let columns = [(8, Side::Middle), (44, Side::Left), (16, Side::Middle), (16, Side::Middle), (16, Side::Middle)];
    table(&WORDS.figure_heads, &columns, (1..).zip(figures).map(row))
}

/// Initiatives with the decisions that recognised them; where there are none, a row of room.
pub fn initiatives(initiatives: &[Initiative]) -> Part {
    let row = |(number, of): (usize, &Initiative)| {
        let share = of.share.clone().unwrap_or_else(|| WORDS.blank.clone());
        [number.to_string(), of.title.clone(), share, said(of.decision.as_ref())]
    };
    let columns = [(8, Side::Middle), (42, Side::Left), (16, Side::Middle), (34, Side::Left)];
    table(&WORDS.initiative_heads, &columns, (1..).zip(initiatives).map(row))
}

impl Past {
    /// Part III: its heading, and the three tables under theirs.
    pub(crate) fn parts(&self, form: Form) -> Vec<Part> {
        let words = &*WORDS;
        let ratings = match form {
            Form::TitleOfCollective | Form::TitleOfPerson => &words.past_of_title,
            Form::MeritOfCollective => &words.past_of_merit_of_collective,
            Form::MeritOfPerson => &words.past_of_merit_of_person,
        };
        let mut parts = vec![meeting::heading(3, &words.past)];
        parts.extend(tables(&[
            (&ratings.name, &ratings.heads, &self.ratings),
            (&words.titles, &words.title_heads, &self.titles),
            (&words.commendations, &words.commendation_heads, &self.commendations),
        ]));
        parts
    }

    /// Titles and commendations alone, as the forms have them that ask for no ratings.
    pub(crate) fn honours(&self) -> Vec<Part> {
        let words = &*WORDS;
        tables(&[(&words.titles, &words.title_heads, &self.titles), (&words.commendations, &words.commendation_heads, &self.commendations)])
    }
}

/// Tables under their headings.
fn tables(tables: &[(&String, &[String; 3], &Vec<Given>)]) -> Vec<Part> {
    numbered(tables.iter().map(|(name, heads, given)| (name, vec![of_years(heads, given)]))).collect()
}

/// What was given by year.
fn of_years(heads: &[String; 3], given: &[Given]) -> Part {
    let row = |of: &Given| [of.year.clone(), of.what.clone(), said(of.decision.as_ref())];
    let columns = [(16, Side::Middle), (38, Side::Left), (46, Side::Left)];
    table(heads, &columns, given.iter().map(row))
}

/// Titles and commendations that were given before, in one table.
pub(crate) fn honours(given: &[Given]) -> [Part; 2] {
    [meeting::heading(3, &WORDS.past_in_short), of_years(&WORDS.past_in_short_heads, given)]
}

/// A table with its head; without rows, one of room.
fn table<const N: usize>(heads: &[String; N], columns: &[(u16, Side); N], rows: impl Iterator<Item = [String; N]>) -> Part {
    let mut all = vec![Row::of(RowKind::Head, heads)];
    all.extend(rows.map(|cells| Row::of(RowKind::Plain, cells)));
    if all.len() == 1 {
        let room = columns.iter().map(|(width, _)| if *width < NARROW { &WORDS.blank_narrow } else { &WORDS.blank });
        all.push(Row::of(RowKind::Plain, room));
    }
    Part::Table(Table { columns: columns.iter().map(|(width, side)| Column { width: *width, side: *side }).collect(), rows: all })
}

/// `Quyết định số 612/QĐ-ĐHSN ngày 15 tháng 6 năm 2025 của …`, or room.
fn said(act: Option<&Act>) -> String {
    let words = &*WORDS;
    let Some(act) = act else { return words.blank.clone() };
    let date = act.date.map(printed_date::long);
    let phrase = match (&date, &act.issuer) {
        (Some(_), Some(_)) => &words.decision_of,
        (Some(_), None) => &words.decision,
        (None, Some(_)) => &words.decision_undated_of,
        (None, None) => &words.decision_undated,
    };
    let (date, issuer) = (date.unwrap_or_default(), act.issuer.as_deref().unwrap_or_default());
    phrase.fill(&[("number", &act.number), ("date", &date), ("issuer", issuer)])
}

/// Who signs below a collective's report: the level that puts it forward, and its head.
pub(crate) fn signed_by_collective(form: Form, head: &Signature, level: &Signature) -> Part {
    let lines = if form == Form::MeritOfCollective { &WORDS.head_of_merit } else { &WORDS.head_of_title };
    Part::Signatures(vec![confirming(&WORDS.level_confirms, level), under(lines, head.block())])
}

/// Who signs below a person's report: the head of the unit beside whoever reports, the level that puts it forward below them. Nobody confirms a report of
/// their own: beside a head who reports, the level alone does.
pub(crate) fn signed_by_person(form: Form, reporter: &Signature, unit: Option<&Signature>, level: &Signature) -> Vec<Part> {
    let reporter = under(&WORDS.person_reports, reporter.block());
    let level = confirming(&WORDS.level_confirms, level);
    let Some(unit) = unit else { return vec![Part::Signatures(vec![level, reporter])] };
    let lines = if form == Form::MeritOfPerson { &WORDS.unit_confirms_merit } else { &WORDS.unit_confirms_title };
    vec![Part::Signatures(vec![confirming(lines, unit), reporter]), Part::SignedBelow(level)]
}

/// Who signs below a report of contribution: who keeps the personal files beside whoever reports, the level that puts it forward below them.
pub(crate) fn signed_by_contributor(reporter: &Signature, personnel: &Signature, level: &Signature) -> [Part; 2] {
    let words = &WORDS.contribution;
    let beside = vec![confirming(&words.personnel, personnel), under(&words.reports, reporter.block())];
    [Part::Signatures(beside), Part::SignedBelow(confirming(&words.level, level))]
}

/// Who signs below a short report.
pub(crate) fn signed_in_short(of: SubjectKind, reporter: &Signature, level: &Signature) -> Part {
    let words = &WORDS.reports_in_short;
    let lines = match of {
        SubjectKind::Collective => &words.collective,
        SubjectKind::Individual => &words.individual,
        SubjectKind::Household => &words.household,
    };
    Part::Signatures(vec![confirming(&WORDS.level_confirms, level), under(lines, reporter.block())])
}

/// A block of whoever confirms with a seal.
fn confirming(lines: &[String], of: &Signature) -> SignatureBlock {
    under(lines, SignatureBlock { hint: Some(WORDS.seal.clone()), ..of.block() })
}

/// A block under lines that say what whoever signs does.
fn under(lines: &[String], mut block: SignatureBlock) -> SignatureBlock {
    block.lines.splice(0..0, lines.iter().cloned());
    block
}

#[cfg(test)]
mod tests {
    use phongtrao_document::write::Part;

    use super::initiatives;

    #[test]
    fn room_fits_its_column() {
        let Part::Table(table) = initiatives(&[]) else { panic!("a table") };
        let room = table.rows.last().map(|row| row.cells.iter().map(|cell| format!("{:?}", cell.parts)).collect::<Vec<String>>());
        let expected = ["…", "…………", "…………", "…………"].map(|dots| format!("{:?}", [Part::Paragraph(dots.to_owned())]));
        assert_eq!(room.as_deref(), Some(&expected[..]));
    }
}
