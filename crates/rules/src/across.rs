//! Faults between entries: validities that overlap or leave gaps, references to nothing.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_diagnostic::{Finding, Severity};
use phongtrao_value::Date;

use crate::criteria::{Naming, unknown_references};
use crate::entries::{Body, Entry};
use crate::pack_file::PackFile;
use crate::texts;

/// The faults between the entries of some files, each with the place of its file among them.
pub(crate) fn faults(files: &[PackFile]) -> Vec<(usize, Finding)> {
    let all: Vec<(usize, &Entry)> =
        files.iter().enumerate().flat_map(|(file, pack)| pack.entries.iter().map(move |entry| (file, entry))).collect();
    let mut versions: BTreeMap<&str, Vec<(usize, &Entry)>> = BTreeMap::new();
    for (file, entry) in &all {
        versions.entry(&entry.head.id).or_default().push((*file, entry));
    }
    let ids: BTreeSet<&str> = versions.keys().copied().collect();
    let mut found = Vec::new();
    for of_one in versions.values_mut() {
        of_one.sort_by_key(|(_, entry)| entry.head.from);
        of_one.windows(2).for_each(|pair| {
            if let [earlier, later] = pair {
                found.extend(between(*earlier, *later));
            }
        });
    }
    for (file, entry) in all {
        found.extend(references(entry).into_iter().filter(|id| !ids.contains(id.as_str())).map(|id| {
            let message = texts::entry_refers_to_nothing(&entry.head.id, &id);
            (file, Finding::new("entry-refers-to-nothing", Severity::Error, message).at(entry.span))
        }));
    }
    found.extend(files.iter().enumerate().flat_map(|(file, pack)| {
        let used = pack.entries.iter().flat_map(|entry| entry.references.iter().cloned()).collect::<Vec<_>>();
        unknown_references(&used, |naming, within| names(files, naming, within)).into_iter().map(move |finding| (file, finding))
    }));
    found
}

/// The names that packs give, of the kinds that they can know.
fn names<'a>(files: &'a [PackFile], naming: Naming, within: Option<&str>) -> Option<Vec<&'a str>> {
    let bodies = || files.iter().flat_map(|file| &file.entries).filter_map(|entry| Some((entry.head.id.as_str(), entry.body.as_ref()?)));
    let of_kind = |is: fn(&Body) -> bool| Some(bodies().filter(|(_, body)| is(body)).map(|(id, _)| id).collect());
    let levels = |scale: &str| {
        let of_scale = bodies().filter(|(id, _)| *id == scale).filter_map(|(_, body)| match body {
            Body::Scale(scale) => Some(scale),
            _ => None,
        });
        Some(of_scale.flat_map(|scale| &scale.levels).map(|level| level.id.as_str()).collect())
    };
    match naming {
        Naming::Honour => of_kind(|body| matches!(body, Body::Honour(_))),
        Naming::Set => of_kind(|body| matches!(body, Body::Set(_))),
        Naming::Scale => of_kind(|body| matches!(body, Body::Scale(_))),
        // Of a scale that no pack gives, the scale itself is the finding.
        Naming::Level => levels(within?).filter(|levels: &Vec<_>| !levels.is_empty()),
        Naming::Discipline => levels("discipline"),
        Naming::Initiative => levels("initiative"),
        _ => None,
    }
}

fn between((_, earlier): (usize, &Entry), (file, later): (usize, &Entry)) -> Option<(usize, Finding)> {
    let id = &later.head.id;
    let finding = |code, severity, message| Some((file, Finding::new(code, severity, message).at(later.span)));
    if earlier.kind != later.kind {
        return finding("entry-id-taken", Severity::Error, texts::entry_id_taken(id, earlier.kind.word()));
    }
    let (Some(end), Some(start)) = (earlier.head.to, later.head.from) else {
        return finding("validity-overlaps", Severity::Error, texts::validity_overlaps(id));
    };
    if start <= end {
        return finding("validity-overlaps", Severity::Error, texts::validity_overlaps(id));
    }
    let gap = end.tomorrow().is_ok_and(|next: Date| next < start);
    if gap { finding("validity-gap", Severity::Warning, texts::validity_gap(id, end, start)) } else { None }
}

/// Ids that an entry names.
pub(crate) fn references(entry: &Entry) -> Vec<String> {
    let head = &entry.head;
    let honours = head.scope.iter().flat_map(|scope| scope.honours.iter());
    let mut named: Vec<String> = honours.chain(&head.replaces).cloned().collect();
    match &entry.body {
        Some(Body::Amount(amount)) => {
            named.push(amount.honour.clone());
            named.extend(amount.base.clone());
        }
        Some(Body::Set(set)) => {
            named.push(set.honour.clone());
            named.extend(set.after.iter().map(|after| after.set.clone()));
        }
        Some(Body::Scale(scale)) => named.extend(scale.counts_as.clone()),
        Some(Body::Eligibility(eligibility)) => named.push(eligibility.honour.clone()),
        _ => {}
    }
    named
}
