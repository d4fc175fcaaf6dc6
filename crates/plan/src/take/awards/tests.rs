//! Offers in whole documents.

use crate::take::parts::Parts;
use crate::take::testing::document;
use crate::{AwardForm, SubjectKind};

fn offers(text: &str) -> Vec<super::AwardOffer> {
    let document = document(text);
    super::take(&document, &Parts::new(&document))
}

fn names(text: &str) -> Vec<String> {
    offers(text).into_iter().map(|offer| offer.item.words).collect()
}

#[test]
fn forms_are_listed() {
    let text = "\
IV. KHEN THƯỞNG

1. Hình thức khen thưởng

- Bằng khen của Bộ trưởng Bộ Thủy sản;

- Giấy khen của Thủ trưởng các đơn vị; Hiệu trưởng các trường.

2. Bằng khen của Bộ trưởng Bộ Thủy sản

a) Tập thể đã được tặng Cờ thi đua của Bộ Thủy sản thì không xét.
";
    assert_eq!(names(text), ["Bằng khen của Bộ trưởng Bộ Thủy sản", "Giấy khen của Thủ trưởng các đơn vị; Hiệu trưởng các trường"]);
}

#[test]
fn a_giver_before_the_honour_is_its_authority() {
    let found = offers("IV. KHEN THƯỞNG\n\n1. Chủ tịch Ủy ban nhân dân huyện xem xét tặng Giấy khen cho các tập thể, cá nhân tiêu biểu.\n");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].item.words, "Giấy khen của Chủ tịch Ủy ban nhân dân huyện");
    assert_eq!((found[0].name.as_str(), found[0].authority.as_deref()), ("Giấy khen", Some("Chủ tịch Ủy ban nhân dân huyện")));
    assert_eq!(found[0].form, AwardForm::Commendation);
    assert_eq!(found[0].subjects, [SubjectKind::Collective, SubjectKind::Individual]);
}

#[rstest::rstest]
#[case::reached("1. Phấn đấu 60% số hộ đạt danh hiệu “Gia đình đọc sách”, 80% số lớp đạt danh hiệu “Lớp đọc sách”.", &["Gia đình đọc sách", "Lớp đọc sách"])]
#[case::passing("1. Công nhận danh hiệu “Gia đình đọc sách” gắn với danh hiệu “Gia đình sạch”.", &["Gia đình đọc sách"])]
#[case::letter("1. Tặng giấy chứng nhận của Hội Đọc sách huyện, thư cảm ơn cho các nhà hảo tâm.", &["giấy chứng nhận của Hội Đọc sách huyện", "thư cảm ơn"])]
#[case::goes_with("1. Người đạt danh hiệu “Bạn đọc vàng” được tặng giấy chứng nhận kèm theo hiện vật.", &["Bạn đọc vàng"])]
#[case::without_form("1. Biểu dương, khen thưởng các tập thể tiêu biểu; xét các danh hiệu thi đua theo quy định.", &[])]
fn titles_and_letters(#[case] item: &str, #[case] expected: &[&str]) {
    assert_eq!(names(&format!("I. NỘI DUNG\n\n{item}\n\n2. Tổ chức ngày đọc sách.\n")), expected);
}

#[test]
fn what_a_criterion_asks_for_is_no_offer() {
    let text = "\
II. TIÊU CHUẨN DANH HIỆU

1. Danh hiệu “Tổ đọc sách giỏi”

a) Có ít nhất 70% cá nhân đạt danh hiệu “Bạn đọc chăm”.

b) Có người được Giấy khen cấp huyện trở lên.
";
    assert_eq!(names(text), ["Tổ đọc sách giỏi"]);
}

#[test]
fn prizes_are_offers() {
    let text = "\
V. CƠ CẤU GIẢI THƯỞNG

- 01 giải Nhất: 2.000.000 đồng và giấy chứng nhận

- 02 giải Nhì: 1.000.000 đồng

- 01 giải bạn đọc yêu thích: 500.000 đồng
";
    assert_eq!(names(text), ["giải Nhất", "giải Nhì", "giải bạn đọc yêu thích"]);
}

#[rstest::rstest]
#[case::asked("Trường đề nghị UBND tỉnh tặng Bằng khen cho 02 tập thể.", "Bằng khen của UBND tỉnh", "UBND tỉnh")]
#[case::handed_on(
    "Phường trình Sở Văn hóa đề nghị Chủ tịch UBND tỉnh xem xét, tặng Bằng khen cho 02 hộ.",
    "Bằng khen của Chủ tịch UBND tỉnh",
    "Chủ tịch UBND tỉnh"
)]
#[case::badge("Hội viên được Trung ương Hội xét tặng Kỷ niệm chương “Vì vườn xanh”.", "Kỷ niệm chương “Vì vườn xanh”", "Trung ương Hội")]
#[case::flag("Cờ “Tổ dẫn đầu” của Giám đốc Học viện: 01 tổ.", "Cờ “Tổ dẫn đầu”", "Giám đốc Học viện")]
fn who_decides_is_kept(#[case] item: &str, #[case] name: &str, #[case] authority: &str) {
    let found = offers(&format!("IV. KHEN THƯỞNG\n\n1. {item}\n"));
    let found: Vec<_> = found.iter().map(|offer| (offer.item.words.as_str(), offer.authority.as_deref())).collect();
    assert_eq!(found, [(name, Some(authority))]);
}

#[test]
fn an_office_alone_is_that_of_the_issuer() {
    let text = "BỆNH VIỆN HẠ VÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 3/KH-BV\nHạ Vân, ngày 06 tháng 4 năm 2026\n\nKẾ HOẠCH\nThi đua năm 2026\n\nI. KHEN THƯỞNG\n1. Bệnh viện tặng Giấy khen của Giám đốc cho 05 khoa.\n2. Bệnh viện đề nghị Giám đốc Sở Y tế tặng Giấy khen cho 02 khoa.\n3. Giấy khen của Giám đốc Bệnh viện được trao trong tháng 12.\n";
    let document = phongtrao_document::build::build(phongtrao_document::read::text::read(text.as_bytes()));
    let found: Vec<_> = super::take(&document, &Parts::new(&document)).into_iter().map(|offer| (offer.item.words, offer.quota)).collect();
    let expected = [("Giấy khen của Giám đốc Bệnh viện", "05 khoa"), ("Giấy khen của Giám đốc Sở Y tế", "02 khoa")];
    assert_eq!(found, expected.map(|(name, quota)| (name.to_owned(), Some(quota.to_owned()))));
}

#[test]
fn a_number_below_a_heading_is_that_of_its_honour() {
    let found =
        offers("IV. KHEN THƯỞNG\n\n1. Giấy khen của Hiệu trưởng: 02 lớp, 05 sinh viên.\n\n2. Cờ “Lớp dẫn đầu” của Hiệu trưởng: 01 lớp.\n");
    let found: Vec<_> = found.iter().map(|offer| (offer.item.words.as_str(), offer.quota.as_deref())).collect();
    assert_eq!(found, [("Giấy khen của Hiệu trưởng", Some("02 lớp, 05 sinh viên")), ("Cờ “Lớp dẫn đầu”", Some("01 lớp"))]);
}
