//! Hand-over list (danh sách trao tặng và ký nhận): who comes on stage in what order, and who signs for what.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table, TableCell};
use phongtrao_value::figures;
use serde::{Deserialize, Serialize};

use crate::frame::{self, Cited, Sheet, Signature};
use crate::{Body, Composed, Phrase, Style};

super::paper!(HandOverList, "hand-over-list", Words);

/// Who is handed what, turn by turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct HandOverList {
    /// Who makes it, where and when.
    pub sheet: Sheet,
    /// At what it is handed over: `Lễ tổng kết năm học 2025-2026`.
    pub occasion: String,
    /// Hour, day and place, as printed.
    pub when: String,
    /// The decisions whose awards are handed over.
    pub decisions: Vec<Cited>,
    /// The turns on stage, in their order.
    pub turns: Vec<Turn>,
    /// Who hands over for the desk, and who else signs: at least one.
    pub signatures: Vec<Signature>,
}

/// Those who come on stage together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Turn {
    /// What they are called for: `Tập thể lao động xuất sắc`.
    pub award: String,
    /// Who presents it, where that is settled.
    pub presented_by: Option<String>,
    /// Who comes, from the left of the stage.
    pub recipients: Vec<Recipient>,
}

/// One who is handed an award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Recipient {
    /// The name as in the decision.
    pub name: String,
    /// Post and unit.
    #[serde(default)]
    pub post: String,
    /// The number in the golden book: the place in the list of the decision.
    pub golden_book: Option<u32>,
    /// What is handed over: `Giấy khen, khung, tiền thưởng`.
    pub items: String,
    /// Who receives it where that is another: a head for a unit, a relative for the dead, a colleague for the absent.
    #[serde(default)]
    pub received_by: String,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    enclosed: Phrase,
    when: Phrase,
    turn: Phrase,
    turn_by: Phrase,
    number: String,
    name: String,
    post: String,
    golden_book: String,
    items: String,
    received_by: String,
    signed: String,
    sum: Phrase,
}

impl HandOverList {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let decisions: Vec<String> = self.decisions.iter().map(|decision| decision.words(style)).collect();
        let enclosed = words.enclosed.fill(&[("decisions", &decisions.join("; "))]);
        let parts = vec![
            self.sheet.head(style),
            frame::title(&words.kind, &[&self.occasion, &enclosed]),
            Part::Paragraph(words.when.fill(&[("when", &self.when)])),
            Part::Table(self.table(words)),
            Part::Paragraph(
                words.sum.fill(&[("number", &figures::two_places(self.turns.iter().map(|turn| turn.recipients.len() as u64).sum()))]),
            ),
            Part::Signatures(self.signatures.iter().map(Signature::block).collect()),
        ];
        Composed { title: format!("{} {}", words.kind, self.occasion), body: Body::Letter(Letter { page: Page::Across, parts }) }
    }

    /// The number is the order on stage, and runs through all turns.
    fn table(&self, words: &Words) -> Table {
        let heads = [&words.number, &words.name, &words.post, &words.golden_book, &words.items, &words.received_by, &words.signed];
        let mut rows = vec![Row::of(RowKind::Head, heads)];
        let mut number = 0_usize;
        for (index, turn) in self.turns.iter().enumerate() {
            rows.push(Row { kind: RowKind::Group, cells: vec![TableCell::of(turn.words(index + 1, words)).across(6)] });
            for recipient in &turn.recipients {
                number += 1;
                let golden_book = recipient.golden_book.map(|number| number.to_string()).unwrap_or_default();
                let cells =
                    [&number.to_string(), &recipient.name, &recipient.post, &golden_book, &recipient.items, &recipient.received_by, ""];
                rows.push(Row::of(RowKind::Plain, cells));
            }
        }
        let column = |width, side| Column { width, side };
        let columns = vec![
            column(5, Side::Middle),
            column(22, Side::Left),
            column(21, Side::Left),
            column(8, Side::Middle),
            column(18, Side::Left),
            column(19, Side::Left),
            column(13, Side::Left),
        ];
        Table { columns, rows }
    }
}

impl Turn {
    fn words(&self, number: usize, words: &Words) -> String {
        let number = number.to_string();
        match &self.presented_by {
            Some(by) => words.turn_by.fill(&[("number", &number), ("award", &self.award), ("by", by)]),
            None => words.turn.fill(&[("number", &number), ("award", &self.award)]),
        }
    }
}
