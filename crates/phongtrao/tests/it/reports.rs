//! Papers of the plan, of recognition and of reporting: what they say of the examples.

use std::path::Path;

use phongtrao_value::text::folded;
use rstest::rstest;
use toml::Value;

use crate::examples::{NAMES, example};
use crate::support::{self, printed, program};
use crate::worked::worked;

/// Keys of `plan.toml` whose values are words of the text; what else stands there is ids, numbers and days.
const KEYS_OF_WORDS: [&str; 23] = [
    "authority",
    "block",
    "by",
    "capacity",
    "conditions",
    "from",
    "issuer",
    "label",
    "lines",
    "money",
    "name",
    "paper",
    "place",
    "quota",
    "scope",
    "text",
    "title",
    "to",
    "unit",
    "what",
    "who",
    "within",
    "words",
];

/// Keys whose values are in the language of criteria.
const MEASURES: [&str; 3] = ["measure", "having", "rank_by"];

#[rstest]
fn a_plan_pressed_again_keeps_all_its_words(#[values(0, 1, 2, 3, 4)] name: usize) {
    let name = NAMES[name];
    let place = tempfile::tempdir().expect("a folder");
    let out = place.path().join("ke-hoach.docx");
    printed(program().args(["press", "plan", "--data"]).arg(example(name, "plan.toml")).arg("--out").arg(&out));
    let said = bare(&support::document(&out).text);
    let plan: Value = toml::from_str(&std::fs::read_to_string(example(name, "plan.toml")).expect("a plan")).expect("TOML");
    let mut words = Vec::new();
    gather(&plan, "", &mut words);
    assert!(words.len() > 40, "{name}: {}", words.len());
    for words in words {
        assert!(said.contains(&bare(&words)), "{name}: {words}");
    }
}

/// The words of a plan, but those of numbers and days; of what is measured only what it is called.
fn gather(value: &Value, key: &str, words: &mut Vec<String>) {
    match value {
        Value::Table(table) if MEASURES.contains(&key) || table.contains_key("kind") && key == "of" => {
            table.get("label").into_iter().for_each(|label| gather(label, "label", words));
            table.get("of").into_iter().for_each(|parts| gather(parts, "of", words));
        }
        Value::Table(table) => table.iter().for_each(|(key, value)| gather(value, key, words)),
        Value::Array(values) => values.iter().for_each(|value| gather(value, key, words)),
        Value::String(said)
            if KEYS_OF_WORDS.contains(&key) && said.chars().any(|letter| letter.is_alphabetic() && letter != 'Q') && !is_code(said) =>
        {
            words.push(said.clone());
        }
        _ => {}
    }
}

/// A word of `plan.toml` itself, which no paper says: `own`.
fn is_code(said: &str) -> bool {
    said.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
}

/// Letters and figures alone: a sentence may begin with a capital, and lines end where the column does.
fn bare(words: &str) -> String {
    folded(words).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// A plan with two issuers has both in its head, and both sign.
#[test]
fn a_joint_plan_names_both_bodies() {
    let place = tempfile::tempdir().expect("a folder");
    let out = place.path().join("chuong-trinh.docx");
    printed(program().args(["press", "plan", "--data"]).arg(example("learning-partnership", "plan.toml")).arg("--out").arg(&out));
    let said = support::document(&out).text.split_whitespace().collect::<Vec<&str>>().join(" ");
    for words in
        ["HỘI KHUYẾN HỌC TỈNH TRƯỜNG HÀ", "BỘ CHỈ HUY QUÂN SỰ TỈNH TRƯỜNG HÀ", "Số: 09/CTr-HKH-BCHQS", "Hồ Thị Minh Tâm", "Trịnh Quốc Vinh"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn a_plan_with_a_fault_is_a_finding() {
    let place = tempfile::tempdir().expect("a folder");
    let data = place.path().join("plan.toml");
    std::fs::write(&data, "format = 1\n[plan]\nkind = 5\n").expect("written");
    let output = program().args(["press", "plan", "--data"]).arg(&data).args(["--lang", "en"]).output().expect("it starts");
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("plan.toml"), "{output:?}");
}

/// What the papers of a round say.
#[rstest]
#[case::what_is_not_known_lies_between_bounds("learning-partnership", "hang-nam", "bao-cao/bao-cao-so-ket-tong-ket", &["từ 57,14% đến 71,43%", "Chưa đến hạn", "Đã xét 171 lượt tập thể, cá nhân: 98 lượt"])]
#[case::a_share_of_people("peak-drive", "tong-ket", "bao-cao/bao-cao-so-ket-tong-ket", &["Tổng kết thực hiện Kế hoạch", "94,73%", "01 chỉ tiêu chưa đủ số liệu để kết luận"])]
#[case::a_mean_of_which_the_plan_speaks_in_percent("digital-skills", "tong-ket", "bao-cao/bao-cao-so-ket-tong-ket", &["01 chỉ tiêu đạt; 01 chỉ tiêu không đạt", "85,71%"])]
#[case::counts("digital-skills", "tong-ket", "bao-cao/bieu-thong-ke", &["Đơn vị báo cáo: ", "Từ ngày 01/12/2025 đến ngày 30/11/2026", "Trong đó: nữ"])]
#[case::a_unit_assesses_itself("lifelong-learning-university", "hang-nam", "don-vi/khoa-thuy-san/phieu-tu-danh-gia-don-vi-hoc-tap", &["Số tiêu chí đạt: 3/3.", "Kết quả: 80%", "Số người đạt “Công dân học tập”: 04 người."])]
#[case::a_unit_asks("learning-partnership", "hang-nam", "don-vi/phong-tham-muu/cong-van-de-nghi-cong-nhan-don-vi-hoc-tap", &["Số người đạt “Quân nhân học tập”: 5/6 người"])]
#[case::people_of_a_unit("lifelong-learning-university", "hang-nam", "don-vi/khoa-thuy-san/danh-sach-de-nghi-cong-nhan-cong-dan-hoc-tap", &["Khoa Thủy sản: 04 người"])]
#[case::all_units("lifelong-learning-university", "hang-nam", "cong-nhan/bang-tong-hop-ket-qua-danh-gia-don-vi-hoc-tap", &["57,57%", "Chờ số liệu, ý kiến"])]
#[case::a_first_prize_before_a_second("digital-skills", "chung-ket", "cong-nhan/quyet-dinh-cong-nhan", &["GIÁM ĐỐC PHÂN HIỆU", "công nhận Giải Nhất cuộc thi “Phòng họp không giấy tờ”, Giải Nhì", "Công nhận 03 tập thể"])]
#[case::people_and_units("learning-partnership", "hang-nam", "cong-nhan/quyet-dinh-cong-nhan", &["Công nhận 04 tập thể, 37 cá nhân", "năm 2026"])]
fn papers_say_what_became_of_a_round(#[case] name: &'static str, #[case] round: &'static str, #[case] paper: &str, #[case] words: &[&str]) {
    let text = support::document(&worked((name, round)).join(Path::new(&format!("{paper}.docx")))).text;
    let said = text.split_whitespace().collect::<Vec<&str>>().join(" ");
    for words in words {
        assert!(said.contains(words), "{words} is not in {said}");
    }
}
