//! Room for one batch of values, of whichever width; kept from batch to batch.

use crate::program::Number;

use super::Word;

/// Room for values of each width; only those that are used take memory.
#[derive(Debug, Default)]
pub(crate) struct Lane {
    pub(super) bytes: Vec<u8>,
    pub(super) shorts: Vec<u16>,
    pub(super) integers: Vec<i32>,
    pub(super) longs: Vec<i64>,
    pub(super) numbers: Vec<Number>,
}

impl Lane {
    /// Values of a batch, as they were written last.
    pub(crate) fn read<T: Word>(&self, rows: usize) -> &[T] {
        T::of(self).get(..rows).unwrap_or(&[])
    }

    /// Room for the values of a batch; holds anything.
    pub(crate) fn room<T: Word>(&mut self, rows: usize) -> &mut [T] {
        let values = T::of_mut(self);
        if values.len() < rows {
            values.resize(rows, T::FILLER);
        }
        &mut values[..rows]
    }
}
