//! `phongtrao rules`: what the packs say, and what an organisation changes.

use std::fs;

use serde_json::Value;

use crate::support::{printed, program};

const OWN: &str = "[pack]
id = \"song-van\"
name_vi = \"Trường Cao đẳng Sông Vân\"
name_en = \"Song Van College\"
checked = \"2026-11-21\"

[[vote]]
over = \"vote-base-titles\"
percent = 85
from = \"2026-01-01\"
source = \"Quy chế thi đua, khen thưởng của Trường, Điều 12\"
";

fn folder_with(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("own.toml"), text).expect("written");
    folder
}

fn json(arguments: &[&str]) -> Vec<Value> {
    let printed = printed(program().arg("rules").args(arguments).args(["--format", "json"]));
    serde_json::from_str(&printed).expect("an array")
}

#[test]
fn the_packs_of_the_program_are_sound() {
    printed(program().args(["rules", "check"]));
}

#[test]
fn list_by_kind_and_day() {
    let listed = json(&["list", "--kind", "base", "--on", "2026-06-30"]);
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0]["id"].as_str(), listed[0]["keys"]["dong"].as_str()), (Some("base-salary"), Some("2340000")));
    assert_eq!(json(&["list", "--kind", "base"]).len(), 2);
}

#[test]
fn show_tells_all_versions_with_source_and_cautions() {
    let versions = json(&["show", "vote-base-titles", "--lang", "en"]);
    let of = |version: &Value, key: &str| version[key].as_str().map(str::to_owned);
    assert_eq!(
        versions.iter().map(|version| of(version, "from")).collect::<Vec<_>>(),
        [Some("2024-01-01".to_owned()), Some("2025-07-01".to_owned())]
    );
    assert_eq!(versions[0]["cautions"], serde_json::json!([]), "its last day is before the law of 2026");
    assert!(versions[1]["cautions"].to_string().contains("Luật 06/2026/QH16"));
    let on = json(&["show", "vote-base-titles", "--on", "2026-09-30"]);
    assert!(!on[0]["cautions"].to_string().contains("06/2026/QH16"));
    let words = printed(program().args(["rules", "show", "education-posting"]));
    assert!(words.contains("Thông tư 07/2026/TT-BGDĐT, Điều 19") && words.contains("working_days = 5"), "{words}");
}

#[test]
fn an_unknown_id_is_met_with_the_nearest() {
    let out = program().args(["rules", "show", "vote-base-title", "--lang", "en"]).output().expect("starts");
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains("vote-base-titles"));
}

#[test]
fn an_organisation_sees_what_it_changes() {
    let folder = folder_with(OWN);
    let own = folder.path().to_str().expect("UTF-8");
    let changes = json(&["diff", own]);
    let told: Vec<(Option<&str>, Option<&str>)> =
        changes.iter().map(|change| (change["id"].as_str(), change["difference"].as_str())).collect();
    assert_eq!(told, [(Some("vote-base-titles"), Some("changed")), (Some("vote-base-titles"), Some("added"))]);
    let on = json(&["show", "vote-base-titles", "--on", "2026-05-01", "--packs", own]);
    assert_eq!(on[0]["keys"]["percent"].as_str(), Some("85"));
}

#[test]
fn two_days_are_compared() {
    let changes = json(&["diff", "2026-06-30", "2026-07-01"]);
    let salary = changes.iter().find(|change| change["id"] == "base-salary").expect("the base salary rose");
    let dong = salary["keys"].as_array().expect("keys").iter().find(|key| key["key"] == "dong").expect("dong");
    assert_eq!((dong["before"].as_str(), dong["after"].as_str()), (Some("2340000"), Some("2530000")));
}

#[test]
fn a_looser_overlay_is_an_error_at_its_line() {
    let folder = folder_with(&OWN.replace("85", "75"));
    let out = program().args(["rules", "check", "--format", "json"]).arg(folder.path()).output().expect("starts");
    assert_eq!(out.status.code(), Some(1));
    let findings: Vec<Value> = serde_json::from_slice(&out.stdout).expect("an array");
    let found: Vec<(Option<&str>, Option<u64>)> =
        findings.iter().map(|finding| (finding["code"].as_str(), finding["line"].as_u64())).collect();
    assert_eq!(found, [(Some("overlay-looser"), Some(9))]);
    let list = program().args(["rules", "list", "--packs"]).arg(folder.path()).output().expect("starts");
    assert_eq!(list.status.code(), Some(1), "nothing is listed from packs with faults");
}

#[test]
fn a_folder_that_is_not_there_can_not_be_read() {
    assert_eq!(program().args(["rules", "check", "no-such-folder"]).output().expect("starts").status.code(), Some(2));
}
