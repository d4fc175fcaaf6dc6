//! The papers of the council's meetings.

use rstest::rstest;

use crate::sample::{Worked, digital_skills, drive, university};

const FOLDER: &str = "hoi-dong";

/// The numbers of nominees in a paper, with their names, wherever they stand in it.
fn numbers(fields: &serde_json::Value) -> Vec<(String, u64)> {
    match fields {
        serde_json::Value::Array(list) => list.iter().flat_map(numbers).collect(),
        serde_json::Value::Object(map) => {
            let own = map.get("name").and_then(|name| name.as_str()).zip(map.get("number").and_then(|number| number.as_u64()));
            own.map(|(name, number)| (name.to_owned(), number)).into_iter().chain(map.values().flat_map(numbers)).collect()
        }
        _ => Vec::new(),
    }
}

fn awards(worked: &Worked, file: &str, list: &str) -> Vec<String> {
    let fields = worked.fields(FOLDER, file);
    let items = fields[list].as_array().expect("a list");
    items.iter().map(|item| item["award"].as_str().expect("an award").to_owned()).collect()
}

#[test]
fn one_award_is_one_section_whatever_its_ballots() {
    let worked = university().worked();
    assert_eq!(awards(&worked, "bien-ban-kiem-phieu", "counts").len(), 1);
    assert_eq!(awards(&worked, "bien-ban-hop-hoi-dong", "items").len(), 1);
    for file in ["bien-ban-kiem-phieu", "bien-ban-hop-hoi-dong"] {
        assert!(worked.text(FOLDER, file).contains("TS. Nguyễn Mỹ Nhung không bỏ phiếu về trường hợp của mình"), "{file}");
    }
    let digital = digital_skills().worked();
    assert_eq!(awards(&digital, "bien-ban-kiem-phieu", "counts").len(), 2);
    assert!(digital.text(FOLDER, "bien-ban-kiem-phieu").contains("1 phiếu không hợp lệ"));
}

#[test]
fn a_nominee_has_one_number_on_all_papers_of_the_council() {
    let worked = digital_skills().worked();
    let table = worked.fields(FOLDER, "bang-trich-ngang");
    let groups = table["groups"].as_array().expect("groups").iter();
    let names: Vec<String> = groups
        .flat_map(|group| group["nominees"].as_array().expect("nominees"))
        .map(|nominee| nominee["name"].as_str().expect("a name").to_owned())
        .collect();
    for file in ["phieu-bau-theo-danh-sach", "bien-ban-kiem-phieu", "bien-ban-hop-hoi-dong"] {
        let found = numbers(&worked.fields(FOLDER, file));
        // The table has those too on whom the council is still to vote.
        assert_eq!(found.len(), 21, "{file}");
        for (name, number) in found {
            assert_eq!(names.get(number as usize - 1), Some(&name), "{file}: {number}");
        }
    }
}

#[test]
fn those_on_whom_nobody_votes_stand_apart() {
    let table = university().worked().fields(FOLDER, "bang-trich-ngang");
    let count = |list: &str| {
        table[list].as_array().expect("groups").iter().map(|group| group["nominees"].as_array().map_or(0, Vec::len)).sum::<usize>()
    };
    assert_eq!(count("groups"), 2);
    assert!(count("not-voted") > 2);
}

#[test]
fn who_fell_in_the_unit_stands_in_no_table_of_the_council() {
    let worked = drive().worked();
    let table = worked.text(FOLDER, "bang-trich-ngang");
    assert!(table.contains("Nguyễn Phương Hà") && !table.contains("Chanmony"), "{table}");
}

#[test]
fn each_meeting_has_its_own_papers_and_the_note_names_both_days() {
    let worked = digital_skills()
        .keep("meetings.csv", |_| true)
        .change("meetings.csv", "hoi-dong-2026,council,2026-12-08,giay-khen-tap-the", "hoi-dong-lan-2,council,2026-12-10,giay-khen-tap-the")
        .add("sittings.csv", "hoi-dong-lan-2,council,,2026-12-10,8h00,,Phòng họp A2,,,,\n")
        .worked();
    let files = worked.files(FOLDER);
    let expected = [
        "bien-ban-hop-hoi-dong-thi-dua-khen-thuong-2026-12-08",
        "bien-ban-hop-hoi-dong-thi-dua-khen-thuong-2026-12-10",
        "giay-moi-hop-hoi-dong-thi-dua-khen-thuong-2026-12-10",
    ];
    assert!(expected.iter().all(|file| files.contains(file)), "{files:?}");
    assert_eq!(awards(&worked, expected[0], "items").len(), 1);
    assert_eq!(awards(&worked, expected[1], "items").len(), 1);
    let note = worked.text("quyet-dinh", "phieu-trinh-ky-quyet-dinh-khen-thuong");
    assert!(note.contains("đã họp ngày 08/12/2026, ngày 10/12/2026"), "{note}");
}

/// The meeting that the table names has its papers, on whatever day one asks.
#[rstest]
#[case::still_to_come("2026-11-20")]
#[case::past("2026-11-13")]
fn the_papers_before_a_vote(#[case] day: &str) {
    let before = university().keep("meetings.csv", |line| !line.contains("council"));
    let worked = before.change("sittings.csv", "2026-11-13", day).on("2026-11-15").worked();
    let files = worked.files(FOLDER);
    for expected in ["giay-moi-hop", "danh-sach-diem-danh", "phieu-bau-theo-danh-sach"] {
        assert!(files.iter().any(|file| file.starts_with(expected)), "{expected}: {files:?}");
    }
    assert!(!worked.codes().contains(&"clerk-council-day"), "{:?}", worked.said());
}

#[test]
fn a_meeting_of_which_nothing_is_written_is_told() {
    let worked = university().keep("sittings.csv", |line| !line.contains("council")).worked();
    assert!(worked.codes().contains(&"clerk-council-unwritten"), "{:?}", worked.said());
}

const RULINGS: &str = "award,subject,by,on,reason\n";

#[test]
fn a_ruling_of_a_member_stands_in_no_minutes_and_is_told() {
    let chaired = university().change("organisation.toml", "PGS.TS Lương Đình Khải", "ThS. Lê Văn Nghĩa");
    let worked = chaired.add("rulings.csv", &format!("{RULINGS}giay-khen-vien-chuc,vc13,vc01,2026-11-13,thâm niên cao hơn\n")).worked();
    assert!(!worked.text(FOLDER, "bien-ban-hop-hoi-dong").contains("thâm niên cao hơn"));
    assert!(worked.codes().contains(&"ruling-not-of-chair"), "{:?}", worked.said());
}

/// What is known of somebody by now does not change what a meeting did.
#[test]
fn whoever_was_voted_on_stays_in_the_minutes() {
    let later = university().keep("ratings.csv", |line| !line.starts_with("vc13,")).worked();
    for (folder, file) in [(FOLDER, "bien-ban-hop-hoi-dong"), (FOLDER, "bien-ban-kiem-phieu"), ("don-vi/khoa-thuy-san", "bien-ban-hop")] {
        let (before, after) = (university().worked().text(folder, file), later.text(folder, file));
        assert!(before.matches("Lê Văn Trường").count() == after.matches("Lê Văn Trường").count(), "{file}: {after}");
    }
}

#[test]
fn minutes_that_cannot_be_made_are_told() {
    let uncounted = university().change("meetings.csv", "giay-khen-vien-chuc,vc13,7,7,7,7,6,1,0", "giay-khen-vien-chuc,vc13,7,7,7,7,,,");
    let worked = uncounted.worked();
    assert!(!worked.files(FOLDER).iter().any(|file| file.starts_with("bien-ban-hop-hoi-dong")));
    assert!(worked.codes().contains(&"clerk-minutes-uncounted"), "{:?}", worked.said());
}

#[test]
fn a_decision_rests_on_the_minutes_of_the_council() {
    let basis = "Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng";
    let worked = digital_skills().worked();
    assert!(worked.text("quyet-dinh", "quyet-dinh-khen-thuong").contains(basis));
    assert!(!worked.text(FOLDER, "bang-trich-ngang").contains("Lưu ý"));
}

/// What minutes, invitation and the note before the head say of the posting; that nothing came stands there only where somebody wrote a zero.
#[rstest]
#[case::nothing_written("2026-11-02,,,", "niêm yết công khai từ ngày 02 tháng 11 năm 2026; ý kiến nhận được: ……")]
#[case::none_came(
    "2026-11-02,2026-11-11,0,",
    "từ ngày 02 tháng 11 năm 2026 đến hết ngày 11 tháng 11 năm 2026; không có ý kiến, đơn thư khiếu nại, tố cáo"
)]
#[case::some_came(
    "2026-11-02,2026-11-11,2,đã xác minh và trả lời",
    "nhận được 02 ý kiến, đơn thư; kết quả xem xét: đã xác minh và trả lời"
)]
#[case::not_looked_at("2026-11-02,2026-11-11,1,", "nhận được 01 ý kiến, đơn thư; kết quả xem xét: ……")]
fn what_came_of_the_posting(#[case] written: &str, #[case] said: &str) {
    let worked = university()
        .keep("sittings.csv", |line| line.contains("council"))
        .change("sittings.csv", "counters,opinions", "counters,opinions,posted,posted_to,posting_opinions,posting_result")
        .change("sittings.csv", "ThS. Bùi Thế Anh,", &format!("ThS. Bùi Thế Anh,,{written}"))
        .worked();
    let minutes = worked.text(FOLDER, "bien-ban-hop-hoi-dong");
    let note = worked.text("quyet-dinh", "phieu-trinh-ky-quyet-dinh-khen-thuong");
    for paper in [&minutes, &note] {
        assert!(paper.contains(said), "{paper}");
        assert_eq!(paper.contains("không có ý kiến, đơn thư"), said.contains("không có ý kiến"), "{paper}");
    }
    let agenda = worked.text(FOLDER, "giay-moi");
    assert!(agenda.contains("1. Thường trực Hội đồng báo cáo kết quả niêm yết công khai"), "{agenda}");
}

#[test]
fn minutes_name_the_members_who_were_there_and_say_what_the_council_agreed() {
    let minutes = university().worked().text(FOLDER, "bien-ban-hop-hoi-dong");
    assert!(minutes.contains("- TS. Trần Thị Xuân, Trưởng phòng Bảo đảm chất lượng, Ủy viên."), "{minutes}");
    assert!(minutes.contains("xem xét, quyết định khen thưởng 01 trong số 02 trường hợp"), "{minutes}");
    assert!(minutes.contains("được những người dự họp thông qua"), "{minutes}");
    // As many as were there are named, or none.
    let six =
        university().change("meetings.csv", ",7,7,6,6,5,1,0", ",7,6,6,6,5,1,0").change("meetings.csv", ",7,7,7,7,6,1,0", ",7,6,6,6,6,0,0");
    let unnamed = six.clone().worked().text(FOLDER, "bien-ban-hop-hoi-dong");
    assert!(!unnamed.contains("- TS. Trần Thị Xuân"), "{unnamed}");
    let rolled = six.add("roll.csv", "meeting,person,present,reason\nhoi-dong-2026,vc01,no,đi công tác\n").worked();
    let rolled = rolled.text(FOLDER, "bien-ban-hop-hoi-dong");
    assert!(rolled.contains("- TS. Trần Thị Xuân") && !rolled.contains("- TS. Nguyễn Mỹ Nhung, Trưởng khoa"), "{rolled}");
}

const LOWER: &str = "[[award]]\nid = \"thu-khen\"\nform = \"commendation\"\nname = \"Thư khen của Hiệu trưởng\"\nauthority = \"Hiệu trưởng\"\n\
    subject = \"vien-chuc\"\ncriteria = [\"xep-loai\", \"khoa-hoc\", \"doi-moi\"]\nballot = \"hoi-dong\"\nround = \"hang-nam\"\n\n";

#[test]
fn a_ballot_gives_the_lower_award() {
    let next = "# Văn bản chỉ ghi tỷ lệ của viên chức";
    let rank = "rank_by = \"khoa-hoc\"\nballot";
    let worked = university()
        .change_plan(next, &format!("{LOWER}{next}"))
        .change_plan(rank, &rank.replace("\nballot", "\nlower = \"thu-khen\"\nballot"))
        .change("meetings.csv", ",invalid", ",invalid,lowered")
        .change("meetings.csv", ",11,1,0", ",11,1,0,")
        .change("meetings.csv", ",9,0,1", ",9,0,1,")
        .change("meetings.csv", ",5,1,0", ",5,1,0,")
        .change("meetings.csv", ",6,1,0", ",1,0,0,6")
        .worked();
    let ballot = worked.text(FOLDER, "phieu-bau");
    assert!(ballot.contains("danh hiệu thấp hơn: Thư khen của Hiệu trưởng"), "{ballot}");
    let counted = &worked.fields(FOLDER, "bien-ban-kiem-phieu")["counts"][0];
    assert_eq!(counted["lower"], "Thư khen của Hiệu trưởng", "{counted}");
    assert_eq!(counted["nominees"][1]["lowered"], 6, "{counted}");
    let minutes = worked.text(FOLDER, "bien-ban-hop-hoi-dong");
    assert!(minutes.contains("Hạ xuống Thư khen của Hiệu trưởng"), "{minutes}");
    let decision = worked.text("quyet-dinh", "quyet-dinh-khen-thuong");
    assert!(decision.contains("Thư khen của Hiệu trưởng") && decision.contains("Lê Văn Trường"), "{decision}");
}

#[test]
fn one_person_signs_the_table_once() {
    let table = |sample: crate::sample::Sample| sample.worked().text(FOLDER, "bang-trich-ngang");
    let name = "\"name\":\"ThS. Nguyễn Duy Long\"";
    assert_eq!(table(university()).matches(name).count(), 1);
    let other = university().change(
        "organisation.toml",
        "secretary = { capacity = [\"Thư ký\"], name = \"ThS. Nguyễn Duy Long\" }",
        "secretary = { capacity = [\"Thư ký\"], name = \"ThS. Bùi Thế Anh\" }",
    );
    assert!(table(other).contains("\"name\":\"ThS. Bùi Thế Anh\""));
}

/// The row of somebody in the table of nominees.
fn opinion(worked: &Worked, name: &str) -> String {
    let table = worked.fields(FOLDER, "bang-trich-ngang");
    let groups = ["groups", "not-voted"].into_iter().flat_map(|list| table[list].as_array().expect("groups").clone());
    let nominees = groups.flat_map(|group| group["nominees"].as_array().expect("nominees").clone());
    let mut found = nominees.filter(|nominee| nominee["name"].as_str().is_some_and(|printed| printed.contains(name)));
    found.next().expect("a row")["opinion"].as_str().expect("an opinion").to_owned()
}

/// The desk says of each what was judged, and nothing that was not.
#[rstest]
#[case::met(
    "ratings.csv",
    "vc13,2026,calendar,public-employee,excellent",
    "vc13,2026,calendar,public-employee,excellent",
    "Đủ điều kiện, tiêu chuẩn"
)]
#[case::not_met(
    "ratings.csv",
    "vc13,2026,calendar,public-employee,excellent",
    "vc13,2026,calendar,public-employee,completed",
    "Không đủ điều kiện: Chưa đạt"
)]
#[case::missing("ratings.csv", "vc13,2026,calendar,public-employee,excellent,611/QĐ-ĐHVG,2026-11-10\n", "", "Chưa kết luận, còn thiếu: ")]
fn the_desk_has_an_opinion_of_each(#[case] file: &str, #[case] from: &str, #[case] to: &str, #[case] expected: &str) {
    let said = opinion(&university().change(file, from, to).worked(), "Lê Văn Trường");
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn whoever_is_held_has_room_in_the_table() {
    let said = opinion(&university().add("pending.csv", "vc13,complaint,2026-11-01,\n").worked(), "Lê Văn Trường");
    assert_eq!(said, "Chưa kết luận: ……………………………");
}

#[test]
fn minutes_say_award_by_award_what_was_decided() {
    let minutes = university().worked().text(FOLDER, "bien-ban-hop-hoi-dong");
    assert!(minutes.contains("đưa ra xét 02 trường hợp, đạt số phiếu quy định "), "{minutes}");
}

/// More are away by the roll than the votes leave room for; a row has fewer present for no reason.
#[test]
fn a_roll_that_contradicts_the_votes_is_told() {
    let rolled = university().add("roll.csv", "meeting,person,present,reason\nhoi-dong-2026,vc02,no,đi công tác\n").worked();
    assert!(rolled.codes().contains(&"clerk-roll-contradicted"), "{:?}", rolled.said());
    assert!(!rolled.files(FOLDER).iter().any(|file| file.starts_with("bien-ban-hop-hoi-dong")));
    assert!(!university().worked().codes().iter().any(|code| ["clerk-roll-contradicted", "clerk-presence-uneven"].contains(code)));
    let uneven = university().change("meetings.csv", "vc13,7,7,7,7,6,1,0", "vc13,7,6,6,6,6,0,0").worked();
    assert!(uneven.codes().contains(&"clerk-presence-uneven"), "{:?}", uneven.said());
}

/// An award of the ministry is posted for five working days before the council meets on 13/11/2026, a Friday.
#[rstest]
#[case::long_enough("2026-11-02,2026-11-12,,", false)]
#[case::too_late("2026-11-09,2026-11-12,,", true)]
#[case::taken_down_too_soon("2026-11-02,2026-11-04,,", true)]
fn a_list_that_was_posted_too_short_is_told(#[case] written: &str, #[case] expected: bool) {
    let own = "honour = \"certificate-of-commendation\"\nauthority = \"Hiệu trưởng\"\nsubject = \"vien-chuc\"";
    let higher = "honour = \"certificate-of-merit\"\nauthority = \"Bộ trưởng Bộ Giáo dục và Đào tạo\"\nsubject = \"vien-chuc\"";
    let worked = university()
        .change_plan(own, higher)
        .change("data.toml", "format = 1\n", "format = 1\nsector = \"education\"\n")
        .keep("sittings.csv", |line| line.contains("council"))
        .change("sittings.csv", "counters,opinions", "counters,opinions,posted,posted_to,posting_opinions,posting_result")
        .change("sittings.csv", "ThS. Bùi Thế Anh,", &format!("ThS. Bùi Thế Anh,,{written}"))
        .worked();
    assert_eq!(worked.codes().contains(&"clerk-posting-short"), expected, "{:?}", worked.said());
}

#[test]
fn papers_to_be_signed_say_nothing_of_what_packs_doubt() {
    for worked in [university().worked(), digital_skills().worked()] {
        let doubtful = worked.papers().into_iter().find(|(_, text)| text.contains("Chưa chắc chắn"));
        assert!(doubtful.is_none(), "{doubtful:?}");
    }
}
