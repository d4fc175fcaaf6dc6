//! The tables of `crates/rules/cases`: every limit that the packs state, on it, just under and just over, with its source.

use std::collections::{BTreeMap, BTreeSet};

use phongtrao_rules::entries::{AsBody, Ceiling, Certificate, Deadline, DurationUnit, Posting, Quota, Rounding, Scale, Way, WayStep};
use phongtrao_rules::{About, Confidence, HonourForm, Kind, Packs};
use phongtrao_value::{Date, Decimal, Money, Share};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::money::{Awarded, Due, NoBonus, bonus, paid, payment};
use crate::places::places;
use crate::{Verdict, days};

const QUOTAS: &str = include_str!("../../rules/cases/quotas.toml");
const SCALES: &str = include_str!("../../rules/cases/scales.toml");
const MONEY: &str = include_str!("../../rules/cases/money.toml");
const DAYS: &str = include_str!("../../rules/cases/days.toml");
const OTHER: &str = include_str!("../../rules/cases/other.toml");
const UNKNOWN: &str = include_str!("../../rules/cases/unknown.toml");

/// The cases of an entry as it holds on a day.
#[derive(Deserialize)]
#[serde(bound(deserialize = "C: DeserializeOwned"))]
struct Table<C> {
    entry: String,
    on: Date,
    source: String,
    year: Option<i16>,
    event: Option<Date>,
    cases: Vec<C>,
}

fn tables<C: DeserializeOwned>(file: &str, key: &str) -> Vec<Table<C>> {
    rows(file, key)
}

fn rows<T: DeserializeOwned>(file: &str, key: &str) -> Vec<T> {
    let mut tables: BTreeMap<String, toml::Value> = toml::from_str(file).expect("the file is TOML");
    let rows = tables.remove(key).unwrap_or_else(|| panic!("no {key}"));
    let rows: Vec<T> = rows.try_into().unwrap_or_else(|error| panic!("{key}: {error}"));
    assert!(!rows.is_empty(), "no {key}");
    rows
}

fn body<T: AsBody>(entry: &str, on: Date) -> &'static T {
    Packs::embedded().body(entry, on).unwrap_or_else(|| panic!("{entry} has no version of {on}"))
}

/// Each limit has cases: no entry of the kind that states something is left without.
fn all_have_cases(kind: Kind, entries: impl Iterator<Item = String>) {
    let with: BTreeSet<String> = entries.collect();
    let stated = Packs::embedded().entries().iter().filter(|entry| entry.kind == kind && entry.body.is_some());
    let without: Vec<&str> = stated.map(|entry| entry.head.id.as_str()).filter(|id| !with.contains(*id)).collect();
    assert_eq!(without, [] as [&str; 0], "entries without cases");
}

#[derive(Deserialize)]
struct QuotaCase {
    among: u64,
    given: u64,
    allowed: bool,
}

#[test]
fn quotas() {
    let tables = tables::<QuotaCase>(QUOTAS, "quota");
    for table in &tables {
        let quota: &Quota = body(&table.entry, table.on);
        for case in &table.cases {
            let words = format!("{}: {} among {} ({})", table.entry, case.given, case.among, table.source);
            assert_eq!(case.given <= places(quota, case.among, Rounding::Down), case.allowed, "{words}");
        }
    }
    all_have_cases(Kind::Quota, tables.into_iter().map(|table| table.entry));
}

#[rstest::rstest]
#[case::down(Rounding::Down, 13, 2)]
#[case::nearest_down(Rounding::Nearest, 12, 2)]
#[case::nearest_up(Rounding::Nearest, 13, 3)]
#[case::a_half_goes_up(Rounding::Nearest, 10, 2)]
#[case::up(Rounding::Up, 11, 3)]
fn a_quota_is_rounded_as_the_setting_says(#[case] rounding: Rounding, #[case] among: u64, #[case] expected: u64) {
    let quota: &Quota = body("excellent-rating", "2026-12-01".parse().expect("a day"));
    assert_eq!(places(quota, among, rounding), expected);
}

#[derive(Deserialize)]
struct ScaleCase {
    points: String,
    level: String,
}

#[test]
fn scales() {
    for table in tables::<ScaleCase>(SCALES, "scale") {
        let scale: &Scale = body(&table.entry, table.on);
        for case in &table.cases {
            let points: Decimal = case.points.parse().expect("points");
            let level = scale.level_at(points).map(|level| level.id.as_str());
            assert_eq!(level, Some(case.level.as_str()), "{}: {points} ({})", table.entry, table.source);
        }
    }
}

#[derive(Deserialize)]
struct MeanCase {
    periods: Vec<String>,
    level: String,
}

#[test]
fn means_of_periods() {
    for table in tables::<MeanCase>(SCALES, "mean") {
        let scale: &Scale = body(&table.entry, table.on);
        for case in &table.cases {
            let points: Vec<Decimal> = case.periods.iter().map(|points| points.parse().expect("points")).collect();
            let level = scale.level_of_periods(&points).map(|level| level.id.as_str());
            assert_eq!(level, Some(case.level.as_str()), "{}: {:?} ({})", table.entry, case.periods, table.source);
        }
    }
}

#[derive(Deserialize)]
struct HeadCase {
    unit: String,
    head: String,
    allowed: bool,
}

#[test]
fn heads_and_their_units() {
    for table in tables::<HeadCase>(SCALES, "head") {
        let scale: &Scale = body(&table.entry, table.on);
        for case in &table.cases {
            let words = format!("{}: {} of a unit rated {} ({})", table.entry, case.head, case.unit, table.source);
            assert_eq!(scale.head_may_have(&case.head, &case.unit), Some(case.allowed), "{words}");
        }
    }
}

#[derive(Deserialize)]
struct BonusTable {
    source: String,
    cases: Vec<BonusCase>,
}

#[derive(Deserialize)]
struct BonusCase {
    honour: String,
    subject: String,
    on: Date,
    dong: Option<i64>,
    #[serde(default)]
    at_most: bool,
    #[serde(default)]
    not_known: bool,
    #[serde(default)]
    not_stated: bool,
}

#[test]
fn bonuses() {
    for table in rows::<BonusTable>(MONEY, "bonus") {
        for case in &table.cases {
            let found = bonus(Packs::embedded(), awarded(&case.honour, &case.subject), case.on);
            let expected = match (case.dong, case.not_known, case.not_stated) {
                (Some(dong), false, false) => Ok((Money::dong(dong), case.at_most)),
                (None, true, false) => Err(NoBonus::NotKnown),
                (None, false, true) => Err(NoBonus::NotStated),
                _ => panic!("one expectation a case: {}", case.honour),
            };
            let found = found.map(|bonus| (bonus.money, bonus.at_most));
            assert_eq!(found, expected, "{} ({}) on {} ({})", case.honour, case.subject, case.on, table.source);
        }
    }
}

/// An award of somebody of whom no more is known.
fn awarded<'a>(honour: &'a str, subject: &'a str) -> Awarded<'a> {
    Awarded { honour, subject, categories: &[], unit: None }
}

#[derive(Deserialize)]
struct PaidTable {
    words: String,
    source: String,
    on: Date,
    awards: Vec<PaidCase>,
}

#[derive(Deserialize)]
struct PaidCase {
    form: HonourForm,
    honour: String,
    decided_on: Date,
    period: String,
    paid: bool,
}

#[test]
fn which_of_several_are_paid() {
    for table in rows::<PaidTable>(MONEY, "paid") {
        let due = |award: &'_ PaidCase| {
            let subject = "individual";
            bonus(Packs::embedded(), awarded(&award.honour, subject), award.decided_on).expect("stated").money
        };
        let awards: Vec<Due<'_>> = table
            .awards
            .iter()
            .map(|award| Due { form: award.form, decided_on: award.decided_on, period: &award.period, money: due(award) })
            .collect();
        let rule = payment(Packs::embedded(), table.on).expect("stated").same_period;
        let expected: Vec<bool> = table.awards.iter().map(|award| award.paid).collect();
        assert_eq!(paid(rule, &awards), expected, "{} ({})", table.words, table.source);
    }
}

#[derive(Deserialize)]
struct PostingCase {
    posted: Date,
    meets: Date,
    enough: bool,
}

#[test]
fn postings() {
    let tables = tables::<PostingCase>(DAYS, "posting");
    for table in &tables {
        let posting: &Posting = body(&table.entry, table.on);
        for case in &table.cases {
            let found = days::is_posted_long_enough(Packs::embedded(), posting, case.posted, case.meets);
            assert_eq!(found, Verdict::of(case.enough), "{}: {} to {} ({})", table.entry, case.posted, case.meets, table.source);
        }
    }
    all_have_cases(Kind::Posting, tables.into_iter().map(|table| table.entry));
}

#[derive(Deserialize)]
struct DeadlineCase {
    done: Date,
    in_time: bool,
}

#[test]
fn deadlines() {
    for table in tables::<DeadlineCase>(DAYS, "deadline") {
        let deadline: &Deadline = body(&table.entry, table.on);
        let packs = Packs::embedded();
        let last = match (table.year, table.event) {
            (Some(year), _) => days::last_day_of_year(deadline, year),
            (None, Some(event)) if deadline.ahead.is_some() => days::last_day_ahead(packs, deadline, event),
            (None, Some(event)) => days::last_day(packs, deadline, event),
            (None, None) => None,
        };
        let last = last.unwrap_or_else(|| panic!("{} has no last day", table.entry));
        for case in &table.cases {
            assert_eq!(case.done <= last, case.in_time, "{}: {} ({})", table.entry, case.done, table.source);
        }
    }
}

#[derive(Deserialize)]
struct StepCase {
    step: String,
    done: Date,
    in_time: bool,
}

fn step<'w>(way: &'w Way, id: &str) -> &'w WayStep {
    way.steps.iter().find(|step| step.id == id).unwrap_or_else(|| panic!("no step {id}"))
}

#[test]
fn steps_of_ways() {
    let tables = tables::<StepCase>(DAYS, "step");
    let mut with = BTreeSet::new();
    for table in &tables {
        let way: &Way = body(&table.entry, table.on);
        for case in &table.cases {
            let within = step(way, &case.step).working_days;
            let unit = Some(DurationUnit::WorkingDays);
            let deadline = Deadline { what: case.step.clone(), before: None, by: None, within, ahead: None, unit, of: None };
            let last = table.event.and_then(|event| days::last_day(Packs::embedded(), &deadline, event));
            let words = format!("{}: {} on {} ({})", table.entry, case.step, case.done, table.source);
            assert_eq!(Some(case.in_time), last.map(|last| case.done <= last), "{words}");
            with.insert((table.entry.as_str(), case.step.as_str()));
        }
    }
    let packs = Packs::embedded();
    let ways = packs.entries().iter().filter_map(|entry| Some((entry.head.id.as_str(), Way::of(entry.body.as_ref()?)?)));
    let timed =
        ways.flat_map(|(id, way)| way.steps.iter().filter(|step| step.working_days.is_some()).map(move |step| (id, step.id.as_str())));
    assert_eq!(timed.filter(|step| !with.contains(step)).collect::<Vec<_>>(), [], "steps without cases");
}

#[derive(Deserialize)]
struct ShareCase {
    step: String,
    members: u64,
    agreed: u64,
    passes: bool,
}

#[test]
fn shares_of_votes_that_steps_ask() {
    for table in tables::<ShareCase>(DAYS, "share") {
        let way: &Way = body(&table.entry, table.on);
        for case in &table.cases {
            let least = step(way, &case.step).least.expect("a share").least_of(case.members);
            assert_eq!(case.agreed >= least, case.passes, "{}: {} of {} ({})", case.step, case.agreed, case.members, table.source);
        }
    }
}

#[derive(Deserialize)]
struct CeilingCase {
    #[serde(default)]
    dong: u64,
    number: Option<u64>,
    of: Option<u64>,
    allowed: bool,
}

#[test]
fn ceilings() {
    let tables = tables::<CeilingCase>(OTHER, "ceiling");
    for table in &tables {
        let ceiling: &Ceiling = body(&table.entry, table.on);
        for case in &table.cases {
            let within = match (ceiling.dong, ceiling.percent, case.of, ceiling.number.zip(case.number)) {
                (Some(most), None, None, None) => case.dong <= most,
                (None, Some(percent), Some(of), None) => case.dong <= Share::greatest_part(percent, of),
                (None, None, None, Some((most, number))) => number <= most,
                _ => panic!("{}: a ceiling of another kind", table.entry),
            };
            assert_eq!(within, case.allowed, "{}: {} ({})", table.entry, case.dong, table.source);
        }
    }
    all_have_cases(Kind::Ceiling, tables.into_iter().map(|table| table.entry));
}

#[derive(Deserialize)]
struct CertificateCase {
    honour: String,
    on: Date,
    width: u32,
    height: u32,
    source: String,
}

#[test]
fn certificates() {
    for case in rows::<CertificateCase>(OTHER, "certificate") {
        let about = About { honour: Some(&case.honour), decided_by: Some("prime-minister"), ..About::default() };
        let found = Packs::embedded().governing(Kind::Certificate, about, case.on);
        let size = found.first().and_then(|entry| Certificate::of(entry.body.as_ref()?)).map(|size| (size.width, size.height));
        assert_eq!(size, Some((case.width, case.height)), "{} ({})", case.honour, case.source);
    }
}

#[derive(Deserialize)]
struct VersionTable {
    entry: String,
    source: String,
    cases: Vec<VersionCase>,
}

#[derive(Deserialize)]
struct VersionCase {
    on: Date,
    key: Option<String>,
    value: Option<String>,
}

#[test]
fn versions_by_date() {
    for table in rows::<VersionTable>(OTHER, "version") {
        for case in &table.cases {
            let keys: BTreeMap<String, String> =
                Packs::embedded().entry(&table.entry, case.on).map(|entry| entry.keys().into_iter().collect()).unwrap_or_default();
            let found = case.key.as_ref().and_then(|key| keys.get(key));
            assert_eq!(found, case.value.as_ref(), "{} on {} ({})", table.entry, case.on, table.source);
            assert!(case.key.is_some() || keys.is_empty(), "{} is in force on {}", table.entry, case.on);
        }
    }
}

#[derive(Deserialize)]
struct CautionTable {
    entry: String,
    document: String,
    source: String,
    cases: Vec<CautionCase>,
}

#[derive(Deserialize)]
struct CautionCase {
    on: Date,
    said: bool,
}

#[test]
fn cautions_by_date() {
    for table in rows::<CautionTable>(OTHER, "caution") {
        for case in &table.cases {
            let packs = Packs::embedded();
            let entry = packs.entry(&table.entry, case.on).unwrap_or_else(|| panic!("{} on {}", table.entry, case.on));
            let cautions = packs.cautions(entry, case.on);
            let said = cautions.contains(&phongtrao_rules::texts::caution_unchecked(&table.document));
            assert_eq!(said, case.said, "{} on {} ({})", table.entry, case.on, table.source);
        }
    }
}

#[derive(Deserialize)]
struct Unknown {
    entry: String,
    kind: String,
    on: Date,
}

/// What the sources do not state is an entry that says so and holds no figure; and the list is complete.
#[test]
fn what_is_not_known_is_said() {
    let rows = rows::<Unknown>(UNKNOWN, "unknown");
    let packs = Packs::embedded();
    for row in &rows {
        let entry = packs.entry(&row.entry, row.on).unwrap_or_else(|| panic!("{} on {}", row.entry, row.on));
        assert_eq!((entry.kind.word(), entry.head.confidence), (row.kind.as_str(), Confidence::Unknown), "{}", row.entry);
        assert!(entry.body.is_none() && entry.head.doubt.is_some(), "{} holds a figure or says nothing", row.entry);
    }
    let listed: BTreeSet<&str> = rows.iter().map(|row| row.entry.as_str()).collect();
    let unknown = packs.entries().iter().filter(|entry| entry.head.confidence == Confidence::Unknown);
    assert_eq!(unknown.map(|entry| entry.head.id.as_str()).collect::<BTreeSet<_>>(), listed);
}
