//! The examples: an official text, the same as a Word file, and the finished plan that a desk made of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use phongtrao_document::write::{self, Letter};
use rstest::rstest;
use serde_json::Value;

use crate::support::{self, printed, program};

/// A file of an example: `examples/NAME/FILE`.
pub(crate) fn example(name: &str, file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name).join(file)
}

/// The Word file of an example.
pub(crate) fn letter(name: &str) -> PathBuf {
    example(name, &format!("{name}.docx"))
}

/// The official text of an example.
fn text(name: &str) -> PathBuf {
    example(name, &format!("{name}.txt"))
}

/// The names of all examples.
pub(crate) const NAMES: [&str; 5] =
    ["digital-skills", "learning-partnership", "lifelong-learning-university", "member-pathway", "peak-drive"];

#[test]
fn no_example_is_forgotten() {
    let folders = std::fs::read_dir(example("", "")).expect("the examples").map(|entry| entry.expect("an entry").file_name());
    let names: BTreeSet<String> = folders.map(|name| name.to_string_lossy().into_owned()).collect();
    assert_eq!(names, NAMES.map(str::to_owned).into());
}

#[test]
fn the_word_file_is_the_letter_of_the_text() {
    for name in NAMES {
        let made = write::docx(&Letter::of(&support::document(&text(name)))).expect("a letter");
        assert!(made == std::fs::read(letter(name)).expect("the letter"), "`cargo xtask examples` makes another {name}.docx");
    }
}

#[test]
fn the_text_and_its_word_file_read_the_same() {
    let read = |path: PathBuf| printed(program().arg("read").arg(path).arg("--json"));
    for name in NAMES {
        assert_eq!(read(text(name)), read(letter(name)), "{name}");
    }
}

/// What the official text of each example has that should not be so, as in real ones.
#[rstest]
#[case("digital-skills", &["weekday-wrong", "missing-reference"])]
#[case("learning-partnership", &["award-without-authority", "missing-reference"])]
#[case("lifelong-learning-university", &["basis-repealed", "criterion-unmeasurable", "deadline-on-weekend"])]
#[case("member-pathway", &["doubled-word", "missing-reference"])]
#[case("peak-drive", &["phase-after-period", "deadline-on-weekend"])]
fn checking_the_official_text_finds_its_faults(#[case] name: &str, #[case] faults: &[&str]) {
    let found: BTreeSet<String> = findings(&letter(name)).iter().map(|finding| word(finding, "code")).collect();
    let missed: Vec<&&str> = faults.iter().filter(|fault| !found.contains(**fault)).collect();
    assert!(missed.is_empty(), "{name}: {missed:?} not among {found:?}");
}

#[test]
fn the_finished_plan_is_clean_and_in_order() {
    for name in NAMES {
        let plan = example(name, "plan.toml");
        let serious: Vec<Value> = findings(&plan).into_iter().filter(|finding| word(finding, "severity") != "note").collect();
        assert_eq!(serious, Vec::<Value>::new(), "{name}");
        printed(program().args(["fmt", "--check"]).arg(&plan));
        let written = std::fs::read_to_string(&plan).expect("the plan");
        assert!(!written.contains("guessed"), "what was guessed has been looked at: {name}");
    }
}

#[test]
fn the_finished_plan_names_the_word_file_that_it_was_read_from() {
    let out = tempfile::tempdir().expect("a folder");
    let source = |path: &Path| {
        let plan = std::fs::read_to_string(path).expect("a plan");
        plan.lines().skip_while(|line| *line != "[source]").take(3).map(str::to_owned).collect::<Vec<_>>()
    };
    for name in NAMES {
        printed(program().arg("read").arg(letter(name)).arg("--out").arg(out.path()));
        assert_eq!(source(&example(name, "plan.toml")), source(&out.path().join(format!("{name}.plan.toml"))));
    }
}

/// What `check` finds in a file.
fn findings(path: &Path) -> Vec<Value> {
    let output = program().arg("check").arg(path).args(["--format", "json"]).output().expect("starts");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn word(finding: &Value, key: &str) -> String {
    finding[key].as_str().unwrap_or_default().to_owned()
}
