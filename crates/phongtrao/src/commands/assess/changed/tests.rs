//! Judging again what changed gives what judging everything gives.

use std::path::{Path, PathBuf};

use phongtrao_clerk::prepared::{Prepared, Sources};
use phongtrao_diagnostic::{Language, Words};
use rstest::rstest;

use super::*;
use crate::rounds::prepare;

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)
}

fn words() -> Words {
    crate::language::words(Language::English)
}

/// The example with one file of its data written otherwise.
fn loaded(name: &str, round: &str, data: &[(String, Vec<u8>)]) -> Option<Box<PreparedRound>> {
    let plan = std::fs::read(example(name).join("plan.toml")).expect("the example's plan");
    let sources =
        Sources { plan: ("plan.toml".to_owned(), plan), completion: None, data: data.to_vec(), organisation: None, packs: Vec::new() };
    // The folder that is changed may be wrong; then there is nothing to compare.
    match prepare(&sources, Some(round), Some("2026-11-15".parse().expect("a day")), &words()) {
        Ok(Prepared::Sound(loaded)) => Some(loaded),
        _ => None,
    }
}

/// The lines of a table without the one at a place.
fn without(text: &str, at: usize) -> String {
    text.split_inclusive('\n').enumerate().filter(|(line, _)| *line != at).map(|(_, line)| line).collect()
}

#[rstest]
#[case("peak-drive", "tong-ket")]
#[case("lifelong-learning-university", "hang-nam")]
#[case("learning-partnership", "hang-nam")]
fn as_if_everything_was_judged(#[case] name: &str, #[case] round: &str) {
    let Some(all) = crate::data::files(&example(name).join("data")).ok() else { return };
    let Some(whole) = loaded(name, round, &all) else { panic!("{name} has no round {round}") };
    let (mut compared, mut fewer) = (0, 0);
    for (at, (file, bytes)) in all.iter().enumerate().filter(|(_, (file, _))| file.ends_with(".csv")) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let count = text.lines().count();
        // The last row goes and comes back as a row that is appended; one in the middle moves all below it.
        for line in [count - 1, count / 2] {
            let mut changed = all.clone();
            changed[at].1 = without(&text, line.max(1)).into_bytes();
            let Some(part) = loaded(name, round, &changed) else { continue };
            for (earlier, later) in [(&whole, &part), (&part, &whole)] {
                let (again, judged) = judge_since(earlier, later);
                let expected = judge(&later.round, &later.register, later.rests_on.clone());
                assert_eq!(judged, expected, "{file} without line {}", line + 1);
                compared += 1;
                fewer += usize::from(again.again < judged.awards.iter().map(|award| award.results.len()).sum());
            }
        }
    }
    assert!(compared >= 20, "{compared}");
    assert!(fewer > 0, "nothing was kept in any of {compared} cases");
}
