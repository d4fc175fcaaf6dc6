//! Columns out of CSV: a header row, then one row a person. An empty cell is missing.

use std::io::Read;

use super::packed::{Cell, ColumnError, Packed, Packer, Wanted};

/// The names of the columns.
///
/// # Errors
///
/// Where the first line cannot be read.
pub fn names(reader: impl Read) -> Result<Vec<String>, ColumnError> {
    let mut reader = csv::Reader::from_reader(reader);
    Ok(reader.headers()?.iter().map(name).collect())
}

/// A name without the mark of order that spreadsheets put before the first one.
fn name(header: &str) -> String {
    header.trim_start_matches('\u{feff}').trim().to_owned()
}

/// Reads some columns, so many rows at a time.
///
/// # Errors
///
/// Where the file is damaged, a column is missing, or a value is not one of its column; and whatever `each` returns.
pub fn read(
    reader: impl Read,
    wanted: &[Wanted],
    rows: usize,
    mut each: impl FnMut(Vec<Packed>) -> Result<(), ColumnError>,
) -> Result<(), ColumnError> {
    let mut reader = csv::Reader::from_reader(reader);
    let header: Vec<_> = reader.headers()?.iter().map(name).collect();
    let place =
        |wanted: &Wanted| header.iter().position(|name| *name == wanted.name).ok_or_else(|| ColumnError::NoColumn(wanted.name.clone()));
    let places = wanted.iter().map(place).collect::<Result<Vec<_>, _>>()?;
    let packers = || wanted.iter().map(Packer::new).collect::<Vec<_>>();
    let (mut parts, mut row, mut record) = (packers(), 0_u64, csv::StringRecord::new());
    while reader.read_record(&mut record)? {
        row += 1;
        for (packer, &place) in parts.iter_mut().zip(&places) {
            let cell = record.get(place).map(str::trim).filter(|cell| !cell.is_empty());
            packer.push(cell.map_or(Cell::Missing, Cell::Word), row)?;
        }
        if row.is_multiple_of(rows.max(1) as u64) {
            each(std::mem::replace(&mut parts, packers()).into_iter().map(|packer| packer.packed).collect())?;
        }
    }
    if !row.is_multiple_of(rows.max(1) as u64) {
        each(parts.into_iter().map(|packer| packer.packed).collect())?;
    }
    Ok(())
}
