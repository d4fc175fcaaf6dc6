//! `phongtrao assess` on the examples: every format, who reads it, which round and day; and bad input, on which nothing is judged.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use rstest::rstest;
use serde_json::Value;

use crate::support::{example, printed, program};

fn assess(name: &str) -> Command {
    assess_in(&example(name))
}

fn assess_in(folder: &Path) -> Command {
    let mut command = program();
    command.arg("assess").arg(folder.join("plan.toml")).arg("--data").arg(folder.join("data")).args(["--lang", "en"]);
    command
}

/// With the organisation's own rules: what a vote must come to stands there.
fn by_own_rules(command: &mut Command) -> &mut Command {
    command.arg("--packs").arg(example("peak-drive/packs"))
}

fn refused(command: &mut Command, code: i32) -> String {
    let Output { status, stdout, stderr } = command.output().expect("the command starts");
    let said = String::from_utf8(stderr).expect("UTF-8");
    assert_eq!(status.code(), Some(code), "{said}");
    assert!(stdout.is_empty(), "{}", String::from_utf8_lossy(&stdout));
    said
}

/// The rows of the CSV of results: award, subject, outcome, what is missing.
fn rows(csv: &str) -> Vec<(String, String, String, String)> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows = reader.records().collect::<Result<Vec<_>, _>>().expect("rows of the same length");
    rows.iter().map(|row| (row[0].to_owned(), row[1].to_owned(), row[3].to_owned(), row[4].to_owned())).collect()
}

#[test]
fn a_table_for_people() {
    let table = printed(by_own_rules(&mut assess("peak-drive")));
    assert!(table.starts_with("Results: Xét khen thưởng đợt thi đua (on "), "{table}");
    assert!(table.contains("Giấy khen của Chủ nhiệm Khoa (giay-khen-tap-the)"), "{table}");
    assert!(table.contains("15 places, 15 meet the conditions"), "{table}");
    assert!(table.contains("    cb06         Trần Đình Thành\n"), "{table}");
    assert!(!table.contains("Trần Thị Minh Phương"), "who does not meet it is not on a list that may be passed on\n{table}");
}

#[test]
fn csv_has_a_row_for_each_result_and_says_what_is_missing() {
    let rows = rows(&printed(by_own_rules(&mut assess("peak-drive")).args(["--format", "csv"])));
    assert_eq!(rows.len(), 6 + 31);
    let of = |subject: &str| {
        let row = rows.iter().find(|row| row.1 == subject).expect("a row");
        (row.2.as_str(), row.3.as_str())
    };
    assert_eq!(of("bo-mon-tieng-viet"), ("met", ""));
    assert_eq!(of("bo-mon-van-hoa"), ("not-met", "Mọi cán bộ, giảng viên tham gia cuộc thi trực tuyến (at most 0)"));
    // Two fell in the vote of their unit: the next have their places.
    assert!(of("hv13").0 == "not-met" && of("hv13").1.contains("3/6"), "{:?}", of("hv13"));
    assert_eq!(of("hv15").0, "met");
    assert!(of("cb04").0 == "unknown" && of("cb04").1.contains(": "), "{:?}", of("cb04"));
    for row in &rows {
        assert_eq!(row.2 == "met", row.3.is_empty(), "{row:?}");
    }
}

#[test]
fn json_has_the_reasons_and_what_they_rest_on() {
    let value: Value = serde_json::from_str(&printed(by_own_rules(&mut assess("peak-drive")).args(["--format", "json"]))).expect("JSON");
    assert_eq!((value["round"].as_str(), value["as_of"].as_str()), (Some("tong-ket"), Some("2026-09-18")));
    for of in ["plan", "packs", "facts"] {
        assert_eq!(value["rests_on"][of].as_str().map(str::len), Some(64), "{of}");
    }
    let award = &value["awards"][0];
    assert_eq!(award["counts"], serde_json::json!({ "met": 3, "not-met": 3 }));
    let unit = award["results"].as_array().expect("results").iter().find(|result| result["subject"] == "lop-lao-1").expect("the class");
    assert_eq!((unit["code"].as_str(), unit["reason"]["verdict"].as_str()), (Some("met"), Some("met")));
    let text = unit.to_string();
    assert!(text.contains(r#""file":"records.csv""#) && text.contains(r#""source":"III.2.a""#), "{text}");
}

/// More subjects than one worker takes at a time.
#[test]
fn the_number_of_threads_changes_no_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path();
    printed(program().args(["sample", "--people", "400", "--staff", "40", "--round", "--out"]).arg(place));
    let judged = |threads: &str| {
        let mut command = program();
        command.arg("assess").arg(place.join("plan.toml")).arg("--data").arg(place.join("data")).arg("--packs").arg(place.join("packs"));
        printed(command.args(["--format", "json", "--threads", threads]))
    };
    let one = judged("1");
    assert!(one.contains("giay-khen-nguoi-hoc"));
    assert_eq!(one, judged("2"));
    assert_eq!(one, judged("7"));
}

#[test]
fn a_page_is_whole_and_loads_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    assert_eq!(printed(assess("peak-drive").args(["--format", "html", "--out"]).arg(&out)), "");
    let page = fs::read_to_string(out.join("assessment.html")).expect("the page");
    assert!(page.starts_with("<!DOCTYPE html>") && page.trim_end().ends_with("</html>"));
    assert_eq!(page.matches("<section>").count(), 6 + 31);
    assert!(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"));
    assert!(page.contains("Trần Đình Thành (cb06)") && page.contains("attestations.csv"));
}

#[rstest]
#[case("human", "txt")]
#[case("json", "json")]
#[case("csv", "csv")]
fn what_is_written_is_what_is_printed(#[case] format: &str, #[case] ending: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let shown = printed(assess("peak-drive").args(["--format", format]));
    printed(assess("peak-drive").args(["--format", format, "--out"]).arg(folder.path()));
    assert_eq!(fs::read_to_string(folder.path().join(format!("assessment.{ending}"))).expect("written"), shown);
}

#[rstest]
#[case("cb06", &["met", "attestations.csv, line 6"])]
#[case("cb07", &["not met", "attestations.csv, line 7"])]
#[case("cb04", &["Still needed:", "Hoàn thành xuất sắc nhiệm vụ"])]
#[case("lop-lao-1", &["✓ Ít nhất 03 tin, bài", "at least 3", "records.csv, line 80", "source: III.2.a"])]
fn one_subject_is_explained(#[case] subject: &str, #[case] parts: &[&str]) {
    let told = printed(assess("peak-drive").args(["--explain", subject]));
    for part in parts {
        assert!(told.contains(part), "{part}\n{told}");
    }
    let json = printed(assess("peak-drive").args(["--explain", subject, "--format", "json"]));
    let value: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!((value.as_array().map(Vec::len), value[0]["subject"].as_str()), (Some(1), Some(subject)));
    let page = printed(assess("peak-drive").args(["--explain", subject, "--format", "html"]));
    assert_eq!(page.matches("<section>").count(), 1);
    let csv = printed(assess("peak-drive").args(["--explain", subject, "--format", "csv"]));
    assert!(csv.starts_with("award,outcome,condition,waits\n"), "{csv}");
}

#[test]
fn one_award_alone() {
    let csv = printed(assess("peak-drive").args(["--award", "giay-khen-tap-the", "--format", "csv"]));
    assert_eq!(rows(&csv).len(), 6);
}

#[test]
fn a_pending_case_is_told_to_the_chair_only() {
    let of = |audience: &str| printed(assess("peak-drive").args(["--explain", "hv11", "--audience", audience]));
    let (all, subject, chair) = (of("all"), of("subject"), of("chair"));
    assert!(chair.contains("pending.csv"), "{chair}");
    for told in [all, subject] {
        assert!(!told.contains("pending.csv") && told.contains("competent"), "{told}");
    }
    let outcome = |audience: &str| {
        let rows = rows(&printed(assess("peak-drive").args(["--format", "csv", "--audience", audience])));
        rows.into_iter().find(|row| row.1 == "hv11").expect("a row").2
    };
    assert_eq!((outcome("all"), outcome("chair")), ("unknown".to_owned(), "held".to_owned()));
}

#[test]
fn before_the_closing_day_nothing_later_counts() {
    let early = rows(&printed(assess("peak-drive").args(["--as-of", "2026-07-01", "--format", "csv"])));
    assert!(early.iter().all(|row| row.2 == "unknown"), "{early:?}");
    let closing = printed(assess("peak-drive").args(["--format", "csv"]));
    assert_eq!(printed(assess("peak-drive").args(["--as-of", "2026-09-18", "--format", "csv"])), closing);
}

#[test]
fn of_several_rounds_one_is_named() {
    let said = refused(&mut assess("lifelong-learning-university"), 2);
    assert!(said.contains("--round: hang-nam, so-ket, tong-ket"), "{said}");
    let table = printed(assess("lifelong-learning-university").args(["--round", "hang-nam"]));
    assert!(table.contains("(cong-dan)"), "{table}");
}

/// The contest's final has closed; only the round of the movement is open.
#[test]
fn the_only_open_round_of_a_day_needs_no_name() {
    let judged = |arguments: &[&str]| {
        let text = printed(assess("digital-skills").args(["--format", "json"]).args(arguments));
        let value: Value = serde_json::from_str(&text).expect("JSON");
        value["round"].as_str().map(str::to_owned)
    };
    assert_eq!(judged(&["--as-of", "2026-11-01"]).as_deref(), Some("tong-ket"));
    assert_eq!(judged(&["--as-of", "2026-11-01", "--round", "chung-ket"]).as_deref(), Some("chung-ket"));
    let said = refused(assess("digital-skills").args(["--as-of", "2027-01-15"]), 2);
    assert!(said.contains("no round is open") && said.contains("tong-ket (2026-03-02 – 2026-12-10)"), "{said}");
}

#[rstest]
#[case(&["--round", "nothing"], "it has: tong-ket")]
#[case(&["--award", "nothing"], "no award nothing")]
#[case(&["--explain", "nobody"], "concerns nobody")]
#[case(&["--as-of", "yesterday"], "write it like 2026-11-30")]
#[case(&["--as-of", "2026-02-30"], "not a day: 2026-02-30")]
fn an_option_that_names_nothing_is_refused(#[case] arguments: &[&str], #[case] says: &str) {
    let said = refused(assess("peak-drive").args(arguments), 2);
    assert!(said.contains(says), "{said}");
}

/// A copy of the example, to be spoilt.
fn copy() -> tempfile::TempDir {
    copy_of("peak-drive")
}

fn copy_of(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("data")).expect("a folder");
    fs::copy(example(&format!("{name}/plan.toml")), folder.path().join("plan.toml")).expect("copied");
    for entry in fs::read_dir(example(&format!("{name}/data"))).expect("the data") {
        let path = entry.expect("an entry").path();
        fs::copy(&path, folder.path().join("data").join(path.file_name().expect("a name"))).expect("copied");
    }
    folder
}

/// Writes the first `from` of a file otherwise.
fn spoil(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap_or_default();
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(&path, text.replacen(from, to, 1)).expect("written");
}

/// File and text before and after, the finding's code and place, and what to do about it.
#[rstest]
#[case::a_wrong_column("data/people.csv", "category", "categroy", "data-column-unknown", "people.csv:1:26", "“category”")]
#[case::a_date_that_is_none("data/records.csv", "2026-08-17", "31/4/2026", "data-cell", "records.csv:3:28", "a day of the calendar")]
#[case::two_main_posts("data/posts.csv", "cb02,bo-mon-tieng-viet", "cb01,lop-lao-1", "data-two-main-posts", "posts.csv:3:6", "concurrent")]
#[case::a_cycle_in_a_tree("data/units.csv", "administration,,", "administration,lop-lao-1,", "data-cycle", "units.csv:6:45", "parent")]
#[case::a_person_who_is_nobody("data/records.csv", ",cb02,", ",cb99,", "data-reference", "records.csv:3:7", "")]
#[case::a_percentage_over_100_of_a_quota(
    "plan.toml",
    "quota = 3",
    "quota = { percent = 130 }",
    "plan-wrong-type",
    "plan.toml:167:21",
    "0 to 100"
)]
#[case::a_percentage_over_100_of_a_criterion("plan.toml", "min = 75 }", "min = 175 }", "rule-percentage", "plan.toml:83:195", "0 and 100")]
#[case::a_level_that_no_pack_has("plan.toml", "\"reprimand\"", "\"reprimnd\"", "rule-unknown-reference", "plan.toml:88:182", "“reprimand”")]
#[case::an_honour_that_no_pack_has(
    "plan.toml",
    "\"certificate-of-commendation\"",
    "\"certificate-of-comendation\"",
    "rule-unknown-reference",
    "plan.toml:163:10",
    "“certificate-of-commendation”"
)]
fn nothing_is_judged_on_what_is_wrong(
    #[case] file: &str,
    #[case] from: &str,
    #[case] to: &str,
    #[case] code: &str,
    #[case] place: &str,
    #[case] help: &str,
) {
    let folder = copy();
    spoil(folder.path(), file, from, to);
    let said = refused(&mut assess_in(folder.path()), 1);
    for part in [code, place, "help: ", help, "Nothing was judged"] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

/// Most is 10: a slip of the hand would give the title.
#[rstest]
#[case("vc01,learning-citizen-1,2026,8,8", "vc01,learning-citizen-1,2026,8,80", "scores.csv:2:32")]
#[case("vc01,learning-citizen-1,2026,8,8", "vc01,learning-citizen-1,2026,-8,8", "scores.csv:2:30")]
fn nothing_is_judged_on_a_score_that_nobody_can_be_given(#[case] from: &str, #[case] to: &str, #[case] place: &str) {
    let folder = copy_of("lifelong-learning-university");
    spoil(folder.path(), "data/scores.csv", from, to);
    let said = refused(assess_in(folder.path()).args(["--round", "hang-nam"]), 1);
    for part in ["score-beyond", place, "from 0 to 10", "help: ", "Nothing was judged"] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

/// Ids that nobody knows do not stop the round: whoever judges is told where they stand and what was probably meant.
#[rstest]
#[case("data/scores.csv", ",learning-citizen-1,", ",learning-citizen-l1,", "unknown-indicator", "scores.csv:2:6")]
#[case("data/ratings.csv", ",good", ",god", "unknown-level", "ratings.csv:")]
#[case("data/ledger.csv", "certificate-of-commendation", "certificate-of-comendation", "ledger-honour", "ledger.csv:2:11")]
fn probable_slips_in_the_facts_are_told(#[case] file: &str, #[case] from: &str, #[case] to: &str, #[case] code: &str, #[case] place: &str) {
    let folder = copy_of("lifelong-learning-university");
    spoil(folder.path(), file, from, to);
    let output = assess_in(folder.path()).args(["--round", "hang-nam"]).output().expect("the command starts");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(output.status.success(), "{said}");
    for part in [code, place, "Did you mean"] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

#[test]
fn shares_of_authors_over_100_are_an_error() {
    let folder = copy();
    fs::write(folder.path().join("data/initiatives.csv"), "id,title\nsk1,Sáng kiến\n").expect("written");
    let authors = folder.path().join("data/authors.csv");
    for (rows, place) in [("sk1,cb01,160\n", "authors.csv:2:10"), ("sk1,cb01,60\nsk1,cb02,50\n", "authors.csv:3:10")] {
        fs::write(&authors, format!("initiative,person,share\n{rows}")).expect("written");
        let said = refused(&mut assess_in(folder.path()), 1);
        assert!(said.contains(place) && said.contains("help: "), "{said}");
    }
}

const HEAD: &str = "[pack]\nid = \"own\"\nname_vi = \"Riêng\"\nname_en = \"Own\"\nchecked = \"2026-09-01\"\n\n";
const VOTE: &str = "[[vote]]\nover = \"vote-base-titles\"\npercent = 85\nfrom = \"2026-01-01\"\nsource = \"Quy chế, Điều 12\"\n";

#[rstest]
#[case::over_nothing(&VOTE.replace("base-titles", "no-such"), "overlay-over-nothing", "own.toml:8:8")]
#[case::over_100(&VOTE.replace("85", "185"), "percentage-out-of-range", "own.toml:9:11")]
#[case::less_than_the_law(&VOTE.replace("85", "50"), "overlay-looser", "own.toml:9:11")]
#[case::contradictory(&format!("{VOTE}{}", VOTE.replace("85", "90")), "overlays-contradict", "own.toml:13:8")]
#[case::an_unknown_reference(
    "[[eligibility]]\nid = \"own-rule\"\nname_vi = \"a\"\nname_en = \"b\"\nhonour = \"certificate-of-commendation\"\nrule = { kind = \"rating\", scale = \"no-scale\", min = \"good\" }\nconfidence = \"read\"\nsource = \"Quy chế, Điều 3\"\n",
    "rule-unknown-reference",
    "own.toml:12:35"
)]
#[case::no_source(&VOTE.replace("Quy chế, Điều 12", ""), "entry-without-source", "own.toml:7:1")]
fn nothing_is_judged_by_packs_with_errors(#[case] entry: &str, #[case] code: &str, #[case] place: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("own.toml"), format!("{HEAD}{entry}")).expect("written");
    let said = refused(assess("peak-drive").arg("--packs").arg(folder.path()), 1);
    for part in [code, place, "help: ", "Nothing was judged"] {
        assert!(said.contains(part), "{part}\n{said}");
    }
}

#[test]
fn packs_may_lie_in_folders_of_the_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("votes")).expect("a folder");
    fs::write(folder.path().join("votes/own.toml"), format!("{HEAD}{}", VOTE.replace("85", "50"))).expect("written");
    let said = refused(assess("peak-drive").arg("--packs").arg(folder.path()), 1);
    assert!(said.contains("votes/own.toml:9:11"), "{said}");
}

/// An organisation's own scale is no fault of its plan where its packs are named.
#[test]
fn check_goes_by_own_packs_too() {
    let folder = copy();
    let packs = folder.path().join("packs");
    fs::create_dir(&packs).expect("a folder");
    let scale = "[[scale]]\nid = \"own-scale\"\nname_vi = \"Thang riêng\"\nname_en = \"Own scale\"\nlevels = [{ id = \"fine\", name_vi = \"Tốt\", name_en = \"Fine\" }]\nconfidence = \"read\"\nsource = \"Quy chế\"\n";
    fs::write(packs.join("own.toml"), format!("{HEAD}{scale}")).expect("written");
    let attested = "measure = { kind = \"attested\" }";
    spoil(folder.path(), "plan.toml", attested, "measure = { kind = \"rating\", scale = \"own-scale\", min = \"fine\" }");
    let check = |own: bool| {
        let mut command = program();
        command.arg("check").arg(folder.path().join("plan.toml")).args(["--format", "short", "--lang", "en"]);
        if own {
            command.arg("--packs").arg(&packs);
        }
        let output = command.output().expect("the command starts");
        (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
    };
    let (code, said) = check(false);
    assert!(code == Some(1) && said.contains("own-scale"), "{said}");
    assert_eq!(check(true), (Some(0), check(true).1));
    assert!(!check(true).1.contains("own-scale"));
    assert!(printed(assess_in(folder.path()).arg("--packs").arg(&packs)).contains("(giay-khen-ca-nhan)"));
}

/// The example's data before its last attestation of `cb07` was there; what comes of it is told with its reason.
#[test]
fn what_changed_since_an_earlier_folder_is_told() {
    let earlier = copy();
    let attestations = earlier.path().join("data/attestations.csv");
    let text = fs::read_to_string(&attestations).expect("the attestations");
    let kept: String = text.split_inclusive('\n').filter(|line| !line.contains("cb07")).collect();
    fs::write(&attestations, &kept).expect("written");
    let since = |format: &str| {
        let mut command = assess("peak-drive");
        by_own_rules(&mut command).args(["--format", format]).arg("--changed-since").arg(earlier.path().join("data"));
        command
    };
    let told = printed(&mut since("human"));
    assert!(told.contains("1 rows changed") || told.contains("1 row changed"), "{told}");
    assert!(told.contains("  cb07         Trần Thị Minh Phương: not decided yet → not met\n      Hoàn thành xuất sắc"), "{told}");
    let csv = printed(&mut since("csv"));
    assert!(csv.contains("giay-khen-ca-nhan,cb07,Trần Thị Minh Phương,unknown,not-met,"), "{csv}");
    let value: Value = serde_json::from_str(&printed(&mut since("json"))).expect("JSON");
    assert_eq!(value["rows"], 1);
    let (again, all) = (value["judged_again"].as_u64().expect("a number"), 37);
    assert!(again < all, "{again}");
    assert_ne!(value["before"]["facts"], value["after"]["facts"]);
    // Results that differ are those that differ when both folders are judged whole.
    let whole = |folder: &Path| {
        let mut command = program();
        command.arg("assess").arg(example("peak-drive/plan.toml")).args(["--lang", "en", "--format", "csv", "--data"]).arg(folder);
        by_own_rules(&mut command);
        rows(&printed(&mut command))
    };
    let (was, is) = (whole(&earlier.path().join("data")), whole(&example("peak-drive/data")));
    let differ: Vec<&str> = was.iter().zip(&is).filter(|(was, is)| was.2 != is.2).map(|(was, _)| was.1.as_str()).collect();
    let listed = value["changed"].as_array().expect("a list").iter().filter(|one| one["before"] != one["after"]);
    assert_eq!(listed.map(|one| one["subject"].as_str().unwrap_or_default()).collect::<Vec<_>>(), differ);

    assert!(refused(&mut since("html"), 2).contains("--changed-since"));
    spoil(earlier.path(), "data/people.csv", "category", "categroy");
    assert!(refused(&mut since("human"), 1).contains("people.csv:1:26"));
}

/// Who chairs the council stands in `organisation.toml`; between equals nobody else decides.
#[rstest]
#[case::the_chair("cb05", false)]
#[case::somebody_else("cb06", true)]
fn a_ruling_is_held_against_the_chair(#[case] by: &str, #[case] is_told: bool) {
    let folder = copy();
    let data = folder.path().join("data");
    let organisation = fs::read_to_string(data.join("organisation.toml")).expect("the file").replace("Đoàn Hữu Phước", "Nguyễn Đức Nghĩa");
    fs::write(data.join("organisation.toml"), organisation).expect("written");
    let ruling = format!("award,subject,by,on,reason\ngiay-khen-tap-the,bo-mon-van-hoa,{by},2026-09-10,thành tích cao hơn\n");
    fs::write(data.join("rulings.csv"), ruling).expect("written");
    let json = printed(by_own_rules(&mut assess_in(folder.path())).args(["--format", "json"]));
    assert_eq!(json.contains("ruling-not-of-chair"), is_told, "{json}");
}
