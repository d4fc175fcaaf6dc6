//! A whole round as one command: every example, the same bytes whatever the machine says, a run that was stopped, and what must not be written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::SystemTime;

use phongtrao_ooxml::{Limits, Package};
use rstest::rstest;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::books::openpyxl;
use crate::examples::{NAMES, example};
use crate::papers::paragraphs;
use crate::support::{printed, program, skip, tool};
use crate::worked::{ROUNDS, Round, VIETNAMESE, of_text, worked};

const MANIFEST: &str = "manifest.sha256";

/// The round on which the rest is tried: small, with votes of units.
pub(crate) const SMALL: (&str, &str) = ("peak-drive", "tong-ket");

pub(crate) fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// The command for a round of an example, with the rules of its organisation.
pub(crate) fn run(round: (&str, &str), data: &Path, out: &Path) -> Command {
    of_text(program(), round, data, out)
}

/// A copy of a finished round, to be spoiled.
fn copied(round: Round, copy: &Path) {
    for (name, bytes) in all(worked(round)) {
        let path = copy.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a copy");
    }
}

/// All files below a folder, with their bytes.
fn all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    all_names(folder).into_iter().map(|name| (name.clone(), fs::read(folder.join(name)).expect("a file"))).collect()
}

/// The names of all files below a folder.
fn all_names(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                names.push(path.strip_prefix(folder).expect("below the folder").to_string_lossy().replace('\\', "/"));
            }
        }
    }
    names
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[track_caller]
fn same(one: &Path, other: &Path) {
    let (one, other) = (all(one), all(other));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    let differing: Vec<&String> = one.iter().filter(|(name, bytes)| other[*name] != **bytes).map(|(name, _)| name).collect();
    assert!(differing.is_empty(), "{differing:?}");
}

/// A copy of an example's data, to be spoiled.
pub(crate) fn data_of(name: &str, place: &Path) -> PathBuf {
    let data = place.join("data");
    fs::create_dir(&data).expect("a folder");
    for entry in fs::read_dir(example(name, "data")).expect("the data") {
        let path = entry.expect("an entry").path();
        fs::copy(&path, data.join(path.file_name().expect("a name"))).expect("a copy");
    }
    data
}

/// Changes a file; what is replaced must be there.
#[track_caller]
pub(crate) fn change(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).expect("a file");
    assert!(text.contains(from), "{from} is not in {}", path.display());
    fs::write(path, text.replacen(from, to, 1)).expect("the file is written");
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn every_example_has_a_round() {
    for name in NAMES {
        assert!(ROUNDS.iter().any(|(of, _)| *of == name), "{name}");
    }
}

#[rstest]
fn an_example_becomes_a_whole_folder(#[values(0, 1, 2, 3, 4, 5, 6, 7)] round: usize) {
    let out = worked(ROUNDS[round]);
    let files = all(out);
    let manifest = String::from_utf8(files[MANIFEST].clone()).expect("UTF-8");
    let lines: BTreeMap<&str, &str> = manifest
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once("  ").expect("hash and path"))
        .map(|(hash, path)| (path, hash))
        .collect();
    for (name, bytes) in files.iter().filter(|(name, _)| *name != MANIFEST) {
        assert_eq!(lines.get(name.as_str()), Some(&hash(bytes).as_str()), "{name}");
    }
    assert_eq!(lines.len() + 1, files.len(), "the manifest names files that are not there");
    let index = String::from_utf8(files["index.html"].clone()).expect("UTF-8");
    for link in index.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(files.contains_key(link), "{link} leads nowhere");
    }
    let papers: Vec<&String> = files.keys().filter(|name| name.ends_with(".pdf") || name.ends_with(".docx")).collect();
    assert!(papers.iter().all(|paper| index.contains(paper.as_str())), "papers that the index does not name");
    assert!(!out.with_extension("partial").exists());
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".docx")) {
        let mut package = Package::open(bytes, Limits::default()).expect("a package");
        let document = package.part("word/document.xml").expect("a document");
        assert!(!document.bytes.contains(&b'{'), "{name} has a place that nothing fills");
    }
}

#[test]
fn a_pathway_tells_steps_and_dates_and_makes_no_papers_but_the_plan() {
    let files = all(worked(("member-pathway", "gioi-thieu")));
    let made: Vec<&String> = files.keys().filter(|name| !name.ends_with(".html")).collect();
    assert_eq!(made, ["ke-hoach/ke-hoach.docx", "ke-hoach/ke-hoach.pdf", "ke-hoach/plan.toml", MANIFEST]);
    let index = String::from_utf8(files["index.html"].clone()).expect("UTF-8");
    for words in ["Phát hiện, giới thiệu", "Bồi dưỡng nhận thức", "Phân công giúp đỡ", "Thử thách", "Xem xét", "trước ngày 31/3/2027"]
    {
        assert!(index.contains(words), "{words} is not in {index}");
    }
}

/// 80 % of 7 members is 6: who has 5 falls, who has 6 is chosen. In units more than half is asked.
#[rstest]
#[case(("lifelong-learning-university", "hang-nam"), "giay-khen-vien-chuc", "Lê Văn Trường", "Nguyễn Mỹ Nhung")]
#[case(("digital-skills", "tong-ket"), "giay-khen-ca-nhan", "Phan Phương Hà", "Lê Thị Nga")]
#[case(("learning-partnership", "hang-nam"), "giay-khen-hoi-ca-nhan", "Nguyễn Đình Giang", "Nguyễn Anh Hiếu")]
#[case(("peak-drive", "tong-ket"), "giay-khen-ca-nhan", "Nguyễn Phương Hà", "Sok Chanmony")]
fn votes_choose(#[case] round: Round, #[case] award: &str, #[case] passes: &str, #[case] falls: &str) {
    let page = fs::read_to_string(worked(round).join(format!("ket-qua/{award}.html"))).expect("the page of the award");
    let group = |name: &str| {
        let before = page.split(&format!(">{name}<")).next().filter(|before| before.len() < page.len()).unwrap_or_else(|| panic!("{name}"));
        before.rsplit("<h2>").next().and_then(|rest| rest.split(':').next()).unwrap_or_default().to_owned()
    };
    assert_eq!(group(passes), "đủ điều kiện, được chọn");
    assert_eq!(group(falls), "không đủ số phiếu");
}

#[rstest]
#[case::one_thread(&["--threads", "1"], &[])]
#[case::four_threads(&["--threads", "4"], &[])]
#[case::time_zone(&[], &[("TZ", "Pacific/Auckland")])]
#[case::no_locale(&[], &[("LANG", "C"), ("LC_ALL", "C")])]
#[case::another_locale(&[], &[("LANG", "vi_VN.UTF-8"), ("LC_ALL", "vi_VN.UTF-8")])]
fn the_bytes_are_the_same(#[case] arguments: &[&str], #[case] variables: &[(&str, &str)]) {
    let place = folder();
    let out = place.path().join("out");
    printed(run(SMALL, &example(SMALL.0, "data"), &out).args(VIETNAMESE).args(arguments).envs(variables.iter().copied()));
    same(worked(SMALL), &out);
}

/// The second has papers of a council and of recognition.
#[rstest]
#[case(SMALL)]
#[case(("learning-partnership", "hang-nam"))]
fn the_bytes_are_the_same_four_hundred_days_later_on_one_thread(#[case] round: Round) {
    let Some(mut faketime) = tool("faketime", &["--version"]) else { return };
    faketime.arg("+400 days").arg(env!("CARGO_BIN_EXE_phongtrao"));
    let place = folder();
    let later = place.path().join("later");
    printed(
        of_text(faketime, round, &example(round.0, "data"), &later).args(VIETNAMESE).args(["--threads", "1"]).env("TZ", "Pacific/Auckland"),
    );
    same(worked(round), &later);
}

#[test]
fn a_stopped_run_goes_on_and_keeps_what_is_whole() {
    let place = folder();
    let (out, partial) = (place.path().join("out"), place.path().join("out.partial"));
    copied(SMALL, &partial);

    let manifest = fs::read_to_string(partial.join(MANIFEST)).expect("the manifest");
    let mut lines: Vec<&str> = manifest.lines().collect();
    let papers: Vec<&str> =
        lines.iter().filter_map(|line| line.split_once("  ")).map(|(_, path)| path).filter(|path| path.ends_with(".pdf")).collect();
    let [gone, spoiled, unlisted, kept] = papers[..4] else { panic!("four papers or more") };
    fs::remove_file(partial.join(gone)).expect("a paper is removed");
    fs::write(partial.join(spoiled), b"half of a paper").expect("a paper is spoiled");
    lines.retain(|line| !line.ends_with(unlisted) && !line.ends_with(".html"));
    fs::write(partial.join(MANIFEST), lines.join("\n") + "\n").expect("the manifest is cut");
    let long_ago = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    fs::File::options().append(true).open(partial.join(kept)).and_then(|file| file.set_modified(long_ago)).expect("a paper is made old");

    printed(run(SMALL, &example(SMALL.0, "data"), &out).args(VIETNAMESE));
    same(worked(SMALL), &out);
    let modified = fs::metadata(out.join(kept)).and_then(|of| of.modified()).expect("its day");
    assert_eq!(modified, long_ago, "{kept} was whole, and written again");
    assert!(!partial.exists());
}

/// A run that is killed in the middle leaves the folder of a stopped run; the next one finishes it.
#[test]
fn a_killed_run_goes_on() {
    let place = folder();
    let (out, partial) = (place.path().join("out"), place.path().join("out.partial"));
    let command = || run(SMALL, &example(SMALL.0, "data"), &out);
    let mut killed = command()
        .args(VIETNAMESE)
        .args(["--threads", "1"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the command starts");
    let is_begun = || partial.is_dir() && all_names(&partial).iter().filter(|name| name.ends_with(".pdf")).count() > 1;
    while !is_begun() && killed.try_wait().expect("a state").is_none() {
        std::thread::yield_now();
    }
    killed.kill().expect("the run is killed");
    killed.wait().expect("the run ends");
    assert!(partial.join(MANIFEST).is_file() && !out.exists(), "the run was killed in the middle");
    printed(command().args(VIETNAMESE));
    same(worked(SMALL), &out);
    assert!(!partial.exists());
}

#[test]
fn what_was_begun_from_other_facts_is_begun_anew() {
    let place = folder();
    let (out, partial) = (place.path().join("out"), place.path().join("out.partial"));
    copied(SMALL, &partial);
    fs::write(partial.join("left-over.pdf"), b"of another round").expect("written");
    change(&partial.join(MANIFEST), "facts=", "facts=0");
    printed(&mut run(SMALL, &example(SMALL.0, "data"), &out));
    assert!(!out.join("left-over.pdf").exists());
}

#[test]
fn a_folder_of_an_earlier_run_is_replaced() {
    let place = folder();
    let data = data_of(SMALL.0, place.path());
    let out = place.path().join("out");
    copied(SMALL, &out);
    change(&data.join("organisation.toml"), "Đoàn Hữu Phước", "Đoàn Hữu Lộc");
    printed(&mut run(SMALL, &data, &out));
    let there: Vec<String> = fs::read_dir(place.path())
        .expect("the place")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert!(!there.iter().any(|name| name.starts_with("out.")), "{there:?}");
}

/// Runs a round that must not succeed, and gives what was told; nothing may be left beside what was there.
#[track_caller]
pub(crate) fn refused(command: &mut Command, out: &Path) -> String {
    let output = command.args(["--lang", "en"]).output().expect("the command starts");
    assert!(!output.status.success(), "{}", told(&output));
    assert!(!out.exists(), "a folder that looks whole");
    told(&output)
}

#[test]
fn without_an_organisation_nothing_is_made() {
    let place = folder();
    let (data, out) = (data_of(SMALL.0, place.path()), place.path().join("out"));
    fs::remove_file(data.join("organisation.toml")).expect("removed");
    let told = refused(&mut run(SMALL, &data, &out), &out);
    assert!(told.contains("organisation.toml") && told.contains("docs/papers.md"), "{told}");
}

#[rstest]
#[case::no_head("head = ", "# head = ", "head")]
#[case::no_chair("chair = ", "# chair = ", "chair")]
#[case::unknown_key("symbol = ", "symbl = ", "symbl")]
#[case::not_toml("[desk]", "[desk", "organisation.toml:")]
fn an_organisation_with_a_fault_is_a_finding(#[case] from: &str, #[case] to: &str, #[case] named: &str) {
    let place = folder();
    let (data, out) = (data_of(SMALL.0, place.path()), place.path().join("out"));
    change(&data.join("organisation.toml"), from, to);
    let told = refused(&mut run(SMALL, &data, &out), &out);
    assert!(told.contains(named) && told.contains("organisation.toml"), "{told}");
}

#[test]
fn a_unit_for_which_nobody_signs_is_a_finding_and_has_no_dossier() {
    let place = folder();
    let (data, out) = (data_of(SMALL.0, place.path()), place.path().join("out"));
    change(&data.join("organisation.toml"), "lop-lao-1 = ", "lop-lao-9 = ");
    let output = run(SMALL, &data, &out).args(["--lang", "en"]).output().expect("the command starts");
    assert!(told(&output).contains("Lớp học viên Lào 1") && told(&output).contains("[units.lop-lao-1]"), "{}", told(&output));
    assert!(out.join("don-vi/lop-hon-hop").is_dir() && !out.join("don-vi/lop-lao-1").exists());
    let index = fs::read_to_string(out.join("index.html")).expect("the index");
    assert!(index.contains("Lớp học viên Lào 1"), "the index tells it too");
}

#[test]
fn a_folder_of_others_is_not_touched() {
    let place = folder();
    let out = place.path().join("out");
    fs::create_dir(&out).expect("a folder");
    fs::write(out.join("letter.docx"), b"somebody's letter").expect("a file");
    let output = run(SMALL, &example(SMALL.0, "data"), &out).args(["--lang", "en"]).output().expect("the command starts");
    assert!(!output.status.success() && told(&output).contains("holds other files"), "{}", told(&output));
    assert_eq!(all(&out), BTreeMap::from([("letter.docx".to_owned(), b"somebody's letter".to_vec())]));
    assert!(!place.path().join("out.partial").exists());
}

/// A letter that the fonts of the papers do not have.
#[test]
fn a_name_with_an_unknown_letter_is_a_finding_and_leaves_no_folder() {
    let place = folder();
    let (data, out) = (data_of(SMALL.0, place.path()), place.path().join("out"));
    change(&data.join("people.csv"), "Nguyễn Phương Hà", "Nguyễn Phương ꓘꓧ");
    let told = refused(&mut run(SMALL, &data, &out), &out);
    assert!(told.contains('ꓘ'), "{told}");
}

#[test]
fn a_place_that_cannot_be_written_leaves_nothing() {
    let place = folder();
    let file = place.path().join("file");
    fs::write(&file, b"no folder").expect("a file");
    let out = file.join("out");
    let told = refused(&mut run(SMALL, &example(SMALL.0, "data"), &out), &out);
    assert!(told.contains("file"), "{told}");
    assert_eq!(fs::read(&file).expect("the file"), b"no folder");
}

/// A disk on which only a little is left: files of the run may not grow beyond a few kilobytes.
#[test]
fn a_full_disk_leaves_no_folder_that_looks_whole() {
    if !cfg!(target_os = "linux") {
        return skip("limits of files are set with bash");
    }
    let place = folder();
    let out = place.path().join("out");
    let mut limited = Command::new("bash");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_phongtrao")]);
    let told = refused(&mut of_text(limited, SMALL, &example(SMALL.0, "data"), &out), &out);
    assert!(told.contains("out.partial"), "{told}");
    printed(&mut run(SMALL, &example(SMALL.0, "data"), &out));
    assert!(out.join("index.html").is_file(), "with room again, the run goes on");
}

/// Of a folder of evidence that is kept beside the data, what is named and not there is told; nothing else changes.
#[test]
fn evidence_that_is_not_there_is_told() {
    let place = folder();
    let data = data_of("lifelong-learning-university", place.path());
    let out = place.path().join("out");
    let command = || run(("lifelong-learning-university", "hang-nam"), &data, &out);
    let told_of = |mut command: Command| told(&command.args(["--lang", "en"]).output().expect("the command starts"));
    assert!(!told_of(command()).contains("files of evidence"), "evidence is kept elsewhere");
    fs::create_dir(data.join("minh-chung")).expect("a folder");
    fs::write(data.join("minh-chung/001.pdf"), "%PDF").expect("a file");
    let told = told_of(command());
    assert!(told.contains("files of evidence") && told.contains("minh-chung/002.pdf") && !told.contains("minh-chung/001.pdf"), "{told}");
    assert!(fs::read_to_string(out.join("index.html")).expect("the index").contains("minh-chung/002.pdf"));
}

#[test]
fn the_lists_of_a_run_are_read_back_as_signed() {
    let place = folder();
    let data = data_of(SMALL.0, place.path());
    let first = worked(SMALL);
    fs::copy(first.join("bang-tinh/signed.xlsx"), data.join("signed.xlsx")).expect("a copy");
    let out = place.path().join("out");
    let output = run(SMALL, &data, &out).output().expect("the command starts");
    assert!(output.status.success() && !told(&output).contains("signed"), "{}", told(&output));
    let decision = "quyet-dinh/quyet-dinh-khen-thuong.docx";
    assert_eq!(fs::read(first.join(decision)).expect("a decision"), fs::read(out.join(decision)).expect("a decision"));
}

/// Strikes the last of the list, whose name it prints, and gives all others number and day.
const SIGN: &str = r#"
import datetime, sys
import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
sheet = book.active
heads = {cell.value: cell.column for cell in sheet[1]}
rows = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, heads["Mã kỳ xét"]).value]
print(sheet.cell(rows[-1], heads["Tên ghi trong quyết định"]).value)
sheet.delete_rows(rows[-1])
for row in rows[:-1]:
    sheet.cell(row, heads["Số quyết định"]).value = 45
    sheet.cell(row, heads["Ngày ký"]).value = datetime.date(2026, 10, 1)
book.save(sys.argv[2])
"#;

#[test]
fn the_lists_of_a_run_are_struck_numbered_and_imported() {
    let Some(mut python) = openpyxl() else { return };
    let place = folder();
    let data = data_of(SMALL.0, place.path());
    let edited = place.path().join("da-ky.xlsx");
    python.env("PYTHONIOENCODING", "utf-8").args(["-c", SIGN]).arg(worked(SMALL).join("bang-tinh/signed.xlsx")).arg(&edited);
    let struck = printed(&mut python);
    printed(program().arg("import").arg(&edited).args(["--as", "signed", "--data"]).arg(&data));
    let out = place.path().join("out");
    let output = run(SMALL, &data, &out).args(VIETNAMESE).output().expect("the command starts");
    assert!(output.status.success() && told(&output).contains("không có trong quyết định đã ký"), "{}", told(&output));
    let Some(said) = paragraphs(&out.join("quyet-dinh/quyet-dinh-khen-thuong.docx")) else { return };
    assert!(said.contains("45/QĐ") && said.contains("ngày 01 tháng 10 năm 2026") && !said.contains(struck.trim()), "{said}");
}
