//! The ledger: in order, contradictions, past awards added.

use phongtrao_register::Index;
use phongtrao_register::ledger::{self, EntryKind, Honour, Honours, Need};
use phongtrao_value::Date;
use phongtrao_value::nearest;
use rstest::rstest;

use crate::support::{folder, found, read};

/// Three honours: one that is free, one that rests on two in a row, one that is never posthumous.
struct Known;

const IDS: [&str; 4] = ["advanced-worker", "advanced-collective", "base-fighter", "ministry-fighter"];

impl Honours for Known {
    fn honour(&self, id: &str, _: Option<Date>) -> Option<Honour> {
        let need = |times, consecutive| Need { of: vec!["base-fighter".to_owned()], times, consecutive };
        let ways = if id == "ministry-fighter" { vec![vec![need(3, true)]] } else { Vec::new() };
        IDS.contains(&id).then(|| Honour { name: id.to_owned(), posthumous: Some(id != "base-fighter"), ways })
    }

    fn nearest(&self, id: &str) -> Option<String> {
        nearest(id, IDS.into_iter()).map(str::to_owned)
    }
}

fn ledger(rows: &str) -> String {
    format!("id,subject,honour,decided_on,year,initiative,posthumous,from,to\n{rows}")
}

#[rstest]
#[case::whole_chain("a,p1,base-fighter,,2021,,,,\nb,p1,base-fighter,,2022,,,,\nc,p1,base-fighter,,2023,,,,\nd,p1,ministry-fighter,,2023,,,,\n", &[])]
#[case::chain_up_to_the_year_before("a,p1,base-fighter,,2021,,,,\nb,p1,base-fighter,,2022,,,,\nc,p1,base-fighter,,2023,,,,\nd,p1,ministry-fighter,,2024,,,,\n", &[])]
#[case::gap_in_the_chain("a,p1,base-fighter,,2021,,,,\nc,p1,base-fighter,,2023,,,,\nd,p1,ministry-fighter,,2023,,,,\n", &[("ledger-gap", 4)])]
#[case::twice("a,p1,advanced-worker,,2023,,,,\nb,p1,advanced-worker,,2023,,,,\n", &[("ledger-twice", 3)])]
#[case::before_its_year("a,p1,advanced-worker,2022-12-31,2023,,,,\n", &[("ledger-too-early", 2)])]
#[case::before_its_end("a,p1,advanced-worker,2023-06-01,,,,2022-09-05,2023-09-04\n", &[("ledger-too-early", 2)])]
#[case::before_its_start("a,p1,advanced-worker,2022-06-01,,,,2022-09-05,2023-09-04\n", &[("ledger-too-early", 2)])]
#[case::before_the_unit("a,khoa-a,advanced-collective,2024-06-01,2023,,,,\n", &[("ledger-too-early", 2)])]
#[case::unknown_honour("a,p1,advanced-wroker,,2023,,,,\n", &[("ledger-honour", 2)])]
#[case::after_death("a,p3,advanced-worker,2026-01-01,2025,,,,\n", &[("ledger-after-death", 2)])]
#[case::given_posthumously("a,p3,advanced-worker,2026-01-01,2025,,yes,,\n", &[])]
#[case::never_posthumous("a,p3,base-fighter,2026-01-01,2025,,yes,,\n", &[("ledger-posthumous", 2)])]
#[case::before_the_initiative("a,p1,advanced-worker,2024-01-01,2023,sk1,,,\n", &[("ledger-basis", 2)])]
#[case::initiative_not_recognised("a,p1,advanced-worker,2024-12-01,2024,sk2,,,\n", &[("ledger-basis", 2)])]
#[case::initiative_of_another("a,p2,advanced-worker,2024-12-01,2024,sk1,,,\n", &[("ledger-basis", 2)])]
#[case::initiative_used_twice("a,p1,advanced-worker,2024-12-01,2024,sk1,,,\nb,p1,base-fighter,2024-12-01,2024,sk1,,,\n", &[("ledger-initiative-twice", 3)])]
fn contradictions(#[case] rows: &str, #[case] expected: &[(&str, usize)]) {
    let files = folder(&[
        ("ledger.csv", &ledger(rows)),
        ("people.csv", "id,name,category,died\np1,Lê Thị An,official,\np2,Trần Bình,official,\np3,Y Krông,student,2025-12-31\n"),
        ("initiatives.csv", "id,title,level,recognised_on\nsk1,Sổ tay điện tử,base,2024-05-01\nsk2,Máy đếm phiếu,,\n"),
        ("authors.csv", "initiative,person,share\nsk1,p1,100\nsk2,p1,\n"),
    ]);
    let (_, reports) = ledger::check(&files, &Known);
    let found: Vec<(&str, usize)> = found(&reports).into_iter().map(|(code, _, line, _)| (code, line)).collect();
    assert_eq!(found, expected);
}

#[rstest]
#[case::differ("p1,2024,s,good\np1,2024,s,excellent\n", 1)]
#[case::other_scale("p1,2024,s,good\np1,2024,t,excellent\n", 0)]
#[case::other_kind_of_year("p1,2024,s,good\np1,2024,s,excellent,calendar\n", 0)]
fn two_ratings(#[case] rows: &str, #[case] expected: usize) {
    let text = format!("subject,year,scale,level,year_kind\n{rows}");
    let (_, reports) = ledger::check(&folder(&[("ratings.csv", &text), ("ledger.csv", "id,subject,honour\n")]), &Known);
    let found = found(&reports);
    assert_eq!(found.iter().filter(|(code, ..)| *code == "ledger-two-ratings").count(), expected, "{found:?}");
}

#[test]
fn the_history_is_told_by_year() {
    let rows = "a,p1,base-fighter,,2024,,,,\nb,p1,advanced-worker,,2022,,,,\n";
    let (register, _) = read(&[("ledger.csv", &ledger(rows))]);
    let index = Index::new(&register);
    let entries = ledger::entries(&index, index.subject("p1").expect("a person of the folder"));
    let told: Vec<(Option<i16>, &str)> = entries
        .iter()
        .map(|entry| {
            let what = match entry.kind {
                EntryKind::Award(award) => award.honour.as_str(),
                EntryKind::Rating(rating) => rating.level.as_str(),
            };
            (entry.year().map(|(year, _)| year), what)
        })
        .collect();
    assert_eq!(told, [(Some(2022), "advanced-worker"), (Some(2024), "excellent"), (Some(2024), "base-fighter")]);
}

#[test]
fn past_awards_are_added_with_ids_and_duplicates_left_out() {
    let files = folder(&[]);
    let past = "subject;honour;decision;decided_on;year\np1;advanced-worker;12/QĐ-CĐSN;1/7/2024;2023\np1;base-fighter;7/QĐ;1/7/2023;2022\n";
    let (import, reports) = ledger::import(&files, "past.csv", past.as_bytes(), &Known);
    assert_eq!((import.added.len(), import.duplicates), (1, 1));
    assert_eq!(
        found(&reports).iter().map(|(code, file, line, _)| (*code, &**file, *line)).collect::<Vec<_>>(),
        [("ledger-duplicate", "past.csv", 2)]
    );
    let ledger = import.ledger.expect("a new ledger");
    let (register, reports) = read(&[("ledger.csv", &ledger)]);
    assert!(reports.is_empty(), "{:?}", found(&reports));
    assert_eq!(register.ledger.iter().map(|award| award.id.as_str()).collect::<Vec<_>>(), ["a1", "a2", "past-1"]);
}

#[test]
fn rows_are_appended_where_the_columns_stand_in_their_order() {
    let header =
        "id,subject,honour,decision,decided_on,authority,from,to,year,year_kind,kind,initiative,posthumous,receiver,status,revoked_by\n";
    let there = format!("{header}a1,p1,advanced-worker,,1/7/2024,,,,2023,,,,,,,\n");
    let (import, _) =
        ledger::import(&folder(&[("ledger.csv", &there)]), "past.csv", b"subject,honour,year\np2,advanced-worker,2023\n", &Known);
    let text = import.ledger.expect("a new ledger");
    assert_eq!(text.strip_prefix(there.as_str()), Some("past-1,p2,advanced-worker,,,,,,2023,school,,,,,in-force,\n"));
}

#[rstest]
#[case::unknown_person("subject,honour,year\np1,base-fighter,2020\np9,base-fighter,2020\n", "data-reference", 3)]
#[case::no_day("subject,honour,decided_on\np1,base-fighter,31/6/2020\n", "data-cell", 2)]
#[case::taken_id("id,subject,honour,year\na1,p2,base-fighter,2020\n", "data-id-twice", 2)]
#[case::too_early("subject,honour,decided_on,year\np1,base-fighter,2019-01-01,2020\n", "ledger-too-early", 2)]
fn with_an_error_nothing_is_added(#[case] past: &str, #[case] code: &str, #[case] line: usize) {
    let (import, reports) = ledger::import(&folder(&[]), "past.csv", past.as_bytes(), &Known);
    assert_eq!((import.ledger, import.added.len()), (None, 0));
    let found = found(&reports);
    assert!(found.iter().any(|(found, file, at, _)| (*found, &**file, *at) == (code, "past.csv", line)), "{found:?}");
}

/// Two people of one name in two units, and one of the same name but for its accents.
fn namesakes() -> Vec<(String, Vec<u8>)> {
    folder(&[
        ("units.csv", "id,name,parent\ntruong,Trường Sông Ngàn,\nkhoa-a,Khoa Toán,truong\nkhoa-b,Khoa Lý,truong\n"),
        (
            "people.csv",
            "id,name,category,born\np1,Lê Thị An,official,1980-05-18\np2,Trần Bình,official,1979-01-02\np3,Trần Bình,official,1985-11-30\np4,Trần Binh,official,\n",
        ),
        ("posts.csv", "person,unit,from,to\np1,khoa-a,2020-01-01,\np2,khoa-a,2020-01-01,\np3,khoa-b,2020-01-01,\n"),
        ("ratings.csv", "subject,year,scale,level\n"),
        ("ledger.csv", "id,subject,honour\n"),
    ])
}

#[rstest]
#[case::by_name("name,honour,year\nLê Thị An,base-fighter,2020\n", "p1")]
#[case::capitals_and_spaces("name,honour,year\nLÊ  THỊ AN ,base-fighter,2020\n", "p1")]
#[case::a_unit("name,honour,year\nKhoa Toán,advanced-collective,2020\n", "khoa-a")]
#[case::by_unit("name,unit,honour,year\nTrần Bình,Khoa Lý,base-fighter,2020\n", "p3")]
#[case::by_the_id_of_a_unit("name,unit,honour,year\nTrần Bình,khoa-a,base-fighter,2020\n", "p2")]
#[case::by_birth("name,born,honour,year\nTrần Bình,30/11/1985,base-fighter,2020\n", "p3")]
#[case::by_year_of_birth("name,born,honour,year\nTrần Bình,1979,base-fighter,2020\n", "p2")]
#[case::accents_tell_people_apart("name,honour,year\nTrần Binh,base-fighter,2020\n", "p4")]
#[case::id_and_name("subject,name,honour,year\np3,Trần Bình,base-fighter,2020\n", "p3")]
fn past_awards_name_their_subjects(#[case] past: &str, #[case] subject: &str) {
    let (import, reports) = ledger::import(&namesakes(), "past.csv", past.as_bytes(), &Known);
    assert!(reports.is_empty(), "{:?}", found(&reports));
    assert_eq!(import.added.iter().map(|award| award.subject.as_str()).collect::<Vec<_>>(), [subject]);
    assert!(import.ledger.is_some_and(|ledger| ledger.contains(&format!("past-1,{subject},")) && !ledger.contains("name")));
}

#[rstest]
#[case::several(
    "name,honour,year\nTrần Bình,base-fighter,2020\n",
    "ledger-name",
    "p2 Trần Bình (Khoa Toán, 1979-01-02); p3 Trần Bình (Khoa Lý, 1985-11-30)"
)]
#[case::several_in_the_school("name,unit,honour,year\nTrần Bình,Trường Sông Ngàn,base-fighter,2020\n", "ledger-name", "p2 Trần Bình")]
#[case::another_unit("name,unit,honour,year\nLê Thị An,Khoa Lý,base-fighter,2020\n", "ledger-name", "p1 Lê Thị An (Khoa Toán, 1980-05-18)")]
#[case::without_accents("name,honour,year\nLe Thi An,base-fighter,2020\n", "ledger-name", "p1 Lê Thị An")]
#[case::a_slip("name,honour,year\nLê Thị Ân,base-fighter,2020\n", "ledger-name", "p1 Lê Thị An")]
#[case::nobody("name,honour,year\nPhạm Văn Quyết,base-fighter,2020\n", "ledger-name", "")]
#[case::another_name("subject,name,honour,year\np1,Trần Bình,base-fighter,2020\n", "ledger-name", "")]
#[case::no_birth("name,born,honour,year\nTrần Bình,31/2/1985,base-fighter,2020\n", "data-cell", "")]
#[case::neither("name,honour,year\n,base-fighter,2020\n", "ledger-no-subject", "")]
fn a_name_that_does_not_fit_one_is_a_finding_with_the_candidates(#[case] past: &str, #[case] code: &str, #[case] candidates: &str) {
    let (import, reports) = ledger::import(&namesakes(), "past.csv", past.as_bytes(), &Known);
    assert_eq!((import.ledger, import.added.len()), (None, 0));
    let found = found(&reports);
    assert!(found.iter().any(|(found, file, line, _)| (*found, &**file, *line) == (code, "past.csv", 2)), "{found:?}");
    let help = reports.iter().flat_map(|report| &report.findings).filter_map(|finding| finding.help.as_ref());
    let said = help.map(|help| format!("{:?}", help.arguments)).collect::<String>();
    assert!(said.contains(candidates), "{said}");
}
