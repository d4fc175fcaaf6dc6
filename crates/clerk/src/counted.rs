//! How findings tell of several: their number, and the first of them by name.

use crate::Facts;

/// How many are named; the others are counted.
const NAMED: usize = 5;

/// The number of subjects, and the names of the first.
pub(crate) fn counted<'s>(facts: &Facts<'_>, subjects: impl IntoIterator<Item = &'s str>) -> (i64, String) {
    let subjects: Vec<&str> = subjects.into_iter().collect();
    let name =
        |subject: &&'s str| facts.index.subject(subject).map_or_else(|| (*subject).to_owned(), |found| facts.index.name(found).to_owned());
    let mut names: Vec<String> = subjects.iter().take(NAMED).map(name).collect();
    if subjects.len() > NAMED {
        names.push("…".to_owned());
    }
    (i64::try_from(subjects.len()).unwrap_or(i64::MAX), names.join(", "))
}
