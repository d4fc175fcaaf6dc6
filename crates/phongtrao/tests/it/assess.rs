//! What `data.toml` says of the organisation decides which entries of the packs apply.

use std::fs;
use std::path::Path;

use crate::support::{printed, program};

const PLAN: &str = r#"
format = 1

[plan]
id = "thi-dua-2026"
title = "Phong trào thi đua năm 2026"
kind = "KH"
issuer = "Trường Cao đẳng Sông Ngàn"
period = { from = "2026-01-01", to = "2026-12-31" }

[[subject]]
id = "vien-chuc"
kind = "individual"
who = "Viên chức"
categories = ["official"]

[[award]]
id = "lao-dong-tien-tien"
form = "title"
name = "Lao động tiên tiến"
honour = "advanced-worker"
subject = ["vien-chuc"]

[[award]]
id = "giay-khen"
form = "commendation"
name = "Giấy khen của Hiệu trưởng"
honour = "certificate-of-commendation"
subject = ["vien-chuc"]

[[round]]
id = "nam"
kind = "yearly"
closes = "2026-12-31"
counts = "calendar-year"
"#;

const PEOPLE: &str = "id,name,category\nan,Lê Thị An,official\nbinh,Trần Văn Bình,official\n";
const STATUSES: &str = "person,status,from,to\nan,working,2020-01-01,\nan,leave,2026-02-01,2026-04-30\nbinh,working,2020-01-01,\n";
const RATINGS: &str = "subject,year,scale,level\nan,2026,rating,good\nbinh,2026,rating,good\n";

fn folder(settings: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file of the test");
    fs::create_dir(folder.path().join("data")).expect("a data folder");
    write("plan.toml", PLAN);
    write("data/data.toml", &format!("format = 1\nyear = \"calendar\"\n{settings}"));
    write("data/people.csv", PEOPLE);
    write("data/statuses.csv", STATUSES);
    write("data/ratings.csv", RATINGS);
    folder
}

fn assessed(folder: &Path, more: &[&str]) -> String {
    let mut assess = program();
    assess.arg("assess").arg(folder.join("plan.toml")).arg("--data").arg(folder.join("data")).args(["--lang", "en"]).args(more);
    printed(&mut assess)
}

#[rstest::rstest]
#[case::none("", "unknown")]
#[case::home_affairs("sector = \"home-affairs\"", "not-met")]
#[case::one_of_several("sector = [\"education\", \"finance\"]", "not-met")]
#[case::another("sector = \"education\"", "unknown")]
fn the_rule_of_three_months_away_is_of_some_sectors(#[case] settings: &str, #[case] is: &str) {
    let folder = folder(settings);
    let rows = assessed(folder.path(), &["--format", "csv", "--award", "lao-dong-tien-tien"]);
    assert!(rows.contains(&format!("lao-dong-tien-tien,an,Lê Thị An,{is},")), "{rows}");
    // Nobody has attested yet what the law asks of an advanced worker, so the other waits in every sector.
    assert!(rows.contains("lao-dong-tien-tien,binh,Trần Văn Bình,unknown,"), "{rows}");
}

#[test]
fn a_rector_of_the_education_sector_needs_no_vote() {
    let folder = folder("sector = \"education\"\nlevel = \"base\"");
    let all = assessed(folder.path(), &["--award", "giay-khen"]);
    assert!(all.contains("→ No vote is needed: Certificates of commendation of a rector (education)"), "{all}");
}

#[test]
fn a_share_of_votes_that_nobody_stated_is_said_to_be_unknown() {
    let folder = folder("level = \"base\"");
    let all = assessed(folder.path(), &["--award", "lao-dong-tien-tien"]);
    assert!(all.contains("the share is not known"), "{all}");
}

#[rstest::rstest]
#[case::enough(8, "unknown")]
#[case::too_few(7, "not-met")]
fn the_votes_of_a_council_are_held_against_the_share_of_its_level(#[case] agreed: u32, #[case] is: &str) {
    let folder = folder("level = \"base\"");
    let plan = PLAN.replace("advanced-worker", "grassroots-emulation-fighter").replace("Lao động tiên tiến", "Chiến sĩ thi đua cơ sở");
    fs::write(folder.path().join("plan.toml"), plan).expect("the plan");
    let meeting =
        format!("meeting,body,on,award,subject,members,present,agreed\nm,council,2026-12-20,lao-dong-tien-tien,binh,10,9,{agreed}\n");
    fs::write(folder.path().join("data/meetings.csv"), meeting).expect("the meetings");
    let rows = assessed(folder.path(), &["--format", "csv", "--award", "lao-dong-tien-tien"]);
    assert!(rows.contains(&format!("lao-dong-tien-tien,binh,Trần Văn Bình,{is},")), "{rows}");
}

#[test]
fn an_unknown_sector_is_an_error_that_names_the_known_ones() {
    let folder = folder("sector = \"educaton\"");
    let mut assess = program();
    assess.arg("assess").arg(folder.path().join("plan.toml")).arg("--data").arg(folder.path().join("data")).args(["--lang", "en"]);
    let output = assess.output().expect("the command starts");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && output.stdout.is_empty(), "{told}");
    assert!(told.contains("no rule is made for “educaton”") && told.contains("education, finance, foreign-affairs"), "{told}");
    assert!(told.contains("data.toml"), "{told}");
}
