//! Votes as facts of a round: what the judge is given of each row of a meeting.

use phongtrao_diagnostic::{Language, Words};
use phongtrao_judge::Verdict;
use phongtrao_judge::reasons::Reason;
use phongtrao_movement::rounds::{Wanted, round};
use phongtrao_plan::file;
use phongtrao_register::Register;
use phongtrao_rules::Packs;
use rstest::rstest;

const PLAN: &str = include_str!("../../../../examples/lifelong-learning-university/plan.toml");
const RULES: &str = include_str!("../../../../examples/lifelong-learning-university/packs/vinh-giang.toml");

/// A council must see a list for five working days before it meets.
const POSTED: &str = "[pack]\nid = \"own\"\nname_vi = \"Quy chế\"\nname_en = \"Rules\"\nchecked = \"2026-01-01\"\n\
    [[posting]]\nid = \"own-posting\"\nname_vi = \"Công khai danh sách\"\nname_en = \"Posting of the list\"\nworking_days = 5\n\
    before = \"council-meeting\"\nscope = { decided_by = [\"base\"] }\nconfidence = \"read\"\nsource = \"Quy chế, Điều 9\"\n";

const PEOPLE: &str = "id,name,category\nan,Lê Thị An,official\n";
const SITTINGS: &str = "meeting,body,on,posted\nhop,council,2026-11-13,";

/// The reason that a row of the council gives on an award.
fn of_council(numbers: &str, posted: &str) -> Option<Reason> {
    of_council_on("2026-11-13", numbers, posted)
}

fn of_council_on(day: &str, numbers: &str, posted: &str) -> Option<Reason> {
    let (packs, faults) =
        Packs::laid_over(&Packs::embedded_files(), &[("vinh-giang.toml".to_owned(), RULES), ("own.toml".to_owned(), POSTED)]);
    assert!(faults.is_empty(), "{faults:?}");
    let meetings =
        format!("meeting,body,on,award,subject,members,present,issued,agreed\nhop,council,{day},giay-khen-vien-chuc,an,{numbers}\n");
    let files = [
        ("data.toml", "format = 1\n".to_owned()),
        ("people.csv", PEOPLE.to_owned()),
        ("meetings.csv", meetings),
        ("sittings.csv", format!("{SITTINGS}{posted}\n").replace("2026-11-13", day)),
    ];
    let (register, reports) = Register::read(&files.map(|(name, text)| (name.to_owned(), text.into_bytes())));
    assert!(reports.is_empty(), "{reports:?}");
    let (plan, _) = file::read(PLAN);
    let as_of = Some("2026-11-30".parse().expect("a day"));
    let round = round(&plan, &packs, &register, &Wanted { id: Some("hang-nam"), as_of, chair: None }).expect("a round");
    let award = round.awards.into_iter().find(|award| award.id == "giay-khen-vien-chuc").expect("the award");
    award.votes.into_iter().find_map(|(subject, reasons)| (subject == "an").then_some(reasons))?.pop()
}

#[rstest]
#[case::enough("7,7,7,6", Verdict::Met)]
#[case::too_few("7,7,7,5", Verdict::NotMet)]
#[case::no_quorum_must_meet_again("7,4,4,4", Verdict::Unknown)]
#[case::presence_is_not_written("7,,7,6", Verdict::Unknown)]
#[case::votes_are_not_written("7,7,7,", Verdict::Unknown)]
fn a_vote_with_its_quorum(#[case] numbers: &str, #[case] is: Verdict) {
    let reason = of_council(numbers, "").expect("the council met");
    assert_eq!(reason.verdict, Some(is), "{reason:?}");
    assert!(reason.source.as_deref().is_some_and(|source| source.contains("Điều 7")), "{reason:?}");
    let quorum = reason.parts.first().expect("the quorum");
    assert!(quorum.source.as_deref().is_some_and(|source| source.contains("Điều 8")), "{reason:?}");
    assert_eq!(reason.grounds.first().map(|ground| ground.place.line), Some(2));
    assert_eq!(is == Verdict::Unknown, !reason.missing.is_empty(), "{reason:?}");
}

#[rstest]
#[case::long_enough("2026-11-05", Some(Verdict::Met), Verdict::Met)]
#[case::a_day_short("2026-11-06", Some(Verdict::NotMet), Verdict::Unknown)]
#[case::nobody_wrote_it_down("", None, Verdict::Met)]
fn a_list_that_was_posted(#[case] posted: &str, #[case] posting: Option<Verdict>, #[case] is: Verdict) {
    let reason = of_council("7,7,7,7", posted).expect("the council met");
    assert_eq!(reason.parts.get(1).and_then(|part| part.verdict), posting, "{reason:?}");
    assert_eq!(reason.verdict, Some(is), "{reason:?}");
}

/// The round is held every year and closes on 15/11: what the council decided in the January after it still belongs to it.
#[rstest]
#[case::after_the_last_closing("2026-01-10", false)]
#[case::last_year("2025-11-13", false)]
#[case::this_year("2026-07-01", true)]
fn votes_of_another_year_do_not_count(#[case] day: &str, #[case] counts: bool) {
    assert_eq!(of_council_on(day, "7,7,7,6", "").is_some(), counts);
}

#[test]
fn the_numbers_are_in_the_reason() {
    let words = Words::new(Language::English, &[&phongtrao_movement::texts::TEXTS]);
    let reason = of_council("7,7,7,6", "").expect("the council met");
    let said = words.say(&reason.asked.as_ref().expect("what was reached").words);
    assert!(said.contains("6/7") && said.contains("80%"), "{said}");
}
