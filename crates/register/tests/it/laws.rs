//! What holds of every folder: what is written reads back as it was; nothing that a file holds stops the reader.

use phongtrao_register::description::{self, Column, Kind, Table};
use phongtrao_register::{Index, Register, is_whole, ledger};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::folder;

/// A cell that its column allows.
fn cell(column: &'static Column) -> BoxedStrategy<String> {
    let given = match column.kind {
        Kind::Id | Kind::Word | Kind::Person | Kind::Unit | Kind::Household | Kind::Subject | Kind::One => {
            "[a-z][a-z0-9ạđ.\"-]{0,6}".boxed()
        }
        Kind::Units => "[a-z]{1,3}(;[a-z]{1,3}){0,2}".boxed(),
        Kind::Text => "[a-zĐạ]([a-zA-Z ,;\"\n\tạế]{0,8}[a-zĐạ\"])?".boxed(),
        Kind::Order => "-?[0-9]{1,9}".boxed(),
        Kind::Count => "[0-9]{1,9}".boxed(),
        Kind::Year => "20[0-9]{2}".boxed(),
        Kind::Amount => "-?[0-9]{1,6}([.,][0-9]{1,3})?".boxed(),
        Kind::Percent => "[0-9]{1,2}([.,][0-9]{1,3})?".boxed(),
        Kind::Flag => select(vec!["yes".to_owned(), "no".to_owned()]).boxed(),
        Kind::Day => "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])".boxed(),
        Kind::Hour => "([01][0-9]|2[0-3]):[0-5][0-9]".boxed(),
        Kind::Choice => select(column.values.clone()).boxed(),
    };
    // The kind of a year may be empty where `data.toml` says it; here it does not.
    let needed = column.required || column.name == "year_kind";
    if needed { given } else { prop_oneof![given, Just(String::new())].boxed() }
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

fn table(table: &'static Table) -> impl Strategy<Value = (String, Vec<u8>)> {
    let row: Vec<BoxedStrategy<String>> = table.columns.iter().map(cell).collect();
    proptest::collection::vec(row, 0..4).prop_map(move |rows| {
        let mut text = table.header();
        for row in rows {
            text.push_str(&row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(","));
            text.push('\n');
        }
        (table.csv.clone(), text.into_bytes())
    })
}

/// A folder whose every cell is right; what rows say against each other may be wrong.
fn any_folder() -> impl Strategy<Value = Vec<(String, Vec<u8>)>> {
    let tables: Vec<_> = description::tables().iter().map(table).collect();
    tables.prop_map(|tables| {
        let settings = ("data.toml".to_owned(), "format = 1\norganisation = \"\\\"A\\\"\"\nschool_year = \"09-05\"\n".as_bytes().to_vec());
        tables.into_iter().chain([settings]).collect()
    })
}

struct Nothing;

impl ledger::Honours for Nothing {
    fn honour(&self, _: &str, _: Option<phongtrao_value::Date>) -> Option<ledger::Honour> {
        None
    }

    fn nearest(&self, _: &str) -> Option<String> {
        None
    }
}

/// Reads a folder in every way in which it is read.
fn read_in_all_ways(files: &[(String, Vec<u8>)]) {
    let (register, _) = ledger::check(files, &Nothing);
    let index = Index::new(&register);
    let day = phongtrao_value::Date::default();
    for subject in index.people().chain(index.units()).chain(index.households()) {
        ledger::entries(&index, subject);
        index.all_members(subject, day);
        index.posts_on(subject, day);
        assert!(index.with_units_below(subject, day).len() <= register.units.len() + 2);
    }
    for (name, bytes) in files {
        ledger::import(files, name, bytes, &Nothing);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_is_written_reads_back_as_it_was(files in any_folder()) {
        let (register, reports) = Register::read(&files);
        let cells = reports.iter().flat_map(|report| &report.findings).filter(|finding| finding.code.starts_with("data-cell"));
        prop_assert_eq!(cells.count(), 0);
        let written: Vec<(String, Vec<u8>)> = register.write().into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
        let (again, _) = Register::read(&written);
        prop_assert_eq!(&again, &register);
        prop_assert_eq!(again.write(), register.write());
    }

    #[test]
    fn no_folder_stops_the_reader(files in any_folder()) {
        read_in_all_ways(&files);
    }

    #[test]
    fn no_bytes_stop_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..300), table in 0usize..21) {
        let name = description::tables()[table].csv.clone();
        read_in_all_ways(&[(name, bytes.clone()), ("data.toml".to_owned(), bytes)]);
    }

    #[test]
    fn no_slip_stops_the_reader(file in 0usize..6, at in 0usize..300, what in any::<u8>(), cut in 0usize..9) {
        let mut files = folder(&[]);
        let bytes = &mut files[file].1;
        let at = at % bytes.len();
        bytes.splice(at..(at + cut).min(bytes.len()), [what]);
        read_in_all_ways(&files);
    }
}

#[test]
fn an_empty_folder_is_told_what_it_lacks() {
    assert!(!is_whole(&Register::read(&[]).1));
}
