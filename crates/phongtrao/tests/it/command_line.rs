//! The program as a person or a script calls it.

use std::fs;
use std::process::Stdio;

use rstest::rstest;
use serde_json::Value;

use crate::support::{printed, program};

const TEXT: &str = "TRƯỜNG CAO ĐẲNG SÔNG VÂN                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG TỔ CHỨC                                  Độc lập - Tự do - Hạnh phúc

Số: 12/KH-TC                               Sông Vân, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Tổ chức phong trào thi đua “Mỗi ngày một trang sách”

Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ;

I. MỤC ĐÍCH
Xây dựng thói quen đọc sách.
II. TỔ CHỨC THỰC HIỆN
Các đơn vị nghiêm túc thực hiện Kế hoạch này./.
";

fn folder_with_text() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.txt"), TEXT).expect("written");
    folder
}

#[test]
fn read_writes_a_plan_beside_the_text_and_never_over_one() {
    let folder = folder_with_text();
    let text = folder.path().join("a.txt");
    printed(program().arg("read").arg(&text));
    let plan = folder.path().join("a.plan.toml");
    fs::write(&plan, "# by hand\n").expect("written");
    let again = program().arg("read").arg(&text).output().expect("starts");
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&plan).expect("still there"), "# by hand\n");
    printed(program().arg("read").arg(&text).arg("--force"));
    assert!(fs::read_to_string(&plan).expect("written").contains("format = 1"));
}

#[test]
fn json_of_one_file_is_the_object_and_of_several_a_line_each() {
    let folder = folder_with_text();
    let one: Value =
        serde_json::from_str(&printed(program().arg("read").arg(folder.path().join("a.txt")).arg("--json"))).expect("an object");
    assert_eq!((one["kind"].as_str(), one["number"].as_str()), (Some("KH"), Some("12/KH-TC")));
    assert!(one.get("file").is_none());
    fs::write(folder.path().join("b.txt"), TEXT).expect("written");
    let several = printed(program().arg("read").arg(folder.path()).arg("--json"));
    let files: Vec<String> =
        several.lines().map(|line| serde_json::from_str::<Value>(line).expect("an object")["file"].to_string()).collect();
    assert_eq!(files, ["\"a.txt\"", "\"b.txt\""]);
}

#[test]
fn text_is_what_spans_point_into() {
    let folder = folder_with_text();
    assert_eq!(printed(program().arg("read").arg(folder.path().join("a.txt")).arg("--text")), TEXT);
}

#[test]
fn check_tells_errors_by_its_exit_code_and_in_json() {
    let folder = folder_with_text();
    let text = folder.path().join("a.txt");
    let found = program().arg("check").arg(&text).args(["--format", "json"]).output().expect("starts");
    assert_eq!(found.status.code(), Some(1), "{}", String::from_utf8_lossy(&found.stderr));
    let findings: Vec<Value> = serde_json::from_slice(&found.stdout).expect("an array");
    let repealed = findings.iter().find(|finding| finding["code"] == "basis-repealed").expect("the repealed basis");
    assert_eq!((repealed["line"].as_u64(), repealed["severity"].as_str()), (Some(9), Some("error")));
    let mut keys: Vec<&str> = repealed.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["code", "column", "end_column", "end_line", "file", "help", "line", "message", "severity"]);

    let off = program().arg("check").arg(&text).args(["--level", "basis-repealed=off"]).output().expect("starts");
    assert_eq!(off.status.code(), Some(0), "{}", String::from_utf8_lossy(&off.stdout));
}

#[rstest]
#[case::no_such_file(&["check", "no-such-file.txt"], 2)]
#[case::no_such_lint(&["explain", "no-such-lint"], 2)]
#[case::no_such_level(&["check", "x.txt", "--level", "doubled-word=loud"], 2)]
#[case::a_lint(&["explain", "doubled-word"], 0)]
#[case::all_lints(&["explain", "--lang", "en"], 0)]
#[case::nothing_said(&[], 2)]
fn exit_codes(#[case] arguments: &[&str], #[case] code: i32) {
    assert_eq!(program().args(arguments).output().expect("starts").status.code(), Some(code));
}

#[rstest]
#[case::no_such_file(&["check", "no-such-file.txt"], "không có tệp hoặc thư mục này")]
#[case::no_such_file_to_read(&["read", "no-such-file.txt"], "không có tệp hoặc thư mục này")]
#[case::no_such_folder(&["assess", "a.txt", "--data", "no-such-folder"], "không có tệp hoặc thư mục này")]
#[case::a_folder_for_a_file(&["import", ".", "--as", "people", "--data", "data"], "đây là thư mục, không phải tệp")]
#[case::a_file_for_a_folder(&["fmt", "a.txt/plan.toml"], "một phần của đường dẫn là tệp")]
fn what_the_system_refuses_is_said_in_vietnamese(#[case] arguments: &[&str], #[case] expected: &str) {
    let folder = folder_with_text();
    let output = program().args(arguments).current_dir(folder.path()).output().expect("starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(2) && said.contains(expected) && !said.contains("os error"), "{said}");
}

/// Invariant 4: another zone, another locale, another folder to work in give the same bytes.
#[rstest]
#[case::readings(&["read", "--json", "--full"])]
#[case::findings(&["check", "--format", "html"])]
#[case::sarif(&["check", "--format", "sarif"])]
fn the_same_input_gives_the_same_bytes(#[case] arguments: &[&str]) {
    let folder = folder_with_text();
    let run = |zone: &str, locale: &str| {
        let mut program = program();
        program.args(arguments).arg("a.txt").current_dir(folder.path()).env("TZ", zone).env("LC_ALL", locale).env("COLUMNS", "61");
        program.output().expect("starts").stdout
    };
    let here = run("Asia/Ho_Chi_Minh", "vi_VN.UTF-8");
    assert!(!here.is_empty());
    assert_eq!(here, run("Pacific/Auckland", "C"));
}

#[test]
fn the_demo_runs_once_and_exits() {
    let shown = printed(program().args(["demo", "--once", "--lang", "en"]));
    for part in ["basis-repealed", "[[award]]", "06/2026/QH16", "not met", "ratings.csv"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
}

/// `phongtrao rules list | head`
#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let mut child = program().args(["rules", "list"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
