//! From several keys to what stands for all of them together.

use crate::program::Cells;

use super::{Cases, Integer, Word};

/// How many rows are worked on at once: their places stay in registers and the nearest cache.
const STRIP: usize = 64;

/// A column of keys, and what each code adds to the place in the table.
pub(crate) struct KeyColumn<'a> {
    cells: Cells<'a>,
    /// One for every byte; for wider keys up to the last that is listed.
    places: Vec<u16>,
    other: u16,
    missing: u16,
}

impl<'a> KeyColumn<'a> {
    pub(crate) fn new(cells: Cells<'a>, cases: &Cases<u16>) -> KeyColumn<'a> {
        let wide = cases.listed.iter().map(|&(code, _)| usize::from(code) + 1).max().unwrap_or(0);
        let mut places = vec![cases.other; if matches!(cells, Cells::Bytes(_)) { BYTES } else { wide }];
        for &(code, place) in &cases.listed {
            // A code that this width cannot hold is the code of nobody.
            if let Some(own) = places.get_mut(usize::from(code)) {
                *own = place;
            }
        }
        if matches!(cells, Cells::Bytes(_)) {
            places[BYTES - 1] = cases.missing;
        }
        KeyColumn { cells, places, other: cases.other, missing: cases.missing }
    }

    /// Adds to the places of the rows from `from` on.
    fn add(&self, from: usize, out: &mut [u16]) {
        let rows = from..from + out.len();
        match (self.cells.slice(rows), self.places.first_chunk::<BYTES>()) {
            (Cells::Bytes(keys), Some(places)) => {
                for (&key, out) in keys.iter().zip(out) {
                    *out += places[usize::from(key)];
                }
            }
            (Cells::Shorts(keys), _) => {
                for (&key, out) in keys.iter().zip(out) {
                    let absent = if key == u16::MISSING { self.missing } else { self.other };
                    *out += self.places.get(usize::from(key)).copied().unwrap_or(absent);
                }
            }
            // A batch is made only of cells that fit.
            _ => {}
        }
    }
}

const BYTES: usize = 256;

/// What stands for the keys of each row, least and most; whether they differ in any row.
pub(crate) fn look_up_several<T: Word>(keys: &[KeyColumn], low: Vec<T>, high: Vec<T>, least: &mut [T], most: &mut [T]) -> bool {
    let (low, high) = (whole(low), whole(high));
    let mut differ = false;
    for (strip, (least, most)) in least.chunks_mut(STRIP).zip(most.chunks_mut(STRIP)).enumerate() {
        let mut places = [0_u16; STRIP];
        let places = &mut places[..least.len()];
        keys.iter().for_each(|key| key.add(strip * STRIP, places));
        read(places, &low, least);
        read(places, &high, most);
        differ |= *least != *most;
    }
    differ
}

/// A table of at least as many places as there are bytes.
fn whole<T: Word>(mut table: Vec<T>) -> Vec<T> {
    table.resize(table.len().max(BYTES), T::FILLER);
    table
}

fn read<T: Word>(places: &[u16], table: &[T], out: &mut [T]) {
    match <&[T; BYTES]>::try_from(table) {
        // Small enough to be read without asking whether a place lies within it.
        Ok(table) => {
            for (&place, out) in places.iter().zip(out) {
                *out = table[usize::from(place as u8)];
            }
        }
        Err(_) => {
            for (&place, out) in places.iter().zip(out) {
                // Places are made of the same keys as the table, so that each of them has one.
                *out = table.get(usize::from(place)).copied().unwrap_or(T::FILLER);
            }
        }
    }
}
