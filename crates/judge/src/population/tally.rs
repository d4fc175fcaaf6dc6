//! Counts of verdicts by unit.

/// The code of those who have no unit; they are counted as well.
pub const NO_UNIT: u16 = u16::MAX;

const CODES: usize = 1 << 16;

/// So many bits for each of three counts in one word.
const BITS: u32 = 21;

/// Counts verdicts. Three counts share a word, which is emptied before one of them can overflow.
#[derive(Debug)]
pub struct Tally {
    packed: Box<[u64; CODES]>,
    pending: usize,
    counts: Counts,
}

impl Default for Tally {
    fn default() -> Tally {
        Tally { packed: Box::new([0; CODES]), pending: 0, counts: Counts::default() }
    }
}

impl Tally {
    /// Adds the verdicts of rows, by their units where there are some.
    pub fn add(&mut self, units: Option<&[u16]>, verdicts: &[u8]) {
        for verdicts in verdicts.chunks(1 << 16) {
            self.make_room(verdicts.len());
            match units.filter(|units| units.len() == verdicts.len()) {
                Some(units) => {
                    for (&unit, &verdict) in units.iter().zip(verdicts) {
                        self.packed[usize::from(unit)] += 1 << (BITS * u32::from(verdict & 3));
                    }
                }
                None => {
                    for &verdict in verdicts {
                        self.packed[usize::from(NO_UNIT)] += 1 << (BITS * u32::from(verdict & 3));
                    }
                }
            }
        }
    }

    fn make_room(&mut self, rows: usize) {
        if self.pending + rows >= 1 << BITS {
            self.empty();
        }
        self.pending += rows;
    }

    fn empty(&mut self) {
        self.pending = 0;
        for (unit, packed) in self.packed.iter_mut().enumerate().filter(|(_, packed)| **packed != 0) {
            let count = |verdict: u32| (*packed >> (BITS * verdict)) & ((1 << BITS) - 1);
            self.counts.add(unit, [count(0), count(1), count(2)]);
            *packed = 0;
        }
    }

    /// All that was counted.
    pub fn counts(mut self) -> Counts {
        self.empty();
        self.counts
    }
}

/// For each unit how many are not met, unknown, met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    by_unit: Vec<[u64; 3]>,
    without_unit: [u64; 3],
}

impl Counts {
    fn add(&mut self, unit: usize, counts: [u64; 3]) {
        let sum = self.of_mut(unit);
        for (sum, count) in sum.iter_mut().zip(counts) {
            *sum += count;
        }
    }

    fn of_mut(&mut self, unit: usize) -> &mut [u64; 3] {
        if unit == usize::from(NO_UNIT) {
            return &mut self.without_unit;
        }
        if self.by_unit.len() <= unit {
            self.by_unit.resize(unit + 1, [0; 3]);
        }
        &mut self.by_unit[unit]
    }

    /// Both together.
    #[must_use]
    pub fn plus(mut self, other: Counts) -> Counts {
        for (unit, &counts) in other.by_unit.iter().enumerate() {
            self.add(unit, counts);
        }
        self.add(usize::from(NO_UNIT), other.without_unit);
        self
    }

    /// The same counts under other codes; the first code that has none comes back.
    ///
    /// # Errors
    ///
    /// Where somebody is counted under a code that has no other one.
    pub fn moved(&self, to: impl Fn(u16) -> Option<u16>) -> Result<Counts, u16> {
        let mut moved = Counts { by_unit: Vec::new(), without_unit: self.without_unit };
        for (&counts, unit) in self.by_unit.iter().zip(0..NO_UNIT).filter(|(counts, _)| **counts != [0; 3]) {
            moved.add(usize::from(to(unit).ok_or(unit)?), counts);
        }
        Ok(moved)
    }

    /// Takes one row from one verdict to another.
    pub(super) fn change(&mut self, unit: u16, before: u8, after: u8) {
        let counts = self.of_mut(usize::from(unit));
        counts[usize::from(before.min(2))] -= 1;
        counts[usize::from(after.min(2))] += 1;
    }

    /// Of a unit: not met, unknown, met.
    pub fn of(&self, unit: u16) -> [u64; 3] {
        if unit == NO_UNIT { self.without_unit } else { self.by_unit.get(usize::from(unit)).copied().unwrap_or_default() }
    }

    /// Units up to the last one that anybody belongs to.
    pub fn units(&self) -> usize {
        self.by_unit.len()
    }

    /// Of everybody.
    pub fn all(&self) -> [u64; 3] {
        self.by_unit.iter().fold(self.without_unit, |sum, counts| std::array::from_fn(|verdict| sum[verdict] + counts[verdict]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_by_unit_also_beyond_what_a_word_holds() {
        let verdicts: Vec<u8> = (0..(3 << BITS)).map(|row| [2, 2, 1, 0][row % 4]).collect();
        let units: Vec<u16> = (0..verdicts.len()).map(|row| if row % 4 == 2 { NO_UNIT } else { 7 }).collect();
        let mut tally = Tally::default();
        for (units, verdicts) in units.chunks(5000).zip(verdicts.chunks(5000)) {
            tally.add(Some(units), verdicts);
        }
        let quarter = (3 << BITS) / 4;
        let counts = tally.counts();
        assert_eq!((counts.of(7), counts.of(NO_UNIT)), ([quarter, 0, 2 * quarter], [0, quarter, 0]));
        assert_eq!(counts.all(), [quarter, quarter, 2 * quarter]);
    }
}
