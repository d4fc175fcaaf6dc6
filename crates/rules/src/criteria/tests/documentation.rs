//! The documentation names every kind, and each of its examples is read.

use super::read;
use crate::criteria::kinds;

const DOCUMENTATION: &str = include_str!("../../../../../docs/criteria.md");

/// The lines of all examples that give a measure.
fn examples() -> Vec<String> {
    let blocks = DOCUMENTATION.split("```toml\n").skip(1).filter_map(|rest| rest.split_once("```").map(|(block, _)| block));
    let mut found = Vec::new();
    for block in blocks {
        let table: toml::Table = block.parse().unwrap_or_else(|error| panic!("{block}\n{error}"));
        found.extend(table.get("measure").map(toml::Value::to_string));
    }
    found
}

#[test]
fn every_example_is_read() {
    let examples = examples();
    assert!(examples.len() >= kinds().count(), "{} examples", examples.len());
    for example in examples {
        assert_eq!(read(&example).findings, [], "{example}");
    }
}

#[test]
fn every_kind_is_described_with_an_example() {
    let examples = examples();
    for kind in kinds() {
        let mut headings = DOCUMENTATION.lines().filter(|line| line.starts_with("### "));
        assert!(headings.any(|heading| heading.contains(&format!("`{kind}`"))), "{kind} has no heading");
        assert!(examples.iter().any(|example| example.contains(&format!("\"{kind}\""))), "{kind} has no example");
    }
}
