//! The history of a subject, for people and for programs.

use std::fmt::Write as _;

use phongtrao_diagnostic::Words;
use phongtrao_register::ledger::{Entry, EntryKind, entries};
use phongtrao_register::rows::{Award, AwardStatus, Place, Rating};
use phongtrao_register::{Index, Subject};
use phongtrao_value::YearKind;
use serde_json::{Value, json};

use crate::pack_honours::PackHonours;
use crate::texts;

/// The years in order, what was got in each, and where each line comes from.
pub(super) fn human(index: &Index<'_>, subject: Subject, honours: &PackHonours<'_>, words: &Words) -> String {
    let mut out = format!("{} ({})\n", index.name(subject), index.id(subject));
    let entries = entries(index, subject);
    if entries.is_empty() {
        out.push_str(&words.say(&texts::ledger_empty()));
        out.push('\n');
    }
    let mut last = None;
    for entry in entries {
        let year = year(&entry, words);
        if last.as_ref() != Some(&year) {
            // Writing into a String does not fail; so below.
            let _ = writeln!(out, "\n{year}");
            last = Some(year);
        }
        let mut parts = match entry.kind {
            EntryKind::Award(award) => award_parts(award, honours, words),
            EntryKind::Rating(rating) => rating_parts(rating, honours, words),
        };
        if entry.holder != subject {
            parts.push(words.say(&texts::ledger_of_unit(index.name(entry.holder))));
        }
        let Place { file, line } = entry.place();
        let _ = writeln!(out, "  {}  [{file}:{line}]", parts.join(" · "));
    }
    out
}

fn year(entry: &Entry<'_>, words: &Words) -> String {
    match entry.year() {
        None => words.say(&texts::ledger_no_year()),
        Some((year, YearKind::School)) => {
            words.say(&texts::ledger_school_year(i64::from(year).to_string(), (i64::from(year) + 1).to_string()))
        }
        Some((year, YearKind::Calendar)) => words.say(&texts::ledger_year(i64::from(year).to_string())),
        Some((year, YearKind::Statistics)) => words.say(&texts::ledger_statistics_year(i64::from(year).to_string())),
    }
}

fn award_parts(award: &Award, honours: &PackHonours<'_>, words: &Words) -> Vec<String> {
    let mut parts = vec![honours.name(&award.honour, award.decided_on)];
    parts.extend(award.posthumous.filter(|posthumous| *posthumous).map(|_| words.say(&texts::ledger_posthumous())));
    parts.extend(award.decision.clone());
    parts.extend(award.decided_on.map(|day| words.language().day(day)));
    parts.extend(award.authority.clone());
    if let (Some(from), Some(to)) = (award.from, award.to) {
        parts.push(words.say(&texts::ledger_achieved(from, to)));
    }
    match award.status {
        AwardStatus::InForce => {}
        AwardStatus::Revoked => parts.push(words.say(&texts::ledger_revoked())),
        AwardStatus::Recovered => parts.push(words.say(&texts::ledger_recovered())),
    }
    parts
}

fn rating_parts(rating: &Rating, honours: &PackHonours<'_>, words: &Words) -> Vec<String> {
    let mut parts = vec![words.say(&texts::ledger_rated(honours.level(&rating.scale, &rating.level)))];
    parts.extend(rating.decision.clone());
    parts.extend(rating.decided_on.map(|day| words.language().day(day)));
    parts
}

/// The same for programs.
pub(super) fn json(index: &Index<'_>, subject: Subject, honours: &PackHonours<'_>) -> Value {
    let entries: Vec<Value> = entries(index, subject).iter().map(|entry| entry_json(index, entry, honours)).collect();
    json!({ "subject": { "id": index.id(subject), "name": index.name(subject) }, "entries": entries })
}

fn entry_json(index: &Index<'_>, entry: &Entry<'_>, honours: &PackHonours<'_>) -> Value {
    let Place { file, line } = entry.place();
    let year = entry.year();
    let mut value = match entry.kind {
        EntryKind::Award(award) => json!({
            "type": "award",
            "id": award.id,
            "honour": award.honour,
            "name": honours.name(&award.honour, award.decided_on),
            "decision": award.decision,
            "authority": award.authority,
            "from": award.from.map(|day| day.to_string()),
            "to": award.to.map(|day| day.to_string()),
            "posthumous": award.posthumous,
            "status": award.status.word(),
            "revoked_by": award.revoked_by,
        }),
        EntryKind::Rating(rating) => json!({
            "type": "rating",
            "scale": rating.scale,
            "level": rating.level,
            "name": honours.level(&rating.scale, &rating.level),
            "decision": rating.decision,
        }),
    };
    if let Value::Object(fields) = &mut value {
        fields.insert("year".to_owned(), json!(year.map(|(year, _)| year)));
        fields.insert("year_kind".to_owned(), json!(year.map(|(_, kind)| kind.word())));
        fields.insert("decided_on".to_owned(), json!(entry.decided_on().map(|day| day.to_string())));
        fields.insert("holder".to_owned(), json!(index.id(entry.holder)));
        fields.insert("source".to_owned(), json!({ "file": file, "line": line }));
    }
    value
}
