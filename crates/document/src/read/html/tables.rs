//! Tables as they grow. In the text cells are parted by tabs and rows by line ends, so that it reads as the table does.

use phongtrao_diagnostic::Span;

use crate::{Block, Row, TableBlock, TableCell};

/// A cell takes no more columns than this.
pub(super) const MOST_COLUMNS: u32 = 1000;

/// So many empty cells may stand in for cells that reach down from rows above.
const MOST_CARRIED: usize = 10_000;

/// So many cells may reach down at once.
const MOST_CARRIED_AT_ONCE: usize = 64;

/// A cell with more blocks than this is a page laid out with a table.
const PAGE: usize = 100;

/// A table that is being read.
#[derive(Debug)]
pub(super) struct OpenTable {
    start: usize,
    rows: Vec<Row>,
    /// The open row: where it began, and its cells.
    row: Option<(usize, Vec<TableCell>)>,
    /// The open cell: where it began, and its columns.
    cell: Option<(usize, u32)>,
    /// The column at which the next cell stands.
    column: u32,
    /// Cells of rows above that reach into the open row.
    carried: Vec<Carried>,
    /// Cells of the open row that reach into rows below.
    reaching: Vec<Carried>,
    carried_cells: usize,
}

/// A cell that reaches down.
#[derive(Debug, Clone, Copy)]
struct Carried {
    column: u32,
    columns: u32,
    /// Into how many rows it still reaches; never zero.
    rows: u32,
}

impl OpenTable {
    /// One that begins here.
    pub(super) fn new(start: usize) -> OpenTable {
        OpenTable { start, rows: Vec::new(), row: None, cell: None, column: 0, carried: Vec::new(), reaching: Vec::new(), carried_cells: 0 }
    }

    /// Opens a row.
    pub(super) fn open_row(&mut self, start: usize) {
        self.row = Some((start, Vec::new()));
        self.column = 0;
    }

    /// Opens a cell, and a row around it where none is open.
    pub(super) fn open_cell(&mut self, columns: u32, rows: u32, text: &mut String, blocks: &mut Vec<Vec<Block>>) {
        if self.row.is_none() {
            self.open_row(text.len());
        }
        self.carry(text, false);
        if rows > 1 && self.carried.len() + self.reaching.len() < MOST_CARRIED_AT_ONCE {
            self.reaching.push(Carried { column: self.column, columns, rows: rows - 1 });
        }
        self.column = self.column.saturating_add(columns);
        self.cell = Some((text.len(), columns));
        blocks.push(Vec::new());
    }

    /// Opens a cell where words come without one.
    pub(super) fn needs_cell(&mut self, text: &mut String, blocks: &mut Vec<Vec<Block>>) {
        if self.cell.is_none() {
            self.open_cell(1, 1, text, blocks);
        }
    }

    /// Closes the open cell, if one is open.
    pub(super) fn close_cell(&mut self, text: &mut String, blocks: &mut Vec<Vec<Block>>) {
        let Some((start, columns)) = self.cell.take() else { return };
        let blocks = blocks.pop().unwrap_or_default();
        if text.len() > start && text.ends_with('\n') {
            text.pop();
        }
        let span = Span::new(start, text.len());
        text.push('\t');
        if let Some((_, cells)) = &mut self.row {
            cells.push(TableCell { span, columns, blocks });
        }
    }

    /// Closes the open row, if one is open.
    pub(super) fn close_row(&mut self, text: &mut String) {
        if self.row.is_none() {
            return;
        }
        self.carry(text, true);
        self.carried.iter_mut().for_each(|carried| carried.rows -= 1);
        self.carried.retain(|carried| carried.rows > 0);
        self.carried.append(&mut self.reaching);
        let Some((start, cells)) = self.row.take() else { return };
        if cells.is_empty() {
            return;
        }
        // The tab behind the last cell becomes the end of the row.
        if text.ends_with('\t') {
            text.pop();
        }
        let span = Span::new(start, text.len());
        text.push('\n');
        self.rows.push(Row { span, cells });
    }

    /// Puts empty cells where cells of rows above reach down; at the end of a row all that are left.
    fn carry(&mut self, text: &mut String, all: bool) {
        let Some((_, cells)) = &mut self.row else { return };
        loop {
            let next = self.carried.iter().filter(|carried| carried.column >= self.column).min_by_key(|carried| carried.column);
            let Some(&Carried { column, columns, .. }) = next else { return };
            if (column > self.column && !all) || self.carried_cells >= MOST_CARRIED {
                return;
            }
            self.carried_cells += 1;
            cells.push(TableCell { span: Span::new(text.len(), text.len()), columns, blocks: Vec::new() });
            text.push('\t');
            self.column = column.saturating_add(columns);
        }
    }

    /// The table; its last row is closed before.
    pub(super) fn close(self) -> TableBlock {
        let end = self.rows.last().map_or(self.start, |row| row.span.end);
        TableBlock { span: Span::new(self.start, end), rows: self.rows }
    }
}

/// Whether a table is no table but a way to lay out a page: one column, or a cell that holds a whole text.
pub(super) fn dissolves(table: &TableBlock) -> bool {
    table.rows.iter().all(|row| row.cells.len() <= 1) || table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.blocks.len() > PAGE)
}
