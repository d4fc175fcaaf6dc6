//! Tests over bounds, and Kleene's logic over the verdicts that they give.

use super::{Integer, Word};

/// 2 where even the least reaches the limit, 1 where only the greatest does, else 0. `strict`: above it.
pub(crate) fn reaches<T: Word>(least: &[T], most: &[T], limit: T, strict: bool, out: &mut [u8]) {
    if strict {
        compare(least, most, out, |value| value > limit);
    } else {
        compare(least, most, out, |value| value >= limit);
    }
}

#[inline(always)]
fn compare<T: Word>(least: &[T], most: &[T], out: &mut [u8], reached: impl Fn(T) -> bool) {
    if std::ptr::eq(least, most) {
        for (&value, out) in least.iter().zip(out) {
            *out = u8::from(reached(value)) << 1;
        }
        return;
    }
    for ((&least, &most), out) in least.iter().zip(most).zip(out) {
        *out = u8::from(reached(least)) + u8::from(reached(most));
    }
}

/// The same for a column with missing values, whose verdict is `missing`.
pub(crate) fn reaches_in_column<T: Integer>(column: &[T], missing: u8, limit: T, out: &mut [u8]) {
    for (&value, out) in column.iter().zip(out) {
        *out = if value == T::MISSING { missing } else { u8::from(value >= limit) << 1 };
    }
}

/// The same for a column with missing values against limits that differ from row to row.
pub(crate) fn reaches_limit_in_column<T: Integer>(column: &[T], range: (T, T), limit: (&[T], &[T]), out: &mut [u8]) {
    let rows = column.iter().zip(limit.0.iter().zip(limit.1)).zip(out);
    for ((&value, (&low, &high)), out) in rows {
        let least = if value == T::MISSING { range.0 } else { value };
        *out = u8::from(least >= high) + u8::from(value.min(range.1) >= low);
    }
}

/// The same against limits that differ from row to row and have bounds themselves.
pub(crate) fn reaches_limit<T: Word>(of: (&[T], &[T]), limit: (&[T], &[T]), strict: bool, out: &mut [u8]) {
    let rows = of.0.iter().zip(of.1).zip(limit.0.iter().zip(limit.1)).zip(out);
    if strict {
        for (((&least, &most), (&low, &high)), out) in rows {
            *out = u8::from(least > high) + u8::from(most > low);
        }
    } else {
        for (((&least, &most), (&low, &high)), out) in rows {
            *out = u8::from(least >= high) + u8::from(most >= low);
        }
    }
}

/// *Met* and *not met* change places.
pub(crate) fn complement(verdicts: &[u8], out: &mut [u8]) {
    for (&verdict, out) in verdicts.iter().zip(out) {
        *out = 2 - verdict.min(2);
    }
}

/// A column of yes (1), no (0) and missing (255) as verdicts.
pub(crate) fn flags(column: &[u8], out: &mut [u8]) {
    for (&value, out) in column.iter().zip(out) {
        *out = if value == u8::MAX { 1 } else { value.min(1) << 1 };
    }
}

/// How many are met, and how many may be.
pub(crate) fn count(verdicts: &[u8], met: &mut [u8], possible: &mut [u8]) {
    for ((&verdict, met), possible) in verdicts.iter().zip(met).zip(possible) {
        *met += verdict >> 1;
        *possible += u8::from(verdict != 0);
    }
}

/// 2 where the count of what is met reaches the limit, 1 where only the count of what is possible does, which `out` holds before.
pub(crate) fn at_least(met: &[u8], limit: u8, out: &mut [u8]) {
    for (&met, out) in met.iter().zip(out) {
        *out = u8::from(met >= limit) + u8::from(*out >= limit);
    }
}

/// Points where a verdict is at least that, else others.
pub(crate) fn points<T: Word>(verdicts: &[u8], at: u8, then: T, otherwise: T, out: &mut [T]) {
    for (&verdict, out) in verdicts.iter().zip(out) {
        *out = if verdict >= at { then } else { otherwise };
    }
}

/// How many rows a run is worked on at once: its counters stay in registers.
const STRIP: usize = 64;

#[inline(always)]
fn lengthen(verdicts: &[u8], at: u8, current: &mut [u8; STRIP], longest: &mut [u8; STRIP]) {
    for ((&verdict, current), longest) in verdicts.iter().zip(current).zip(longest) {
        *current = if verdict >= at { *current + 1 } else { 0 };
        *longest = (*longest).max(*current);
    }
}

/// Whether any verdict is *unknown*.
pub(crate) fn has_unknown(verdicts: &[u8]) -> bool {
    verdicts.iter().fold(false, |any, &verdict| any | (verdict == 1))
}

/// The longest row of neighbours whose verdict is at least that; neighbours are columns, so at most 254 of them.
pub(crate) fn run_longest(columns: &[&[u8]], at: u8, out: &mut [u8]) {
    for (strip, out) in out.chunks_mut(STRIP).enumerate() {
        let from = strip * STRIP;
        let mut current = [0_u8; STRIP];
        let mut longest = [0_u8; STRIP];
        for column in columns {
            let Some(verdicts) = column.get(from..from + out.len()) else { continue };
            match verdicts.first_chunk::<STRIP>() {
                // As many rows as the compiler knows of: nearly all strips.
                Some(verdicts) => lengthen(verdicts, at, &mut current, &mut longest),
                None => lengthen(verdicts, at, &mut current, &mut longest),
            }
        }
        out.copy_from_slice(&longest[..out.len()]);
    }
}
