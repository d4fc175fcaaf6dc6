//! `phongtrao whatif` on the drive of an invented faculty: who gains, who loses, which units cross a line, where quotas overflow, what it costs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use rstest::rstest;

use crate::support::{example, printed, program};

const PERSONS: &str = "award.giay-khen-ca-nhan.most";

fn whatif(arguments: &[&str]) -> Output {
    whatif_of(&example("peak-drive/plan.toml"), arguments)
}

fn whatif_of(plan: &Path, arguments: &[&str]) -> Output {
    let mut command = program();
    command.arg("whatif").arg(plan).arg("--data").arg(example("peak-drive/data")).args(arguments).args(["--lang", "en"]);
    if !arguments.contains(&"--packs") {
        // What a vote must come to stands in the faculty's own rules.
        command.arg("--packs").arg(example("peak-drive/packs"));
    }
    command.output().expect("the command starts")
}

#[track_caller]
fn told(arguments: &[&str]) -> String {
    let output = whatif(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The lines of a part of the answer, from its heading to the next empty line.
fn part<'a>(answer: &'a str, heading: &str) -> Vec<&'a str> {
    answer.lines().skip_while(|line| *line != heading).skip(1).take_while(|line| !line.is_empty()).map(str::trim).collect()
}

#[test]
fn a_limit_says_who_loses_and_which_units_cross_the_line() {
    let answer = told(&["--set", "criterion.tin-bai.min=5"]);
    assert!(answer.starts_with("What if\n  Ít nhất 03 tin, bài (criterion.tin-bai.min): 3 → 5\n"), "{answer}");
    assert!(answer.contains("(giay-khen-tap-the): 3 → 1 met (0 gain, 2 lose)"), "{answer}");
    assert!(answer.contains("  − lop-lao-1    Lớp học viên Lào 1 (met → not met)"), "{answer}");
    let crossed = part(&answer, "Units that cross a line");
    // Two units lose the award; two others fall below the line that had not met another condition before.
    let units: Vec<&str> =
        crossed.iter().filter(|line| line.contains(" · ")).map(|line| line.split(' ').next().unwrap_or_default()).collect();
    assert_eq!(units, ["bo-mon-chuyen-nganh", "lop-campuchia-1", "lop-hon-hop", "lop-lao-1"]);
    assert!(crossed.contains(&"Ít nhất 03 tin, bài: 4 (at least 3) met → 4 (at least 5) not met"), "{crossed:?}");
    assert!(answer.contains("Bonus money: 7.600.000 → 6.080.000 đồng (-1.520.000)"), "{answer}");
}

#[test]
fn a_quota_says_where_it_overflows() {
    let answer = told(&["--set", &format!("{PERSONS}=12")]);
    assert!(answer.contains("  − hv15         Ngô Giang (met → "), "{answer}");
    let overflows = part(&answer, "Where more meet the conditions than there are places");
    assert_eq!(overflows.len(), 1, "{answer}");
    assert!(overflows[0].ends_with("15 places, 15 meet the conditions → 12 places, 15 meet the conditions"), "{overflows:?}");
    assert_eq!(part(&answer, "Units that cross a line"), ["None."]);
}

#[test]
fn what_is_not_named_by_the_change_stays_as_it_is() {
    let answer = told(&["--set", &format!("{PERSONS}=15")]);
    assert!(!answer.contains("  + ") && !answer.contains("  − "), "{answer}");
    assert!(answer.contains("7.600.000 → 7.600.000 đồng (0)"), "{answer}");
}

#[rstest]
#[case("1")]
#[case("2")]
fn a_range_is_a_curve_whatever_the_number_of_threads(#[case] threads: &str) {
    let range = format!("{PERSONS}=5..20:5");
    let answer = told(&["--set", &range, "--threads", threads]);
    let bars: Vec<Vec<&str>> =
        part(&answer, &format!("By {PERSONS}:")).iter().skip(1).map(|line| line.split_whitespace().collect()).collect();
    // Staff stand before learners, whose money no source states.
    let points: Vec<(&str, &str, &str)> = bars.iter().map(|bar| (bar[0], bar[2], bar[3])).collect();
    assert_eq!(points, [("5", "5", "6.840.000"), ("10", "10", "7.600.000"), ("15", "14", "7.600.000"), ("20", "15", "7.600.000")]);
    // Nothing but a range was tried: there is nothing to compare.
    assert!(!answer.contains("Units that cross a line"), "{answer}");
    let csv = told(&["--set", &range, "--threads", threads, "--format", "csv"]);
    assert_eq!(
        csv,
        "award.giay-khen-ca-nhan.most,giay-khen-tap-the,giay-khen-ca-nhan,money\n5,3,5,6840000\n10,3,10,7600000\n15,3,14,7600000\n20,3,15,7600000\n"
    );
}

#[test]
fn a_range_is_tried_on_top_of_what_is_set() {
    let curve = |order: [&str; 4]| part(&told(&order), "By criterion.tin-bai.min:").join("\n");
    let (range, quota) = ("criterion.tin-bai.min=3..5", format!("{PERSONS}=5"));
    let behind = curve(["--set", &quota, "--set", range]);
    assert!(behind.contains("6.840.000") && !behind.contains("7.600.000"), "{behind}");
    assert_eq!(behind, curve(["--set", range, "--set", &quota]));
}

#[test]
fn csv_is_one_table_with_all_parts_of_the_answer() {
    let csv = told(&["--set", &format!("{PERSONS}=12"), "--set", "criterion.tin-bai.min=5", "--format", "csv"]);
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(csv.as_bytes()).records().collect::<Result<_, _>>().expect("rows of the same length");
    let of = |part: &str| rows.iter().filter(|row| &row[0] == part).map(|row| (&row[2], &row[5], &row[6])).collect::<Vec<_>>();
    assert_eq!(of("met"), [("", "3", "1"), ("", "14", "12")]);
    assert_eq!(of("gains"), []);
    assert_eq!(
        of("loses"),
        [
            ("bo-mon-chuyen-nganh", "met", "not-met"),
            ("lop-lao-1", "met", "not-met"),
            ("hv12", "met", "over-quota"),
            ("hv15", "met", "over-quota")
        ]
    );
    assert_eq!(of("line").len(), 4);
    assert_eq!(of("quota"), [("", "15", "12"), ("", "15", "15")]);
    assert_eq!(of("money"), [("", "7600000", "6080000"), ("", "9", "6")]);
}

#[test]
fn an_annex_for_the_draft_plan_names_everybody() {
    let annex = told(&["--set", "criterion.tin-bai.min=5", "--format", "markdown"]);
    for line in [
        "# Annex: what the change is expected to do",
        "- Ít nhất 03 tin, bài (criterion.tin-bai.min): 3 → 5",
        "## Units that cross a line",
        "| Award | Before | After | Gain | Lose | Not decided |",
        "| − Lớp học viên Lào 1 | lop-lao-1 | Giấy khen của Chủ nhiệm Khoa | met → not met |",
        "- Bonus money: 7.600.000 → 6.080.000 đồng (-1.520.000)",
    ] {
        assert!(annex.lines().any(|other| other == line), "{line}\n{annex}");
    }
}

/// The example's plan with one piece written otherwise.
fn plan_with(folder: &Path, from: &str, to: &str) -> PathBuf {
    let text = fs::read_to_string(example("peak-drive/plan.toml")).expect("the example");
    assert!(text.contains(from));
    let plan = folder.join("other.toml");
    fs::write(&plan, text.replace(from, to)).expect("written");
    plan
}

#[test]
fn another_plan_is_compared_with() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = plan_with(folder.path(), "quota = 3\n", "quota = 2\n");
    let other = other.to_str().expect("a name");
    let answer = told(&["--against", other]);
    assert!(answer.contains(other), "{answer}");
    assert!(answer.contains("(giay-khen-tap-the): 3 → 1 met (0 gain, 2 lose)"), "{answer}");
    // Two stand equal before the last place: the chair decides between them.
    let crossed = part(&answer, "Units that cross a line");
    assert_eq!(crossed.len(), 2, "{answer}");
    assert!(crossed.iter().all(|line| line.ends_with(": met → not decided yet")), "{crossed:?}");
    // What is set is set in the other plan.
    let answer = told(&["--against", other, "--set", "award.giay-khen-tap-the.most=3"]);
    assert!(answer.contains("(giay-khen-tap-the): 3 → 3 met"), "{answer}");
}

#[test]
fn an_award_that_only_the_other_plan_has_is_gained() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = plan_with(folder.path(), "id = \"giay-khen-tap-the\"", "id = \"giay-khen-don-vi\"");
    let answer = told(&["--against", other.to_str().expect("a name")]);
    assert!(answer.contains("(giay-khen-don-vi): 0 → 3 met (3 gain, 0 lose)"), "{answer}");
    assert!(answer.contains("(giay-khen-tap-the): 3 → 0 met (0 gain, 3 lose)"), "{answer}");
    assert!(answer.contains("(not concerned → met)"), "{answer}");
}

/// The bonus of a certificate is doubled; what a vote of a unit must come to is said.
const OWN_PACK: &str = "
[pack]
id = \"song-ngan\"
name_vi = \"Trường Sông Ngàn\"
name_en = \"Song Ngan School\"
checked = \"2026-09-01\"

[[amount]]
over = \"bonus-certificate-of-commendation-individual\"
times = 0.6
from = \"2026-01-01\"
source = \"Quy chế thi đua, khen thưởng của Trường, Điều 20\"

[[vote]]
id = \"song-ngan-unit\"
name_vi = \"Phiếu bình xét của đơn vị\"
name_en = \"Votes in units\"
scope = { honours = [\"certificate-of-commendation\"] }
percent = 50
above = true
of = \"total-members\"
body = \"unit\"
confidence = \"read\"
source = \"Quy chế thi đua, khen thưởng của Trường, Điều 5\"
";

#[test]
fn own_packs_are_on_both_sides_and_others_on_one() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("own.toml"), OWN_PACK).expect("written");
    let own = folder.path().to_str().expect("a name");
    let one = told(&["--against-packs", own]);
    assert!(one.contains("7.600.000 → 12.160.000 đồng (+4.560.000)"), "{one}");
    assert!(one.contains("suy ra bằng một nửa"), "the doubt about an amount is said\n{one}");
    let both = told(&["--packs", own, "--set", &format!("{PERSONS}=5")]);
    assert!(both.contains("12.160.000 → 10.640.000 đồng (-1.520.000)"), "{both}");
}

#[rstest]
#[case::no_place("nonsense=5", "there is no place nonsense")]
#[case::no_sign("criterion.tin-bai.min", "not understood")]
#[case::another_id("criterion.tin-bay.min=5", "is tin-bai meant?")]
#[case::no_id("award.x.most=5", "it has: giay-khen-ca-nhan, giay-khen-tap-the")]
#[case::no_limit("criterion.xuat-sac.min=5", "no such limit")]
#[case::no_number("criterion.tin-bai.min=many", "many is no number")]
#[case::more_than_all("award.giay-khen-ca-nhan.percent=150", "150 is no percentage")]
#[case::backwards("criterion.tin-bai.min=9..5", "9..5 is no range")]
#[case::more_than_a_whole("criterion.kha-tro-len.min=120", "120 is no percentage")]
fn a_setting_that_means_nothing_is_refused(#[case] setting: &str, #[case] says: &str) {
    let output = whatif(&["--set", setting]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(says), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn nothing_is_compared_with_a_plan_that_has_errors() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = plan_with(folder.path(), "quota = 3\n", "qota = 3\n");
    let output = whatif(&["--against", other.to_str().expect("a name")]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("qota") && said.contains("Nothing was judged"), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn the_page_of_the_help_is_in_both_languages() {
    for (language, words) in [("vi", "Đổi một mức"), ("en", "Change a limit")] {
        assert!(printed(program().args(["whatif", "--help", "--lang", language])).contains(words));
    }
}
