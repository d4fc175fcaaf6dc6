//! Summary of learning units (bảng tổng hợp kết quả đánh giá Đơn vị học tập): a row for each unit, with sums.

use phongtrao_document::write::{Column, Letter, Page, Part, Row, RowKind, Side, Table, TableCell};
use phongtrao_value::{Date, Share, figures};
use serde::{Deserialize, Serialize};

use crate::frame::{self, Signature};
use crate::sheet::Letterhead;
use crate::{Body, Composed, Phrase, Style};

super::paper!(LearningUnitSummary, "learning-unit-summary", Words);

/// The units that were assessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LearningUnitSummary {
    /// Whose table it is.
    pub letterhead: Letterhead,
    /// The place of the date.
    pub place: String,
    /// The day on which it was closed, once it is known.
    pub date: Option<Date>,
    /// What is asked for: `Đơn vị học tập`.
    pub title: String,
    /// What people of the units are recognised as: `Công dân học tập`.
    pub citizen: String,
    /// For what period: `năm 2026`.
    pub occasion: String,
    /// The units, in the organisation's order.
    pub units: Vec<UnitRow>,
    /// Who made the table.
    pub prepared_by: Signature,
    /// Who answers for it.
    pub signature: Signature,
}

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct UnitRow {
    /// Its name.
    pub unit: String,
    /// How many people belong to it, where it is known.
    pub members: Option<u32>,
    /// How many of them were recognised, where it is known.
    pub citizens: Option<u32>,
    /// Points or criteria met, as printed.
    #[serde(default)]
    pub assessed: String,
    /// What is asked for it.
    pub proposed: String,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

/// Its words.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    kind: String,
    about: Phrase,
    total: String,
    sum: Phrase,
    number: String,
    unit: String,
    members: String,
    citizens: Phrase,
    share: String,
    assessed: String,
    proposed: String,
    note: String,
}

/// Widths and sides of the columns, in the order of their heads.
const COLUMNS: [(u16, Side); 8] = [
    (7, Side::Middle),
    (30, Side::Left),
    (13, Side::Right),
    (17, Side::Right),
    (13, Side::Right),
    (22, Side::Left),
    (26, Side::Left),
    (22, Side::Left),
];

impl LearningUnitSummary {
    fn composed(&self, words: &Words, style: &Style) -> Composed {
        let about = words.about.fill(&[("title", &self.title), ("occasion", &self.occasion)]);
        let parts = vec![
            self.letterhead.dated(&self.place, self.date, style),
            frame::title(&words.kind, &[&about]),
            self.table(words),
            Part::Paragraph(words.sum.fill(&[("number", &figures::two_places(self.units.len() as u64))])),
            Part::Signatures(vec![self.prepared_by.block(), self.signature.block()]),
        ];
        Composed { title: format!("{} {about}", words.kind), body: Body::Letter(Letter { page: Page::Across, parts }) }
    }

    fn table(&self, words: &Words) -> Part {
        let citizens = words.citizens.fill(&[("citizen", &self.citizen)]);
        let heads = [&words.number, &words.unit, &words.members, &citizens, &words.share, &words.assessed, &words.proposed, &words.note];
        let mut rows = vec![Row::of(RowKind::Head, heads)];
        rows.extend(self.units.iter().enumerate().map(|(index, row)| {
            let [members, citizens, share] = counted(row.members, row.citizens);
            let cells = [(index + 1).to_string(), row.unit.clone(), members, citizens, share];
            let rest = [&row.assessed, &row.proposed, &row.note].map(String::clone);
            Row::of(RowKind::Plain, cells.into_iter().chain(rest))
        }));
        // A sum of which a part is not known would be a wrong figure.
        let sum = |of: fn(&UnitRow) -> Option<u32>| self.units.iter().map(of).try_fold(0_u32, |sum, number| sum.checked_add(number?));
        let counts = counted(sum(|row| row.members), sum(|row| row.citizens)).map(TableCell::of);
        let rest = (0..3).map(|_| TableCell::of(""));
        let cells = [TableCell::of(&words.total).across(1)].into_iter().chain(counts).chain(rest).collect();
        rows.push(Row { kind: RowKind::Total, cells });
        Part::Table(Table { columns: COLUMNS.map(|(width, side)| Column { width, side }).to_vec(), rows })
    }
}

/// Members, recognised people, and their share, which is cut off and never rounded up.
fn counted(members: Option<u32>, citizens: Option<u32>) -> [String; 3] {
    let printed = |number: Option<u32>| number.map(|number| figures::grouped(number.into())).unwrap_or_default();
    let share = members.zip(citizens).and_then(|(whole, part)| Share::new(part.into(), whole.into()));
    [printed(members), printed(citizens), share.map(|share| figures::share(share.percentage())).unwrap_or_default()]
}

#[cfg(test)]
mod tests {
    #[rstest::rstest]
    #[case(Some(23), Some(20), ["23", "20", "86,95%"])]
    #[case(Some(4), Some(0), ["4", "0", "0%"])]
    #[case(None, Some(3), ["", "3", ""])]
    #[case(Some(0), Some(0), ["0", "0", ""])]
    fn shares_of_what_is_known(#[case] members: Option<u32>, #[case] citizens: Option<u32>, #[case] expected: [&str; 3]) {
        assert_eq!(super::counted(members, citizens), expected);
    }
}
