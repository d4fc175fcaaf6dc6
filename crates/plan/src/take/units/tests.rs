//! Bodies and their work in whole documents.

use crate::take::parts::Parts;
use crate::take::testing::document;

fn names(text: &str) -> Vec<String> {
    super::take(&Parts::new(&document(text)), "KH").into_iter().map(|unit| unit.item.words).collect()
}

const HEADED: &str = "\
I. MỤC ĐÍCH

1. Xây dựng nếp đọc sách trong các đơn vị của huyện Vân Hà.

II. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa huyện:

- Chủ trì, phối hợp với Thư viện huyện mở ngày đọc sách.

- Tổng hợp kết quả trước ngày 15/6/2027.

2. Đề nghị Hội Người cao tuổi huyện: Vận động hội viên tham gia.

3. Đối với các thôn, xóm

Dành một tủ sách chung.

Trên đây là Kế hoạch đọc sách của huyện Vân Hà, đề nghị các đơn vị nghiêm túc thực hiện./.
";

#[test]
fn bodies_head_their_work() {
    assert_eq!(names(HEADED), ["Phòng Văn hóa huyện", "Hội Người cao tuổi huyện", "các thôn, xóm"]);
}

#[test]
fn work_is_kept_with_its_body() {
    let units = super::take(&Parts::new(&document(HEADED)), "KH");
    let tasks: Vec<Vec<&str>> = units.iter().map(|unit| unit.tasks.iter().map(|task| task.words.as_str()).collect()).collect();
    assert_eq!(tasks[0], ["Chủ trì, phối hợp với Thư viện huyện mở ngày đọc sách.", "Tổng hợp kết quả trước ngày 15/6/2027."]);
    assert_eq!(tasks[1], ["Vận động hội viên tham gia."]);
    assert_eq!(tasks[2][0], "Dành một tủ sách chung.");
}

#[test]
fn bodies_begin_their_items() {
    let text = "\
IV. TỔ CHỨC THỰC HIỆN

1. Giao Trạm Khuyến nông huyện chủ trì mở lớp, hằng quý báo cáo kết quả.

2. Căn cứ Kế hoạch này, các xã, thị trấn xây dựng kế hoạch của địa phương.

3. Kinh phí thực hiện: do ngân sách huyện bảo đảm.

4. Sở Thủy sản, Sở Kế hoạch và Đầu tư theo dõi, đôn đốc các xã thực hiện.
";
    assert_eq!(names(text), ["Trạm Khuyến nông huyện", "các xã, thị trấn", "Sở Thủy sản, Sở Kế hoạch và Đầu tư"]);
}

#[test]
fn a_body_is_taken_once() {
    let text = "\
III. TRÁCH NHIỆM THỰC HIỆN

1. UBND các xã, phường

- Tổ chức phát động.

IV. TỔ CHỨC THỰC HIỆN

1. Ủy ban nhân dân xã, phường tổng hợp kết quả gửi về huyện.
";
    assert_eq!(names(text), ["UBND các xã, phường"]);
}

#[test]
fn what_gives_no_work_has_no_bodies() {
    let text = "\
I. NỘI DUNG

1. Tổ chức các buổi đọc sách tại trường.

2. Ban hành danh mục sách nên đọc.

II. QUY TRÌNH XÉT CHỌN

1. Chi hội đọc sách

- Xét, đề nghị Hội huyện khen thưởng.

2. Hội Đọc sách huyện

- Thẩm định danh sách.

Điều 3. Chánh Văn phòng, các đơn vị chịu trách nhiệm thi hành Quyết định này.
";
    assert_eq!(names(text), Vec::<String>::new());
}

#[test]
fn a_letter_asks_bodies_in_its_items() {
    let text = "\
1. Đề nghị Ủy ban nhân dân các xã lập danh sách trước ngày 10/5/2027.

2. Giao Trung tâm Dạy nghề Vân Hà tổng hợp.

3. Thời gian thực hiện trong năm 2027.
";
    assert_eq!(names(text), ["Ủy ban nhân dân các xã", "Trung tâm Dạy nghề Vân Hà"]);
}

#[rstest::rstest]
#[case::notice(
    "Phó Chủ tịch kết luận như sau:\n\n1. Sở Mưa khẩn trương hoàn thiện dự thảo trước ngày 20/01/2027.\n\n2. Sở Gió cân đối, bố trí kinh phí.\n\n3. Về đề nghị của huyện Vân Hà: Giao Sở Nắng nghiên cứu trong quý II/2027.\n\nVăn phòng thông báo để các đơn vị biết, thực hiện./.\n",
    &["Sở Mưa", "Sở Gió", "Sở Nắng"]
)]
#[case::directive(
    "Chủ tịch huyện yêu cầu:\n\nMột là, các phòng, ban tiếp tục quán triệt chủ trương.\n\nHai là, Phòng Nội vụ tham mưu tổng kết vào tháng 12/2027.\n\nBa là, UBND các xã phát động thi đua.\n",
    &["các phòng, ban", "Phòng Nội vụ", "UBND các xã"]
)]
#[case::shared_duty(
    "Chương I\n\nĐIỀU KHOẢN THI HÀNH\n\nĐiều 1. Trách nhiệm của các đơn vị\n\n1. Trung tâm Truyền thông có trách nhiệm đưa tin.\n\n2. Phòng Tài chính\n\na) Bố trí kinh phí.\n\n3. Các trường, trạm có trách nhiệm báo cáo\n\na) Trạm Y tế xã: Tổng hợp số liệu;\n\nb) Trường Mầm non: Lập danh sách.\n",
    &["Trung tâm Truyền thông", "Phòng Tài chính", "Các trường, trạm", "Trạm Y tế xã", "Trường Mầm non"]
)]
#[case::given_below(
    "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Mưa\n\n1.1. Giao Phòng Nước:\n\n- Chủ trì diễn đàn.\n\n1.2. Giao Phòng Mây\n\n- Bố trí kinh phí.\n\n2. Các huyện\n\n- Triển khai kế hoạch.\n",
    &["Sở Mưa", "Phòng Nước", "Phòng Mây", "Các huyện"]
)]
fn bodies_are_named_in_other_ways(#[case] text: &str, #[case] expected: &[&str]) {
    assert_eq!(names(text), expected);
}

#[test]
fn a_report_gives_no_work() {
    let text = "1. Phòng Nội vụ tổ chức 3 lớp tập huấn.\n\n2. Hội Khuyến học huyện vận động được 20 triệu đồng.\n";
    assert!(super::take(&Parts::new(&document(text)), "BC").is_empty());
}

#[test]
fn a_heading_without_its_label_is_no_task() {
    let text =
        "I. NHIỆM VỤ CỦA CÁC ĐƠN VỊ\n1. Phòng Đào tạo\n- Hướng dẫn các lớp đăng ký.\n\nTỔ CHỨC THỰC HIỆN\n\n1. Các khoa\n- Cử người học.\n";
    let units = super::take(&Parts::new(&document(text)), "KH");
    let tasks: Vec<(&str, Vec<&str>)> =
        units.iter().map(|unit| (unit.item.words.as_str(), unit.tasks.iter().map(|task| task.words.as_str()).collect())).collect();
    assert_eq!(tasks, [("Phòng Đào tạo", vec!["Hướng dẫn các lớp đăng ký."]), ("Các khoa", vec!["Cử người học."])]);
}

#[test]
fn an_item_that_lost_its_label_stands_behind_another() {
    let text = "I. TỔ CHỨC THỰC HIỆN\n1. Phòng Đào tạo mở lớp học.\n2. Khuyến khích mọi người đọc sách.\nHội Sinh viên vận động hội viên góp sách.\n\nTrên đây là Kế hoạch.\n";
    assert_eq!(names(text), ["Phòng Đào tạo", "Hội Sinh viên"]);
}

#[test]
fn bodies_named_behind_a_heading_are_no_task() {
    let text = "I. TỔ CHỨC THỰC HIỆN\n1. Các cơ quan: Phòng Đào tạo, Phòng Hậu cần\nTheo chức năng phối hợp kiểm tra.\n2. Các khoa\n- Cử người học.\n";
    let units = super::take(&Parts::new(&document(text)), "KH");
    let tasks: Vec<&str> = units.iter().flat_map(|unit| &unit.tasks).map(|task| task.words.as_str()).collect();
    assert_eq!(tasks, ["Theo chức năng phối hợp kiểm tra.", "Cử người học."]);
}
