//! Columns out of CSV: a header row, then one row a person. An empty cell is missing.

use std::io::{BufRead as _, BufReader, Read};

use super::packed::{Cell, ColumnError, Packed, Packer, Wanted};
use super::results::Kept;

/// The names of the columns.
///
/// # Errors
///
/// Where the first line cannot be read.
pub fn names(reader: impl Read) -> Result<Vec<String>, ColumnError> {
    Ok(opened(reader)?.headers()?.iter().map(name).collect())
}

/// What can part cells; the header row shows which.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The header is looked for within so many bytes.
const HEADER: usize = 64 << 10;

/// A reader that parts cells as the header row does.
///
/// # Errors
///
/// Where nothing can be read.
pub fn opened<R: Read>(reader: R) -> Result<csv::Reader<BufReader<R>>, ColumnError> {
    let mut reader = BufReader::with_capacity(HEADER, reader);
    let header = reader.fill_buf().map_err(csv::Error::from)?;
    let mut counts = [0_usize; SEPARATORS.len()];
    let mut is_quoted = false;
    for byte in header {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            byte if !is_quoted => {
                let counts = counts.iter_mut().zip(SEPARATORS).filter(|(_, separator)| separator == byte);
                counts.for_each(|(count, _)| *count += 1);
            }
            _ => {}
        }
    }
    // Of equal counts the first: a comma where the header has one column.
    let most = counts.into_iter().zip(SEPARATORS).rev().max_by_key(|(count, _)| *count).map_or(b',', |(_, separator)| separator);
    Ok(csv::ReaderBuilder::new().delimiter(most).from_reader(reader))
}

/// A name without the mark of order that spreadsheets put before the first one.
fn name(header: &str) -> String {
    header.trim_start_matches('\u{feff}').trim().to_owned()
}

/// Reads some columns, and keeps others as they are, so many rows at a time.
///
/// # Errors
///
/// Where the file is damaged, a column is missing, or a value is not one of its column; and whatever `each` returns.
pub fn read(
    reader: impl Read,
    wanted: &[Wanted],
    keep: &[String],
    rows: usize,
    mut each: impl FnMut(Vec<Packed>, Kept) -> Result<(), ColumnError>,
) -> Result<(), ColumnError> {
    let mut reader = opened(reader)?;
    let header: Vec<_> = reader.headers()?.iter().map(name).collect();
    let place = |name: &String| {
        let mut places = header.iter().enumerate().filter(|(_, other)| *other == name).map(|(place, _)| place);
        let place = places.next().ok_or_else(|| ColumnError::NoColumn(name.clone()))?;
        if places.next().is_some() { Err(ColumnError::Twice(name.clone())) } else { Ok(place) }
    };
    let places = wanted.iter().map(|wanted| place(&wanted.name)).collect::<Result<Vec<_>, _>>()?;
    let kept_places = keep.iter().map(place).collect::<Result<Vec<_>, _>>()?;
    let empty = || Part { packers: wanted.iter().map(Packer::new).collect(), kept: vec![Vec::new(); keep.len()] };
    let mut hand_out = |part: Part| {
        let packed = part.packers.into_iter().map(|packer| packer.packed).collect();
        each(packed, Kept::of_words(keep.iter().cloned().zip(part.kept)))
    };
    let (mut part, mut row, mut record) = (empty(), 0_u64, csv::StringRecord::new());
    while reader.read_record(&mut record)? {
        row += 1;
        for (packer, &place) in part.packers.iter_mut().zip(&places) {
            let cell = record.get(place).map(str::trim).filter(|cell| !cell.is_empty());
            packer.push(cell.map_or(Cell::Missing, Cell::Word), row)?;
        }
        for (kept, &place) in part.kept.iter_mut().zip(&kept_places) {
            kept.push(record.get(place).unwrap_or_default().to_owned());
        }
        if row.is_multiple_of(rows.max(1) as u64) {
            hand_out(std::mem::replace(&mut part, empty()))?;
        }
    }
    if row.is_multiple_of(rows.max(1) as u64) { Ok(()) } else { hand_out(part) }
}

/// Rows on their way.
struct Part<'w> {
    packers: Vec<Packer<'w>>,
    kept: Vec<Vec<String>>,
}
