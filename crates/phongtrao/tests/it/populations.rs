//! `phongtrao population` as a script calls it.

use std::fs;
use std::path::Path;

use crate::support::{printed, program};

const RULE: &str = r#"
kind = "all"
of = [
    { kind = "total", min = 16, of = [{ kind = "column", of = "a", most = 10 }, { kind = "column", of = "b", most = 10 }] },
    { kind = "column", of = "b", most = 10, min = { by = "region", cases = { hill = 5 }, otherwise = 7 } },
]
"#;

const PEOPLE: &str = "id,commune,region,a,b
p1,x1,hill,10,6
p2,x1,plain,10,6
p3,x2,plain,10,
p4,x2,plain,5,10
p5,x2,hill,,6
p6,x2,,10,7
";

const UNITS: &str = "id,parent,name\nx1,t,First\nt,,Province\nx2,t,Second\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [("rule.toml", RULE), ("people.csv", PEOPLE), ("units.csv", UNITS)] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

#[test]
fn people_are_judged_and_counted_up_the_tree() {
    let folder = folder();
    let file = |name: &str| folder.path().join(name);
    let read = |name: &str| fs::read_to_string(file(name)).expect("written");
    let mut command = program();
    command.arg("population").arg(file("people.csv")).arg("--rules").arg(file("rule.toml"));
    command.args(["--unit", "commune", "--keep", "id"]).arg("--units").arg(file("units.csv"));
    printed(command.arg("--roll-up").arg(file("counts.csv")).arg("--out").arg(file("results.csv")));
    assert_eq!(read("results.csv"), "id,result\np1,met\np2,not-met\np3,unknown\np4,not-met\np5,unknown\np6,met\n");
    assert_eq!(read("counts.csv"), "unit,parent,not_met,unknown,met\nx1,t,1,0,1\nt,,2,2,2\nx2,t,1,2,1\n");
}

#[test]
fn a_bad_value_stops_everything_and_is_named() {
    let folder = folder();
    let file = |name: &str| folder.path().join(name);
    fs::write(file("people.csv"), PEOPLE.replace("5,10", "5,11")).expect("written");
    let mut command = program();
    command.arg("population").arg(file("people.csv")).arg("--rules").arg(file("rule.toml")).arg("--out").arg(file("results.csv"));
    let output = command.output().expect("starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("people.csv") && said.contains('4') && said.contains("“11”") && said.contains("“b”"), "{said}");
    assert!(!file("results.csv").exists());
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 3);
}

#[rstest::rstest]
#[case("commune", "x2,plain,10,", "x9,plain,10,", "“x9”")]
#[case("commune", "x2,plain,10,", "Xã mới,plain,10,", "“Xã mới”")]
fn a_unit_that_is_not_among_the_units_is_named(#[case] column: &str, #[case] from: &str, #[case] to: &str, #[case] value: &str) {
    let folder = folder();
    let file = |name: &str| folder.path().join(name);
    fs::write(file("people.csv"), PEOPLE.replace(from, to)).expect("written");
    let mut command = program();
    command.arg("population").arg(file("people.csv")).arg("--rules").arg(file("rule.toml")).args(["--unit", column]);
    command.arg("--units").arg(file("units.csv")).arg("--roll-up").arg(file("counts.csv"));
    let output = command.output().expect("starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("people.csv") && said.contains('3') && said.contains(value) && said.contains("“commune”"), "{said}");
    assert!(!file("counts.csv").exists());
}

/// Sampled people whose communes are numbers; the units are all of these numbers but those from `without` on.
fn sampled(folder: &Path, without: u16) {
    let mut command = program();
    command.args(["sample", "--population", "flat", "--people", "20000", "--seed", "3", "--out"]).arg(folder.join("flat.parquet"));
    printed(&mut command);
    let communes: String = (0..without).map(|commune| format!("{commune},p{}\n", commune % 34)).collect();
    let provinces: String = (0..34).map(|province| format!("p{province},\n")).collect();
    fs::write(folder.join("units.csv"), format!("id,parent\n{communes}{provinces}")).expect("written");
    fs::write(folder.join("rule.toml"), include_str!("../../../../bench/flat.toml")).expect("written");
}

fn over_sampled(folder: &Path, threads: &str) -> std::process::Command {
    let mut command = program();
    command.arg("population").arg(folder.join("flat.parquet")).arg("--rules").arg(folder.join("rule.toml")).args(["--unit", "commune"]);
    command.arg("--units").arg(folder.join("units.csv")).args(["--threads", threads]);
    command
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    sampled(folder.path(), 3321);
    let written = |threads: &str, results: Option<&str>| {
        let (counts, out) = (folder.path().join("counts.csv"), folder.path().join(results.unwrap_or("none")));
        let mut command = over_sampled(folder.path(), threads);
        command.arg("--roll-up").arg(&counts);
        if results.is_some() {
            command.args(["--keep", "commune"]).arg("--out").arg(&out);
        }
        let said = printed(&mut command);
        let read = |path: &Path| fs::read(path).unwrap_or_default();
        (said, read(&counts), read(&out))
    };
    let counted = written("1", None);
    assert_eq!(counted, written("2", None));
    for results in ["results.csv", "results.parquet"] {
        let one = written("1", Some(results));
        assert_eq!(one, written("2", Some(results)));
        assert_eq!((&one.0, &one.1), (&counted.0, &counted.1));
        assert!(!one.2.is_empty());
    }
}

#[test]
fn a_number_that_is_no_unit_is_named_with_its_row() {
    let folder = tempfile::tempdir().expect("a folder");
    sampled(folder.path(), 3320);
    let output = over_sampled(folder.path(), "2").output().expect("starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("“3320”") && said.contains("“commune”") && !said.contains(" 0"), "{said}");
}

/// The counts that a command over the people of a folder says, in English; nothing is said beside them.
fn counted(folder: &Path, people: &str) -> String {
    let mut command = program();
    command.arg("population").arg(folder.join(people)).arg("--rules").arg(folder.join("rule.toml")).args(["--lang", "en"]);
    let output = command.output().expect("starts");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[rstest::rstest]
#[case::semicolons(&PEOPLE.replace(',', ";"))]
#[case::tabs(&PEOPLE.replace(',', "\t"))]
#[case::a_mark_at_the_start(&format!("\u{feff}{PEOPLE}"))]
#[case::line_ends_of_another_system(&PEOPLE.replace('\n', "\r\n"))]
fn a_spreadsheet_parts_its_cells_as_it_likes(#[case] people: &str) {
    let folder = folder();
    fs::write(folder.path().join("other.csv"), people).expect("written");
    assert_eq!(counted(folder.path(), "other.csv"), counted(folder.path(), "people.csv"));
}

#[test]
fn results_are_written_alike_whatever_the_people_are_read_from() {
    let folder = tempfile::tempdir().expect("a folder");
    sampled(folder.path(), 3321);
    let file = |name: &str| folder.path().join(name);
    let run = |people: &str, arguments: &[&str], out: &str, roll_up: Option<&str>| {
        let mut command = program();
        command.arg("population").arg(file(people)).arg("--rules").arg(file("rule.toml")).args(["--unit", "commune"]).args(arguments);
        command.arg("--units").arg(file("units.csv")).arg("--out").arg(file(out));
        if let Some(counts) = roll_up {
            command.arg("--roll-up").arg(file(counts));
        }
        printed(&mut command)
    };
    let indicators: Vec<String> = (1..=10).flat_map(|number| ["--keep".to_owned(), format!("i{number:02}")]).collect();
    let mut all: Vec<&str> = indicators.iter().map(String::as_str).collect();
    all.extend(["--keep", "commune"]);
    let said = run("flat.parquet", &all, "people.csv", Some("counts.csv"));
    assert_eq!(run("people.csv", &["--keep", "commune"], "of-csv.csv", Some("counts-of-csv.csv")), said);
    assert_eq!(run("flat.parquet", &["--keep", "commune"], "of-parquet.csv", None), said);
    let read = |name: &str| fs::read(file(name)).expect("written");
    assert_eq!(read("of-csv.csv"), read("of-parquet.csv"));
    assert_eq!(read("counts-of-csv.csv"), read("counts.csv"));
}

#[rstest::rstest]
#[case::too_many_cells(|people: &str| people.replacen("p2,", "p2,,", 1), &["people.csv, line 3", "cells"])]
#[case::a_column_twice(|people: &str| people.replacen("commune", "id", 1), &["“id”", "name of its own"])]
fn a_damaged_table_is_told_where(#[case] damage: fn(&str) -> String, #[case] says: &[&str]) {
    let folder = folder();
    let file = |name: &str| folder.path().join(name);
    fs::write(file("people.csv"), damage(PEOPLE)).expect("written");
    let mut command = program();
    command.arg("population").arg(file("people.csv")).arg("--rules").arg(file("rule.toml")).args(["--keep", "id", "--lang", "en"]);
    let output = command.arg("--out").arg(file("results.csv")).output().expect("starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(says.iter().all(|part| said.contains(part)), "{said}");
    assert!(!file("results.csv").exists());
}

#[test]
fn results_are_never_written_over_the_people() {
    let folder = folder();
    let people = folder.path().join("people.csv");
    let mut command = program();
    command.arg("population").arg(&people).arg("--rules").arg(folder.path().join("rule.toml")).arg("--out").arg(&people);
    let output = command.output().expect("starts");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&people).expect("there"), PEOPLE);
}

#[test]
fn a_file_that_can_not_be_written_is_named() {
    let folder = folder();
    let out = folder.path().join("nowhere/results.csv");
    let mut command = program();
    command.arg("population").arg(folder.path().join("people.csv")).arg("--rules").arg(folder.path().join("rule.toml"));
    let output = command.arg("--out").arg(&out).output().expect("starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(&out.display().to_string()), "{said}");
}

#[test]
fn a_condition_that_no_column_answers_names_the_one_that_is_meant() {
    let folder = folder();
    let rule = fs::read_to_string(folder.path().join("rule.toml")).expect("the rule");
    fs::write(folder.path().join("rule.toml"), rule.replacen("\"a\"", "\"aa\"", 1)).expect("written");
    let mut command = program();
    command.arg("population").arg(folder.path().join("people.csv")).arg("--rules").arg(folder.path().join("rule.toml"));
    let output = command.args(["--lang", "en"]).output().expect("starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("“aa”") && (said.contains("is the column") || said.contains("it has: ")), "{said}");
}
