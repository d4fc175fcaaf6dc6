//! Rows of meetings, as the data folder has them.

use std::collections::BTreeMap;

use phongtrao_movement::meetings::{AwardVotes, Meetings, Nominee, Quorate, tally};
use phongtrao_movement::tally::{BodyKind, Lower, Rule};
use phongtrao_register::rows::{MeetingResult, Place, Ruling};
use phongtrao_rules::entries::RecusedBase;
use phongtrao_rules::{About, Packs};
use rstest::rstest;

/// `meeting body day award subject members present issued agreed against invalid lowered recused`; `-` where nothing is written down.
fn rows(text: &str) -> Vec<MeetingResult> {
    let row = |(line, text): (usize, &str)| {
        let cells: Vec<&str> = text.split_whitespace().collect();
        let count = |at: usize| cells[at].parse::<u32>().ok();
        MeetingResult {
            place: Place { file: "meetings.csv", line: line as u32 + 2 },
            meeting: cells[0].to_owned(),
            body: cells[1].to_owned(),
            on: format!("2026-11-{}", cells[2]).parse().expect("a day"),
            award: cells[3].to_owned(),
            subject: cells[4].to_owned(),
            members: count(5).expect("members"),
            present: count(6),
            issued: count(7),
            agreed: count(8),
            against: count(9),
            invalid: count(10),
            returned: None,
            lowered: cells.get(11).and_then(|cell| cell.parse().ok()),
            recused: cells.get(12).and_then(|cell| cell.parse().ok()),
        }
    };
    text.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate().map(row).collect()
}

fn rule(honour: &str, body: BodyKind) -> Rule {
    let about = About { honour: Some(honour), decided_by: Some("ministry"), sectors: &["education"], ..About::default() };
    Rule::of_packs(Packs::embedded(), about, body, "2026-11-21".parse().expect("a day"))
}

fn awards() -> Vec<AwardVotes> {
    let council = |honour: &str| BTreeMap::from([(BodyKind::Council, rule(honour, BodyKind::Council))]);
    let award = |award: &str, rules, requires: &[&str], places: Option<u64>| AwardVotes {
        award: award.to_owned(),
        rules,
        places: places.map(|places| ("all".to_owned(), places)).into_iter().collect(),
        requires: requires.iter().map(|award| (*award).to_owned()).collect(),
        lower: (award == "chien-si-bo").then(|| Lower { award: "bang-khen".to_owned() }),
    };
    // The unit's share of votes is not known of the ministry: here it is that of the council.
    let both = BTreeMap::from([
        (BodyKind::Unit, rule("certificate-of-merit", BodyKind::Council)),
        (BodyKind::Council, rule("certificate-of-merit", BodyKind::Council)),
    ]);
    vec![
        award("chien-si", council("certificate-of-merit"), &[], Some(2)),
        award("bang-khen", both, &[], None),
        award("chien-si-bo", council("ministry-emulation-fighter"), &["chien-si"], None),
        award("cong-nhan", BTreeMap::new(), &[], None),
    ]
}

fn tallied(text: &str, subjects: &[&str]) -> Meetings {
    ruled(text, subjects, &[])
}

/// The same with those whom the chair chose.
fn ruled(text: &str, subjects: &[&str], chosen: &[&str]) -> Meetings {
    let nominee =
        |award: &str, subject: &str| Nominee { award: award.to_owned(), subject: subject.to_owned(), kind: None, within: "all".to_owned() };
    let mut nominees = Vec::new();
    for award in ["chien-si", "bang-khen", "chien-si-bo", "cong-nhan"] {
        nominees.extend(subjects.iter().map(|subject| nominee(award, subject)));
    }
    let ruling = |(line, subject): (usize, &&str)| Ruling {
        place: Place { file: "rulings.csv", line: line as u32 + 2 },
        award: "chien-si".to_owned(),
        subject: (*subject).to_owned(),
        by: "chu-tich".to_owned(),
        on: "2026-11-20".parse().expect("a day"),
        reason: "nữ".to_owned(),
    };
    let rulings: Vec<Ruling> = chosen.iter().enumerate().map(ruling).collect();
    tally(&rows(text), &rulings, &awards(), &nominees, &BTreeMap::new())
}

fn outcome(meetings: &Meetings, award: &str, subject: &str) -> &'static str {
    meetings.of(award, subject).and_then(|result| result.outcome.as_ref()).map_or("none", |outcome| outcome.code())
}

#[rstest]
#[case::enough("h1 council 20 chien-si an 9 9 9 8 1 0", "passed", &[])]
#[case::too_few("h1 council 20 chien-si an 9 9 9 7 2 0", "failed", &[])]
#[case::no_quorum("h1 council 20 chien-si an 9 5 9 9 0 0", "not-put", &[])]
#[case::presence_not_written_down("h1 council 20 chien-si an 9 - 9 9 0 0", "unknown", &[])]
#[case::votes_not_written_down("h1 council 20 chien-si an 9 9 9 - - -", "unknown", &[])]
#[case::asked_in_writing("h1 council 20 chien-si an 9 0 9 8 1 0", "passed", &[])]
#[case::second_ballot("h2 council 21 chien-si an 9 9 9 8 1 0\nh1 council 20 chien-si an 9 9 9 7 2 0", "passed", &[])]
#[case::more_than_issued("h1 council 20 chien-si an 9 9 8 8 1 0", "unknown", &["ballots-not-adding-up"])]
#[case::more_present("h1 council 20 chien-si an 9 10 9 8 1 0", "unknown", &["ballots-too-many"])]
#[case::more_issued("h1 council 20 chien-si an 9 9 10 8 1 0", "unknown", &["ballots-too-many"])]
#[case::members_differ("h1 council 20 chien-si an 9 9 9 8 1 0\nh1 council 20 bang-khen an 11 9 9 8 1 0", "unknown", &["meeting-rows-differ", "meeting-rows-differ"])]
#[case::days_differ("h1 council 20 chien-si an 9 9 9 8 1 0\nh1 council 21 other binh 9 9 9 8 1 0", "passed", &["meeting-rows-differ"])]
#[case::wrong_body("h1 unit 20 chien-si an 9 9 9 9 0 0", "unknown", &["vote-not-asked"])]
#[case::not_proposed("h1 council 20 chien-si an 9 9 9 9 0 0\nh1 council 20 chien-si dung 9 9 9 9 0 0", "passed", &["vote-not-asked"])]
#[case::of_another_round("h1 council 20 chien-si an 9 9 9 9 0 0\nh1 council 20 other an 9 9 9 1 0 0", "passed", &[])]
fn rows_of_one_nominee(#[case] text: &str, #[case] expected: &str, #[case] doubts: &[&str]) {
    let meetings = tallied(text, &["an"]);
    assert_eq!(outcome(&meetings, "chien-si", "an"), expected, "{:?}", meetings.of("chien-si", "an"));
    let found: Vec<&str> = meetings.doubts.iter().map(|doubt| doubt.finding().code).collect();
    assert_eq!(found, doubts);
}

#[test]
fn the_unit_votes_before_the_council() {
    let text = "
        u1 unit 10 bang-khen an 9 9 9 8 1 0
        u1 unit 10 bang-khen binh 9 9 9 5 4 0
        h1 council 20 bang-khen an 9 9 9 9 0 0
        h1 council 20 bang-khen binh 9 9 9 9 0 0
        h1 council 20 bang-khen chi 9 9 9 9 0 0";
    let meetings = tallied(text, &["an", "binh", "chi"]);
    let outcomes = ["an", "binh", "chi"].map(|subject| outcome(&meetings, "bang-khen", subject));
    // Of the third the unit's vote is not there.
    assert_eq!(outcomes, ["passed", "failed", "unknown"]);
    let layers = &meetings.of("bang-khen", "an").expect("a result").layers;
    let seen: Vec<(BodyKind, Quorate, &str)> =
        layers.iter().map(|layer| (layer.body, layer.quorum, layer.meetings[0].0.as_str())).collect();
    assert_eq!(seen, [(BodyKind::Unit, Quorate::Yes, "u1"), (BodyKind::Council, Quorate::Yes, "h1")]);
}

#[test]
fn higher_titles_fall_with_lower_ones_and_places_go_to_the_most_votes() {
    let text = "
        h1 council 20 chien-si an 9 9 9 8 1 0
        h1 council 20 chien-si binh 9 9 9 9 0 0
        h1 council 20 chien-si chi 9 9 9 9 0 0
        h1 council 20 chien-si-bo an 9 9 9 9 0 0
        h1 council 20 chien-si-bo binh 9 9 9 9 0 0";
    let meetings = tallied(text, &["an", "binh", "chi"]);
    let of = |award: &str| ["an", "binh", "chi"].map(|subject| outcome(&meetings, award, subject));
    assert_eq!(of("chien-si"), ["failed", "passed", "passed"]);
    assert_eq!(of("chien-si-bo"), ["not-put", "passed", "unknown"]);
    assert_eq!(of("cong-nhan"), ["none", "none", "none"]);
    assert!(meetings.doubts.is_empty(), "{:?}", meetings.doubts);
}

#[rstest]
#[case::nobody_chosen(&[], ["passed", "chair-decides", "chair-decides"], &[])]
#[case::one_chosen(&["chi"], ["passed", "failed", "passed"], &[])]
#[case::too_many(&["binh", "chi"], ["passed", "chair-decides", "chair-decides"], &["ruling-not-valid", "ruling-not-valid"])]
#[case::nothing_to_choose(&["an", "chi"], ["passed", "failed", "passed"], &["ruling-not-valid"])]
#[case::of_another_round(&["dung"], ["passed", "chair-decides", "chair-decides"], &[])]
fn the_chair_decides_between_equals(#[case] chosen: &[&str], #[case] expected: [&str; 3], #[case] doubts: &[&str]) {
    let text = "
        h1 council 20 chien-si an 9 9 9 9 0 0
        h1 council 20 chien-si binh 9 9 9 8 1 0
        h1 council 20 chien-si chi 9 9 9 8 1 0";
    let meetings = ruled(text, &["an", "binh", "chi"], chosen);
    assert_eq!(["an", "binh", "chi"].map(|subject| outcome(&meetings, "chien-si", subject)), expected);
    let found: Vec<&str> = meetings.doubts.iter().map(|doubt| doubt.finding().code).collect();
    assert_eq!(found, doubts);
    assert!(meetings.doubts.iter().all(|doubt| doubt.place.file == "rulings.csv"));
}

#[test]
fn a_ballot_may_give_the_lower_title() {
    let text = "
        u1 unit 10 bang-khen an 9 9 9 8 1 0
        h1 council 20 chien-si an 9 9 9 9 0 0
        h1 council 20 chien-si-bo an 9 9 9 1 0 0 8";
    let meetings = tallied(text, &["an"]);
    assert_eq!(outcome(&meetings, "chien-si-bo", "an"), "downgraded");
    // Nobody votes on the lower title apart: it is had by the same ballot.
    assert_eq!(outcome(&meetings, "bang-khen", "an"), "passed");
    let layer = meetings.of("bang-khen", "an").and_then(|result| result.layers.last()).expect("the council's vote");
    assert_eq!((layer.meetings[0].0.as_str(), layer.result.votes.map(|votes| votes.part())), ("h1", Some(8)));
    // Who was voted on apart, or too seldom for it, has not.
    let apart = format!("{text}\n h1 council 20 bang-khen an 9 9 9 1 8 0");
    assert_eq!(outcome(&tallied(&apart, &["an"]), "bang-khen", "an"), "failed");
    let few = text.replace("9 9 9 1 0 0 8", "9 9 9 1 7 0 1");
    assert_eq!(outcome(&tallied(&few, &["an"]), "bang-khen", "an"), "unknown");
}

/// Of seven members 80 % are six votes, of six they are five.
#[rstest]
#[case::no_ballot_on_an_own_case("7 7 6 5 1 0", ["failed", "passed"])]
#[case::no_ballot_for_another_reason("7 7 6 5 1 0 - 0", ["failed", "failed"])]
#[case::the_own_case_of_a_member_who_is_away("7 6 6 5 1 0 - 1", ["failed", "passed"])]
#[case::away_and_not_said("7 6 6 5 1 0", ["failed", "failed"])]
#[case::two_of_seven("7 7 5 4 1 0 - 2", ["failed", "passed"])]
#[case::ballots_not_written_down("7 7 - 5 1 0", ["failed", "unknown"])]
#[case::a_ballot_on_an_own_case("7 7 7 6 1 0 - 1", ["unknown", "unknown"])]
#[case::more_own_cases_than_members("7 7 0 0 0 0 - 8", ["failed", "unknown"])]
fn own_cases_are_in_the_base_unless_a_source_says_otherwise(#[case] numbers: &str, #[case] expected: [&str; 2]) {
    let rows = rows(&format!("h1 council 20 chien-si an {numbers}"));
    let nominee = Nominee { award: "chien-si".to_owned(), subject: "an".to_owned(), kind: None, within: "all".to_owned() };
    let of = |recused: RecusedBase| {
        let rule = Rule { recused, ..rule("certificate-of-merit", BodyKind::Council) };
        let rules = BTreeMap::from([(BodyKind::Council, rule)]);
        let award = AwardVotes { award: "chien-si".to_owned(), rules, places: BTreeMap::new(), requires: Vec::new(), lower: None };
        let held = tally(&rows, &[], &[award], std::slice::from_ref(&nominee), &BTreeMap::new());
        outcome(&held, "chien-si", "an")
    };
    assert_eq!([of(RecusedBase::InBase), of(RecusedBase::OutOfBase)], expected);
}
