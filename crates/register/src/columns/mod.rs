//! Facts as columns: what a population is judged on, a batch at a time.

pub mod csv;
pub mod packed;
pub mod parquet;
pub mod results;
#[cfg(test)]
mod tests;

pub use packed::{ColumnError, Field, FieldKind, Packed, Packing, Wanted, Width};

/// A column of one fact. What is not known is marked apart and never a zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its values; those that are not known hold anything.
    pub values: Values,
    /// One byte a row, 1 where the value is known; `None` where all are.
    pub known: Option<Vec<u8>>,
}

/// Values of the narrowest type that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Values {
    /// 0 to 255: points, marks, yes and no, places in a list of words.
    U8(Vec<u8>),
    /// 0 to 65,535: communes, units.
    U16(Vec<u16>),
    /// 0 to 4,294,967,295: years as bits.
    U32(Vec<u32>),
    /// Everything else, in thousandths where the fact has places.
    I64(Vec<i64>),
}
