//! What is read, and what is refused.

use phongtrao_register::is_whole;

use crate::support::{found, read};

#[test]
fn a_sound_folder_has_no_findings() {
    let (register, reports) = read(&[]);
    assert!(reports.is_empty(), "{:?}", found(&reports));
    assert_eq!((register.units.len(), register.people.len(), register.posts.len(), register.ledger.len()), (5, 3, 4, 2));
    assert_eq!(register.units[1].successors, ["khoa-a", "khoa-b"]);
    assert_eq!(register.units[3].from, register.units[2].from, "both ways of writing a day");
    assert_eq!((register.people[2].place.file, register.people[2].place.line), ("people.csv", 4));
    assert_eq!(register.ratings[1].year, 2024);
    assert!(is_whole(&reports));
}

#[rstest::rstest]
#[case::unknown_column("people.csv", "id,nmae,category\np1,An,official\n", "data-column-missing", 1, "id,nmae,category")]
#[case::no_day("people.csv", "id,name,category,born\np1,An,official,30/2/1980\n", "data-cell", 2, "30/2/1980")]
#[case::no_hour("sittings.csv", "meeting,body,on,begins\nm1,council,2026-01-02,sáng\n", "data-cell", 2, "sáng")]
#[case::missing_cell("people.csv", "id,name,category\np1,,official\n", "data-cell-empty", 2, "")]
#[case::long_row("people.csv", "id,name,category\np1,An,official,more\n", "data-row-too-long", 2, "more")]
#[case::no_number("records.csv", "id,subject,kind,on,amount\nr1,p1,book,2026-01-02,1.000.000\n", "data-cell", 2, "1.000.000")]
#[case::year("ratings.csv", "subject,year,scale,level\np1,20245,s,good\n", "data-cell", 2, "20245")]
#[case::choice("posts.csv", "person,unit,kind\np1,khoa-a,mian\n", "data-cell", 2, "mian")]
#[case::no_header("records.csv", "\n\n", "data-no-header", 1, "")]
#[case::no_table("recrods.csv", "id\n", "data-table-unknown", 1, "")]
#[case::settings("data.toml", "format = 1\nyear = \"lunar\"\n", "data-settings", 2, "\"lunar\"")]
#[case::id_twice("people.csv", "id,name,category\np1,An,official\np2,B,official\np3,C,student\np1,D,student\n", "data-id-twice", 5, "p1")]
#[case::id_shared("households.csv", "id,name\np1,Gia đình ông An\n", "data-id-shared", 2, "p1")]
#[case::reference("ratings.csv", "subject,year,scale,level\np9,2024,s,good\n", "data-reference", 2, "p9")]
#[case::reference_of_another_kind("posts.csv", "person,unit\nkhoa-a,khoa-a\n", "data-reference", 2, "khoa-a")]
#[case::initiative("authors.csv", "initiative,person\nsk1,p1\n", "data-reference", 2, "sk1")]
#[case::score_twice("scores.csv", "subject,indicator,year,own\np1,i1,2025,3\np1,i2,2025,3\np1,i1,2025,4\n", "data-row-twice", 4, "p1")]
#[case::upside_down("statuses.csv", "person,status,from,to\np1,leave,2026-02-01,2026-01-31\n", "data-period", 2, "2026-01-31")]
#[case::two_main_posts(
    "posts.csv",
    "person,unit,from,to\np1,khoa-b,2025-01-01,\np1,khoa-a,2024-09-01,2025-01-01\n",
    "data-two-main-posts",
    2,
    "khoa-b"
)]
#[case::post_after_unit("posts.csv", "person,unit,from,to\np1,khoa-cu,2020-01-01,\n", "data-post-outside", 2, "")]
#[case::post_before_unit("posts.csv", "person,unit,from\np1,khoa-a,2020-01-01\n", "data-post-outside", 2, "2020-01-01")]
#[case::other_tree("units.csv", "id,name,tree,parent\nd,Chi bộ,party,k\nk,Khoa,administration,\n", "data-other-tree", 2, "k")]
#[case::cycle("units.csv", "id,name,parent\na,A,b\nb,B,a\n", "data-cycle", 3, "a")]
#[case::own_parent("units.csv", "id,name,parent\na,A,a\n", "data-cycle", 2, "a")]
#[case::successors_cycle("units.csv", "id,name,to,successors\na,A,2020-01-01,b\nb,B,2021-01-01,a\n", "data-cycle", 3, "a")]
#[case::successors_of_living("units.csv", "id,name,to,successors\na,A,,b\nb,B,,\n", "data-successors", 2, "")]
#[case::ballots(
    "meetings.csv",
    "meeting,body,on,award,subject,members,present,issued,agreed,against,invalid\nm1,unit,2026-05-01,lao-dong,p1,10,9,9,7,2,1\n",
    "data-ballots",
    2,
    "7"
)]
#[case::present(
    "meetings.csv",
    "meeting,body,on,award,subject,members,present\nm1,unit,2026-05-01,lao-dong,p1,10,11\n",
    "data-ballots",
    2,
    "11"
)]
fn what_is_wrong_is_found(#[case] file: &str, #[case] text: &str, #[case] code: &str, #[case] line: usize, #[case] words: &str) {
    let (_, reports) = read(&[(file, text)]);
    assert!(!is_whole(&reports));
    let found = found(&reports);
    let expected = (code, file, line, words);
    assert!(found.iter().any(|(code, file, line, words)| (*code, &**file, *line, &**words) == expected), "{found:?}");
}

#[test]
fn shares_over_the_whole_are_found() {
    let (_, reports) = read(&[
        ("initiatives.csv", "id,title\nsk1,Sổ tay điện tử\n"),
        ("authors.csv", "initiative,person,share\nsk1,p1,60\nsk1,p2,\"40,5\"\n"),
    ]);
    assert_eq!(found(&reports), [("data-shares", "authors.csv".to_owned(), 3, "\"40,5\"".to_owned())]);
}

#[test]
fn a_table_that_could_not_be_read_makes_no_references_wrong() {
    let (_, reports) = read(&[("people.csv", "id,nmae\np1,An\n")]);
    assert!(found(&reports).iter().all(|(_, file, _, _)| file == "people.csv"), "{:?}", found(&reports));
}

#[test]
fn a_file_that_is_wrong_in_every_row_is_told_so_once() {
    let text: String = (0..1000).map(|row| format!("p{row},An,official,heute\n")).collect();
    let (_, reports) = read(&[("people.csv", &format!("id,name,category,born\n{text}"))]);
    let people = reports.iter().find(|report| report.name == "people.csv").expect("a report of people");
    assert!(people.findings.len() <= 102, "{}", people.findings.len());
    assert!(people.findings.iter().any(|finding| finding.code == "data-more"));
}

#[test]
fn what_is_read_is_written_and_read_again() {
    let (register, _) = read(&[]);
    let written: Vec<(String, Vec<u8>)> = register.write().into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    let (again, reports) = phongtrao_register::Register::read(&written);
    assert!(reports.is_empty(), "{:?}", found(&reports));
    assert_eq!(again.write(), register.write());
}
