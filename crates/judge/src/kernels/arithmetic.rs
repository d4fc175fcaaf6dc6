//! Sums, least and greatest values, and columns with missing values.

use super::{Integer, Truncate, Word};

/// Splits a column with missing values into its bounds. Whether any value was missing.
pub(crate) fn unmask<T: Integer>(column: &[T], range: (T, T), least: &mut [T], most: &mut [T]) -> bool {
    if !column.iter().fold(false, |any, &value| any | (value == T::MISSING)) {
        return false;
    }
    for ((&value, least), most) in column.iter().zip(least).zip(most) {
        let missing = value == T::MISSING;
        *least = if missing { range.0 } else { value };
        *most = if missing { range.1 } else { value };
    }
    true
}

/// `out = constant + values × factor`, modulo the width of `out`.
pub(crate) fn cast_times<S: Integer + Truncate<T>, T: Integer>(values: &[S], factor: T, constant: T, out: &mut [T]) {
    for (&value, out) in values.iter().zip(out) {
        *out = constant.plus(value.truncate().times(factor));
    }
}

/// `out += values × factor`, modulo the width of `out`.
pub(crate) fn add_times<S: Integer + Truncate<T>, T: Integer>(values: &[S], factor: T, out: &mut [T]) {
    if factor == T::lowest_bits(1) {
        for (&value, out) in values.iter().zip(out) {
            *out = out.plus(value.truncate());
        }
        return;
    }
    for (&value, out) in values.iter().zip(out) {
        *out = out.plus(value.truncate().times(factor));
    }
}

/// `out` becomes the lesser.
pub(crate) fn least_of<T: Word>(values: &[T], out: &mut [T]) {
    for (&value, out) in values.iter().zip(out) {
        *out = value.min(*out);
    }
}

/// `out` becomes the greater.
pub(crate) fn greatest_of<T: Word>(values: &[T], out: &mut [T]) {
    for (&value, out) in values.iter().zip(out) {
        *out = value.max(*out);
    }
}
