//! Fills the fields of a row from its cells.

use phongtrao_diagnostic::Text;
use phongtrao_sheet::Row as SheetRow;
use phongtrao_value::nearest;
use phongtrao_value::{Decimal, YearKind};

use crate::description::{Column, Kind, Table};
use crate::fault::{Fault, Faults};
use crate::rows::Place;
use crate::rows::row::{Fields, Value};
use crate::texts;

/// The cells of one row, walked in the order of the description.
pub(super) struct Cells<'a> {
    pub(super) table: &'static Table,
    /// For each column of the description, the one of the file.
    pub(super) columns: &'a [Option<usize>],
    pub(super) row: &'a SheetRow<'a>,
    pub(super) place: Place,
    /// The kind of year of rows that state none.
    pub(super) year_kind: Option<YearKind>,
    /// Required columns that may be empty all the same.
    pub(super) optional: &'static [&'static str],
    /// How many columns have been walked.
    pub(super) at: usize,
    pub(super) faults: &'a mut Faults,
}

impl<'a> Cells<'a> {
    /// The next column, and its cell.
    fn next(&mut self, name: &'static str) -> (&'static Column, &'a str) {
        let at = self.at;
        self.at += 1;
        // The test of the description shows that each walk has as many fields as the table has columns.
        let column = &self.table.columns[at];
        debug_assert_eq!(column.name, name, "the walk follows the description");
        let row: &'a SheetRow<'a> = self.row;
        let cell = self.columns.get(at).copied().flatten().map_or("", |column| row.text(column));
        let given = if cell.is_empty() { column.default.as_deref().unwrap_or_default() } else { cell };
        (column, given)
    }

    fn value<T: Value>(&mut self, column: &'static Column, cell: &str) -> Option<T> {
        let value = T::read(cell).filter(|_| fits(column, cell));
        if value.is_none() {
            let (message, help) = refused(column, cell);
            self.faults.push(Fault::error("data-cell", self.place, &column.name, message, help));
        }
        value
    }

    fn missing(&mut self, column: &'static Column) {
        // A column that the file does not have was told at the header.
        let there = self.columns.get(self.at - 1).is_some_and(Option::is_some);
        if there && !self.optional.contains(&column.name.as_str()) {
            let message = texts::data_cell_empty(&column.name);
            self.faults.push(Fault::error("data-cell-empty", self.place, &column.name, message, texts::data_cell_empty_help()));
        }
    }
}

impl Fields for Cells<'_> {
    fn place(&mut self, place: &mut Place) {
        *place = self.place;
    }

    fn needed<T: Value>(&mut self, column: &'static str, field: &mut T) {
        let (column, cell) = self.next(column);
        if cell.is_empty() {
            self.missing(column);
        } else if let Some(value) = self.value(column, cell) {
            *field = value;
        }
    }

    fn given<T: Value>(&mut self, column: &'static str, field: &mut Option<T>) {
        let (column, cell) = self.next(column);
        if !cell.is_empty() {
            *field = self.value(column, cell);
        }
    }

    fn list(&mut self, column: &'static str, field: &mut Vec<String>) {
        let (column, cell) = self.next(column);
        for part in cell.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            field.extend(self.value::<String>(column, part));
        }
    }

    fn year_kind(&mut self, column: &'static str, field: &mut YearKind) {
        let (column, cell) = self.next(column);
        if !cell.is_empty() {
            *field = self.value(column, cell).unwrap_or(*field);
        } else if let Some(kind) = self.year_kind {
            *field = kind;
        } else {
            let message = texts::data_year_kind();
            self.faults.push(Fault::error("data-year-kind", self.place, &column.name, message, texts::data_year_kind_help()));
        }
    }
}

/// Whether a cell of the right type is also within what its column allows.
pub(crate) fn fits(column: &Column, cell: &str) -> bool {
    match column.kind {
        Kind::Id | Kind::Word | Kind::Person | Kind::Unit | Kind::Household | Kind::Subject | Kind::Units | Kind::One => {
            !cell.bytes().any(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b';'))
        }
        Kind::Choice => column.values.iter().any(|value| value == cell),
        Kind::Percent => cell.parse::<Decimal>().is_ok_and(|number| (0..=100_000).contains(&number.thousandths())),
        // A year of an institution's facts; what lies outside is a slip of the pen.
        Kind::Year => <i16 as Value>::read(cell).is_some_and(|year| (EARLIEST_YEAR..=LATEST_YEAR).contains(&year)),
        _ => true,
    }
}

/// Awards of the country begin after this year.
const EARLIEST_YEAR: i16 = 1900;
/// Nothing is known of years beyond.
const LATEST_YEAR: i16 = 2200;

/// What is wrong with a cell, and what to do.
pub(crate) fn refused(column: &Column, cell: &str) -> (Text, Text) {
    let shown: String = cell.chars().take(60).collect();
    let name = column.name.as_str();
    match column.kind {
        Kind::Day => (texts::data_no_day(shown, name), texts::data_no_day_help()),
        Kind::Hour => (texts::data_no_hour(shown, name), texts::data_no_hour_help()),
        Kind::Amount => (texts::data_no_number(shown, name), texts::data_no_number_help()),
        Kind::Percent => (texts::data_no_percent(shown, name), texts::data_no_percent_help()),
        Kind::Count | Kind::Order => (texts::data_no_count(shown, name), texts::data_no_count_help()),
        Kind::Year => (texts::data_no_year(shown, name), texts::data_no_year_help()),
        Kind::Flag => (texts::data_no_flag(shown, name), texts::data_no_flag_help()),
        Kind::Choice => {
            let all = column.values.join(", ");
            let help = match nearest(cell, column.values.iter().map(String::as_str)) {
                Some(value) => texts::data_no_choice_nearest(value, all),
                None => texts::data_no_choice_help(all),
            };
            (texts::data_no_choice(shown, name), help)
        }
        _ => (texts::data_no_word(shown, name), texts::data_no_word_help()),
    }
}
