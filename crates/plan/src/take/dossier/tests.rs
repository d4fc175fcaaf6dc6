//! Files in whole documents.

use crate::take::parts::Parts;
use crate::take::testing::document;

fn papers(text: &str) -> Vec<String> {
    super::take(&Parts::new(&document(text))).into_iter().flat_map(|list| list.components).map(|item| item.words).collect()
}

#[test]
fn papers_stand_under_a_heading() {
    let text = "\
III. HỒ SƠ VÀ THỜI GIAN

1. Hồ sơ đề nghị khen thưởng

a) Tờ trình của chi hội;

b) Báo cáo thành tích theo mẫu số 2;

c) Hồ sơ nộp 02 bộ về Văn phòng Hội.

2. Thời gian nộp hồ sơ: trước ngày 20/11/2027.
";
    assert_eq!(papers(text), ["Tờ trình của chi hội", "Báo cáo thành tích theo mẫu số 2"]);
}

#[test]
fn a_sentence_leads_to_papers() {
    let text = "\
1. Đối tượng: các lớp

2. Thủ tục

Các lớp gửi hồ sơ đề nghị trước ngày 30/4/2027 gồm:

- Biên bản họp lớp.

- Danh sách bạn đọc tiêu biểu.

- Các lớp nộp chậm thì không xét.

3. Tổ chức thực hiện

- Báo cáo tháng của các lớp do lớp trưởng lập.
";
    assert_eq!(papers(text), ["Biên bản họp lớp", "Danh sách bạn đọc tiêu biểu"]);
}

#[test]
fn a_sentence_lists_papers() {
    let text = "1. Hồ sơ dự thi gồm: đơn đăng ký; bài viết có chữ ký của tác giả; ảnh chân dung.\n\n2. Chấm thi trong tháng 5.\n";
    assert_eq!(papers(text), ["đơn đăng ký", "bài viết có chữ ký của tác giả", "ảnh chân dung"]);
}

#[test]
fn a_file_may_need_one_paper_more() {
    let text = "1. Hồ sơ xét tặng\n\na) Tờ trình.\n\nNgười là kế toán thì hồ sơ đề nghị phải có văn bản xác nhận của kho bạc.\n";
    assert_eq!(papers(text), ["Tờ trình", "văn bản xác nhận của kho bạc"]);
}
