//! Whole plans of two institutions, with what stands in them.

use phongtrao_document::{build, read};

use super::take;
use crate::{Plan, Quota, Subject};

fn plan(text: &str) -> Plan {
    take(&build::build(read::text::read(text.as_bytes()))).plan
}

fn subjects(plan: &Plan) -> Vec<String> {
    let words = |subject: &Subject| format!("{} {}", subject.id, subject.who);
    plan.subjects.iter().map(words).collect()
}

/// Each award as `name | quota`.
fn awards(plan: &Plan) -> Vec<String> {
    let quota = |quota: &Option<Quota>| match quota {
        Some(Quota::Words(words)) => words.clone(),
        _ => String::new(),
    };
    plan.awards.iter().map(|award| format!("{} | {}", award.name, quota(&award.quota))).collect()
}

/// Each task as `unit | date`.
fn tasks(plan: &Plan) -> Vec<String> {
    let due = |task: &crate::Task| task.due.map(|due| due.to_string()).unwrap_or_default();
    plan.tasks.iter().map(|task| format!("{} | {}", task.unit.as_deref().unwrap_or_default(), due(task))).collect()
}

#[test]
fn the_plan_of_a_ward() {
    let plan = plan(include_str!("testdata/reading-ward.txt"));
    assert_eq!(
        subjects(&plan),
        [
            "tap-the các khu phố, trường học, cơ quan, doanh nghiệp đóng trên địa bàn phường",
            "ca-nhan cán bộ, công chức, viên chức, người lao động và Nhân dân cư trú tại phường",
            "ho-gia-dinh Hộ gia đình, dòng họ có đăng ký danh hiệu học tập",
        ]
    );
    assert_eq!(
        awards(&plan),
        [
            "Gia đình học tập | ",
            "Công dân học tập | ",
            "Dòng họ học tập | ",
            "Cộng đồng học tập | ",
            "Giấy khen của Chủ tịch Ủy ban nhân dân phường | 10 tập thể, 30 cá nhân và 20 hộ gia đình có thành tích xuất sắc",
            "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | không quá 03 tập thể và 05 cá nhân",
        ]
    );
    assert_eq!(
        tasks(&plan),
        [
            "Phòng Văn hóa - Xã hội | 2026-10-10",
            "Phòng Văn hóa - Xã hội | --11-25",
            "Hội Khuyến học phường | ",
            "Ủy ban Mặt trận Tổ quốc Việt Nam phường và các tổ chức chính trị - xã hội | ",
            "Các trường học trên địa bàn phường | ",
            "Trưởng các khu phố | --10-30",
        ]
    );
    assert_eq!((plan.criteria.len(), plan.targets.len(), plan.phases.len(), plan.dossiers.len(), plan.reports.len()), (7, 5, 2, 1, 1));
}

#[test]
fn the_plan_of_a_hospital() {
    let plan = plan(include_str!("testdata/reading-hospital.txt"));
    assert_eq!(
        subjects(&plan),
        [
            "tap-the Các khoa, phòng thuộc Bệnh viện",
            "ca-nhan Viên chức, người lao động trong biên chế và hợp đồng từ 12 tháng trở lên",
            "ca-nhan-2 Sinh viên, học viên thực tập tại Bệnh viện",
        ]
    );
    assert_eq!(
        awards(&plan),
        [
            "Giấy khen của Giám đốc | tối đa 05 tập thể",
            "Giấy khen của Giám đốc Sở Y tế | 02 tập thể và 03 cá nhân",
            "Bằng khen của UBND tỉnh | 01 tập thể có thành tích tiêu biểu nhất",
            "Người thầy thuốc của người bệnh | không quá 01 người",
        ]
    );
    let criteria: Vec<&str> = plan.criteria.iter().take(4).map(|criterion| criterion.label.as_str()).collect();
    assert_eq!(
        criteria,
        [
            "Phong cách, thái độ phục vụ: 40 điểm",
            "Cảnh quan, vệ sinh: 30 điểm",
            "Sáng kiến, cải tiến: 20 điểm",
            "Chấp hành kỷ luật lao động: 10 điểm",
        ]
    );
    assert_eq!((plan.tasks.len(), plan.targets.len(), plan.dossiers.len()), (7, 4, 1));
    let dues: Vec<_> = plan.targets.iter().map(|target| target.due.map(|due| due.to_string())).collect();
    assert_eq!(dues, [None, Some("2026".to_owned()), Some("2026-09-30".to_owned()), None]);
}
