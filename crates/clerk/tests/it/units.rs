//! The papers of units, and those that are sent to them.

use rstest::rstest;

use crate::sample::{Sample, digital_skills, drive, university};

const LETTER: &str = "to-trinh-de-nghi-khen-thuong";

#[test]
fn a_letter_tells_of_a_meeting_where_there_was_one() {
    let of = |sample: Sample| sample.worked().text("don-vi/khoa-nong-nghiep", LETTER);
    let met = of(university());
    assert!(met.contains("đã tổ chức họp xét ngày 06/11/2026") && met.contains("11/12 phiếu đồng ý"), "{met}");
    let before = of(university().keep("meetings.csv", |_| false));
    assert!(!before.contains("họp xét") && !before.contains("trình tự"), "{before}");
}

/// The council's table and the reports show the same of the last years.
#[rstest]
#[case::as_it_is(",calendar,thematic", ",calendar,thematic,in-force", "701/QĐ-ĐHVG", true)]
#[case::taken_back(",calendar,thematic", ",calendar,thematic,revoked", "701/QĐ-ĐHVG", false)]
#[case::without_a_day("2025-11-30,Hiệu trưởng,2025,calendar,thematic", ",Hiệu trưởng,2025,calendar,thematic,in-force", "701/QĐ-ĐHVG", true)]
#[case::of_a_school_year("2025,calendar,thematic", "2025,school,thematic,in-force", "2025-2026", true)]
fn what_was_given_in_the_last_years(#[case] from: &str, #[case] to: &str, #[case] words: &str, #[case] is_there: bool) {
    let of_one = university().keep("ledger.csv", |line| line.contains("vc01"));
    let changed = of_one.change("ledger.csv", "year_kind,kind", "year_kind,kind,status").change("ledger.csv", from, to);
    let worked = changed.worked();
    for (folder, file) in [("hoi-dong", "bang-trich-ngang"), ("don-vi/khoa-nong-nghiep", "bao-cao-thanh-tich-vc01-giay-khen-vien-chuc")] {
        assert_eq!(worked.text(folder, file).contains(words), is_there, "{file}");
    }
}

#[test]
fn letters_name_criteria_and_records_by_their_words() {
    for sample in [drive(), university(), digital_skills()] {
        let worked = sample.worked();
        let plan_ids = ["xuat-sac", "doi-moi", "khoa-hoc-truc-tuyen", "diem-hoc-ky", "bai-kiem-tra-cuoi-khoa", "tin-bai"];
        for (name, text) in worked.papers() {
            for id in plan_ids {
                assert!(!text.contains(id), "{name}: {id}");
            }
        }
    }
}

#[test]
fn shares_are_printed_as_percentages() {
    let worked = university().worked();
    let text: String = worked.papers().into_iter().map(|(_, text)| text).collect();
    assert!(text.contains("ít nhất 80%") && text.contains("ít nhất 100%"));
    // Points are none.
    assert!(text.contains("yêu cầu ít nhất 80; kết quả: 79"));
}

#[test]
fn of_a_head_the_level_above_confirms() {
    let report = university().worked().text("don-vi/khoa-nong-nghiep", "bao-cao-thanh-tich-vc01-giay-khen-vien-chuc");
    assert!(report.contains("XÁC NHẬN CỦA CẤP TRÌNH") && report.contains("Lương Đình Khải"), "{report}");
    let namesake =
        university().change("organisation.toml", "TS. Nguyễn Mỹ Nhung\" } }", "TS. Nguyễn Mỹ Nhung\" }, head-person = \"vc02\" }");
    let report = namesake.worked().text("don-vi/khoa-nong-nghiep", "bao-cao-thanh-tich-vc01-giay-khen-vien-chuc");
    assert!(report.contains("XÁC NHẬN CỦA CẤP TRÌNH") && !report.contains("Lương Đình Khải"), "{report}");
}
