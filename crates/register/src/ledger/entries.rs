//! What a subject got, year by year.

use phongtrao_value::{Date, YearKind};

use crate::rows::{Award, Place, Rating};
use crate::{Index, Subject};

/// One line of the history of a subject.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry<'r> {
    /// Whose it was: the subject, or a unit that it took over.
    pub holder: Subject,
    /// What it is.
    pub kind: EntryKind<'r>,
}

/// An award or a rating.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum EntryKind<'r> {
    /// An award.
    Award(&'r Award),
    /// A rating.
    Rating(&'r Rating),
}

impl Entry<'_> {
    /// The year that it is of, and its kind: that of the achievement, else that of the decision's date.
    pub fn year(&self) -> Option<(i16, YearKind)> {
        match self.kind {
            EntryKind::Rating(rating) => Some((rating.year, rating.year_kind)),
            EntryKind::Award(award) => award.achieved(),
        }
    }

    /// The date of its decision.
    pub fn decided_on(&self) -> Option<Date> {
        match self.kind {
            EntryKind::Rating(rating) => rating.decided_on,
            EntryKind::Award(award) => award.decided_on,
        }
    }

    /// Where it was read.
    pub fn place(&self) -> Place {
        match self.kind {
            EntryKind::Rating(rating) => rating.place,
            EntryKind::Award(award) => award.place,
        }
    }
}

impl Award {
    /// The year of the achievement and its kind: the one that the decision states, else that of the last day of the achievement, else that of the
    /// decision's date.
    pub fn achieved(&self) -> Option<(i16, YearKind)> {
        let stated = self.year.map(|year| (year, self.year_kind.unwrap_or(YearKind::Calendar)));
        stated.or_else(|| self.to.or(self.decided_on).map(|day| (day.year(), YearKind::Calendar)))
    }
}

/// All awards and ratings of a subject and of the units that it took over, by year, then by date; what has neither comes first.
pub fn entries<'r>(index: &Index<'r>, subject: Subject) -> Vec<Entry<'r>> {
    let holders = std::iter::once(subject).chain(index.all_predecessors(subject));
    let mut entries: Vec<Entry<'r>> = holders
        .flat_map(|holder| {
            let ratings = index.ratings(holder).map(EntryKind::Rating);
            let awards = index.ledger(holder).map(EntryKind::Award);
            ratings.chain(awards).map(move |kind| Entry { holder, kind }).collect::<Vec<_>>()
        })
        .collect();
    entries.sort_by_key(|entry| {
        (entry.year().map(|(year, _)| year), matches!(entry.kind, EntryKind::Award(_)), entry.decided_on(), entry.place())
    });
    entries
}
