//! `phongtrao import` of what a round lives on, as desks have it: registrations, votes, what a person attests.

use std::fs;

use rstest::rstest;

use crate::import::{text, told};

const REGISTERED: &str = "TRƯỜNG CAO ĐẲNG SÔNG NGÀN;;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;;
PHÒNG TỔ CHỨC;;;Độc lập - Tự do - Hạnh phúc;;
BẢNG TỔNG HỢP ĐĂNG KÝ THI ĐUA NĂM HỌC 2025 - 2026;;;;;
STT;Họ và tên;Chức vụ;Đơn vị;Đăng ký danh hiệu thi đua;Hình thức khen thưởng
I;TẬP THỂ;;;;
1;Khoa Toán;;;Tập thể lao động xuất sắc;-
II;CÁ NHÂN;;;;
1;TRẦN BÌNH;Trưởng khoa;Khoa Toán;Chiến sỹ thi đua cơ sở;Giấy khen
2;Lê Thị Hòa;Giảng viên;Khoa Văn;Lao động tiên tiến, Chiến sĩ thi đua cơ sở;–
Tổng cộng: 03 lượt đăng ký;;;;;
;;;Trường Hà, ngày 5 tháng 9 năm 2025;;
";

#[test]
fn registrations_name_several_titles_in_one_row() {
    let (folder, said) = told("registrations", REGISTERED, &["--set", "year=2025-2026"]);
    let expected = "subject,of,year,year_kind
khoa-toan,excellent-workers-collective,2025,school
0012,grassroots-emulation-fighter,2025,school
0012,certificate-of-commendation,2025,school
p3,advanced-worker,2025,school
p3,grassroots-emulation-fighter,2025,school
";
    assert_eq!(text(folder.path(), "registrations.csv"), expected, "{said}");
    assert!(said.contains("row 5, 7: headings, not taken"), "{said}");
}

/// A plan with an award of its own and one that is an honour of the packs.
const PLAN: &str = "format = 1
[[award]]
id = \"cstd\"
form = \"title\"
name = \"Danh hiệu “Chiến sĩ thi đua cơ sở” của trường\"
honour = \"grassroots-emulation-fighter\"
[[award]]
id = \"guong-sang\"
form = \"praise\"
name = \"Tuyên dương gương sáng học đường\"
[[criterion]]
id = \"duoc-lop-binh-xet\"
label = \"Được lớp bình xét\"
";

/// A plan in a folder.
fn plan() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.toml");
    fs::write(&path, PLAN).expect("written");
    let path = path.to_str().expect("a name").to_owned();
    (folder, path)
}

#[rstest]
#[case::parts_of_all(
    "STT;Họ và tên;Đơn vị;Danh hiệu đề nghị;Tổng số thành viên;Số phiếu đồng ý / tổng số phiếu;Tỷ lệ %;Kết quả\n1;Lê Thị Hoà;Khoa Văn;CSTĐCS;11;09/11;81,8%;Đạt\n",
    "h1,council,2026-09-05,cstd,p3,11,9"
)]
#[case::members_for_all(
    "TT;Họ tên;Danh hiệu;Kết quả bỏ phiếu;;\n;;;Số phiếu đồng ý;Số phiếu không đồng ý;Tỷ lệ\n1;Lê Thị Hoà;Chiến sĩ thi đua cơ sở;9/11 phiếu (81,8 %);2/11;81,8\n",
    "h1,council,2026-09-05,cstd,p3,11,9,2"
)]
#[case::counted_one_by_one(
    "TT;Họ tên;Đề nghị;Số thành viên hội đồng;Số phiếu;;;\n;;;;Phát ra;Thu vào;Đồng ý;Không đồng ý\n1;Lê Thị Hoà;Tuyên dương gương sáng học đường;11;11;11 phiếu;9;2\n",
    "h1,council,2026-09-05,guong-sang,p3,11,11,11,9,2"
)]
fn votes_are_counted_as_desks_write_them(#[case] csv: &str, #[case] expected: &str) {
    let (_plan, path) = plan();
    let of_all = ["--plan", &path, "--set", "meeting=h1", "--set", "body=council", "--set", "on=5/9/2026", "--set", "members=11"];
    let (folder, said) = told("meetings", csv, &of_all);
    let meetings = fs::read_to_string(folder.path().join("meetings.csv")).unwrap_or_default();
    assert_eq!(meetings.lines().nth(1), Some(expected), "{meetings}{said}");
}

#[rstest]
#[case::by_id("movement", "movement")]
#[case::of_the_plan("ĐƯỢC LỚP BÌNH XÉT", "duoc-lop-binh-xet")]
fn a_criterion_is_attested_by_its_id_or_its_words(#[case] said: &str, #[case] expected: &str) {
    let (_plan, path) = plan();
    let csv = format!("Mã VC;Tiêu chí;Đạt;Người xác nhận;Ngày\np3;{said};x;Hội đồng;5/9/2026\n");
    let (folder, said) = told("attestations", &csv, &["--plan", &path]);
    let rows = fs::read_to_string(folder.path().join("attestations.csv")).unwrap_or_default();
    assert_eq!(rows.lines().nth(1), Some(format!("p3,{expected},yes,Hội đồng,2026-09-05").as_str()), "{said}");
}

#[test]
fn who_attests_is_told_the_ids() {
    let (_plan, path) = plan();
    let (_, said) = told("attestations", "Mã VC;Tiêu chí;Đạt;Người xác nhận;Ngày\np3;binh-xet;x;Hội đồng;5/9/2026\n", &["--plan", &path]);
    assert!(said.contains("duoc-lop-binh-xet (Được lớp bình xét)") && said.contains("; movement"), "{said}");
}

/// Two certificates of one name, one for people and one for units.
const CERTIFICATES: &str = "format = 1
[[subject]]
id = \"nguoi\"
kind = \"individual\"
[[subject]]
id = \"khoa\"
kind = \"collective\"
[[award]]
id = \"gk-nguoi\"
name = \"Giấy khen của Hiệu trưởng\"
honour = \"certificate-of-commendation\"
subject = \"nguoi\"
[[award]]
id = \"gk-khoa\"
name = \"Giấy khen của Hiệu trưởng\"
honour = \"certificate-of-commendation\"
subject = \"khoa\"
";

#[test]
fn a_list_of_a_unit_is_taken_as_its_proposals() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.toml");
    fs::write(&path, CERTIFICATES).expect("written");
    let csv = "KHOA VĂN;;;
DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG;;;
STT;Họ và tên;Đơn vị;Danh hiệu đề nghị
1;LÊ THỊ HÒA;Khoa Văn;Giấy khen của Hiệu trưởng
2;Khoa Toán;;GK Hiệu trưởng
3;Trần Bình;Khoa Toán;Giấy khen cấp Trường
";
    let (data, said) = told("proposals", csv, &["--plan", path.to_str().expect("a name"), "--set", "on=6/11/2026"]);
    let expected = "award,subject,on\ngk-nguoi,p3,2026-11-06\ngk-khoa,khoa-toan,2026-11-06\ngk-nguoi,0012,2026-11-06\n";
    assert_eq!(text(data.path(), "proposals.csv"), expected, "{said}");
}
