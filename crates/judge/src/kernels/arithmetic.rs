//! Sums, least and greatest values, and columns with missing values.

use super::{Integer, Truncate, Word};

/// Whether a column has missing values.
pub(crate) fn has_gaps<T: Integer>(column: &[T]) -> bool {
    column.iter().fold(false, |any, &value| any | (value == T::MISSING))
}

/// The least that a value of a column can be.
#[inline(always)]
fn least_value<T: Integer>(value: T, least: T) -> T {
    if value == T::MISSING { least } else { value }
}

/// Splits a column with missing values into its bounds.
pub(crate) fn unmask<T: Integer>(column: &[T], range: (T, T), least: &mut [T], most: &mut [T]) {
    for ((&value, least), most) in column.iter().zip(least).zip(most) {
        *least = least_value(value, range.0);
        // What is missing is greater than everything that is known.
        *most = value.min(range.1);
    }
}

/// `out += column` for both bounds.
pub(crate) fn add_column<S: Integer + Truncate<T>, T: Integer>(column: &[S], range: (S, S), least: &mut [T], most: &mut [T]) {
    // One loop for each bound: both in one are not made into vector instructions where the widths differ.
    for (&value, least) in column.iter().zip(least) {
        *least = least.plus(least_value(value, range.0).truncate());
    }
    for (&value, most) in column.iter().zip(most) {
        *most = most.plus(value.min(range.1).truncate());
    }
}

/// `out` becomes the lesser, for both bounds.
pub(crate) fn least_of_column<T: Integer>(column: &[T], range: (T, T), least: &mut [T], most: &mut [T]) {
    for ((&value, least), most) in column.iter().zip(least).zip(most) {
        *least = least_value(value, range.0).min(*least);
        *most = value.min(range.1).min(*most);
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
