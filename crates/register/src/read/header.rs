//! The header row of a table: which column of the file is which of the description.

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_sheet::Row;
use phongtrao_value::nearest;

use crate::description::Table;
use crate::texts;

/// For each column of the description, the one of the file; with what is wrong. The columns `optional` may be missing.
pub(super) fn read(table: &Table, header: &Row<'_>, optional: &[&str]) -> (Vec<Option<usize>>, Vec<Finding>) {
    let mut columns = vec![None; table.columns.len()];
    let mut findings = Vec::new();
    for (at, cell) in header.cells.iter().enumerate() {
        if cell.text.is_empty() {
            continue;
        }
        let named = table.position(&cell.text).or_else(|| table.position(&cell.text.to_lowercase()));
        let position = named.or_else(|| table.position_of_head(&cell.text));
        match position.and_then(|position| columns.get_mut(position)) {
            Some(place @ None) => *place = Some(at),
            Some(Some(_)) => {
                let message = texts::data_column_twice(&*cell.text);
                findings
                    .push(Finding::new("data-column-twice", Severity::Error, message).at(cell.span).help(texts::data_column_twice_help()));
            }
            None => findings.push(unknown(table, cell)),
        }
    }
    let missing: Vec<&str> = (table.columns.iter().zip(&columns))
        .filter(|(column, place)| column.required && place.is_none() && !optional.contains(&column.name.as_str()))
        .map(|(column, _)| column.name.as_str())
        .collect();
    if !missing.is_empty() {
        let message = texts::data_column_missing(missing.join(", "));
        findings
            .push(Finding::new("data-column-missing", Severity::Error, message).at(header.span()).help(texts::data_column_missing_help()));
    }
    (columns, findings)
}

fn unknown(table: &Table, cell: &phongtrao_sheet::Cell<'_>) -> Finding {
    let names = || table.columns.iter().map(|column| column.name.as_str());
    let help = match nearest(&cell.text, names()) {
        Some(name) => texts::data_column_unknown_nearest(name),
        None => texts::data_column_unknown_help(names().collect::<Vec<_>>().join(", ")),
    };
    Finding::new("data-column-unknown", Severity::Error, texts::data_column_unknown(&*cell.text, &table.name)).at(cell.span).help(help)
}
