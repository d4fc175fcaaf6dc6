//! What the new entries of an organisation may say beside the law, and beside each other.

use std::collections::BTreeSet;

use phongtrao_diagnostic::{Finding, Severity, Text};

use crate::entries::{Body, Entry, Kind, Scope};
use crate::pack_file::PackFile;
use crate::packs::closeness;
use crate::{PackFinding, stricter, texts};

/// The faults of the new entries of a file, beside the law as it was before anything was laid over it, and beside what is the organisation's own already.
pub(crate) fn faults<'a>(file: &'a PackFile, law: &[Entry], own: &[(&'a str, &'a Entry)]) -> Vec<PackFinding> {
    let honours: BTreeSet<&str> = own
        .iter()
        .map(|(_, entry)| *entry)
        .chain(&file.entries)
        .filter(|entry| entry.kind == Kind::Honour)
        .map(|entry| entry.head.id.as_str())
        .collect();
    let mut found = Vec::new();
    let mut before: Vec<(&str, &Entry)> = own.to_vec();
    for entry in &file.entries {
        if !is_of(entry, |honour| honours.contains(honour))
            && let Some(finding) = law.iter().find_map(|law| looser(law, entry))
        {
            found.push(PackFinding { file: file.name.clone(), finding });
        }
        if let Some((other_file, other)) = before.iter().find(|(_, other)| contradict(other, entry)) {
            found.push(contradiction(other_file, other, entry));
            found.push(contradiction(&file.name, entry, other));
        }
        before.push((&file.name, entry));
    }
    found
}

/// Whether an entry is for some honours only, all of which are of a kind.
pub(crate) fn is_of(entry: &Entry, kind: impl Fn(&str) -> bool) -> bool {
    let honours = entry.head.scope.as_ref().map_or(&[][..], |scope| &scope.honours);
    !honours.is_empty() && honours.iter().all(|honour| kind(honour))
}

/// Whether an entry answers the question that an own one answers, for an award that both govern on a day on which both hold.
pub(crate) fn answers(law: &Entry, own: &Entry) -> bool {
    let alike = match (&law.body, &own.body) {
        (Some(Body::Vote(law)), Some(Body::Vote(own))) => law.body == own.body,
        (Some(Body::Quorum(law)), Some(Body::Quorum(own))) => law.about == own.about || law.about == ANY,
        (Some(Body::Posting(law)), Some(Body::Posting(own))) => law.before == own.before,
        (Some(Body::Quota(law)), Some(Body::Quota(own))) => law.numerator == own.numerator && law.denominator == own.denominator,
        (Some(Body::Eligibility(law)), Some(Body::Eligibility(own))) => law.honour == own.honour,
        _ => false,
    };
    let subjects = !matches!((&law.head.subject, &own.head.subject), (Some(law), Some(own)) if law != own);
    let days = |one: &Entry, other: &Entry| !matches!((one.head.to, other.head.from), (Some(end), Some(start)) if end < start);
    alike && subjects && days(law, own) && days(own, law) && meet(law.head.scope.as_ref(), own.head.scope.as_ref())
}

/// The word for a meeting about anything.
const ANY: &str = "any";

/// Whether two scopes share an award; what is not named limits nothing.
pub(crate) fn meet(one: Option<&Scope>, other: Option<&Scope>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    let share = |one: &[String], other: &[String]| one.is_empty() || other.is_empty() || one.iter().any(|word| other.contains(word));
    share(&one.honours, &other.honours)
        && share(&one.decided_by, &other.decided_by)
        && share(&one.sectors, &other.sectors)
        && share(&one.provinces, &other.provinces)
        && share(&one.categories, &other.categories)
        && share(&one.types, &other.types)
}

/// Whether an own entry answers the question of one of the law and asks less than that allows.
pub(crate) fn is_looser(law: &Entry, own: &Entry) -> bool {
    law.head.stricter_only && answers(law, own) && stricter::looser(law, own, true).is_some()
}

/// An own entry that is found before the law's and asks less. One that says less closely whom it governs gives way to the law by itself;
/// criteria don't: several entries for one honour are several ways to it, so that another way is always a way round the law's.
fn looser(law: &Entry, own: &Entry) -> Option<Finding> {
    let is_found_first = own.kind == Kind::Eligibility || closeness(own) >= closeness(law);
    if !is_found_first || !concerns(law, own) || !is_looser(law, own) {
        return None;
    }
    let key = stricter::looser(law, own, true)?;
    let message = texts::own_entry_looser(&own.head.id, &law.head.id, key, &law.source);
    let help = if own.kind == Kind::Eligibility { texts::own_criteria_help(&law.head.id) } else { texts::own_entry_help() };
    Some(Finding::new("overlay-looser", Severity::Error, message).at(own.span).help(help))
}

/// Whether what a law is for, a sector, a level or a province, is named by an own entry too. A pack does not say whose it is: where that is known, the
/// stricter is found first anyway.
pub(crate) fn concerns(law: &Entry, own: &Entry) -> bool {
    let lists = |entry: &Entry| {
        entry.head.scope.as_ref().map(|scope| [!scope.sectors.is_empty(), !scope.decided_by.is_empty(), !scope.provinces.is_empty()])
    };
    let (law, own) = (lists(law).unwrap_or_default(), lists(own).unwrap_or_default());
    law.iter().zip(own).all(|(law, own)| !law || own)
}

/// Whether two own entries, neither closer than the other, say different things about one question.
fn contradict(one: &Entry, other: &Entry) -> bool {
    let is_versioned = one.head.id == other.head.id;
    let is_another_way = one.kind == Kind::Eligibility;
    !is_versioned
        && !is_another_way
        && closeness(one) == closeness(other)
        && answers(one, other)
        && answers(other, one)
        && one.body != other.body
}

fn contradiction(file: &str, entry: &Entry, other: &Entry) -> PackFinding {
    let message: Text = texts::own_entries_contradict(&entry.head.id, &other.head.id);
    let finding = Finding::new("overlays-contradict", Severity::Error, message).at(entry.span);
    PackFinding { file: file.to_owned(), finding }
}
