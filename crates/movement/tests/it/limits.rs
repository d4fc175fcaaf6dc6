//! The tables of `crates/rules/cases` for votes and quorums: every limit that the packs state, on it, just under and just over, with its source.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_movement::tally::{Basis, BodyKind, Counted, Need, Quorum, Rule, Tie};
use phongtrao_rules::entries::{self, VoteBase};
use phongtrao_rules::{About, Kind, Packs};
use phongtrao_value::Date;
use serde::Deserialize;

#[derive(Deserialize)]
struct Votes {
    vote: Vec<Table<VoteCase>>,
}

#[derive(Deserialize)]
struct Quorums {
    quorum: Vec<Table<QuorumCase>>,
}

#[derive(Deserialize)]
struct Table<C> {
    entry: String,
    on: Date,
    source: String,
    #[serde(default)]
    asked: BTreeMap<String, String>,
    cases: Vec<C>,
}

#[derive(Deserialize)]
struct VoteCase {
    members: u64,
    present: Option<u64>,
    agreed: u64,
    passes: bool,
}

#[derive(Deserialize)]
struct QuorumCase {
    members: u64,
    present: u64,
    enough: bool,
}

#[test]
fn votes() {
    let tables: Votes = toml::from_str(include_str!("../../../rules/cases/votes.toml")).expect("tables of votes");
    for table in &tables.vote {
        let asked = |key: &str| table.asked.get(key).map(String::as_str);
        let sectors: Vec<&str> = asked("sector").into_iter().collect();
        let about = About { honour: asked("honour"), decided_by: asked("decided_by"), sectors: &sectors, ..About::default() };
        let rule = Rule::of_packs(Packs::embedded(), about, BodyKind::Council, table.on);
        let threshold = rule.threshold.unwrap_or_else(|| panic!("{about:?} asks no share on {}", table.on));
        assert_eq!(threshold.basis.entry, table.entry, "{about:?} on {}", table.on);
        for case in &table.cases {
            let base = if threshold.of == VoteBase::Present { case.present.expect("those present") } else { case.members };
            let words = format!("{}: {} of {base} ({})", table.entry, case.agreed, table.source);
            assert_eq!(case.agreed >= threshold.needed(base), case.passes, "{words}");
        }
    }
    all_have_cases(Kind::Vote, tables.vote.into_iter().map(|table| table.entry));
}

#[test]
fn quorums() {
    let tables: Quorums = toml::from_str(include_str!("../../../rules/cases/quorums.toml")).expect("tables of quorums");
    for table in &tables.quorum {
        let entry: &entries::Quorum = Packs::embedded().body(&table.entry, table.on).expect("the entry as it holds on the day");
        let basis = Basis { entry: table.entry.clone(), source: table.source.clone(), cautions: Vec::new() };
        let quorum = Quorum { least: entry.least, basis };
        for case in &table.cases {
            let words = format!("{}: {} of {} ({})", table.entry, case.present, case.members, table.source);
            assert_eq!(case.present >= quorum.needed(case.members), case.enough, "{words}");
        }
    }
    all_have_cases(Kind::Quorum, tables.quorum.into_iter().map(|table| table.entry));
}

#[derive(Deserialize)]
struct Ballots {
    ballot: Vec<BallotTable>,
}

#[derive(Deserialize)]
struct BallotTable {
    entry: String,
    on: Date,
    source: String,
    asked: BTreeMap<String, String>,
    expect: BallotCase,
}

/// What is left out is not looked at.
#[derive(Deserialize)]
struct BallotCase {
    needed: Option<bool>,
    written: Option<bool>,
    substitutes: Option<bool>,
    guests: Option<bool>,
    most_ballots: Option<u32>,
    tie: Option<bool>,
}

#[test]
fn ballots() {
    let tables: Ballots = toml::from_str(include_str!("../../../rules/cases/ballots.toml")).expect("tables of ballots");
    for BallotTable { entry, on, source, asked, expect } in tables.ballot {
        let asked = |key: &str| asked.get(key).map(String::as_str);
        let sectors: Vec<&str> = asked("sector").into_iter().collect();
        let about = About { honour: asked("honour"), decided_by: asked("decided_by"), sectors: &sectors, ..About::default() };
        let governing = Packs::embedded().governing(Kind::Ballot, about, on);
        assert!(governing.iter().any(|found| found.head.id == entry), "{entry} does not govern {about:?}");
        let rule = Rule::of_packs(Packs::embedded(), about, BodyKind::Council, on);
        let yes = |counted: Counted| counted == Counted::Yes;
        let words = format!("{entry} ({source})");
        assert_eq!(expect.needed.unwrap_or(true), !matches!(rule.need, Need::NotNeeded(_)), "needed: {words}");
        assert_eq!(expect.written.unwrap_or(yes(rule.written)), yes(rule.written), "written: {words}");
        assert_eq!(expect.substitutes.unwrap_or(yes(rule.substitutes)), yes(rule.substitutes), "substitutes: {words}");
        assert_eq!(expect.most_ballots.or(rule.most_ballots), rule.most_ballots, "ballots: {words}");
        let chair = matches!(&rule.tie, Tie::Chair(basis) if basis.entry == entry);
        assert_eq!(expect.tie.unwrap_or(chair), chair, "tie: {words}");
        let body: &entries::Ballot = Packs::embedded().body(&entry, on).expect("the entry as it holds on the day");
        assert_eq!(expect.guests, body.guests, "guests: {words}");
    }
}

/// Each limit has cases: no entry of the kind that states something is left without.
fn all_have_cases(kind: Kind, entries: impl Iterator<Item = String>) {
    let with: BTreeSet<String> = entries.collect();
    let stated = Packs::embedded().entries().iter().filter(|entry| entry.kind == kind && entry.body.is_some());
    let without: Vec<&str> = stated.map(|entry| entry.head.id.as_str()).filter(|id| !with.contains(*id)).collect();
    assert_eq!(without, [] as [&str; 0], "entries without cases");
}
