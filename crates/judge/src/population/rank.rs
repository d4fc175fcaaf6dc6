//! Places within groups.

use std::cmp::Reverse;

/// The place of a row in its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// From 1; those who are equal share the place of the first of them, and the next places stay empty.
    pub place: u32,
    /// Whether others share it: then a person decides.
    pub tied: bool,
}

/// Ranks rows within their groups, the greatest key first.
pub fn rank<G: Ord + Copy, K: Ord + Copy>(rows: &[(G, K)]) -> Vec<Place> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&row| (rows[row].0, Reverse(rows[row].1)));
    let mut places = vec![Place { place: 0, tied: false }; rows.len()];
    for group in order.chunk_by(|&row, &next| rows[row].0 == rows[next].0) {
        let mut place = 1;
        for equal in group.chunk_by(|&row, &next| rows[row].1 == rows[next].1) {
            equal.iter().for_each(|&row| places[row] = Place { place, tied: equal.len() > 1 });
            place += u32::try_from(equal.len()).unwrap_or(u32::MAX);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_share_a_place() {
        let places: Vec<_> = rank(&[(1, 80), (2, 10), (1, 90), (1, 90), (1, 70)]).iter().map(|place| (place.place, place.tied)).collect();
        assert_eq!(places, [(3, false), (1, false), (1, true), (1, true), (4, false)]);
    }
}
