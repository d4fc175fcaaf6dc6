//! The habits of the spreadsheets that people have, each on a workbook of openpyxl and on those that LibreOffice makes of it, of an OpenDocument table and of CSV.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::json;

use crate::conversions::libreoffice;
use crate::import::{folder, import, openpyxl, text};
use crate::support::files;

/// Makes the files of the cases; its first lines say how a case writes its cells.
const MAKER: &str = include_str!("habits.py");

/// A habit: a list as people have it, and what becomes of it.
struct Habit {
    name: &'static str,
    table: &'static str,
    more: &'static [&'static str],
    sheet: &'static str,
    /// The hidden worksheet of codes.
    codes: &'static str,
    merged: &'static [&'static str],
    /// The lines that a table of the folder has more, or what is said of a cell.
    expected: &'static [(&'static str, &'static str)],
}

impl Habit {
    const fn new(name: &'static str, table: &'static str, sheet: &'static str, expected: &'static [(&'static str, &'static str)]) -> Habit {
        Habit { name, table, more: &[], sheet, codes: "", merged: &[], expected }
    }

    const fn with(self, more: &'static [&'static str]) -> Habit {
        Habit { more, ..self }
    }

    const fn merged(self, merged: &'static [&'static str]) -> Habit {
        Habit { merged, ..self }
    }

    const fn codes(self, codes: &'static str) -> Habit {
        Habit { codes, ..self }
    }
}

const RATED: &[&str] = &["--set", "scale=public-employee"];

/// What the day of a decision becomes in the ledger.
const DECIDED: &[(&str, &str)] = &[("ledger.csv", "ledger-1,p3,advanced-worker,7/QĐ-CĐSN,2026-08-30\n")];

const HABITS: &[Habit] = &[
    Habit::new(
        "synonyms-of-headers",
        "people",
        "
Số hiệu cán bộ|Họ tên khai sinh|Phái|Sinh ngày|Diện|Chức danh|Phòng ban
p9|Đỗ Nam|Nam|15/06/1985|Viên chức|Giảng viên|Khoa Văn
",
        &[("people.csv", "p9,Đỗ Nam,1985-06-15,official,male\n"), ("posts.csv", "p9,khoa-van,Giảng viên\n")],
    ),
    Habit::new(
        "marks-and-capitals-of-headers",
        "ratings",
        "
MÃ  VIÊN CHỨC (*)|XẾP LOẠI:|NĂM HỌC
p3|HTXSNV|2025-2026
",
        &[("ratings.csv", "p3,2025,school,public-employee,excellent\n")],
    )
    .with(RATED),
    Habit::new(
        "titles-above-and-who-signs-below",
        "ratings",
        "
TRƯỜNG CAO ĐẲNG SÔNG NGÀN|||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG TỔ CHỨC|||Độc lập - Tự do - Hạnh phúc
|DANH SÁCH XẾP LOẠI VIÊN CHỨC
|(Kèm theo Tờ trình số 12/TTr-TC ngày 5/9/2026)

STT|Mã VC|Xếp loại|Năm
(1)|(2)|(3)|(4)
#1|p3|Tốt|#2025
Danh sách này có 01 người
|||Trường Hà, ngày 5 tháng 9 năm 2026
|Người lập biểu||Trưởng phòng
|Hà Thị Em||Đỗ Văn Giang
",
        &[("ratings.csv", "p3,2025,school,public-employee,good\n")],
    )
    .with(RATED),
    Habit::new(
        "empty-rows",
        "ratings",
        "

Mã VC|Họ tên|Xếp loại|Năm


p3|Lê Thị Hoà|Tốt|#2025

p2|TRẦN BÌNH|HTNV|#2025

",
        &[("ratings.csv", "p3,2025,school,public-employee,good\np2,2025,school,public-employee,completed\n")],
    )
    .with(RATED),
    Habit::new(
        "cells-merged-downwards-and-headings-merged-over-columns",
        "ledger",
        "
DANH SÁCH KHEN THƯỞNG
STT|Họ và tên|Đơn vị|Danh hiệu|Quyết định|
||||Số|Ngày
#1|Trần Bình|Khoa Văn|LĐTT|7/QĐ-CĐSN|30/8/2026
#2|Lê Thị Hoà||CSTĐCS||
",
        &[(
            "ledger.csv",
            "ledger-1,p2,advanced-worker,7/QĐ-CĐSN,2026-08-30\nledger-2,p3,grassroots-emulation-fighter,7/QĐ-CĐSN,2026-08-30\n",
        )],
    )
    .merged(&["A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "C4:C5", "E4:E5", "F4:F5"]),
    Habit::new(
        "headings-of-units",
        "ratings",
        "
STT|Họ và tên|Xếp loại|Năm
I|KHOA TOÁN||
#1|Trần Bình|HTTNV|#2025
II|Khoa Văn||
#1|Trần Bình|HTNV|#2025
",
        &[("ratings.csv", "0012,2025,school,public-employee,good\np2,2025,school,public-employee,completed\n")],
    )
    .merged(&["B2:D2", "B4:D4"])
    .with(RATED),
    Habit::new(
        "codes-as-text",
        "ratings",
        "
Mã VC|Xếp loại|Năm
0012|Tốt|2025
",
        &[("ratings.csv", "0012,2025,school,public-employee,good\n")],
    )
    .with(RATED),
    Habit::new(
        "codes-as-numbers",
        "ratings",
        "
Mã VC|Xếp loại|Năm
#12|Tốt|#2025
",
        &[("ratings.csv", "0012,2025,school,public-employee,good\n")],
    )
    .with(RATED),
    Habit::new(
        "hidden-codes",
        "ledger",
        "
Mã VC|Danh hiệu|Quyết định|Ngày quyết định
p3|DH01|7/QĐ-CĐSN|30/8/2026
",
        DECIDED,
    )
    .codes("Mã|Tên\nDH01|Lao động tiên tiến\nDH02|Giấy khen\nDH03|Bằng khen cấp tỉnh"),
    Habit::new(
        "hidden-codes-as-numbers",
        "people",
        "
Mã VC|Họ tên|Đối tượng|Đơn vị
p9|Đỗ Nam|#2|01
",
        &[("people.csv", "p9,Đỗ Nam,,worker\n"), ("posts.csv", "p9,khoa-toan\n")],
    )
    .codes("#1|Viên chức||01|Khoa Toán\n#2|Người lao động||02|Khoa Văn\n#3|Sinh viên"),
    Habit::new(
        "code-and-name-in-one-cell",
        "ledger",
        "
Mã VC|Danh hiệu|Quyết định|Ngày quyết định
p3|DH01 - Lao động tiên tiến|7/QĐ-CĐSN|30/8/2026
",
        DECIDED,
    ),
    Habit::new(
        "codes-of-ranks",
        "people",
        "
Số hiệu|Họ và tên|Cấp bậc|Đối tượng|Đơn vị
q1|Lê An|1//|Sĩ quan|Khoa Toán
q2|Lê Ba|4/|SQ|Khoa Toán
q3|Lê Cư|3/-CN|QNCN|Khoa Toán
q4|Lê Du|H2|HSQ-BS|Khoa Toán
",
        &[
            ("people.csv", "q1,Lê An,,officer\nq2,Lê Ba,,officer\nq3,Lê Cư,,professional-soldier\nq4,Lê Du,,soldier\n"),
            ("posts.csv", "q1,khoa-toan,Thiếu tá\nq2,khoa-toan,Đại úy\nq3,khoa-toan,Thượng úy chuyên nghiệp\nq4,khoa-toan,Trung sĩ\n"),
        ],
    ),
    decided("day-with-strokes", "\nMã VC|Danh hiệu|Quyết định|Ngày quyết định\np3|LĐTT|7/QĐ-CĐSN|30/8/2026\n"),
    decided("day-with-dashes-and-short-year", "\nMã VC|Danh hiệu|Quyết định|Ngày quyết định\np3|LĐTT|7/QĐ-CĐSN|30-8-26\n"),
    decided("day-with-dots", "\nMã VC|Danh hiệu|Quyết định|Ngày quyết định\np3|LĐTT|7/QĐ-CĐSN|30.08.2026\n"),
    decided("day-as-computers-write", "\nMã VC|Danh hiệu|Quyết định|Ngày quyết định\np3|LĐTT|7/QĐ-CĐSN|2026-08-30\n"),
    decided("day-in-words", "\nMã VC|Danh hiệu|Quyết định|Ngày quyết định\np3|LĐTT|7/QĐ-CĐSN|ngày 30 tháng 8 năm 2026\n"),
    decided("day-as-number", "\nMã VC|Danh hiệu|Quyết định|Ngày quyết định\np3|LĐTT|7/QĐ-CĐSN|#46264\n"),
    decided("day-of-the-workbook", "\nMã VC|Danh hiệu|Quyết định|Ngày quyết định\np3|LĐTT|7/QĐ-CĐSN|@2026-08-30 d/m/yyyy\n"),
    decided(
        "day-of-the-workbook-with-short-year",
        "\nMã VC|Danh hiệu|Quyết định|Ngày quyết định\np3|LĐTT|7/QĐ-CĐSN|@2026-08-30 dd-mm-yy\n",
    ),
    decided(
        "day-of-the-workbook-in-words",
        "\nMã VC|Danh hiệu|Quyết định|Ngày quyết định\np3|LĐTT|7/QĐ-CĐSN|@2026-08-30 \"ngày \"dd\" tháng \"mm\" năm \"yyyy\n",
    ),
    Habit::new(
        "month-and-no-day",
        "ledger",
        "
Mã VC|Danh hiệu|Ngày quyết định
p3|LĐTT|tháng 8/2026
",
        &[("", "C2: “tháng 8/2026” is a month only")],
    ),
    Habit::new(
        "day-that-is-none",
        "ledger",
        "
Mã VC|Danh hiệu|Ngày quyết định
p3|LĐTT|31/9/2026
",
        &[("", "C2: The calendar has no day “31/9/2026”")],
    ),
];

const fn decided(name: &'static str, sheet: &'static str) -> Habit {
    Habit::new(name, "ledger", sheet, DECIDED)
}

#[test]
fn every_habit_is_held_on_workbooks_of_every_maker() {
    let made = tempfile::tempdir().expect("a folder");
    let Some(books) = workbooks(made.path()) else { return };
    let mut wrong = Vec::new();
    for habit in HABITS {
        let own =
            |book: &&PathBuf| name(book).strip_prefix(habit.name).is_some_and(|rest| rest.starts_with('-') && !rest[1..].contains('-'));
        let own: Vec<&PathBuf> = books.iter().filter(own).collect();
        assert!(own.len() >= 3, "{}: {own:?}", habit.name);
        wrong.extend(own.into_iter().filter_map(|book| fault(habit, book)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// All files of all cases as workbooks.
fn workbooks(made: &Path) -> Option<Vec<PathBuf>> {
    let cases: Vec<_> = (HABITS.iter())
        .map(|habit| json!({ "name": habit.name, "sheet": habit.sheet, "codes": habit.codes, "merged": habit.merged }))
        .collect();
    let mut python =
        openpyxl()?.env("PYTHONIOENCODING", "utf-8").args(["-c", MAKER]).arg(made).stdin(Stdio::piped()).spawn().expect("python");
    python.stdin.take().expect("a pipe").write_all(json!(cases).to_string().as_bytes()).expect("written");
    assert!(python.wait().expect("it ends").success());
    let mut books = files(made, "xlsx");
    let all: Vec<PathBuf> = ["xlsx", "fods", "csv"].iter().flat_map(|ending| files(made, ending)).collect();
    let out = made.join("libreoffice");
    libreoffice("xlsx", &all, &out)?;
    books.extend(files(&out, "xlsx"));
    Some(books)
}

fn name(book: &Path) -> String {
    book.file_stem().expect("a file").to_string_lossy().into_owned()
}

/// What is not as expected of a workbook; nothing where all is.
fn fault(habit: &Habit, book: &Path) -> Option<String> {
    let data = folder();
    let before = |table: &str| fs::read_to_string(data.path().join(table)).unwrap_or_default();
    let there: Vec<String> = habit.expected.iter().map(|(table, _)| before(table)).collect();
    let output = import(book, habit.table, data.path(), habit.more);
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let wrong = (habit.expected.iter().zip(&there)).find_map(|((table, expected), there)| match *table {
        "" => (!said.contains(expected)).then(String::new),
        table if !data.path().join(table).is_file() => Some(format!("no {table}")),
        table => Some(text(data.path(), table)).filter(|now| added(now, there) != *expected),
    });
    wrong.map(|wrong| format!("{}\n{wrong}\n{said}", book.display()))
}

/// The lines that a table has more than before, without its header.
fn added(now: &str, before: &str) -> String {
    let before = before.lines().count().max(1);
    now.lines().skip(before).map(|line| format!("{line}\n")).collect()
}
