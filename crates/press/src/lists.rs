//! Lists of who is honoured: grouped by award, numbered through.

use phongtrao_document::write::{Column, Part, Row, RowKind, Side, Table, TableCell};
use serde::{Deserialize, Serialize};

/// Those who are put forward for one award, in the organisation's order. The order is whoever's who makes the list; a paper never changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AwardGroup {
    /// The award as printed: `Danh hiệu “Lao động tiên tiến”`.
    pub award: String,
    /// What they are.
    pub of: SubjectKind,
    /// Who they are.
    pub nominees: Vec<Nominee>,
}

/// What is honoured; in lists collectives stand before households, and these before individuals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SubjectKind {
    /// Units.
    Collective,
    /// Households.
    Household,
    /// People.
    Individual,
}

/// One who is put forward.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Nominee {
    /// The name as printed, with the form of address where the list shows one.
    pub name: String,
    /// Post and unit of a person; the unit above of a unit.
    #[serde(default)]
    pub post: String,
    /// What stands in the column of remarks.
    #[serde(default)]
    pub note: String,
}

/// Words of the heads of a list.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListWords {
    /// `TT`.
    pub number: String,
    /// `Tên tập thể, cá nhân`.
    pub name: String,
    /// `Chức vụ, đơn vị`.
    pub post: String,
    /// `Ghi chú`.
    pub note: String,
}

/// The list as a table: a line for each award, then its nominees; the number runs through the whole list and becomes the number in the golden book.
pub fn table(groups: &[AwardGroup], words: &ListWords) -> Part {
    let mut rows = vec![Row::of(RowKind::Head, [&words.number, &words.name, &words.post, &words.note])];
    let mut number = 0_usize;
    for group in groups {
        rows.push(Row { kind: RowKind::Group, cells: vec![TableCell::of(&group.award).across(3)] });
        for nominee in &group.nominees {
            number += 1;
            rows.push(Row::of(RowKind::Plain, [&number.to_string(), &nominee.name, &nominee.post, &nominee.note]));
        }
    }
    let column = |width, side| Column { width, side };
    let columns = vec![column(8, Side::Middle), column(37, Side::Left), column(37, Side::Left), column(18, Side::Left)];
    Part::Table(Table { columns, rows })
}

/// How many are put forward of a kind.
pub fn number_of(groups: &[AwardGroup], of: SubjectKind) -> usize {
    groups.iter().filter(|group| group.of == of).map(|group| group.nominees.len()).sum()
}
