//! Statistical table (biểu thống kê): counts by line and column, for a year of statistics.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table};
use phongtrao_value::{Date, figures, printed_date};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Signature};
use crate::{Body, Composed, Phrase, Style};

super::paper!(StatisticsTable, "statistics-table", Words);

/// A table of counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct StatisticsTable {
    /// Who reports.
    pub reporter: String,
    /// The place of the date.
    pub place: String,
    /// The day, once it is known.
    pub date: Option<Date>,
    /// By when whoever gets it has it, where that is known.
    pub received: Option<Date>,
    /// The code of the form, where one is prescribed.
    pub code: Option<String>,
    /// What is counted, as the title says it.
    pub name: String,
    /// Of what period: `Từ ngày 01/12/2025 đến ngày 30/11/2026`.
    pub period: String,
    /// Who gets it, where it is sent to somebody.
    pub receiver: Option<String>,
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
    received: Phrase,
    received_blank: String,
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
        let mut parts = vec![self.corners(words), frame::title(&words.kind, &[&self.name, &period])];
        parts.push(Part::Line(words.counted_in.fill(&[("counted", &self.counted_in)])));
        parts.push(Part::Table(self.table(words)));
        parts.push(Part::Remark(words.signs.clone()));
        parts.push(Part::Signatures(vec![self.prepared_by.block(), self.signature.dated(&self.place, self.date, style)]));
        Composed { title: format!("{} {}", words.kind, self.name), body: Body::Letter(Letter { page: Page::Across, parts }) }
    }

    /// Top left the code of the form and the day of receipt, top right who reports and, below, who gets it: Circular 18/2025/TT-BNV, article 3.
    fn corners(&self, words: &Words) -> Part {
        let received = self.received.map_or_else(|| words.received_blank.clone(), printed_date::short);
        let code = self.code.iter().map(|code| words.code.fill(&[("code", code)]));
        let left: Vec<String> = code.chain([words.received.fill(&[("date", &received)])]).collect();
        let receiver = self.receiver.iter().map(|receiver| words.receiver.fill(&[("receiver", receiver)]));
        let right: Vec<String> = [words.reporter.fill(&[("reporter", &self.reporter)])].into_iter().chain(receiver).collect();
        frame::corners(&left, &right)
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
    use phongtrao_document::write::{HeadLine, Part};
    use phongtrao_value::Date;

    use super::{KIND, StatisticsTable};
    use crate::{Body, Paper as _, Style};

    #[rstest::rstest]
    #[case::zero("0", "\"0\"")]
    #[case::thousands("12345", "\"12.345\"")]
    #[case::unknown("'unknown'", "\"…\"")]
    fn what_is_not_known_is_no_zero(#[case] count: &str, #[case] printed: &str) {
        let text = KIND.example.split("[[lines]]").next().unwrap_or_default();
        let text = format!("{text}\n[[lines]]\nlabel = 'A'\ncounts = [{}]", [count; 4].join(", "));
        let paper: StatisticsTable = crate::read(&text).expect("a table");
        let Body::Letter(letter) = paper.compose(&Style::plain(Date::constant(2026, 6, 30))).body else {
            unreachable!("the paper is a letter")
        };
        let said = format!("{:?}", letter.parts);
        assert!(said.contains(printed), "{said}");
    }

    #[test]
    fn who_reports_stands_right_above_who_gets_it_and_the_day_of_receipt_left() {
        let paper: StatisticsTable = crate::read(KIND.example).expect("a table");
        let Body::Letter(letter) = paper.compose(&Style::plain(Date::constant(2026, 6, 30))).body else {
            unreachable!("the paper is a letter")
        };
        let Some(Part::Head(rows)) = letter.parts.first() else { panic!("corners") };
        let words = |lines: &[HeadLine]| lines.iter().map(|line| line.words.clone()).collect::<Vec<String>>().join(" | ");
        let said: Vec<String> = rows.iter().flat_map(|row| [words(&row.left), words(&row.right)]).collect();
        let expected =
            ["Ngày nhận báo cáo: 15/12/2025", "Đơn vị báo cáo: Trường Đại học Sông Ngàn | Đơn vị nhận báo cáo: Bộ Giáo dục và Đào tạo"];
        assert_eq!(said, expected);
    }

    #[test]
    fn a_word_that_is_no_figure_is_refused() {
        assert!(crate::read::<StatisticsTable>(&KIND.example.replacen("counts = [", "counts = ['none', ", 1)).is_err());
    }
}
