//! Gathers text, lines and tables in the order of the text.

use phongtrao_diagnostic::Span;

use crate::{Block, Line, Look, Place, Places, Row, TableBlock, TableCell};

/// Tables within tables are kept to this depth; the words of deeper ones become lines of the cell that holds them.
pub(super) const DEPTH: usize = 12;

/// More columns than this no table has.
const COLUMNS: u32 = 1_000;

/// The text so far, and the tables that are open.
#[derive(Debug, Default)]
pub(super) struct Sink {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) places: Places,
    tables: Vec<Table>,
    /// Tables that are open beyond the depth.
    beyond: usize,
    /// Whether a line has been set in the innermost place, so that the next needs a line end before it.
    begun: bool,
}

#[derive(Debug)]
struct Table {
    start: usize,
    /// Whether a line end was put before it, which is not that of a row around it.
    parted: bool,
    rows: Vec<Row>,
    row: Option<OpenRow>,
    cell: Option<OpenCell>,
}

#[derive(Debug)]
struct OpenRow {
    start: usize,
    cells: Vec<TableCell>,
}

#[derive(Debug)]
struct OpenCell {
    start: usize,
    columns: u32,
    blocks: Vec<Block>,
}

impl Sink {
    /// Adds a line; one that stands in a table but in no cell gets a cell of its own.
    pub(super) fn line(&mut self, words: &str, look: Look, whole: bool, place: Option<Place>) {
        if !self.tables.is_empty() {
            self.begin_cell();
        }
        self.part();
        let start = self.text.len();
        if let Some(place) = place {
            self.places.push(start, place);
        }
        self.text.push_str(words);
        self.add(Block::Line(Line { span: Span::new(start, self.text.len()), look, whole }));
    }

    /// Begins a table; `false` when tables nest too deep, and this one is read as plain lines.
    pub(super) fn begin_table(&mut self) -> bool {
        if self.tables.len() >= DEPTH || self.beyond > 0 {
            self.beyond += 1;
            return false;
        }
        if !self.tables.is_empty() {
            self.begin_cell();
        }
        let before = self.text.len();
        self.part();
        self.begun = false;
        let parted = self.text.len() > before;
        self.tables.push(Table { start: self.text.len(), parted, rows: Vec::new(), row: None, cell: None });
        true
    }

    /// Ends the innermost table.
    pub(super) fn end_table(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        self.end_row();
        let Some(table) = self.tables.pop() else { return };
        // A table without cells leaves no trace: the line end before it serves what comes next.
        if table.rows.is_empty() {
            if table.parted && self.text.len() == table.start {
                self.text.pop();
            }
            self.begun = !self.text.is_empty() && !self.at_cell_start();
            return;
        }
        let span = Span::new(table.start, self.text.len());
        self.add(Block::Table(TableBlock { span, rows: table.rows }));
    }

    /// Begins a row of the innermost table.
    pub(super) fn begin_row(&mut self) {
        if self.beyond > 0 {
            return;
        }
        self.end_row();
        let Some(table) = self.tables.last_mut() else { return };
        if !table.rows.is_empty() {
            self.text.push('\n');
        }
        table.row = Some(OpenRow { start: self.text.len(), cells: Vec::new() });
    }

    /// Ends the row that is open in the innermost table.
    pub(super) fn end_row(&mut self) {
        if self.beyond > 0 {
            return;
        }
        self.end_cell();
        let Some(table) = self.tables.last_mut() else { return };
        let Some(row) = table.row.take() else { return };
        if row.cells.is_empty() {
            // A row without cells leaves no trace.
            if !table.rows.is_empty() {
                self.text.pop();
            }
            return;
        }
        table.rows.push(Row { span: Span::new(row.start, self.text.len()), cells: row.cells });
    }

    /// Begins a cell, with a row when none is open, unless one is open.
    pub(super) fn begin_cell(&mut self) {
        if self.beyond > 0 || self.tables.last().is_none_or(|table| table.cell.is_some()) {
            return;
        }
        if self.tables.last().is_some_and(|table| table.row.is_none()) {
            self.begin_row();
        }
        let Some(table) = self.tables.last_mut() else { return };
        if table.row.as_ref().is_some_and(|row| !row.cells.is_empty()) {
            self.text.push('\t');
        }
        table.cell = Some(OpenCell { start: self.text.len(), columns: 1, blocks: Vec::new() });
        self.begun = false;
    }

    /// Ends the cell that is open in the innermost table.
    pub(super) fn end_cell(&mut self) {
        if self.beyond > 0 {
            return;
        }
        let Some(table) = self.tables.last_mut() else { return };
        let (Some(row), Some(cell)) = (&mut table.row, table.cell.take()) else { return };
        row.cells.push(TableCell { span: Span::new(cell.start, self.text.len()), columns: cell.columns, blocks: cell.blocks });
    }

    /// An empty cell over some columns.
    pub(super) fn empty_cell(&mut self, columns: i64) {
        self.begin_cell();
        self.columns(columns);
        self.end_cell();
    }

    /// Says how many columns the open cell takes.
    pub(super) fn columns(&mut self, columns: i64) {
        if self.beyond > 0 {
            return;
        }
        if let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            cell.columns = u32::try_from(columns).unwrap_or(1).clamp(1, COLUMNS);
        }
    }

    /// Ends all tables that are open.
    pub(super) fn end(&mut self) {
        self.beyond = 0;
        while !self.tables.is_empty() {
            self.end_table();
        }
    }

    fn at_cell_start(&self) -> bool {
        self.tables.last().and_then(|table| table.cell.as_ref()).is_some_and(|cell| cell.blocks.is_empty())
    }

    /// The line end between one block and the next.
    fn part(&mut self) {
        if self.begun {
            self.text.push('\n');
        }
        self.begun = true;
    }

    fn add(&mut self, block: Block) {
        self.begun = true;
        match self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            Some(cell) => cell.blocks.push(block),
            None => self.blocks.push(block),
        }
    }
}
