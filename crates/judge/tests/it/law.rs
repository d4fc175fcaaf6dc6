//! The tables of `cases/`: the criteria of the packs, judged on facts in short words (`cases/README.md`).

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_judge::round::{AwardInput, GroupInput, NoBasis, RestsOn, RoundInput, SubjectKind, judge};
use phongtrao_judge::{Calendar, Names};
use phongtrao_register::Register;
use phongtrao_register::rows::{
    Attestation, Award, Discipline, Initiative, InitiativeAuthor, Person, Place, Post, Rating, Score, Status, Unit,
};
use phongtrao_rules::criteria::{Fact, Rule, Test};
use phongtrao_rules::entries::Condition;
use phongtrao_rules::{Body, Kind, Packs};
use phongtrao_value::{Date, Period, YearKind};
use serde::Deserialize;

const TABLES: [&str; 5] = [
    include_str!("../../cases/individuals.toml"),
    include_str!("../../cases/commendations.toml"),
    include_str!("../../cases/collectives.toml"),
    include_str!("../../cases/learning.toml"),
    include_str!("../../cases/conditions.toml"),
];

/// The judged year.
pub(crate) const YEAR: i16 = 2026;
pub(crate) const SUBJECT: &str = "subject";
const INDICATORS: &str = "learning-citizen-set";

#[derive(Deserialize)]
struct File {
    about: Vec<Table>,
}

#[derive(Deserialize)]
struct Table {
    entry: String,
    source: String,
    #[serde(default)]
    always: Vec<String>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    says: String,
    expect: String,
    facts: Vec<String>,
}

fn tables() -> Vec<Table> {
    TABLES.iter().flat_map(|text| toml::from_str::<File>(text).expect("a table of cases").about).collect()
}

#[test]
fn the_criteria_of_the_packs_judge_as_the_tables_say() {
    let mut wrong = Vec::new();
    for table in tables() {
        let rule = rule_of(&table.entry);
        for case in &table.cases {
            let found = judged(&table.entry, &rule, table.always.iter().chain(&case.facts));
            if found != case.expect {
                wrong.push(format!("{}: {}: {found}, not {} ({})", table.entry, case.says, case.expect, table.source));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Criteria that rest on more than attestations have cases.
#[test]
fn every_rule_with_a_limit_has_cases() {
    let with: BTreeSet<String> = tables().into_iter().map(|table| table.entry).collect();
    let limited = Packs::embedded()
        .entries()
        .iter()
        .filter(|entry| entry.kind == Kind::Eligibility)
        .filter(|entry| matches!(&entry.body, Some(Body::Eligibility(eligibility)) if !only_attested(&eligibility.rule)));
    let without: Vec<&str> = limited.map(|entry| entry.head.id.as_str()).filter(|id| !with.contains(*id)).collect();
    assert_eq!(without, [] as [&str; 0]);
}

pub(crate) fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).expect("a day of the calendar")
}

pub(crate) fn rule_of(entry: &str) -> Rule {
    match &Packs::embedded().entry(entry, day(YEAR, 12, 31)).unwrap_or_else(|| panic!("no entry {entry}")).body {
        Some(Body::Eligibility(eligibility)) => eligibility.asked(),
        Some(Body::Condition(condition)) => condition.rule.clone().unwrap_or_else(|| panic!("{entry} has no rule")),
        _ => panic!("{entry} has no rule"),
    }
}

fn only_attested(rule: &Rule) -> bool {
    match &rule.test {
        Test::All(of) | Test::Any(of) | Test::None(of) | Test::AtLeast { of, .. } => of.iter().all(only_attested),
        Test::Fact(fact) => matches!(fact, Fact::Attested { .. }),
        Test::Amount { .. } => false,
    }
}

fn attested(rule: &Rule, found: &mut BTreeSet<String>) {
    match &rule.test {
        Test::All(of) | Test::Any(of) | Test::None(of) | Test::AtLeast { of, .. } => of.iter().for_each(|rule| attested(rule, found)),
        Test::Fact(Fact::Attested { of }) => {
            found.insert(of.clone());
        }
        _ => {}
    }
}

/// Facts in short words about one person.
pub(crate) fn told(rule: &Rule, facts: &[&str]) -> Register {
    let mut told = Told { register: Register::default(), attested: BTreeSet::new(), count: 0 };
    attested(rule, &mut told.attested);
    told.person(SUBJECT);
    facts.iter().for_each(|fact| told.tell(SUBJECT, fact));
    told.register
}

fn judged<'f>(entry: &str, rule: &Rule, facts: impl Iterator<Item = &'f String> + Clone) -> String {
    let collective = facts.clone().any(|fact| fact.starts_with("members "));
    let mut told = Told { register: Register::default(), attested: BTreeSet::new(), count: 0 };
    attested(rule, &mut told.attested);
    if collective {
        told.register.units.push(Unit {
            id: SUBJECT.to_owned(),
            name: SUBJECT.to_owned(),
            tree: "administration".to_owned(),
            ..Unit::default()
        });
    } else {
        told.person(SUBJECT);
    }
    facts.for_each(|fact| told.tell(SUBJECT, fact));
    let mut round = round(rule, collective);
    round.awards.iter_mut().for_each(|award| used_before(entry, award));
    let judged = judge(&round, &told.register, RestsOn::default());
    assert_eq!(judged.findings, [], "{:?}", judged.findings);
    let result = judged.awards.first().and_then(|award| award.of(SUBJECT)).expect("the subject is judged");
    result.outcome.code().to_owned()
}

/// What the packs say of achievements that were used before, for the honour of an entry.
fn used_before(entry: &str, award: &mut AwardInput) {
    let (packs, on) = (Packs::embedded(), day(YEAR, 12, 31));
    if let Some(Body::Eligibility(eligibility)) = packs.entry(entry, on).and_then(|entry| entry.body.as_ref()) {
        award.honour = Some(eligibility.honour.clone());
    }
    award.counts_from = packs.entry("next-award", on).map(|entry| entry.source.clone());
    let thematic = packs.body::<Condition>("thematic-not-for-merit", on).expect("the condition");
    award.no_basis = Some(NoBasis { kinds: thematic.kinds.clone(), source: String::new() });
}

pub(crate) fn round(rule: &Rule, collective: bool) -> RoundInput {
    let period = Period { from: day(YEAR, 1, 1), to: day(YEAR, 12, 31) };
    let packs = Packs::embedded();
    let sets = packs.entries().iter().filter_map(|entry| match &entry.body {
        Some(Body::Set(set)) => {
            Some((entry.head.id.clone(), set.indicators.iter().map(|indicator| (indicator.id.clone(), indicator.most)).collect()))
        }
        _ => None,
    });
    let kind = if collective { SubjectKind::Collective } else { SubjectKind::Individual };
    let group = GroupInput {
        id: "group".to_owned(),
        kind: Some(kind),
        categories: Vec::new(),
        unit_kinds: Vec::new(),
        tree: None,
        blocks: Vec::new(),
        except: Vec::new(),
        rule: rule.clone(),
    };
    let award = AwardInput {
        id: "award".to_owned(),
        name: "award".to_owned(),
        form: None,
        honour: None,
        groups: vec![group],
        ..AwardInput::default()
    };
    RoundInput {
        id: "round".to_owned(),
        label: "round".to_owned(),
        calendar: Calendar {
            as_of: period.to,
            closes: period.to,
            period,
            held: Period { from: Date::MIN, to: Date::MAX },
            year_kind: YearKind::Calendar,
            plan: None,
            phases: BTreeMap::new(),
            school_begins: None,
            statistics_begins: None,
        },
        awards: vec![award],
        scales: packs.scales(period.to),
        counts_as: BTreeMap::new(),
        never_for: BTreeMap::new(),
        honours: BTreeMap::new(),
        sets: sets.collect(),
        names: Names::default(),
        restarts: packs.entry("after-discipline", period.to).map(|entry| entry.source.clone()),
        chair: None,
        cautions: Vec::new(),
    }
}

/// Facts in short words, as rows.
struct Told {
    register: Register,
    attested: BTreeSet<String>,
    count: usize,
}

impl Told {
    fn person(&mut self, id: &str) {
        self.register.people.push(Person { id: id.to_owned(), name: id.to_owned(), category: "official".to_owned(), ..Person::default() });
    }

    fn tell(&mut self, subject: &str, fact: &str) {
        if let Some((who, fact)) = fact.split_once(": ") {
            let (first, last) = years(who.strip_prefix("members ").expect("members A-B"));
            return (first..=last).for_each(|member| self.tell(&format!("member-{member}"), fact));
        }
        let words: Vec<&str> = fact.split(' ').collect();
        let subject = subject.to_owned();
        match words.as_slice() {
            ["members", number] => (1..=number.parse().expect("a number")).for_each(|member: i16| {
                let id = format!("member-{member}");
                self.person(&id);
                self.register.posts.push(Post { person: id, unit: subject.clone(), from: Some(day(2000, 1, 1)), ..Post::default() });
            }),
            ["category", category] => {
                let person = self.register.people.iter_mut().find(|person| person.id == subject).expect("a member");
                person.category = (*category).to_owned();
            }
            ["award", honour, "?"] => self.award(subject, honour, None, None),
            ["award", honour, year] => self.award(subject, honour, Some(of_year(year)), None),
            ["award", honour, year, kind] => self.award(subject, honour, Some(of_year(year)), Some(kind)),
            ["awarded", honour, from, to] => {
                let days = Period { from: from.parse().expect("a day"), to: to.parse().expect("a day") };
                self.award(subject, honour, Some(days), None);
            }
            ["rating", level, range] => {
                let (first, last) = years(range);
                let rating = |year| Rating {
                    subject: subject.clone(),
                    year,
                    scale: "rating".to_owned(),
                    level: (*level).to_owned(),
                    year_kind: YearKind::Calendar,
                    decision: None,
                    decided_on: None,
                    place: Place::default(),
                };
                self.register.ratings.extend((first..=last).map(rating));
            }
            ["initiative", level, year] => self.initiative(subject, level, year.parse().expect("a year")),
            ["attested", "all"] => self.attested.clone().iter().for_each(|id| self.attest(&subject, id, true)),
            ["attested", id] => self.attest(&subject, id, true),
            ["denied", id] => self.attest(&subject, id, false),
            ["discipline", level, year] => self.discipline(subject, level, year, Some(true)),
            ["discipline", level, year, "private"] => self.discipline(subject, level, year, Some(false)),
            ["discipline", level, year, "unsaid"] => self.discipline(subject, level, year, None),
            ["status", status, from] => {
                let from = Some(from.parse().expect("a day"));
                self.register.statuses.push(Status { person: subject, status: (*status).to_owned(), from, ..Status::default() });
            }
            ["status", status, from, to] => {
                let (from, to) = (Some(from.parse().expect("a day")), Some(to.parse().expect("a day")));
                self.register.statuses.push(Status { person: subject, status: (*status).to_owned(), from, to, ..Status::default() });
            }
            ["disciplined", level, on, until] => self.register.discipline.push(Discipline {
                subject,
                level: (*level).to_owned(),
                duty: Some(true),
                on: on.parse().expect("a day"),
                until: (*until != "?").then(|| until.parse().expect("a day")),
                ..Discipline::default()
            }),
            ["sex", sex] => {
                let person = self.register.people.iter_mut().find(|person| person.id == subject).expect("a person");
                person.sex = Some((*sex).to_owned());
            }
            ["scores", scores @ ..] => self.scores(&subject, scores),
            _ => panic!("no such words: {fact}"),
        }
    }

    fn attest(&mut self, subject: &str, criterion: &str, met: bool) {
        assert!(self.attested.contains(criterion), "the rule asks nobody to attest {criterion}");
        self.register.attestations.push(Attestation {
            subject: subject.to_owned(),
            criterion: criterion.to_owned(),
            met,
            by: "head".to_owned(),
            on: day(YEAR, 12, 1),
            ..Attestation::default()
        });
    }

    fn discipline(&mut self, subject: String, level: &str, year: &str, duty: Option<bool>) {
        let on = day(year.parse().expect("a year"), 5, 4);
        self.register.discipline.push(Discipline { subject, level: level.to_owned(), duty, on, ..Discipline::default() });
    }

    fn award(&mut self, subject: String, honour: &str, days: Option<Period>, kind: Option<&str>) {
        assert!(Packs::embedded().honours().iter().any(|known| known.id == honour), "no honour {honour}");
        self.count += 1;
        let year = days.map(|days| days.to.year());
        self.register.ledger.push(Award {
            id: format!("award-{}", self.count),
            subject,
            honour: honour.to_owned(),
            decided_on: year.map(|year| day(year, 12, 20)),
            from: days.map(|days| days.from),
            to: days.map(|days| days.to),
            year,
            year_kind: year.map(|_| YearKind::Calendar),
            kind: kind.map(str::to_owned),
            ..Award::default()
        });
    }

    fn initiative(&mut self, person: String, level: &str, year: i16) {
        self.count += 1;
        let id = format!("initiative-{}", self.count);
        self.register.authors.push(InitiativeAuthor { initiative: id.clone(), person, ..InitiativeAuthor::default() });
        self.register.initiatives.push(Initiative {
            title: id.clone(),
            id,
            level: Some(level.to_owned()),
            recognised_on: Some(day(year, 6, 1)),
            ..Initiative::default()
        });
    }

    fn scores(&mut self, subject: &str, scores: &[&str]) {
        let set = Packs::embedded().body::<phongtrao_rules::entries::CriteriaSet>(INDICATORS, day(YEAR, 12, 31)).expect("the set");
        let scored = set.indicators.iter().zip(scores).map(|(indicator, score)| Score {
            subject: subject.to_owned(),
            indicator: indicator.id.clone(),
            year: YEAR,
            appraised: Some(score.parse().expect("a score")),
            ..Score::default()
        });
        self.register.scores.extend(scored);
    }
}

fn of_year(year: &str) -> Period {
    let year = year.parse().expect("a year");
    Period { from: day(year, 1, 1), to: day(year, 12, 31) }
}

/// `2024-2026` or `2026`.
fn years(range: &str) -> (i16, i16) {
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    (first.parse().expect("a number"), last.parse().expect("a number"))
}
