//! What was read, held against labels made by hand, by the scorer that comes with them.

use std::collections::BTreeMap;
use std::path::Path;

use crate::support;

/// The mean over all fields that readings must reach.
const OVERALL: f64 = 0.92;
/// What each field must reach that enough labels have.
const EACH: f64 = 0.80;
/// How many labels make a field count by itself.
const ENOUGH: usize = 8;

/// The score of each field with the number of documents that have it, and `overall`.
pub(crate) fn score(shared: &Path, readings: &Path) -> Option<BTreeMap<String, (f64, usize)>> {
    let mut python = support::tool("python3", &["--version"])?;
    let output =
        python.arg(shared.join("reading/score.py")).arg(shared.join("reading/labels")).arg(readings).output().expect("python starts");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let lines = printed.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let (field, score) = (words.next()?.to_owned(), words.next()?.parse().ok()?);
        let count = words.find_map(|word| word.trim_matches(['(', ')']).parse().ok())?;
        Some((field, (score, count)))
    });
    Some(lines.collect())
}

#[test]
fn readings_agree_with_the_labels() {
    let Some(shared) = support::shared() else { return };
    let readings = tempfile::tempdir().expect("a folder");
    for folder in ["corpus", "seeds"] {
        support::printed(support::program().arg("read").arg(shared.join(folder)).args(["--json", "--out"]).arg(readings.path()));
    }
    let Some(scores) = score(&shared, readings.path()) else { return };
    let below: Vec<_> = scores.iter().filter(|(field, (score, count))| *field != "overall" && *count >= ENOUGH && *score < EACH).collect();
    assert!(below.is_empty(), "fields below {EACH}: {below:?}");
    assert!(scores["overall"].0 >= OVERALL, "{scores:?}");
}
