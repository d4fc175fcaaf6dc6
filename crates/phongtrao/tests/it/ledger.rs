//! `phongtrao ledger` on a small folder of an invented school.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::support::{printed, program};

const FOLDER: [(&str, &str); 5] = [
    ("data.toml", "format = 1\norganisation = \"Trường Cao đẳng Sông Ngàn\"\nschool_year = \"09-05\"\nyear = \"school\"\n"),
    ("units.csv", "id,name,to,successors\nkhoa-cu,Khoa Cơ bản,2024-08-31,khoa-a\nkhoa-a,Khoa Toán,,\n"),
    ("people.csv", "id,name,category\np1,Lê Thị An,official\np2,Trần Bình,official\np3,Trần Bình,student\n"),
    ("ratings.csv", "subject,year,scale,level\np1,2024,civil-servants-rating,excellent\n"),
    (
        "ledger.csv",
        "id,subject,honour,decision,decided_on,year\na1,p1,advanced-worker,12/QĐ-CĐSN,2024-07-01,2023\na2,khoa-cu,advanced-workers-collective,13/QĐ-CĐSN,2024-07-01,2023\n",
    ),
];

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    FOLDER.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).expect("written"));
    fs::write(folder.path().join("~$units.xlsx"), "open").expect("written");
    fs::write(folder.path().join("notes.txt"), "not a table").expect("written");
    folder
}

fn ledger(arguments: &[&str], folder: &Path) -> Output {
    let mut command = program();
    command.arg("ledger").args(arguments).arg("--data").arg(folder);
    command.output().expect("the command starts")
}

fn told(arguments: &[&str], folder: &Path) -> String {
    printed(program().arg("ledger").args(arguments).arg("--data").arg(folder))
}

#[test]
fn the_history_of_a_person_names_where_each_line_comes_from() {
    let folder = folder();
    let english = told(&["explain", "le thi an", "--lang", "en"], folder.path());
    assert_eq!(english.lines().next(), Some("Lê Thị An (p1)"));
    assert!(english.contains("School year 2023-2024\n  ") && english.contains("12/QĐ-CĐSN · 2024-07-01  [ledger.csv:2]"), "{english}");
    assert!(english.contains("School year 2024-2025\n  rating: ") && english.contains("[ratings.csv:2]"), "{english}");
    assert!(told(&["explain", "p1"], folder.path()).contains("Năm học 2023-2024"));
}

#[test]
fn what_a_unit_won_is_told_of_its_successor() {
    let folder = folder();
    let value: Value = serde_json::from_str(&told(&["explain", "khoa-a", "--format", "json"], folder.path())).expect("JSON");
    let entry = &value["entries"][0];
    assert_eq!((&entry["holder"], &entry["decision"]), (&Value::from("khoa-cu"), &Value::from("13/QĐ-CĐSN")));
    assert_eq!(entry["source"], serde_json::json!({ "file": "ledger.csv", "line": 3 }));
}

#[test]
fn two_people_of_one_name_are_told_apart_by_id() {
    let folder = folder();
    let output = ledger(&["explain", "Trần Bình"], folder.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("p2, p3"));
}

#[test]
fn a_contradiction_is_shown_where_it_stands() {
    let folder = folder();
    fs::write(folder.path().join("ratings.csv"), "subject,year,scale,level\np1,2024,s,good\np1,2024,s,excellent\n").expect("written");
    let output = ledger(&["check", "--format", "short", "--lang", "en"], folder.path());
    assert_eq!(output.status.code(), Some(1));
    let short = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(short.contains("ratings.csv:3:11") && short.contains("ledger-two-ratings"), "{short}");
}

#[test]
fn past_awards_are_added_whole_or_not_at_all() {
    let folder = folder();
    let past = folder.path().join("past.txt");
    let ledger_file = folder.path().join("ledger.csv");
    let before = fs::read_to_string(&ledger_file).expect("there");
    let import = |arguments: &[&str]| {
        let mut command = program();
        command.args(["ledger", "import", "--lang", "en"]).arg(&past).args(arguments).arg("--data").arg(folder.path());
        command.output().expect("the command starts")
    };

    fs::write(&past, "subject,honour,year\np1,advanced-worker,2021\nnobody,advanced-worker,2021\n").expect("written");
    assert_eq!(import(&[]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(&ledger_file).expect("there"), before);

    fs::write(&past, "subject,honour,year,decision\np1,advanced-worker,2021,\np1,advanced-worker,2023,12/QĐ-CĐSN\n").expect("written");
    let dry = import(&["--dry-run"]);
    assert_eq!(String::from_utf8_lossy(&dry.stdout), "1 award would be added; 1 there already\n");
    assert_eq!(fs::read_to_string(&ledger_file).expect("there"), before);

    let done = import(&[]);
    assert_eq!(String::from_utf8_lossy(&done.stdout), "1 award added; 1 there already\n");
    assert!(String::from_utf8_lossy(&done.stderr).contains("line 2"), "the duplicate is pointed out");
    assert!(told(&["explain", "p1", "--lang", "en"], folder.path()).contains("School year 2021-2022"));
    assert_eq!(String::from_utf8_lossy(&import(&[]).stdout), "0 awards added; 2 there already\n");
}

#[test]
fn nothing_is_told_of_a_folder_that_is_half_read() {
    let folder = folder();
    fs::write(folder.path().join("people.csv"), "id,nmae,category\np1,Lê Thị An,official\n").expect("written");
    let output = ledger(&["explain", "p1", "--lang", "en"], folder.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let shown = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(shown.contains("people.csv:1:4") && shown.contains("“name”"), "{shown}");
}
