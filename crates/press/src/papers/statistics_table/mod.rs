//! Statistical table (biểu thống kê): counts by line and column, for a year of statistics.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table};
use phongtrao_value::{Date, figures};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Signature};
use crate::sheet::Letterhead;
use crate::{Body, Composed, Phrase, Style};

super::paper!(StatisticsTable, "statistics-table", Words);

/// A table of counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StatisticsTable {
    /// Who reports.
    pub letterhead: Letterhead,
    /// The place of the date.
    pub place: String,
    /// The day, once it is known.
    pub date: Option<Date>,
    /// The code of the form, where one is prescribed.
    pub code: Option<String>,
    /// What is counted, as the title says it.
    pub name: String,
    /// Of what period: `Từ ngày 01/12/2025 đến ngày 30/11/2026`.
    pub period: String,
    /// Who gets it.
    pub receiver: String,
    /// In what it is counted: `Lượt`.
    pub counted_in: String,
    /// The heads of the columns of figures.
    pub columns: Vec<String>,
    /// The lines.
    pub lines: Vec<Line>,
    /// Who made the table.
    pub prepared_by: Signature,
    /// Who answers for it.
    pub signature: Signature,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Line {
    /// Its number, as printed: `I`, `1`.
    #[serde(default)]
    pub number: String,
    /// What is counted.
    pub label: String,
    /// Whether it is a sum of lines below it, in bold.
    #[serde(default)]
    pub is_sum: bool,
    /// A figure for each column, or the word `unknown`.
    pub counts: Vec<Count>,
}

/// A figure. What is not known is no zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Count {
    /// So many.
    Number(u32),
    /// Nobody knows.
    Word(Unknown),
}

/// The word for what is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unknown {
    /// `unknown`
    Unknown,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    code: Phrase,
    period: Phrase,
    reporter: Phrase,
    receiver: Phrase,
    counted_in: Phrase,
    number: String,
    label: String,
    letters: [String; 2],
    unknown: String,
    signs: String,
}

impl StatisticsTable {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let period = words.period.fill(&[("period", &self.period)]);
        let mut parts = vec![self.letterhead.dated(&self.place, self.date, style)];
        parts.extend(self.code.as_ref().map(|code| Part::Line(words.code.fill(&[("code", code)]))));
        parts.push(frame::title(&words.kind, &[&self.name, &period]));
        parts.push(Part::Line(words.reporter.fill(&[("reporter", &self.letterhead.issuer)])));
        parts.push(Part::Line(words.receiver.fill(&[("receiver", &self.receiver)])));
        parts.push(Part::Line(words.counted_in.fill(&[("counted", &self.counted_in)])));
        parts.push(Part::Table(self.table(words)));
        if self.lines.iter().flat_map(|line| &line.counts).any(|count| matches!(count, Count::Word(_))) {
            parts.push(Part::Remark(words.signs.clone()));
        }
        parts.push(Part::Signatures(vec![self.prepared_by.block(), self.signature.block()]));
        Composed { title: format!("{} {}", words.kind, self.name), body: Body::Letter(Letter { page: Page::Across, parts }) }
    }

    /// Below the heads stand the letters and numbers of the columns, as in all statistical tables.
    fn table(&self, words: &Words) -> Table {
        let heads = [&words.number, &words.label].into_iter().chain(&self.columns);
        let [first, second] = &words.letters;
        let places = (1..=self.columns.len()).map(|number| number.to_string());
        let mut rows =
            vec![Row::of(RowKind::Head, heads), Row::of(RowKind::Head, [first.clone(), second.clone()].into_iter().chain(places))];
        rows.extend(self.lines.iter().map(|line| {
            let counts = line.counts.iter().map(|count| match count {
                Count::Number(number) => figures::grouped((*number).into()),
                Count::Word(Unknown::Unknown) => words.unknown.clone(),
            });
            let kind = if line.is_sum { RowKind::Total } else { RowKind::Plain };
            Row::of(kind, [line.number.clone(), line.label.clone()].into_iter().chain(counts))
        }));
        let figures = self.columns.iter().map(|_| Column { width: 14, side: Side::Right });
        let columns = [Column { width: 8, side: Side::Middle }, Column { width: 60, side: Side::Left }];
        Table { columns: columns.into_iter().chain(figures).collect(), rows }
    }
}

#[cfg(test)]
mod tests {
    use phongtrao_value::Date;

    use super::{KIND, StatisticsTable};
    use crate::{Body, Paper as _, Style};

    #[rstest::rstest]
    #[case::zero("0", "\"0\"", false)]
    #[case::thousands("12345", "\"12.345\"", false)]
    #[case::unknown("'unknown'", "\"…\"", true)]
    fn what_is_not_known_is_no_zero(#[case] count: &str, #[case] printed: &str, #[case] is_explained: bool) {
        let text = KIND.example.split("[[lines]]").next().unwrap_or_default();
        let text = format!("{text}\n[[lines]]\nlabel = 'A'\ncounts = [{}]", [count; 4].join(", "));
        let paper: StatisticsTable = crate::read(&text).expect("a table");
        let Body::Letter(letter) = paper.compose(&Style::plain(Date::constant(2026, 6, 30))).body;
        let said = format!("{:?}", letter.parts);
        assert!(said.contains(printed), "{said}");
        assert_eq!(said.contains("Remark"), is_explained);
    }

    #[test]
    fn a_word_that_is_no_figure_is_refused() {
        assert!(crate::read::<StatisticsTable>(&KIND.example.replacen("counts = [", "counts = ['none', ", 1)).is_err());
    }
}
