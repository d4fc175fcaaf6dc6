//! Which results rested on facts that changed.

use std::collections::BTreeSet;

use super::{Among, Changed, Judged};

impl Judged {
    /// Award and subject of each result that rested on a changed row: its own facts, those of the members of a unit, or a rank beside somebody whose
    /// result may change.
    pub fn affected(&self, changed: &[Changed]) -> BTreeSet<(&str, &str)> {
        let places: BTreeSet<_> = changed.iter().filter_map(|changed| changed.place).collect();
        let subjects: BTreeSet<&str> = changed.iter().map(|changed| changed.subject.as_str()).collect();
        let mut affected = BTreeSet::new();
        for award in &self.awards {
            let rests = |result: &&super::Assessed| {
                result.looked_at.iter().any(|subject| subjects.contains(subject.as_str()))
                    || result.reason.places().any(|place| places.contains(place))
            };
            let own: Vec<_> = award.results.iter().filter(rests).collect();
            let ranked: BTreeSet<&Among> =
                if award.quotas.is_empty() { BTreeSet::new() } else { own.iter().map(|result| &result.within).collect() };
            let beside = award.results.iter().filter(|result| ranked.contains(&result.within));
            affected.extend(own.into_iter().chain(beside).map(|result| (award.id.as_str(), result.subject.as_str())));
        }
        affected
    }
}
