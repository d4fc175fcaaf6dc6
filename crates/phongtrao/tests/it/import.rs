//! `phongtrao import` on workbooks that other programs made, in the habits of the spreadsheets that people have.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use phongtrao_ooxml::{Limits, Package};
use rstest::rstest;

use crate::conversions::libreoffice;
use crate::support::{self, printed, program};

/// A list of staff: title rows, a name in two halves under one merged header, merged cells of units, numbers under the header, a row that adds up, who signs,
/// codes on a hidden worksheet, a drop-down, two comments. The second argument spoils it.
const STAFF: &str = r#"
import datetime, sys
import openpyxl
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

book = openpyxl.Workbook()
page = book.active
page.title = "DS viên chức"
page["A1"] = "TRƯỜNG CAO ĐẲNG SÔNG NGÀN"
page.merge_cells("A1:D1")
page["A2"] = "DANH SÁCH VIÊN CHỨC NĂM 2026"
page.merge_cells("A2:K2")
header = ["STT", "Họ và tên", None, "Ngày sinh", "Giới tính", "Chức vụ", "Cấp bậc", "Đối tượng", "Số CCCD", "Ghi chú", "Đơn vị công tác"]
rows = [
    [1, "NGUYỄN VĂN", "AN", datetime.date(1980, 5, 8), "Nam", "Trưởng khoa", "1//", 1, "001080000001", None, "Khoa Toán"],
    [2, "Lê  Thị", "Bình", "15/6/85", "Nữ", "Giảng viên", None, "01", None, None, None],
    [3, "Trần", "Cường", 1990, "nam", "Giảng viên", "3/-CN", "Viên chức", None, None, None],
    [4, "Phạm Thị", "Dung", "ngày 30 tháng 8 năm 1991", "nữ", "Giáo vụ", None, "02", None, "chuyển đến", "Khoa Văn"],
    [5, "H'HEN", "NIÊ", "1995-08-30", "Nữ", "Giảng viên", None, "VC", None, None, "Khoa Văn"],
]
if len(sys.argv) > 2:
    rows[3][3], rows[3][6], rows[4][7] = "30/13/1991", "5//", "Thành phần lạ"
for column, words in enumerate(header, 1):
    page.cell(4, column, words)
page.merge_cells("B4:C4")
for column in range(1, 12):
    page.cell(5, column, column)
for number, row in enumerate(rows, 6):
    for column, value in enumerate(row, 1):
        page.cell(number, column, value)
page.merge_cells("K6:K8")
page["A12"] = "Tổng cộng: 5 người"
page["F13"] = "Trường Hà, ngày 5 tháng 9 năm 2026"
page["B14"], page["F14"] = "Người lập biểu", "Hiệu trưởng"
page["B17"], page["F17"] = "Hà Thị Em", "Đỗ Văn Giang"
choice = DataValidation(type="list", formula1="=DM!$B$1:$B$3", allow_blank=True)
page.add_data_validation(choice)
choice.add("H6:H10")
page["E7"].comment = Comment("Đã kiểm tra", "Cô Lan")
page["D9"].comment = Comment("Hỏi lại", "Cô Lan")
codes = book.create_sheet("DM")
codes.sheet_state = "hidden"
for number, (code, name) in enumerate([("01", "Viên chức"), ("02", "Người lao động"), ("03", "Sinh viên"), (1, "Viên chức")], 1):
    codes.cell(number, 1, code)
    codes.cell(number, 2, name)
book.save(sys.argv[1])
"#;

/// A list of awards under a header of two rows, with a date of each habit. The second argument is the year from which days are counted.
const AWARDS: &str = r#"
import datetime, sys
import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

book = openpyxl.Workbook()
if sys.argv[2] == "1904":
    book.epoch = CALENDAR_MAC_1904
page = book.active
page.append(["Biểu 2. Thống kê khen thưởng"])
page.append([])
page.append(["TT", "Mã VC", "Họ và tên", "Danh hiệu, hình thức khen thưởng", "Năm học", "Quyết định", None, None])
page.append([None, None, None, None, None, "Số", "Ngày", "Cơ quan"])
page.merge_cells("F3:H3")
for column in "ABCDE":
    page.merge_cells(f"{column}3:{column}4")
days = [datetime.date(2026, 8, 30), (46264 if sys.argv[2] == "1900" else 44802), "30/8/2026", "30-8-26", "30.08.2026", "2026-08-30", "ngày 30 tháng 8 năm 2026"]
names = ["LĐTT", "CSTĐCS", "Chiến sĩ thi đua cơ sở", "Lao động tiên tiến", "Giấy khen", "Bằng khen TTCP", "GK"]
for number, (day, name) in enumerate(zip(days, names), 1):
    page.append([number, 12 if number % 2 else "0012", "TRẦN BÌNH" if number == 3 else None, name, f"{2018 + number}-{2019 + number}", f"{number}/QĐ-CĐSN", day, "Hiệu trưởng"])
book.save(sys.argv[1])
"#;

/// Every comment of a workbook (cell, author, text) and every drop-down.
const COMMENTS: &str = r#"
import sys
import openpyxl

for page in openpyxl.load_workbook(sys.argv[1]):
    for row in page:
        for cell in row:
            if cell.comment:
                print(cell.coordinate, cell.comment.author, cell.comment.text.replace("\n", " | "), sep="\t")
    for choice in page.data_validations.dataValidation:
        print(choice.sqref, choice.formula1, sep="\t")
"#;

pub(crate) fn openpyxl() -> Option<Command> {
    support::tool("python3", &["-c", "import openpyxl"])
}

/// A workbook that a script makes.
fn made(script: &str, path: &Path, more: &[&str]) -> Option<()> {
    printed(openpyxl()?.env("PYTHONIOENCODING", "utf-8").args(["-c", script]).arg(path).args(more));
    Some(())
}

/// The same workbook as LibreOffice writes it.
fn rewritten(path: &Path) -> Option<PathBuf> {
    let out = path.with_extension("libreoffice");
    libreoffice("xlsx", &[path.to_path_buf()], &out)?;
    Some(out.join(path.file_name().expect("a file")))
}

pub(crate) fn import(file: &Path, table: &str, data: &Path, more: &[&str]) -> Output {
    let mut command = program();
    command.args(["import", "--lang", "en"]).arg(file).args(["--as", table]).arg("--data").arg(data).args(more);
    command.output().expect("the command starts")
}

#[track_caller]
fn well(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

pub(crate) fn text(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

const PEOPLE: &str = "id,name,sex,born,category
nguyen-van-an-1980,Nguyễn Văn An,male,1980-05-08,official
le-thi-binh-1985,Lê Thị Bình,female,1985-06-15,official
tran-cuong-1990,Trần Cường,male,,official
pham-thi-dung-1991,Phạm Thị Dung,female,1991-08-30,worker
h-hen-nie-1995,H'Hen Niê,female,1995-08-30,official
";

const POSTS: &str = "person,unit,title,grade
nguyen-van-an-1980,khoa-toan,Trưởng khoa,Thiếu tá
le-thi-binh-1985,khoa-toan,Giảng viên,
tran-cuong-1990,khoa-toan,Giảng viên,Thượng úy chuyên nghiệp
pham-thi-dung-1991,khoa-van,Giáo vụ,
h-hen-nie-1995,khoa-van,Giảng viên,
";

#[rstest]
#[case::of_openpyxl(false)]
#[case::of_libreoffice(true)]
fn a_list_of_staff_fills_people_posts_and_units(#[case] by_libreoffice: bool) {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut file, data) = (folder.path().join("staff.xlsx"), folder.path().join("data"));
    let Some(()) = made(STAFF, &file, &[]) else { return };
    if by_libreoffice {
        let Some(again) = rewritten(&file) else { return };
        file = again;
    }
    let said = well(&import(&file, "people", &data, &["--create-units", "--dry-run"]));
    assert!(said.contains("Preview: nothing was written") && !data.exists(), "{said}");

    let said = well(&import(&file, "people", &data, &["--create-units"]));
    assert_eq!(text(&data, "people.csv"), PEOPLE, "{said}");
    assert_eq!(text(&data, "posts.csv"), POSTS);
    assert_eq!(text(&data, "units.csv"), "id,name\nkhoa-toan,Khoa Toán\nkhoa-van,Khoa Văn\n");
    assert!(said.contains("family: family and middle name") && said.contains("row 13–14, 17: signatures"), "{said}");

    let again = well(&import(&file, "people", &data, &[]));
    assert!(again.contains("people: 0 rows added, 0 changed, 5 there already") && again.contains("Nothing is new"), "{again}");
}

#[test]
fn a_new_unit_is_created_only_where_that_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, data) = (folder.path().join("staff.xlsx"), folder.path().join("data"));
    let Some(()) = made(STAFF, &file, &[]) else { return };
    let output = import(&file, "people", &data, &["--dry-run"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("K6: The data have no unit “Khoa Toán”"));
}

#[rstest]
#[case::of_openpyxl(false)]
#[case::of_libreoffice(true)]
fn errors_come_back_as_notes_in_the_same_workbook(#[case] by_libreoffice: bool) {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut file, data, noted) = (folder.path().join("staff.xlsx"), folder.path().join("data"), folder.path().join("noted.xlsx"));
    let Some(()) = made(STAFF, &file, &["spoilt"]) else { return };
    if by_libreoffice {
        let Some(again) = rewritten(&file) else { return };
        file = again;
    }
    let output = import(&file, "people", &data, &["--create-units", "--out", noted.to_str().expect("a name")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!data.exists(), "with an error nothing is written");

    let Some(mut python) = openpyxl() else { return };
    let comments = printed(python.env("PYTHONIOENCODING", "utf-8").args(["-c", COMMENTS]).arg(&noted));
    let cells: Vec<&str> = comments.lines().filter_map(|line| line.split('\t').next()).collect();
    assert_eq!(cells, ["E7", "D9", "G9", "H10", "H6:H10"], "{comments}");
    assert!(comments.contains("Hỏi lại") && comments.contains("The calendar has no day “30/13/1991”"), "{comments}");
    assert!(comments.contains("DM!$B$1:$B$3"), "the drop-down is kept: {comments}");

    let (before, after) = (parts(&file), parts(&noted));
    let changed: Vec<&String> = after.iter().filter(|(name, bytes)| before.get(*name) != Some(bytes)).map(|(name, _)| name).collect();
    assert!(before.keys().all(|name| after.contains_key(name)));
    let of_notes = |name: &&&String| name.contains("omment") || name.ends_with(".vml");
    assert_eq!(changed.iter().filter(of_notes).count(), changed.len(), "only what holds notes has changed: {changed:?}");
    assert_eq!(faults(&noted), faults(&file), "the validator finds nothing new");
}

#[test]
fn a_workbook_without_comments_gets_its_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, noted) = (folder.path().join("awards.xlsx"), folder.path().join("noted.xlsx"));
    let Some(()) = made(AWARDS, &file, &["1900"]) else { return };
    let output = import(&file, "ledger", &folder.path().join("data"), &["--out", noted.to_str().expect("a name")]);
    assert_eq!(output.status.code(), Some(1), "nobody is known there");
    let (before, after) = (parts(&file), parts(&noted));
    let changed: Vec<&str> = after.iter().filter(|(name, bytes)| before.get(*name) != Some(bytes)).map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        changed,
        [
            "[Content_Types].xml",
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing1.vml",
            "xl/worksheets/_rels/sheet1.xml.rels",
            "xl/worksheets/sheet1.xml"
        ]
    );
    let Some(mut python) = openpyxl() else { return };
    let comments = printed(python.env("PYTHONIOENCODING", "utf-8").args(["-c", COMMENTS]).arg(&noted));
    assert_eq!(comments.lines().count(), 7, "{comments}");
    assert_eq!(faults(&noted), faults(&file));
    let Some(()) = libreoffice("csv", &[noted], &folder.path().join("out")) else { return };
}

/// The parts of a package.
fn parts(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let bytes = fs::read(path).expect("a file");
    let mut package = Package::open(&bytes, Limits::default()).expect("a package");
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    names.into_iter().filter_map(|name| package.part(&name)).map(|part| (part.name, part.bytes)).collect()
}

/// What the Open XML validator finds, without the name of the file; nothing where it is not installed.
fn faults(path: &Path) -> Vec<String> {
    let validator = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../oracles/node_modules/.bin/ooxml-validator");
    if !validator.exists() {
        support::skip("the Open XML validator is not installed: npm ci --prefix oracles");
        return Vec::new();
    }
    let output = Command::new("node").arg(&validator).arg(path).output().expect("node starts");
    assert!(output.status.code().is_some_and(|code| code < 2), "the validator runs");
    String::from_utf8_lossy(&output.stdout).lines().filter(|line| !line.contains("\"file\"")).map(str::to_owned).collect()
}

const FOLDER: [(&str, &str); 3] = [
    ("data.toml", "format = 1\nschool_year = \"09-05\"\nyear = \"school\"\n"),
    ("units.csv", "id,name\nkhoa-toan,Khoa Toán\nkhoa-van,Khoa Văn\n"),
    (
        "people.csv",
        "id,name,born,category\n0012,Trần Bình,1980-02-01,official\np2,Trần Bình,1985-05-05,official\np3,Lê Thị Hoà,,official\n",
    ),
];

/// A small folder with posts of its people.
pub(crate) fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    FOLDER.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).expect("written"));
    fs::write(folder.path().join("posts.csv"), "person,unit\n0012,khoa-toan\np2,khoa-van\np3,khoa-van\n").expect("written");
    folder
}

#[rstest]
#[case::from_1900("1900")]
#[case::from_1904("1904")]
fn dates_of_every_habit_are_one_day(#[case] system: &str) {
    let folder = folder();
    let lists = tempfile::tempdir().expect("a folder");
    let file = lists.path().join("awards.xlsx");
    let Some(()) = made(AWARDS, &file, &[system]) else { return };
    let said = well(&import(&file, "ledger", folder.path(), &[]));
    let ledger = text(folder.path(), "ledger.csv");
    let honours = [
        "advanced-worker",
        "grassroots-emulation-fighter",
        "grassroots-emulation-fighter",
        "advanced-worker",
        "certificate-of-commendation",
        "certificate-of-merit-of-the-prime-minister",
        "certificate-of-commendation",
    ];
    let expected: String = (1..)
        .zip(honours)
        .map(|(number, honour)| format!("ledger-{number},0012,{honour},{number}/QĐ-CĐSN,2026-08-30,Hiệu trưởng,{},school\n", 2018 + number))
        .collect();
    assert_eq!(ledger, format!("id,subject,honour,decision,decided_on,authority,year,year_kind\n{expected}"), "{said}");
    assert!(said.contains("1 day written as Excel's number") && said.contains("day with a year of two figures"), "{said}");

    let again = well(&import(&file, "ledger", folder.path(), &[]));
    assert!(again.contains("ledger: 0 rows added, 0 changed, 7 there already"), "{again}");
}

/// Imports a CSV file into the small folder: what was said of its cells, each by its address and the beginning of the note.
pub(crate) fn told(table: &str, csv: &str, more: &[&str]) -> (tempfile::TempDir, String) {
    let folder = folder();
    let lists = tempfile::tempdir().expect("a folder");
    let file = lists.path().join("list.csv");
    fs::write(&file, csv).expect("written");
    let output = import(&file, table, folder.path(), more);
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (folder, said)
}

#[rstest]
#[case::by_code("Mã cán bộ;Xếp loại;Năm\n12;HTXSNV;2025-2026\n", "0012,2025,school,public-employee,excellent")]
#[case::by_name_and_unit(
    "Họ và tên;Đơn vị;Xếp loại;Năm học\nTRẦN BÌNH;Khoa Văn;Hoàn thành tốt nhiệm vụ;2025\n",
    "p2,2025,school,public-employee,good"
)]
#[case::by_name_and_birth(
    "Họ và tên;Năm sinh;Xếp loại;Năm\nTrần Bình;1980;HTNV;Năm học 2025-2026\n",
    "0012,2025,school,public-employee,completed"
)]
#[case::marks_in_another_place("Họ tên;Xếp loại;Năm\nLê Thị Hòa;Tốt;2025\n", "p3,2025,school,public-employee,good")]
#[case::a_unit("Đơn vị;Xếp loại;Năm\nKHOA TOÁN;HTXSNV;2025\n", "khoa-toan,2025,school,public-employee,excellent")]
#[case::under_a_heading("STT;Họ và tên;Xếp loại;Năm\nI;Khoa Văn;;\n1;Trần Bình;HTTNV;2025\n", "p2,2025,school,public-employee,good")]
fn a_rating_finds_its_subject(#[case] csv: &str, #[case] expected: &str) {
    let (folder, said) = told("ratings", csv, &["--set", "scale=public-employee"]);
    assert_eq!(text(folder.path(), "ratings.csv"), format!("subject,year,year_kind,scale,level\n{expected}\n"), "{said}");
}

#[rstest]
#[case::two_of_one_name("ratings", "Họ tên;Xếp loại;Năm\nTrần Bình;Tốt;2025\n", "A2: “Trần Bình” can be several: 0012, p2")]
#[case::without_marks(
    "ratings",
    "Họ tên;Xếp loại;Năm\nLe Thi Hoa;Tốt;2025\n",
    "A2: The data have no “Le Thi Hoa”. Did you mean Lê Thị Hoà (id p3)?"
)]
#[case::name_of_another(
    "ratings",
    "Mã VC;Họ tên;Xếp loại;Năm\np3;Trần Bình;Tốt;2025\n",
    "B2: Code p3 is that of Lê Thị Hoà, not of Trần Bình"
)]
#[case::several_scales(
    "ratings",
    "Mã VC;Xếp loại;Năm\np3;HTXSNV;2025\n",
    "B2: Several scales have a level “HTXSNV”: civil-servant, public-employee, rating"
)]
#[case::month_only("ledger", "Mã VC;Danh hiệu;Ngày quyết định\np3;LĐTT;8/2026\n", "C2: “8/2026” is a month only")]
#[case::unknown_honour(
    "ledger",
    "Mã VC;Danh hiệu\np3;Lao động tiên tiếng\n",
    "B2: No title or commendation is called “Lao động tiên tiếng”. Did you mean “Lao động tiên tiến”"
)]
#[case::missing_column("ratings", "Mã VC;Xếp loại\np3;HTXSNV\n", "A1: The list lacks columns that are required: year (“năm”)")]
#[case::no_category("people", "Mã VC;Họ và tên\np9;Trần Văn Bảo\n", "required: category (“đối tượng”)")]
#[case::words_of_a_category("people", "Mã VC;Họ và tên\np9;Trần Văn Bảo\n", "học viên, công chức")]
#[case::two_columns(
    "ledger",
    "Mã VC;Danh hiệu;Hình thức khen thưởng\np3;LĐTT;GK\n",
    "C1: Column B and column C were both taken for honour"
)]
#[case::twice("ratings", "Mã VC;Xếp loại;Năm\np3;Tốt;2025\np3;Xuất sắc;2025\n", "A3: This row says the same as row 2")]
#[case::nobody("ratings", "STT;Mã VC;Xếp loại;Năm\n1;;Tốt;2025\n", "B2: This row has neither code nor name")]
#[case::ballots("meetings", "Mã VC;Danh hiệu đề nghị;Số thành viên;Đồng ý;Phát ra\np3;giay-khen;7;9;8\n", "E2: 8 ballots")]
#[case::ballots_of_what(
    "meetings",
    "Mã VC;Danh hiệu đề nghị;Số thành viên;Số phiếu đồng ý\np3;giay-khen;11;9/10\n",
    "D2: “9/10” does not say what the 10 are"
)]
#[case::year_in_the_title(
    "registrations",
    "ĐĂNG KÝ THI ĐUA NĂM HỌC 2025 - 2026;\nMã VC;Danh hiệu đăng ký\np3;LĐTT\n",
    "--set \"year=2025-2026\""
)]
#[case::one_of_several_titles_is_unknown(
    "registrations",
    "Mã VC;Danh hiệu;Năm\np3;LĐTT, Chiến sĩ giỏi;2025\n",
    "B2: No title or commendation is called “LĐTT, Chiến sĩ giỏi”"
)]
#[case::no_criterion(
    "attestations",
    "Mã VC;Tiêu chí;Đạt;Người xác nhận;Ngày\np3;Có thành tích gì đó;x;Hội đồng;5/9/2026\n",
    "B2: No criterion that a person attests is called “Có thành tích gì đó”"
)]
#[case::swapped("records", "Mã VC;Loại;Ngày\np3;hoat-dong;9/13/2026\n", "C2: “9/13/2026” has the month first")]
fn what_is_wrong_or_could_be_two_things_is_a_note(#[case] table: &str, #[case] csv: &str, #[case] expected: &str) {
    let given: &[&str] = match (table, expected.contains("Several scales")) {
        ("ratings", false) => &["--set", "scale=public-employee"],
        ("meetings", _) => &["--set", "meeting=h1", "--set", "body=council", "--set", "on=2026-09-01"],
        _ => &[],
    };
    let (folder, said) = told(table, csv, given);
    assert!(said.contains(expected), "{said}");
    let newcomer = |text: String| text.contains("Trần Văn Bảo");
    let is_as_it_was = match table {
        "people" => !newcomer(text(folder.path(), "people.csv")),
        _ => !folder.path().join(format!("{table}.csv")).exists(),
    };
    assert!(said.contains("Nothing was written") && is_as_it_was, "{said}");
}

#[test]
fn what_is_there_is_changed_only_where_that_is_asked_for() {
    let folder = folder();
    let lists = tempfile::tempdir().expect("a folder");
    let file = lists.path().join("staff.csv");
    fs::write(&file, "Mã VC,Họ tên,Ngày sinh,Đối tượng\np3,Lê Thị Hoà,5/6/1990,Viên chức\np9,Đỗ Nam,,VC\n").expect("written");
    let before = text(folder.path(), "people.csv");
    well(&import(&file, "people", folder.path(), &["--update", "--dry-run"]));
    assert_eq!(text(folder.path(), "people.csv"), before);

    let output = import(&file, "people", folder.path(), &[]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("C2: The data say “”, this says “1990-06-05”"), "{output:?}");
    assert_eq!(text(folder.path(), "people.csv"), before);

    let said = well(&import(&file, "people", folder.path(), &["--update"]));
    assert!(said.contains("people: 1 row added, 1 changed, 0 there already"), "{said}");
    assert_eq!(
        text(folder.path(), "people.csv"),
        before.replace("p3,Lê Thị Hoà,,official", "p3,Lê Thị Hoà,1990-06-05,official") + "p9,Đỗ Nam,,official\n"
    );
}

#[rstest]
#[case::by_letters("Danh sách\nAi;Ra sao\np3;Tốt\n", &["A=subject", "B=level"])]
#[case::by_one_of_them("Ai;Xếp loại\np3;Tốt\n", &["A=subject"])]
#[case::by_what_the_headers_say("Danh sách; năm nay\nNgười được chấm;Ra sao? (=)\np3;Tốt\n", &["Người được chấm=subject", "ra sao? (=)=level"])]
#[case::of_a_heading("STT;Chấm;\n;Ai;Ra sao\n1;p3;Tốt\n", &["Ai=subject", "Ra sao=level"])]
#[case::instead_of_another("Mã VC;Ai;Xếp loại\n0012;p3;Tốt\n", &["Ai=subject"])]
fn columns_that_nobody_knows_can_be_said(#[case] csv: &str, #[case] columns: &[&str]) {
    let said = columns.iter().flat_map(|column| ["--column", column]);
    let more: Vec<&str> = said.chain(["--set", "scale=public-employee", "--set", "year=2025"]).collect();
    let (folder, said) = told("ratings", csv, &more);
    assert_eq!(text(folder.path(), "ratings.csv").lines().nth(1), Some("p3,2025,school,public-employee,good"), "{said}");
}

#[test]
fn a_header_that_is_not_there_is_told_with_those_that_are() {
    let (_, said) = told("ratings", "Mã VC;Xếp loại\np3;Tốt\n", &["--column", "Mức độ=level"]);
    assert!(said.contains("has no column called “Mức độ”") && said.contains("Mã VC; Xếp loại"), "{said}");
}

#[test]
fn a_column_can_be_said_and_a_csv_file_comes_back_with_a_column_of_notes() {
    let folder = folder();
    let lists = tempfile::tempdir().expect("a folder");
    let file = lists.path().join("list.csv");
    fs::write(&file, "Danh sách\nMã VC;Kết quả năm nay;Năm\np3;Tốt;2025\np4;Tốt;2025\n").expect("written");
    let said = [&["--column", "B=level"][..], &["--set", "scale=public-employee"]].concat();
    let output = import(&file, "ratings", folder.path(), &said);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(
        text(lists.path(), "list.noted.csv").lines().collect::<Vec<_>>(),
        [
            "Danh sách",
            "Mã VC;Kết quả năm nay;Năm;\"Notes\"",
            "p3;Tốt;2025",
            "p4;Tốt;2025;\"The data have no “p4”.",
            "Did you mean Trần Bình (id p2)? Make them agree, or write the code.\""
        ]
    );
}
