//! What the builder makes of texts as they come.

use crate::{Capacity, Document, Frame, build, read::text};

fn document(text: &str) -> Document {
    build::build(text::of_text(text.to_owned()))
}

fn frame(text: &str) -> Frame {
    document(text).frame
}

fn outline(text: &str) -> Vec<(String, Option<String>)> {
    let document = document(text);
    let named = document.clauses().into_iter().filter_map(|(_, node)| node.clause().cloned()).filter(|clause| clause.label.class.names());
    named.map(|clause| (clause.label.text, clause.heading.map(|heading| heading.value))).collect()
}

#[rstest::rstest]
#[case::spaces(
    "UBND TỈNH PHÍA ĐÔNG            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ MƯA GIÓ                     Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-SMG                  Phía Đông, ngày 5 tháng 8 năm 2025\n\nKẾ HOẠCH\nThử\n\nI. MỘT"
)]
#[case::tabs(
    "UBND TỈNH PHÍA ĐÔNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ MƯA GIÓ\tĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-SMG\tPhía Đông, ngày 5 tháng 8 năm 2025\n\nKẾ HOẠCH\nThử\n\nI. MỘT"
)]
#[case::stacked(
    "UBND TỈNH PHÍA ĐÔNG\nSỞ MƯA GIÓ\nSố: 12/KH-SMG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nPhía Đông, ngày 5 tháng 8 năm 2025\n\nKẾ HOẠCH\nThử\n\nI. MỘT"
)]
#[case::bars(
    "|UBND TỈNH PHÍA ĐÔNG |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|SỞ MƯA GIÓ |Độc lập - Tự do - Hạnh phúc |\n|Số: 12/KH-SMG |Phía Đông, ngày 5 tháng 8 năm 2025 |\n\nKẾ HOẠCH\nThử\n\nI. MỘT"
)]
#[case::date_broken_before_its_year(
    "|UBND TỈNH PHÍA ĐÔNG |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|SỞ MƯA GIÓ |Độc lập - Tự do - Hạnh phúc |\n|Số: 12/KH-SMG |Phía Đông, ngày 5 tháng 8 năm<br>2025 |\n\nKẾ HOẠCH\nThử\n\nI. MỘT"
)]
#[case::tags_in_cells(
    "| UBND TỈNH PHÍA ĐÔNG<br>**SỞ MƯA GIÓ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br/>Độc lập - Tự do - Hạnh phúc |\n|---|---|\n| Số: 12/KH-SMG | *Phía Đông, ngày 5 tháng 8 năm 2025* |\n\n# KẾ HOẠCH\n\nThử\n\n## I. MỘT"
)]
#[case::flattened(
    "|\n**UBND TỈNH PHÍA ĐÔNG**\nSỞ MƯA GIÓ\n-------\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc\n|\n|\nSố:\n12/KH-SMG\n|\n*Phía Đông, ngày 5\ntháng 8 năm 2025*\n|\n\n**KẾ\nHOẠCH**\n\nThử\n\n**I. MỘT**"
)]
fn letterheads(#[case] text: &str) {
    let frame = frame(text);
    assert_eq!(frame.superior.map(|field| field.value).as_deref(), Some("UBND TỈNH PHÍA ĐÔNG"));
    assert_eq!(frame.issuers.iter().map(|field| field.value.as_str()).collect::<Vec<_>>(), ["SỞ MƯA GIÓ"]);
    assert_eq!(frame.number.map(|field| field.value.to_string()).as_deref(), Some("12/KH-SMG"));
    assert_eq!(frame.place.map(|field| field.value).as_deref(), Some("Phía Đông"));
    assert_eq!(frame.issued_on.map(|field| field.value.to_string()).as_deref(), Some("2025-08-05"));
    assert_eq!(frame.kind.map(|field| field.value).as_deref(), Some("KH"));
    assert_eq!(frame.title.map(|field| field.value).as_deref(), Some("Thử"));
    assert!(frame.motto.is_some());
}

#[rstest::rstest]
#[case::year("1. Các khoa phát động phong trào thi đua trong năm học\n2026 - 2027 và báo cáo Hiệu trưởng.")]
#[case::share("1. Các khoa mở lớp, mỗi lớp phấn đấu có\n100% sinh viên tham gia.")]
#[case::told(
    "1. Ban Quản trị\n- Mở phòng đọc.\n2. Ban Kỹ thuật phối hợp với Trung tâm Học liệu của Trường mở 12 lớp học trong năm.\nTiền chi từ quỹ của Trường."
)]
#[case::closed(
    "1. Ban Quản trị\n- Mở phòng đọc.\n2. Trưởng các khu tổ chức ký giao ước và báo kết quả về Trường trước ngày 30 tháng 10.\n\nTrên đây là Kế hoạch của Trường."
)]
fn sentences_are_no_headings(#[case] body: &str) {
    let last = outline(&format!("KẾ HOẠCH\nThử\n\nI. MỘT\n{body}")).into_iter().rfind(|(label, _)| label != "I");
    assert_eq!(last.map(|(_, heading)| heading), Some(None));
}

#[test]
fn names_broken_over_lines_are_joined() {
    let frame = frame(
        "ỦY BAN NHÂN\nDÂN\nTỈNH PHÍA TÂY\nSố:    /QĐ-UBND\nPhía Tây, ngày    tháng 8 năm 2025\n\nQUYẾT ĐỊNH\nVề việc thử\n\nĐiều 1. Thử.",
    );
    assert_eq!(frame.issuers.first().map(|field| field.value.as_str()), Some("ỦY BAN NHÂN DÂN TỈNH PHÍA TÂY"));
    assert_eq!((frame.number, frame.issued_on), (None, None));
    assert!(frame.number_line.is_some() && frame.date_line.is_some());
    assert_eq!(frame.place.map(|field| field.value).as_deref(), Some("Phía Tây"));
}

#[rstest::rstest]
#[case::sides(
    "Nơi nhận:                          KT. HIỆU TRƯỞNG\n- Như trên;                        PHÓ HIỆU TRƯỞNG\n- Các khoa (để thực hiện);\n- Lưu: VT.\n                                   TS. Trần Thị Ví Dụ"
)]
#[case::stacked(
    "Nơi nhận:\n- Như trên;\n- Các khoa (để thực hiện);\n- Lưu: VT.\nKT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n(đã ký)\nTS. Trần Thị Ví Dụ"
)]
#[case::signed_first(
    "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\nTS. Trần Thị Ví Dụ\nNơi nhận:\n- Như trên;\n- Các khoa\n(để thực hiện);\n- Lưu: VT."
)]
#[case::bars(
    "|Nơi nhận: |KT. HIỆU TRƯỞNG |\n|- Như trên; |PHÓ HIỆU TRƯỞNG |\n|- Các khoa (để thực hiện); | |\n|- Lưu: VT. |TS. Trần Thị Ví Dụ |"
)]
fn ends(#[case] end: &str) {
    let frame = frame(&format!("KẾ HOẠCH\nThử\n\nI. MỘT\n1. Làm việc này./.\n\n{end}"));
    let recipients: Vec<&str> = frame.recipients.iter().map(|recipient| recipient.line.value.as_str()).collect();
    assert_eq!(recipients, ["Như trên", "Các khoa (để thực hiện)", "Lưu: VT"]);
    assert_eq!(frame.recipients[1].purpose.as_deref(), Some("để thực hiện"));
    let signature = &frame.signatures[0];
    assert_eq!(signature.capacities, [Capacity::Deputy]);
    assert_eq!(signature.post.as_deref(), Some("KT. HIỆU TRƯỞNG, PHÓ HIỆU TRƯỞNG"));
    assert_eq!(signature.name.as_ref().map(|name| name.value.as_str()), Some("Trần Thị Ví Dụ"));
    assert!(frame.closing_mark.is_some());
}

#[rstest::rstest]
#[case("I. MỤC ĐÍCH\n1. Mục đích: Nâng cao chất lượng.", &[("I", Some("MỤC ĐÍCH")), ("1", Some("Mục đích"))])]
#[case("I. VIỆC\n1. Các đơn vị có trách nhiệm báo cáo: đầy đủ.", &[("I", Some("VIỆC")), ("1", None)])]
#[case("I. VIỆC\na) Đến hết năm 2025: Có 5 lớp.", &[("I", Some("VIỆC")), ("a", None)])]
#[case("I. VIỆC\na) Đối với các khoa: Lập danh sách.", &[("I", Some("VIỆC")), ("a", Some("Đối với các khoa"))])]
#[case("I. VIỆC\na) Đối với các khoa, cần lập danh sách.", &[("I", Some("VIỆC")), ("a", None)])]
#[case("I. VIỆC\n1. Phòng Mưa\n- Lập danh sách.\n2. Phòng Gió\n- Gửi báo cáo.", &[("I", Some("VIỆC")), ("1", Some("Phòng Mưa")), ("2", Some("Phòng Gió"))])]
#[case("Điều 1. Ban hành kèm theo Quyết định này Quy chế thử.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.", &[("Điều 1", None), ("Điều 2", None)])]
#[case("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nQuy chế này quy định việc thử.", &[("Chương I", Some("QUY ĐỊNH CHUNG")), ("Điều 1", Some("Phạm vi"))])]
fn headings(#[case] body: &str, #[case] expected: &[(&str, Option<&str>)]) {
    let found = outline(&format!("KẾ HOẠCH\nThử\n\n{body}"));
    let found: Vec<(&str, Option<&str>)> = found.iter().map(|(label, heading)| (label.as_str(), heading.as_deref())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_sentence_goes_on_across_a_page() {
    let body = "I. MỘT\n1. Các đơn vị thuộc trường có nhiệm vụ chuẩn bị đầy đủ phòng học và dụng cụ\nđể đón các em học sinh mới vào ngày khai trường năm nay với tinh thần chu\n\n\nCÔNG BÁO/Số 5/Ngày 1-2-2026\n2\n\nđáo và đúng hẹn, báo cáo kết quả về trường trước ngày 5 tháng 9 năm 2025 để\ntổng hợp.";
    let document = document(&format!("KẾ HOẠCH\nThử\n\n{body}"));
    let clauses = document.clauses();
    let words = clauses.last().map(|(_, node)| document.words(node)).unwrap_or_default();
    assert!(words.as_str().contains("chu đáo và đúng hẹn"), "{}", words.as_str());
}

#[test]
fn the_preamble_cites_its_bases() {
    let text = "QUYẾT ĐỊNH\nVề việc thử\n\nCăn cứ Luật Gió ngày 16 tháng 6 năm 2025;\nCăn cứ Nghị định số 12/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về gió; Kế hoạch số 8/KH-UBND, ngày 3/10/2019 của UBND tỉnh;\n\nQUYẾT ĐỊNH:\nĐiều 1. Thử.";
    let frame = frame(text);
    let numbers: Vec<Option<String>> =
        frame.bases.iter().map(|basis| basis.number.as_ref().map(|number| number.value.to_string())).collect();
    assert_eq!(numbers, [None, Some("12/2025/NĐ-CP".to_owned()), Some("8/KH-UBND".to_owned())]);
    assert_eq!(frame.bases[1].issuer.as_deref(), Some("Chính phủ"));
    assert_eq!(frame.bases[1].title.as_deref(), Some("quy định về gió"));
    assert!(frame.bases.iter().all(|basis| basis.date.is_some()));
}

#[test]
fn what_is_issued_with_a_decision_is_part_of_the_outline() {
    let text = "QUYẾT ĐỊNH\nBan hành quy chế thử\n\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế thử.\n\nNơi nhận:\n- Như Điều 1;\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Văn Ví Dụ\n\nQUY CHẾ\nThử\n(Kèm theo Quyết định số 5/QĐ-X ngày 1/2/2025)\n\nChương I\nQUY ĐỊNH CHUNG\n\nMẫu số 01\nBÁO CÁO\n\nI. LÝ LỊCH\n1. Họ tên:\n(Ký, ghi rõ họ tên)";
    let heads: Vec<String> = outline(text).into_iter().filter_map(|(_, heading)| heading).collect();
    assert_eq!(heads, ["QUY ĐỊNH CHUNG", "LÝ LỊCH"]);
}

#[test]
fn an_official_letter_has_addressees() {
    let text = "SỞ MƯA GIÓ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 14/SMG-VP        Độc lập - Tự do - Hạnh phúc\nV/v báo cáo thử     Phía Đông, ngày 5 tháng 8 năm 2025\n\n          Kính gửi:   - Phòng Mưa;\n                      - Phòng Gió.\n\nThực hiện Kế hoạch số 8/KH-X ngày 1/2/2025, đề nghị các phòng báo cáo.\n1. Nội dung: Như trên.";
    let frame = frame(text);
    assert_eq!(frame.kind.map(|kind| kind.value).as_deref(), Some("CV"));
    assert_eq!(frame.title.map(|title| title.value).as_deref(), Some("báo cáo thử"));
    assert_eq!(frame.addressees.iter().map(|field| field.value.as_str()).collect::<Vec<_>>(), ["Phòng Mưa", "Phòng Gió"]);
    assert_eq!(frame.bases.len(), 1);
}

#[test]
fn a_text_with_a_paragraph_in_each_line_is_not_joined() {
    let text = "SỞ MƯA GIÓ\nSố: 7/SMG-VP\nV/v tổng kết năm 2027\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nPhía Đông, ngày 5 tháng 8 năm 2027\n\nKính gửi: Các phòng.\n\nThực hiện Kế hoạch số 5/KH-UBND ngày 12/02/2027 của UBND tỉnh, Sở Mưa Gió đề nghị các phòng thực hiện một số nội dung sau:\n1. Tổng kết phong trào\nCác phòng bình xét xong trước ngày 10/12/2027 và gửi kết quả về Văn phòng Sở để tổng hợp.\n2. Hồ sơ khen thưởng\nGồm:\n- Tờ trình;\n- Biên bản họp của phòng xét thi đua, khen thưởng.\nNơi nhận: Như trên; Giám đốc (để báo cáo); Lưu: VT.\nGIÁM ĐỐC\nTrần Thị Ví Dụ\n";
    assert_eq!(
        outline(text),
        [("1".to_owned(), Some("Tổng kết phong trào".to_owned())), ("2".to_owned(), Some("Hồ sơ khen thưởng".to_owned()))]
    );
    let frame = frame(text);
    assert_eq!(frame.title.map(|field| field.value).as_deref(), Some("tổng kết năm 2027"));
    let lines: Vec<String> = frame.recipients.into_iter().map(|recipient| recipient.line.value).collect();
    assert_eq!(lines, ["Như trên", "Giám đốc (để báo cáo)", "Lưu: VT"]);
}

#[test]
fn place_and_date_may_stand_above_the_signature() {
    let frame = frame(
        "HỘI NÔNG DÂN TỈNH\nHỘI NÔNG DÂN XÃ\nSố 3/KH-HND\n\nKẾ HOẠCH\nThử\n\nI. MỘT\n- Một.\n\nVân Hà, ngày 2 tháng 1 năm 2027\nTM. BAN CHẤP HÀNH\nCHỦ TỊCH\nTrần Thị Ví Dụ\n",
    );
    assert_eq!(frame.issued_on.map(|field| field.value.to_string()).as_deref(), Some("2027-01-02"));
    assert_eq!(frame.place.map(|field| field.value).as_deref(), Some("Vân Hà"));
    assert_eq!(frame.superior.map(|field| field.value).as_deref(), Some("HỘI NÔNG DÂN TỈNH"));
}

#[rstest::rstest]
#[case::matter(
    "1. Về đề nghị của huyện Vân Hà; của các xã được hỗ trợ kinh phí: Giao Sở Mưa xem xét.",
    Some("Về đề nghị của huyện Vân Hà; của các xã được hỗ trợ kinh phí")
)]
#[case::duty("1. Các phòng có trách nhiệm tổng hợp báo cáo\n\na) Phòng Nước: Lập bảng;", None)]
fn headings_of_matters(#[case] text: &str, #[case] expected: Option<&str>) {
    let found = outline(&format!("THÔNG BÁO\nThử\n\n{text}\n"));
    assert_eq!(found.first().and_then(|(_, heading)| heading.as_deref()), expected);
}
