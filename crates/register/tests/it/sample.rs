//! Invented registers: read back without a finding, the same bytes for the same seed, shares as they are set.

use phongtrao_register::Register;
use phongtrao_register::sample::{Kind, Settings};
use proptest::prelude::*;
use rstest::rstest;

fn sample(kind: Kind, people: u64, seed: u64) -> Register {
    Register::sample(Settings { kind, people, staff: None, seed })
}

fn files(register: &Register) -> Vec<(String, Vec<u8>)> {
    register.write().into_iter().map(|(name, text)| (name, text.into_bytes())).collect()
}

#[rstest]
fn a_sample_is_read_without_a_finding_and_holds_the_same(
    #[values(Kind::University, Kind::Military, Kind::Association, Kind::Province)] kind: Kind,
    #[values(1, 7, 60, 400)] people: u64,
) {
    let (read, reports) = Register::read(&files(&sample(kind, people, 3)));
    let findings: Vec<String> =
        reports.iter().flat_map(|report| &report.findings).map(|finding| format!("{}: {:?}", finding.code, finding.message)).collect();
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(read.people.len() as u64, people);
    assert_eq!(files(&read), files(&sample(kind, people, 3)));
}

/// But the lists that were signed: a run writes them, and nobody has signed what is invented.
#[test]
fn every_table_has_rows_in_some_sample() {
    let mut names: Vec<String> = Kind::ALL.into_iter().flat_map(|kind| sample(kind, 800, 1).write()).map(|(name, _)| name).collect();
    names.sort();
    names.dedup();
    let all = phongtrao_register::description::tables().iter().filter(|table| table.name != "signed").map(|table| table.csv.clone());
    let missing: Vec<String> = all.filter(|name| !names.contains(name)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn shares_are_near_their_settings() {
    let register = sample(Kind::University, 6000, 1);
    let share = |part: usize, whole: usize| part * 1000 / whole.max(1);
    let staff = register.people.iter().filter(|person| person.category == "official" || person.category == "worker").count();
    assert!((170..190).contains(&share(staff, register.people.len())), "staff {staff}");
    let rated = |level: &str| register.ratings.iter().filter(|rating| rating.level == level).count();
    let ratings = register.ratings.len();
    assert!((170..260).contains(&share(rated("excellent"), ratings)), "excellent {}", share(rated("excellent"), ratings));
    assert!((560..720).contains(&share(rated("good"), ratings)), "good {}", share(rated("good"), ratings));
    assert!((5..40).contains(&share(rated("not-completed"), ratings)), "not completed {}", share(rated("not-completed"), ratings));
    let women = register.people.iter().filter(|person| person.sex.as_deref() == Some("female")).count();
    assert!((490..550).contains(&share(women, register.people.len())), "women {women}");
    assert!(register.ledger.iter().any(|award| award.honour == "ministry-emulation-fighter"), "chains of three years occur");
    assert!(
        register.people.iter().any(|person| person.sort_as.is_some()) && register.people.iter().any(|person| !person.name.contains(' '))
    );
    let merged = register.units.iter().filter(|unit| !unit.successors.is_empty()).count();
    assert_eq!(merged, 2, "units of which one became");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn the_same_seed_gives_the_same_bytes_and_another_gives_others(seed in any::<u64>(), people in 20_u64..300, kind in 0_usize..4) {
        let kind = Kind::ALL[kind];
        prop_assert_eq!(sample(kind, people, seed).write(), sample(kind, people, seed).write());
        prop_assert_ne!(sample(kind, people, seed).write(), sample(kind, people, seed.wrapping_add(1)).write());
    }
}
