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
#[case::missing_cell("people.csv", "id,name,category\np1,,official\n", "data-cell-empty", 2, "")]
#[case::long_row("people.csv", "id,name,category\np1,An,official,more\n", "data-row-too-long", 2, "more")]
#[case::no_number("records.csv", "id,subject,kind,on,amount\nr1,p1,book,2026-01-02,1.000.000\n", "data-cell", 2, "1.000.000")]
#[case::year("ratings.csv", "subject,year,scale,level\np1,20245,s,good\n", "data-cell", 2, "20245")]
#[case::choice("posts.csv", "person,unit,kind\np1,khoa-a,mian\n", "data-cell", 2, "mian")]
#[case::no_header("records.csv", "\n\n", "data-no-header", 1, "")]
#[case::no_table("recrods.csv", "id\n", "data-table-unknown", 1, "")]
#[case::settings("data.toml", "format = 1\nyear = \"lunar\"\n", "data-settings", 2, "\"lunar\"")]
fn what_is_wrong_is_found(#[case] file: &str, #[case] text: &str, #[case] code: &str, #[case] line: usize, #[case] words: &str) {
    let (_, reports) = read(&[(file, text)]);
    assert!(!is_whole(&reports));
    let found = found(&reports);
    let expected = (code, file, line, words);
    assert!(found.iter().any(|(code, file, line, words)| (*code, &**file, *line, &**words) == expected), "{found:?}");
}

#[test]
fn what_is_read_is_written_and_read_again() {
    let (register, _) = read(&[]);
    let written: Vec<(String, Vec<u8>)> = register.write().into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    let (again, reports) = phongtrao_register::Register::read(&written);
    assert!(reports.is_empty(), "{:?}", found(&reports));
    assert_eq!(again.write(), register.write());
}
