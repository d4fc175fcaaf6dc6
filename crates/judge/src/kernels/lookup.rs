//! From keys to values, and from numbers to the points of their band.

use super::{Integer, Word};

/// What stands for each key.
#[derive(Debug, Clone)]
pub(crate) struct Cases<T> {
    /// Code and value.
    pub(crate) listed: Vec<(u16, T)>,
    /// For every other code.
    pub(crate) other: T,
    /// Where the key is missing.
    pub(crate) missing: T,
}

/// Up to so many cases are chosen by comparing with each: vector instructions do that faster than a table is read.
const COMPARED: usize = 12;

/// The value of each key.
pub(crate) fn look_up<K: Integer + Into<usize> + TryFrom<u16>, T: Word>(keys: &[K], cases: &Cases<T>, out: &mut [T]) {
    // A case whose code this width cannot hold is the code of nobody.
    let listed: Vec<(K, T)> = cases.listed.iter().filter_map(|&(code, value)| Some((K::try_from(code).ok()?, value))).collect();
    if listed.len() <= COMPARED {
        return by_comparing(keys, &listed, cases, out);
    }
    let size = listed.iter().map(|&(code, _)| code.into() + 1).max().unwrap_or(0);
    let mut table = vec![cases.other; size];
    for &(code, value) in listed.iter().rev() {
        table[code.into()] = value;
    }
    for (&key, out) in keys.iter().zip(out) {
        let absent = if key == K::MISSING { cases.missing } else { cases.other };
        *out = table.get(key.into()).copied().unwrap_or(absent);
    }
}

fn by_comparing<K: Integer, T: Word>(keys: &[K], listed: &[(K, T)], cases: &Cases<T>, out: &mut [T]) {
    for (&key, out) in keys.iter().zip(out.iter_mut()) {
        *out = if key == K::MISSING { cases.missing } else { cases.other };
    }
    for &(code, value) in listed.iter().rev() {
        for (&key, out) in keys.iter().zip(out.iter_mut()) {
            *out = if key == code { value } else { *out };
        }
    }
}

/// Least and greatest points of all bands that the bounds touch. `bands` rise by their first value; below the first there are no points (`none`).
pub(crate) fn bands<S: Word, T: Word>(of: (&[S], &[S]), bands: &[(S, T)], none: T, out: (&mut [T], &mut [T])) {
    let (out_least, out_most) = out;
    let rows = of.0.iter().zip(of.1).zip(out_least).zip(out_most);
    for (((&least, &most), out_least), out_most) in rows {
        // The band of the least value, then every further one up to the greatest.
        let first = bands.iter().take_while(|&&(from, _)| from <= least).last().map_or(none, |&(_, points)| points);
        (*out_least, *out_most) = (first, first);
        for &(from, points) in bands {
            let touched = from > least && from <= most;
            *out_least = if touched { points.min(*out_least) } else { *out_least };
            *out_most = if touched { points.max(*out_most) } else { *out_most };
        }
    }
}
