//! Tables whose columns a paper is given: of a plan, of a report.

pub use phongtrao_document::write::Side;
use phongtrao_document::write::{Column, Part, Row, RowKind, Table};
use serde::{Deserialize, Serialize};

/// A table with the heads of its columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Grid {
    /// Its columns, from the left.
    pub columns: Vec<GridColumn>,
    /// Its rows: a cell for each column.
    pub rows: Vec<Vec<String>>,
    /// A last row of sums.
    pub total: Option<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GridColumn {
    /// What stands above it.
    pub head: String,
    /// Its width against the other columns.
    pub width: u16,
    /// On which side its words stand.
    #[serde(default)]
    pub side: Side,
}

impl Grid {
    /// A table with columns of these heads, widths and sides, without rows.
    pub fn new<'h>(columns: impl IntoIterator<Item = (&'h str, u16, Side)>) -> Grid {
        let columns = columns.into_iter().map(|(head, width, side)| GridColumn { head: head.to_owned(), width, side });
        Grid { columns: columns.collect(), rows: Vec::new(), total: None }
    }

    /// The table as a part of a letter.
    pub fn part(&self) -> Part {
        let heads = Row::of(RowKind::Head, self.columns.iter().map(|column| &column.head));
        let rows = self.rows.iter().map(|cells| Row::of(RowKind::Plain, cells));
        let total = self.total.iter().map(|cells| Row::of(RowKind::Total, cells));
        let columns = self.columns.iter().map(|column| Column { width: column.width, side: column.side });
        Part::Table(Table { columns: columns.collect(), rows: std::iter::once(heads).chain(rows).chain(total).collect() })
    }
}
