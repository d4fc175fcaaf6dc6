//! The tables of `cases/` that concern the packs alone, and that every entry that states something has cases.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::*;
use crate::entries::{Condition, Council, Target, Transition};

/// All tables of cases, here and where the rules are judged and votes are counted.
const TABLES: [&str; 17] = [
    include_str!("../../../cases/conditions.toml"),
    include_str!("../../../cases/ballots.toml"),
    include_str!("../../../cases/days.toml"),
    include_str!("../../../cases/money.toml"),
    include_str!("../../../cases/other.toml"),
    include_str!("../../../cases/quorums.toml"),
    include_str!("../../../cases/quotas.toml"),
    include_str!("../../../cases/scales.toml"),
    include_str!("../../../cases/targets.toml"),
    include_str!("../../../cases/unknown.toml"),
    include_str!("../../../cases/votes.toml"),
    include_str!("../../../../judge/cases/collectives.toml"),
    include_str!("../../../../judge/cases/commendations.toml"),
    include_str!("../../../../judge/cases/conditions.toml"),
    include_str!("../../../../judge/cases/individuals.toml"),
    include_str!("../../../../judge/cases/learning.toml"),
    include_str!("../../../../movement/cases/votes.toml"),
];
const EXCEPTIONS: &str = include_str!("../../../cases/exceptions.toml");

#[derive(Deserialize)]
struct Table<C> {
    entry: String,
    on: Date,
    source: String,
    cases: Vec<C>,
}

fn tables<C: DeserializeOwned>(file: &str, key: &str) -> Vec<Table<C>> {
    let mut tables: BTreeMap<String, toml::Value> = toml::from_str(file).expect("the file is TOML");
    let rows: Vec<Table<C>> = tables.remove(key).expect("tables of the kind").try_into().unwrap_or_else(|error| panic!("{key}: {error}"));
    assert!(!rows.is_empty());
    rows
}

fn body<T: AsBody>(entry: &str, on: Date) -> &'static T {
    Packs::embedded().body(entry, on).unwrap_or_else(|| panic!("{entry} has no version of {on}"))
}

#[derive(Deserialize)]
struct Months {
    months: u32,
    holds: bool,
}

#[test]
fn months_that_conditions_turn_on() {
    for table in tables::<Months>(include_str!("../../../cases/conditions.toml"), "months") {
        let condition: &Condition = body(&table.entry, table.on);
        for case in &table.cases {
            assert_eq!(condition.turns_on(case.months), case.holds, "{}: {} months ({})", table.entry, case.months, table.source);
        }
    }
}

#[derive(Deserialize)]
struct Said {
    key: String,
    value: String,
}

/// What a condition says is in force on its first day, and the entry is not in force the day before.
#[test]
fn what_conditions_say() {
    for table in tables::<Said>(include_str!("../../../cases/conditions.toml"), "said") {
        let packs = Packs::embedded();
        let entry = packs.entry(&table.entry, table.on).unwrap_or_else(|| panic!("{} on {}", table.entry, table.on));
        let keys: BTreeMap<String, String> = entry.keys().into_iter().collect();
        for case in &table.cases {
            assert_eq!(keys.get(&case.key), Some(&case.value), "{}: {} ({})", table.entry, case.key, table.source);
        }
        if entry.head.from == Some(table.on) {
            assert_eq!(packs.entry(&table.entry, table.on.yesterday().expect("a day")), None, "{}", table.entry);
        }
    }
}

#[derive(Deserialize)]
struct Governed {
    honour: String,
    sector: Option<String>,
    governs: bool,
}

/// Whose awards a condition governs: what bars a person from the title of the advanced worker bars them from the one above it.
#[test]
fn whom_conditions_concern() {
    for table in tables::<Governed>(include_str!("../../../cases/conditions.toml"), "governed") {
        for case in &table.cases {
            let sectors: Vec<&str> = case.sector.as_deref().into_iter().collect();
            let about = About { honour: Some(&case.honour), sectors: &sectors, ..About::default() };
            let found = Packs::embedded().governing_anybody(Kind::Condition, about, table.on);
            let governs = found.iter().any(|entry| entry.head.id == table.entry);
            assert_eq!(governs, case.governs, "{}: {} ({})", table.entry, case.honour, table.source);
        }
    }
}

#[derive(Deserialize)]
struct Made {
    members: u32,
    vice_chairs: u32,
    allowed: bool,
}

#[test]
fn councils() {
    for table in tables::<Made>(include_str!("../../../cases/other.toml"), "council") {
        let council: &Council = body(&table.entry, table.on);
        for case in &table.cases {
            let words = format!("{}: {} members, {} vice-chairs ({})", table.entry, case.members, case.vice_chairs, table.source);
            assert_eq!(council.allows(case.members, case.vice_chairs), case.allowed, "{words}");
        }
    }
}

#[derive(Deserialize)]
struct Received {
    received: Date,
    governs: String,
}

#[test]
fn files_on_their_way() {
    for table in tables::<Received>(include_str!("../../../cases/other.toml"), "transition") {
        let transition: &Transition = body(&table.entry, table.on);
        for case in &table.cases {
            assert_eq!(transition.governs(case.received), case.governs, "{}: {} ({})", table.entry, case.received, table.source);
        }
    }
}

/// Whoever rests a result on a vote of the Ministry is told which files keep the older circular; whoever decides on their own is not.
#[rstest::rstest]
#[case("education-vote-other", true)]
#[case("education-ballot-rector", false)]
#[case("certificate-of-merit-person-criteria", false)]
fn files_on_their_way_are_told_where_they_matter(#[case] entry: &str, #[case] told: bool) {
    let on = "2026-05-11".parse().expect("a day");
    let packs = Packs::embedded();
    let words = packs.entry("education-files-on-their-way", on).expect("in force").head.name();
    let cautions = packs.cautions(packs.entry(entry, on).expect("in force"), on);
    assert_eq!(cautions.contains(&texts::caution_transition(words)), told);
}

/// From the first day of the amending law on, whatever rests on the law of 2022 says which files keep it as it was.
#[rstest::rstest]
#[case("vote-base-titles", "2026-09-30", false)]
#[case("vote-base-titles", "2026-10-01", true)]
#[case("advanced-worker-criteria", "2026-10-01", true)]
#[case("learning-citizen-set", "2026-10-01", false)]
fn files_on_their_way_under_the_law(#[case] entry: &str, #[case] on: Date, #[case] told: bool) {
    let packs = Packs::embedded();
    let words = packs.versions("law-files-on-their-way").next().expect("an entry").head.name();
    let cautions = packs.cautions(packs.entry(entry, on).expect("in force"), on);
    assert_eq!(cautions.contains(&texts::caution_transition(words)), told);
}

#[derive(Deserialize)]
struct Reached {
    among: Option<u64>,
    reached: u64,
    enough: bool,
}

#[test]
fn targets() {
    for table in tables::<Reached>(include_str!("../../../cases/targets.toml"), "target") {
        let target: &Target = body(&table.entry, table.on);
        for case in &table.cases {
            let needed = match (target.percent, case.among) {
                (Some(percent), Some(among)) => phongtrao_value::Share::least_part(percent, among),
                _ => target.number.unwrap_or_else(|| panic!("{} asks for no number", table.entry)),
            };
            assert_eq!(case.reached >= needed, case.enough, "{}: {} ({})", table.entry, case.reached, table.source);
            assert_eq!(target.by, table.on);
        }
    }
}

#[derive(Deserialize)]
struct Exceptions {
    exception: Vec<Exception>,
}

#[derive(Deserialize)]
struct Exception {
    entries: Vec<String>,
    reason: String,
}

/// No entry that states something is left without a case, and no exception is one that has cases or is none.
#[test]
fn every_entry_that_states_something_has_cases() {
    let mut named = BTreeSet::new();
    for text in TABLES {
        let table: toml::Table = toml::from_str(text).expect("a table of cases");
        collect(&toml::Value::Table(table), &mut named);
    }
    let exceptions: Exceptions = toml::from_str(EXCEPTIONS).expect("the exceptions");
    assert!(exceptions.exception.iter().all(|exception| exception.reason.len() > 20), "each has its reason");
    let excepted: BTreeSet<&str> = exceptions.exception.iter().flat_map(|exception| &exception.entries).map(String::as_str).collect();
    let has_cases = |entry: &Entry| {
        let honour = match &entry.body {
            Some(Body::Amount(amount)) => Some(amount.honour.as_str()),
            _ => None,
        };
        let certified = || entry.head.scope.iter().flat_map(|scope| &scope.honours).any(|honour| named.contains(honour));
        named.contains(&entry.head.id)
            || honour.is_some_and(|honour| named.contains(honour))
            || entry.kind == Kind::Certificate && certified()
    };
    let stated = || Packs::embedded().entries().iter().filter(|entry| entry.kind != Kind::Honour && entry.body.is_some());
    let without: BTreeSet<&str> =
        stated().filter(|entry| !has_cases(entry)).map(|entry| entry.head.id.as_str()).filter(|id| !excepted.contains(id)).collect();
    assert_eq!(without, BTreeSet::new(), "entries without cases: give each its cases, or its reason in cases/exceptions.toml");
    let without: BTreeSet<&str> = stated().filter(|entry| !has_cases(entry)).map(|entry| entry.head.id.as_str()).collect();
    let needless: Vec<&&str> = excepted.iter().filter(|id| !without.contains(**id)).collect();
    assert_eq!(needless, [] as [&&str; 0], "exceptions that have cases or are no entries");
}

/// The ids of entries and honours that tables name.
fn collect(value: &toml::Value, named: &mut BTreeSet<String>) {
    match value {
        toml::Value::Table(table) => {
            for key in ["entry", "honour"] {
                named.extend(table.get(key).and_then(toml::Value::as_str).map(str::to_owned));
            }
            table.values().for_each(|value| collect(value, named));
        }
        toml::Value::Array(values) => values.iter().for_each(|value| collect(value, named)),
        _ => {}
    }
}
