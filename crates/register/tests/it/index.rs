//! What an index finds.

use phongtrao_register::{Index, Register, Subject, SubjectKind};
use phongtrao_value::Date;
use rstest::rstest;

use crate::support::read;

fn ids<'r>(index: &Index<'r>, subjects: impl IntoIterator<Item = Subject>) -> Vec<&'r str> {
    subjects.into_iter().map(|subject| index.id(subject)).collect()
}

fn register() -> Register {
    read(&[]).0
}

#[rstest]
#[case::before_the_split("2024-08-31", "khoa-cu", &["p1"])]
#[case::after_the_split("2024-09-01", "khoa-a", &["p1"])]
#[case::ended("2024-09-01", "khoa-cu", &[])]
#[case::no_one_stands_in_the_school_itself("2024-09-01", "truong", &[])]
fn members_are_those_whose_main_post_is_in_the_unit(#[case] day: Date, #[case] unit: &str, #[case] expected: &[&str]) {
    let register = register();
    let index = Index::new(&register);
    let unit = index.subject(unit).expect("a unit of the folder");
    assert_eq!(ids(&index, index.members(unit, day)), expected);
}

#[rstest]
#[case::before_the_split("2024-08-31", &["truong", "khoa-cu"], &["p1"])]
#[case::after_the_split("2024-09-01", &["truong", "khoa-a", "to-a1", "khoa-b"], &["p1", "p2"])]
fn a_tree_is_that_of_a_day(#[case] day: Date, #[case] units: &[&str], #[case] people: &[&str]) {
    let register = register();
    let index = Index::new(&register);
    let school = index.subject("truong").expect("a unit of the folder");
    assert_eq!(ids(&index, index.with_units_below(school, day)), units);
    assert_eq!(ids(&index, index.all_members(school, day)), people);
}

#[test]
fn what_a_unit_won_passes_on_to_its_successors() {
    let register = register();
    let index = Index::new(&register);
    let unit = index.subject("khoa-b").expect("a unit of the folder");
    let ledger: Vec<(&str, &str)> =
        index.ledger_with_predecessors(unit).map(|(holder, award)| (index.id(holder), award.id.as_str())).collect();
    assert_eq!(ledger, [("khoa-cu", "a2")]);
    assert_eq!(
        ids(&index, index.successors(index.subject("khoa-cu").expect("a unit of the folder")).iter().copied()),
        ["khoa-a", "khoa-b"]
    );
}

#[test]
fn rows_are_found_by_subject() {
    let register = register();
    let index = Index::new(&register);
    let person = index.subject("p1").expect("a person of the folder");
    let day: Date = "2026-01-01".parse().expect("a day");
    assert_eq!(index.kind(person), SubjectKind::Person);
    assert_eq!(
        (index.posts(person).len(), index.ledger(person).len(), index.ratings(person).len(), index.records(person).len()),
        (3, 1, 1, 0)
    );
    assert_eq!(index.posts_on(person, day).iter().map(|post| post.unit.as_str()).collect::<Vec<_>>(), ["khoa-a", "to-a1"]);
    assert_eq!(ids(&index, index.subject("to-a1").and_then(|unit| index.parent(unit))), ["khoa-a"]);
}

#[test]
fn a_cycle_ends() {
    let register = read(&[("units.csv", "id,name,parent\na,A,b\nb,B,a\n")]).0;
    let index = Index::new(&register);
    let unit = index.subject("a").expect("a unit of the folder");
    assert!(index.with_units_below(unit, Date::default()).len() <= 4);
}
