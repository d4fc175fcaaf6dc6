//! What the chair decided between equals, as the data folder has it.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_register::rows::{Place, Ruling as ChairRow};

use super::{Nominee, id};
use crate::tally::{Doubt, Doubted, Ruling};

/// Rulings on nominees of a round, by item.
pub(super) struct Rulings {
    of: BTreeMap<String, (String, Ruling, Place)>,
}

impl Rulings {
    /// Those of nominees; others belong to another round.
    pub(super) fn of(rows: &[ChairRow], nominees: &[Nominee]) -> Rulings {
        let proposed: BTreeSet<String> = nominees.iter().map(|nominee| id(&nominee.award, &nominee.subject)).collect();
        let ruling = |row: &ChairRow| {
            let item = id(&row.award, &row.subject);
            let ruling = Ruling { item: item.clone(), by: row.by.clone(), reason: row.reason.clone() };
            proposed.contains(&item).then(|| (item, (row.award.clone(), ruling, row.place)))
        };
        Rulings { of: rows.iter().filter_map(ruling).collect() }
    }

    /// Those on some awards.
    pub(super) fn of_awards(&self, holds: impl Fn(&str) -> bool) -> Vec<&Ruling> {
        self.of.values().filter(|(award, ..)| holds(award)).map(|(_, ruling, _)| ruling).collect()
    }

    /// The row of a ruling that is in doubt.
    pub(super) fn place(&self, doubted: &Doubted) -> Option<Place> {
        let is_of_ruling = matches!(doubted.doubt, Doubt::NothingToRule | Doubt::TooManyChosen { .. });
        self.of.get(&doubted.item).filter(|_| is_of_ruling).map(|(_, _, place)| *place)
    }
}
