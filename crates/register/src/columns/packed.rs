//! Columns as they are judged: integers of the narrowest width, whose greatest value stands for *missing*.

use std::borrow::Cow;
use std::collections::BTreeMap;

use phongtrao_value::Decimal;

/// Values of one column, a part of its rows; the greatest value of the width is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Packed {
    /// 8 bits.
    Bytes(Vec<u8>),
    /// 16 bits.
    Shorts(Vec<u16>),
    /// 32 bits.
    Integers(Vec<i32>),
    /// 64 bits.
    Longs(Vec<i64>),
}

/// Width of a packed column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// 8 bits.
    Bytes,
    /// 16 bits.
    Shorts,
    /// 32 bits.
    Integers,
    /// 64 bits.
    Longs,
}

/// How the values of a column become integers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Packing {
    /// Numbers times a scale, from `least` to `most` (both scaled). One outside is an error of the data.
    Number {
        /// The width; its greatest value lies above `most`.
        width: Width,
        /// What a number is multiplied with.
        scale: i64,
        /// The least.
        least: i64,
        /// The greatest.
        most: i64,
    },
    /// 0 no, 1 yes, 255 missing.
    Flags,
    /// Places in a list of words; the number of words stands for any other word.
    Codes {
        /// The words, or whole numbers written out.
        values: Vec<String>,
        /// 8 or 16 bits.
        width: Width,
    },
    /// Places of 16 bits in a list of words. Any other word is an error of the data.
    Listed(Vec<String>),
}

/// A column that is asked of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Its name.
    pub name: String,
    /// How it is packed.
    pub packing: Packing,
}

/// A column that a file has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: FieldKind,
}

/// What a column of a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Whole numbers from 0 to 255.
    Bytes,
    /// Other whole numbers.
    Whole,
    /// Numbers with places, of which up to three count.
    Places,
    /// Yes and no.
    Flags,
    /// Words.
    Words,
    /// Something that cannot be judged.
    Other,
}

/// Why a column could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ColumnError {
    /// The Parquet file is damaged, or has something that is not read.
    #[error(transparent)]
    Parquet(#[from] parquet::errors::ParquetError),
    /// The CSV file is damaged.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// There is no column of that name.
    #[error("no column {0}")]
    NoColumn(String),
    /// There are several columns of that name.
    #[error("column {0} twice")]
    Twice(String),
    /// A value is not one of its column. Rows count from 1, without the header.
    #[error("column {column}, row {row}: {value}")]
    Value {
        /// The column.
        column: String,
        /// The row.
        row: u64,
        /// What stands there.
        value: String,
    },
    /// Whoever reads stopped.
    #[error("stopped")]
    Stopped,
}

impl Packed {
    /// How many rows.
    pub fn rows(&self) -> usize {
        match self {
            Packed::Bytes(values) => values.len(),
            Packed::Shorts(values) => values.len(),
            Packed::Integers(values) => values.len(),
            Packed::Longs(values) => values.len(),
        }
    }

    /// Room for rows of a packing.
    pub fn empty(packing: &Packing) -> Packed {
        match packing.width() {
            Width::Bytes => Packed::Bytes(Vec::new()),
            Width::Shorts => Packed::Shorts(Vec::new()),
            Width::Integers => Packed::Integers(Vec::new()),
            Width::Longs => Packed::Longs(Vec::new()),
        }
    }

    /// Adds the rows of another part of the same column.
    pub fn append(&mut self, other: &Packed) {
        match (self, other) {
            (Packed::Bytes(values), Packed::Bytes(other)) => values.extend_from_slice(other),
            (Packed::Shorts(values), Packed::Shorts(other)) => values.extend_from_slice(other),
            (Packed::Integers(values), Packed::Integers(other)) => values.extend_from_slice(other),
            (Packed::Longs(values), Packed::Longs(other)) => values.extend_from_slice(other),
            // Parts of one column have one packing.
            _ => {}
        }
    }

    /// Adds a value, or a gap.
    fn push(&mut self, value: Option<i64>) {
        match self {
            Packed::Bytes(values) => values.push(value.and_then(|value| value.try_into().ok()).unwrap_or(u8::MAX)),
            Packed::Shorts(values) => values.push(value.and_then(|value| value.try_into().ok()).unwrap_or(u16::MAX)),
            Packed::Integers(values) => values.push(value.and_then(|value| value.try_into().ok()).unwrap_or(i32::MAX)),
            Packed::Longs(values) => values.push(value.unwrap_or(i64::MAX)),
        }
    }
}

impl Packing {
    /// The width of the packed column.
    pub fn width(&self) -> Width {
        match self {
            Packing::Number { width, .. } | Packing::Codes { width, .. } => *width,
            Packing::Flags => Width::Bytes,
            Packing::Listed(_) => Width::Shorts,
        }
    }
}

/// A number of a file: numerator and denominator.
type Fraction = (i128, i128);

/// What stands in a cell of a file.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cell<'a> {
    Missing,
    Number(Fraction),
    Flag(bool),
    Word(&'a str),
}

/// Packs cells one after the other; whole columns of one type have faster ways.
pub(super) struct Packer<'w> {
    wanted: &'w Wanted,
    codes: BTreeMap<&'w str, i64>,
    pub(super) packed: Packed,
}

impl<'w> Packer<'w> {
    pub(super) fn new(wanted: &'w Wanted) -> Packer<'w> {
        let values: &[String] = match &wanted.packing {
            Packing::Codes { values, .. } | Packing::Listed(values) => values,
            Packing::Number { .. } | Packing::Flags => &[],
        };
        let mut codes = BTreeMap::new();
        for (value, code) in values.iter().zip(0..) {
            codes.entry(value.as_str()).or_insert(code);
        }
        Packer { wanted, codes, packed: Packed::empty(&wanted.packing) }
    }

    /// Adds a cell; `row` counts from 1.
    pub(super) fn push(&mut self, cell: Cell, row: u64) -> Result<(), ColumnError> {
        let value = match cell {
            Cell::Missing => None,
            cell => Some(self.value(cell).ok_or_else(|| self.misfit(cell, row))?),
        };
        self.packed.push(value);
        Ok(())
    }

    pub(super) fn misfit(&self, cell: Cell, row: u64) -> ColumnError {
        let value = match cell {
            Cell::Missing => String::new(),
            Cell::Number((numerator, 1)) => numerator.to_string(),
            Cell::Number((numerator, 1000)) => {
                i64::try_from(numerator).map_or(String::new(), |number| Decimal::from_thousandths(number).to_string())
            }
            Cell::Number((numerator, denominator)) => format!("{numerator}/{denominator}"),
            Cell::Flag(flag) => u8::from(flag).to_string(),
            Cell::Word(word) => word.to_owned(),
        };
        ColumnError::Value { column: self.wanted.name.clone(), row, value }
    }

    fn value(&self, cell: Cell) -> Option<i64> {
        match &self.wanted.packing {
            Packing::Number { scale, least, most, .. } => {
                let (numerator, denominator) = number(cell)?;
                let scaled = numerator.checked_mul(i128::from(*scale))?;
                let value = (scaled % denominator == 0).then(|| i64::try_from(scaled / denominator).ok()).flatten()?;
                (*least <= value && value <= *most).then_some(value)
            }
            Packing::Flags => match number(cell)? {
                (0, _) => Some(0),
                (1, 1) => Some(1),
                _ => None,
            },
            Packing::Codes { values, width } => {
                let other = i64::try_from(values.len()).unwrap_or(i64::MAX);
                let code = self.code(&word(cell)?).unwrap_or(other);
                // The greatest code is that of a missing word.
                let missing = if *width == Width::Bytes { i64::from(u8::MAX) } else { i64::from(u16::MAX) };
                (code < missing).then_some(code)
            }
            Packing::Listed(_) => self.code(&word(cell)?).filter(|&code| code < i64::from(u16::MAX)),
        }
    }

    fn code(&self, word: &str) -> Option<i64> {
        self.codes.get(word).copied()
    }
}

/// A word, or a whole number or a flag written out.
fn word(cell: Cell<'_>) -> Option<Cow<'_, str>> {
    match cell {
        Cell::Word(word) => Some(Cow::Borrowed(word)),
        Cell::Number((whole, 1)) => Some(Cow::Owned(whole.to_string())),
        Cell::Flag(flag) => Some(Cow::Borrowed(if flag { "1" } else { "0" })),
        Cell::Number(_) | Cell::Missing => None,
    }
}

fn number(cell: Cell) -> Option<Fraction> {
    match cell {
        Cell::Number(number) => Some(number),
        Cell::Flag(flag) => Some((i128::from(flag), 1)),
        Cell::Word(word) => Some(lowest((i128::from(word.parse::<Decimal>().ok()?.thousandths()), 1000))),
        Cell::Missing => None,
    }
}

/// Thousandths as whole numbers, where they are.
pub(super) fn lowest((numerator, denominator): Fraction) -> Fraction {
    if numerator % denominator == 0 { (numerator / denominator, 1) } else { (numerator, denominator) }
}

impl Packing {
    /// Packs bytes at once. `gaps` are the places of missing values. `None` where it takes a closer look.
    pub(super) fn bytes(&self, values: &[u8], gaps: &[usize]) -> Option<Vec<u8>> {
        let range = match self {
            Packing::Number { width: Width::Bytes, scale: 1, least, most } => (u8::try_from(*least).ok()?, u8::try_from(*most).ok()?),
            Packing::Flags => (0, 1),
            // Codes of a column of bytes are its bytes (`every_byte`).
            Packing::Codes { values, width: Width::Bytes } if values.len() == usize::from(u8::MAX) => (0, u8::MAX - 1),
            _ => return None,
        };
        within(values, gaps, range, u8::MAX)
    }

    /// The same for 16 bits.
    pub(super) fn shorts(&self, values: &[u16], gaps: &[usize]) -> Option<Vec<u16>> {
        match self {
            Packing::Number { width: Width::Shorts, scale: 1, least, most } => {
                within(values, gaps, (u16::try_from(*least).ok()?, u16::try_from(*most).ok()?), u16::MAX)
            }
            _ => None,
        }
    }
}

/// The values with their gaps, where all others lie within the range.
fn within<T: Copy + Ord>(values: &[T], gaps: &[usize], (least, most): (T, T), missing: T) -> Option<Vec<T>> {
    let mut packed = values.to_vec();
    for &gap in gaps {
        *packed.get_mut(gap)? = missing;
    }
    // Counted in bytes, so that many rows are compared at once.
    let outside = |part: &[T]| part.iter().fold(0_u8, |count, &value| count + u8::from(value < least || value > most));
    let outside: usize = packed.chunks(255).map(|part| usize::from(outside(part))).sum();
    (outside == gaps.len()).then_some(packed)
}

/// The words of a key that is a column of bytes: each byte but the greatest, written out.
pub fn every_byte() -> Vec<String> {
    (0..u8::MAX).map(|byte| byte.to_string()).collect()
}
