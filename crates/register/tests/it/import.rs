//! Lists of all sorts, thrown at the import: it never panics, and what it hands out is a whole folder.

use phongtrao_register::import::{Imported, LevelName, Request, Vocabulary, import};
use phongtrao_register::{Register, is_whole};
use proptest::prelude::*;

const FOLDER: [(&str, &str); 4] = [
    ("data.toml", "format = 1\nyear = \"school\"\n"),
    ("units.csv", "id,name,to,successors\nkhoa-a,Khoa Toán,,\nkhoa-b,Khoa Văn,2024-08-31,khoa-a\n"),
    ("people.csv", "id,name,category,born\n0012,Trần Bình,official,1980-02-01\np2,Trần Bình,official,\n"),
    ("posts.csv", "person,unit,title\n0012,khoa-a,\"Trưởng khoa, phụ trách\nđào tạo\"\n"),
];

fn files() -> Vec<(String, Vec<u8>)> {
    FOLDER.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).to_vec()
}

fn vocabulary() -> Vocabulary {
    let level = |scale: &str| LevelName { scale: scale.to_owned(), level: "good".to_owned(), name: "Tốt".to_owned() };
    Vocabulary {
        honours: vec![("LĐTT".to_owned(), "advanced-worker".to_owned())],
        levels: vec![level("rating"), level("discipline")],
        ..Vocabulary::default()
    }
}

/// The folder with what an import handed out.
fn with(imported: &Imported) -> Vec<(String, Vec<u8>)> {
    let mut files = files();
    files.retain(|(name, _)| !imported.files.iter().any(|(new, _)| new == name));
    files.extend(imported.files.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes())));
    files
}

const HEADERS: [&str; 24] = [
    "STT",
    "Mã",
    "Mã cán bộ",
    "Họ và tên",
    "Họ đệm",
    "Tên",
    "Ngày sinh",
    "Đơn vị",
    "Chức vụ",
    "Cấp bậc",
    "Đối tượng",
    "Giới tính",
    "Nam",
    "Nữ",
    "Danh hiệu",
    "Năm học",
    "Quyết định",
    "Ngày quyết định",
    "Xếp loại",
    "Ghi chú",
    "id",
    "to",
    "Loại",
    "",
];
const CELLS: [&str; 30] = [
    "1",
    "2",
    "",
    "",
    "",
    "0012",
    "12",
    "p2",
    "Trần Bình",
    "TRẦN BÌNH",
    "Le Van",
    "Khoa Toán",
    "Khoa Mới",
    "30/8/2026",
    "8/2026",
    "1985",
    "2025-2026",
    "1//",
    "4/-CN",
    "x",
    "Viên chức",
    "LĐTT",
    "Tốt",
    "I",
    "Tổng cộng",
    "Người lập biểu",
    "\"a; b\nc\"",
    "#N/A",
    "=1+1",
    "ngày 5 tháng 9 năm 2026",
];
const TABLES: [&str; 21] = [
    "units",
    "people",
    "households",
    "posts",
    "statuses",
    "registrations",
    "records",
    "tasks",
    "reports",
    "inspections",
    "attestations",
    "attendance",
    "results",
    "scores",
    "ratings",
    "initiatives",
    "authors",
    "discipline",
    "pending",
    "ledger",
    "meetings",
];

fn list() -> impl Strategy<Value = String> {
    let row = |words: &'static [&'static str]| prop::collection::vec(prop::sample::select(words), 2..7).prop_map(|cells| cells.join(";"));
    let rows = prop::collection::vec(row(&CELLS), 0..8);
    (prop::collection::vec(row(&CELLS), 0..2), prop::collection::vec(row(&HEADERS), 1..3), rows)
        .prop_map(|(title, header, rows)| [title, header, rows].concat().join("\n"))
}

proptest! {
    #[test]
    fn what_is_handed_out_is_a_whole_folder(text in list(), table in prop::sample::select(&TABLES[..]), flags in any::<[bool; 3]>()) {
        let [create_units, update, trust_days] = flags;
        let request = Request { table, create_units, update, trust_days, ..Request::default() };
        let imported = import(&files(), "a.csv", text.as_bytes(), &request, &vocabulary());
        prop_assert!(imported.reports.is_empty());
        prop_assert!(imported.files.is_empty() || imported.is_sound());
        prop_assert!(is_whole(&Register::read(&with(&imported)).1), "{:?}", imported.files);
        // What was taken is there when the same list comes again.
        if !imported.files.is_empty() {
            let again = import(&with(&imported), "a.csv", text.as_bytes(), &request, &vocabulary());
            prop_assert!(again.is_sound(), "{text}\n{:?}\n{:?}", again.notes, again.findings);
            prop_assert!(again.files.is_empty(), "{text}\n{:?}\n{:?}", imported.files, again.files);
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        let request = Request { table: "people", ..Request::default() };
        let imported = import(&files(), "a.csv", text.as_bytes(), &request, &vocabulary());
        prop_assert!(is_whole(&Register::read(&with(&imported)).1));
    }
}

#[test]
fn a_new_folder_gets_its_settings_and_units_name_each_other() {
    let request = Request { table: "units", ..Request::default() };
    let text = "Tên đơn vị;Trực thuộc\nKhoa Toán;Trường Sông Ngàn\nTrường Sông Ngàn;\n";
    let imported = import(&[], "a.csv", text.as_bytes(), &request, &vocabulary());
    assert!(imported.is_sound(), "{:?}", imported.notes);
    assert_eq!(imported.files[0], ("data.toml".to_owned(), "format = 1\n".to_owned()));
    assert_eq!(imported.files[1].1, "id,name,parent\nkhoa-toan,Khoa Toán,truong-song-ngan\ntruong-song-ngan,Trường Sông Ngàn,\n");
}
