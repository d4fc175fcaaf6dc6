//! Rows grouped by subject.

use super::{Subject, number_of};

/// The places of the rows of each subject, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Groups {
    /// Where the group of each subject begins in `rows`; one more than there are subjects.
    starts: Vec<u32>,
    rows: Vec<u32>,
}

impl Groups {
    /// Groups `rows` rows; a row without subject is in no group.
    pub(super) fn new(subjects: usize, rows: usize, subject: impl Fn(usize) -> Option<Subject>) -> Groups {
        if rows == 0 {
            return Groups::default();
        }
        // Counted, then placed: two passes, nothing sorted.
        let owners: Vec<Option<Subject>> = (0..rows).map(subject).collect();
        let mut starts = vec![0; subjects + 1];
        for owner in owners.iter().flatten() {
            starts[owner.place() + 1] += 1;
        }
        for place in 0..subjects {
            starts[place + 1] += starts[place];
        }
        let mut next = starts.clone();
        let mut grouped = vec![0; starts.last().copied().unwrap_or_default() as usize];
        for (row, owner) in owners.iter().enumerate() {
            if let Some(owner) = owner {
                let place = &mut next[owner.place()];
                grouped[*place as usize] = number_of(row);
                *place += 1;
            }
        }
        Groups { starts, rows: grouped }
    }

    /// The rows of a subject.
    pub(super) fn of(&self, subject: Subject) -> &[u32] {
        let ends = self.starts.get(subject.place()).zip(self.starts.get(subject.place() + 1));
        ends.and_then(|(from, to)| self.rows.get(*from as usize..*to as usize)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_order() {
        let owners = [Some(2), Some(0), None, Some(2)];
        let groups = Groups::new(3, owners.len(), |row| owners[row].map(Subject));
        assert_eq!([0, 1, 2, 9].map(|subject| groups.of(Subject(subject)).to_vec()), [vec![1], vec![], vec![0, 3], vec![]]);
    }
}
