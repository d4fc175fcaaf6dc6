//! List of bonuses to be paid (danh sách chi tiền thưởng), with its sum in figures and in words.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table, TableCell};
use phongtrao_value::Money;
use serde::{Deserialize, Serialize};

use crate::frame::{self, Cited, Sheet, Signature};
use crate::{Body, Composed, Phrase, Style, fields};

super::paper!(BonusList, "bonus-list", Words);

/// Who gets how much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BonusList {
    /// Who makes it, where and when.
    pub sheet: Sheet,
    /// For what: `năm học 2025-2026`, as in the title.
    pub occasion: String,
    /// The decision by which it is paid.
    pub decision: Cited,
    /// From what it is paid: `Quỹ thi đua, khen thưởng của Trường năm 2026`.
    pub source: String,
    /// Who gets it, in the order of the decision.
    pub payees: Vec<Payee>,
    /// What whoever pays must know of the amounts, where one of them is in doubt.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Who made the list.
    pub maker: Signature,
    /// Who answers for the accounts.
    pub accountant: Signature,
    /// Who approves the payment.
    pub head: Signature,
}

/// One who gets a bonus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Payee {
    /// The name as in the decision.
    pub name: String,
    /// Unit of a person; the unit above of a unit.
    #[serde(default)]
    pub unit: String,
    /// The award as printed.
    pub award: String,
    /// How much, in đồng.
    #[serde(deserialize_with = "fields::amount")]
    pub amount: Money,
    /// Account and bank, where it is paid by transfer.
    #[serde(default)]
    pub account: String,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    source: Phrase,
    in_words: Phrase,
    note: Phrase,
    total: String,
    number: String,
    name: String,
    unit: String,
    award: String,
    amount: String,
    account: String,
    signed: String,
}

impl BonusList {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("occasion", &self.occasion)]);
        let enclosed = frame::enclosed(&self.decision.words(style));
        let mut parts = vec![
            self.sheet.head(style),
            frame::title(&words.kind, &[&about, &enclosed]),
            Part::Table(self.table(words)),
            Part::Paragraph(words.in_words.fill(&[("words", &self.total().in_words())])),
            Part::Paragraph(words.source.fill(&[("source", &self.source)])),
        ];
        parts.extend(self.notes.iter().map(|note| Part::Remark(words.note.fill(&[("note", note)]))));
        parts.push(Part::Signatures([&self.maker, &self.accountant, &self.head].map(Signature::block).to_vec()));
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Across, parts }) }
    }

    /// The sum of all amounts; beyond what can be counted the greatest amount, which is visibly wrong on paper.
    fn total(&self) -> Money {
        let sum = self.payees.iter().try_fold(Money::ZERO, |sum, payee| sum.plus(payee.amount));
        sum.unwrap_or(Money::dong(i64::MAX))
    }

    /// The column of accounts stands only where somebody has one.
    fn table(&self, words: &Words) -> Table {
        let by_transfer = self.payees.iter().any(|payee| !payee.account.is_empty());
        let column = |width, side| Some(Column { width, side });
        let account = by_transfer.then_some(Column { width: 19, side: Side::Left });
        let columns = [
            column(5, Side::Middle),
            column(22, Side::Left),
            column(18, Side::Left),
            column(22, Side::Left),
            column(12, Side::Right),
            account,
            column(13, Side::Left),
        ];
        let account = by_transfer.then_some(&words.account);
        let heads =
            [&words.number, &words.name, &words.unit, &words.award, &words.amount].into_iter().chain(account).chain([&words.signed]);
        let mut rows = vec![Row::of(RowKind::Head, heads)];
        rows.extend(self.payees.iter().enumerate().map(|(index, payee)| {
            let amount = payee.amount.to_string();
            let cells = [(index + 1).to_string(), payee.name.clone(), payee.unit.clone(), payee.award.clone(), amount];
            let account = by_transfer.then(|| payee.account.clone());
            Row::of(RowKind::Plain, cells.into_iter().chain(account).chain([String::new()]))
        }));
        let sum = [TableCell::of(&words.total).across(3), TableCell::of(self.total().to_string())];
        let rest = (0..1 + usize::from(by_transfer)).map(|_| TableCell::of(""));
        rows.push(Row { kind: RowKind::Total, cells: sum.into_iter().chain(rest).collect() });
        Table { columns: columns.into_iter().flatten().collect(), rows }
    }
}

#[cfg(test)]
mod tests {
    use phongtrao_document::write::Part;
    use phongtrao_value::Date;

    use super::{BonusList, KIND};
    use crate::{Body, Paper as _, Style};

    fn list(payees: &str) -> String {
        let text = KIND.example.split("[[payees]]").next().unwrap_or_default();
        let paper: BonusList = crate::read(&format!("payees = [{payees}]\n{text}")).expect("a list");
        let Body::Letter(letter) = paper.compose(&Style::plain(Date::constant(2026, 6, 30))).body else { panic!("a letter") };
        let cells = letter.parts.iter().filter_map(|part| match part {
            Part::Table(table) => table.rows.last().map(|row| (row.cells.len(), format!("{:?}", row.cells))),
            _ => None,
        });
        let said = letter.parts.iter().filter_map(|part| match part {
            Part::Paragraph(words) => Some(words.clone()),
            _ => None,
        });
        let total: Vec<String> = cells.map(|(number, cells)| format!("{number} {}", cells.contains("5.060.000"))).collect();
        format!("{} | {}", total.concat(), said.take(1).collect::<String>())
    }

    #[rstest::rstest]
    #[case::none("", "3 false | Bằng chữ: Không đồng.")]
    #[case::by_hand(
        "{ name = 'A', award = 'X', amount = 2530000 }, { name = 'B', award = 'X', amount = 2530000 }",
        "3 true | Bằng chữ: Năm triệu không trăm sáu mươi nghìn đồng."
    )]
    #[case::by_transfer(
        "{ name = 'A', award = 'X', amount = 5060000, account = '0123' }",
        "4 true | Bằng chữ: Năm triệu không trăm sáu mươi nghìn đồng."
    )]
    fn the_sum_stands_in_figures_and_words(#[case] payees: &str, #[case] expected: &str) {
        assert_eq!(list(payees), expected);
    }
}
