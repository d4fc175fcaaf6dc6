//! Counts along a tree of units: from communes to provinces to the country.

use std::collections::BTreeMap;

use super::Counts;

/// Units with the unit above each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    above: Vec<Option<usize>>,
    /// Each unit before the one above it.
    upward: Vec<usize>,
}

/// Why units are no tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TreeError {
    /// Two units have the same id.
    Twice {
        /// The second one.
        unit: usize,
    },
    /// The unit above is not among the units.
    NotFound {
        /// Of which unit.
        unit: usize,
    },
    /// Units stand above themselves.
    Cycle {
        /// One of them.
        unit: usize,
    },
}

impl Tree {
    /// From ids and the ids of the units above.
    ///
    /// # Errors
    ///
    /// Where the units are no tree.
    pub fn new<'a>(units: impl IntoIterator<Item = (&'a str, Option<&'a str>)>) -> Result<Tree, TreeError> {
        let units: Vec<_> = units.into_iter().collect();
        let mut places = BTreeMap::new();
        for (unit, (id, _)) in units.iter().enumerate() {
            if places.insert(*id, unit).is_some() {
                return Err(TreeError::Twice { unit });
            }
        }
        let above = |(unit, (_, above)): (usize, &(&str, Option<&str>))| match above {
            Some(above) => places.get(above).map(|place| Some(*place)).ok_or(TreeError::NotFound { unit }),
            None => Ok(None),
        };
        let above = units.iter().enumerate().map(above).collect::<Result<Vec<_>, _>>()?;
        let upward = upward(&above)?;
        Ok(Tree { above, upward })
    }

    /// Adds to the counts of each unit those of all units below it.
    pub fn roll_up(&self, counts: &Counts) -> Vec<[u64; 3]> {
        let own = |unit: usize| u16::try_from(unit).map_or([0; 3], |unit| if unit == super::NO_UNIT { [0; 3] } else { counts.of(unit) });
        let mut sums: Vec<_> = (0..self.above.len()).map(own).collect();
        for &unit in &self.upward {
            if let Some(above) = self.above[unit] {
                let counts = sums[unit];
                sums[above].iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
            }
        }
        sums
    }

    /// Mends rolled-up counts after one row of a unit went from one verdict to another.
    pub fn mend(&self, sums: &mut [[u64; 3]], unit: usize, before: u8, after: u8) {
        let mut next = Some(unit);
        while let Some(unit) = next {
            let Some(sum) = sums.get_mut(unit) else { return };
            sum[usize::from(before.min(2))] -= 1;
            sum[usize::from(after.min(2))] += 1;
            next = self.above.get(unit).copied().flatten();
        }
    }
}

/// The units in an order in which each stands before the one above it.
fn upward(above: &[Option<usize>]) -> Result<Vec<usize>, TreeError> {
    let mut below = vec![0_usize; above.len()];
    above.iter().flatten().for_each(|&above| below[above] += 1);
    let mut order: Vec<_> = (0..above.len()).filter(|&unit| below[unit] == 0).collect();
    let mut next = 0;
    while let Some(&unit) = order.get(next) {
        next += 1;
        if let Some(above) = above[unit] {
            below[above] -= 1;
            if below[above] == 0 {
                order.push(above);
            }
        }
    }
    // What was never free of units below stands in a cycle, or above one.
    (0..above.len()).find(|&unit| below[unit] > 0).map_or(Ok(order), |unit| Err(TreeError::Cycle { unit }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::population::Tally;

    #[test]
    fn counts_rise_to_the_top() {
        let tree = Tree::new([("x1", Some("t")), ("t", Some("q")), ("x2", Some("t")), ("q", None)]).expect("a tree");
        let mut tally = Tally::default();
        tally.add(Some(&[0, 0, 2, 1]), &[2, 1, 0, 2]);
        let mut sums = tree.roll_up(&tally.counts());
        assert_eq!(sums, [[0, 1, 1], [1, 1, 2], [1, 0, 0], [1, 1, 2]]);
        tree.mend(&mut sums, 0, 1, 2);
        assert_eq!(sums, [[0, 0, 2], [1, 0, 3], [1, 0, 0], [1, 0, 3]]);
    }

    #[rstest::rstest]
    #[case(&[("a", None), ("a", None)], TreeError::Twice { unit: 1 })]
    #[case(&[("a", Some("b"))], TreeError::NotFound { unit: 0 })]
    #[case(&[("a", Some("b")), ("b", Some("c")), ("c", Some("b"))], TreeError::Cycle { unit: 1 })]
    fn what_is_no_tree_is_said(#[case] units: &[(&str, Option<&str>)], #[case] error: TreeError) {
        assert_eq!(Tree::new(units.iter().copied()), Err(error));
    }
}
