//! What is said of a faulty file, and where.

use phongtrao_value::{Recurrence, When};

use crate::file::{format, read};

#[rstest::rstest]
#[case("[plan\ntitle = \"x\"", "plan-syntax", "")]
#[case("[[awrad]]\nid = \"a\"", "plan-unknown-table", "awrad")]
#[case("[[award]]\nid = \"a\"\nname = \"b\"\nqouta = 3", "plan-unknown-key", "qouta")]
#[case("[[award]]\nid = \"a\"", "plan-missing-key", "[[award]]")]
#[case("[[round]]\nid = \"a\"\ncounts = \"phase\"", "plan-missing-key", "[[round]]")]
#[case(
    "[[award]]\nid = \"a\"\nname = \"b\"\nquota = { percent = 15, of = \"award\" }",
    "plan-missing-key",
    "{ percent = 15, of = \"award\" }"
)]
#[case("[[award]]\nid = \"a\"\nname = \"b\"\nquota = { percent = 150 }", "plan-wrong-type", "150")]
#[case("[[award]]\nid = \"a\"\nname = \"b\"\nquota = 2.5", "plan-wrong-type", "2.5")]
#[case("[[award]]\nid = \"a\"\nname = \"b\"\nrank_by = [\"c\"]", "plan-unknown-reference", "\"c\"")]
#[case("[[criterion]]\nid = \"a\"\nlabel = \"b\"\nmeasure = { kind = \"title\", award = \"x\" }", "plan-unknown-reference", "\"x\"")]
#[case(
    "[[criterion]]\nid = \"a\"\nlabel = \"b\"\nmeasure = { kind = \"count\", of = \"x\", span = \"phase:p\", min = 1 }",
    "plan-unknown-reference",
    "\"phase:p\""
)]
#[case(
    "[[criterion]]\nid = \"a\"\nlabel = \"b\"\nmeasure = { kind = \"count\", of = \"x\", min = 5, max = 3 }",
    "rule-limits-crossed",
    "{ kind = \"count\", of = \"x\", min = 5, max = 3 }"
)]
#[case("[[award]]\nid = 3\nname = \"b\"", "plan-wrong-type", "3")]
#[case("[award]\nid = \"a\"\nname = \"b\"", "plan-wrong-type", "[award]")]
#[case("[[milestone]]\nid = \"a\"\nlabel = \"b\"\ndue = \"2025-02-30\"", "plan-bad-date", "\"2025-02-30\"")]
#[case("[plan]\nissued_on = \"2025-02\"", "plan-bad-date", "\"2025-02\"")]
#[case("[[subject]]\nid = \"a\"\nwho = \"b\"\nkind = \"colective\"", "plan-bad-value", "\"colective\"")]
#[case("[lints]\nx = \"loud\"", "plan-bad-value", "\"loud\"")]
#[case("[[phase]]\nid = \"a\"\nlabel = \"b\"\n[[phase]]\nid = \"a\"\nlabel = \"c\"", "plan-duplicate-id", "\"a\"")]
#[case("[[award]]\nid = \"a\"\nname = \"b\"\ndossier = \"d\"", "plan-unknown-reference", "\"d\"")]
#[case("[[award]]\nid = \"a\"\nname = \"b\"\ncriteria = [\"c1\"]", "plan-unknown-reference", "\"c1\"")]
#[case("[[task]]\ntext = \"a\"\ndue = \"--11-30\"\nrecurs = \"monthly\"", "plan-recurs", "\"monthly\"")]
#[case("[[task]]\ntext = \"a\"\nguessed = [\"deu\"]", "plan-unknown-key", "[\"deu\"]")]
fn a_fault_is_found_at_its_place(#[case] body: &str, #[case] code: &str, #[case] place: &str) {
    let text = format!("format = 1\n{body}\n");
    let (_, findings) = read(&text);
    let found: Vec<(&str, &str)> =
        findings.iter().map(|finding| (finding.code, finding.span.map_or("", |span| span.of(&text)).trim_end())).collect();
    assert!(found.contains(&(code, place)), "{found:?}");
}

#[rstest::rstest]
#[case("", "plan-format")]
#[case("format = 2", "plan-format")]
#[case("format = \"1\"", "plan-format")]
fn a_format_that_is_none_is_said(#[case] text: &str, #[case] code: &str) {
    assert_eq!(read(text).1.iter().map(|finding| finding.code).collect::<Vec<_>>(), [code]);
}

#[rstest::rstest]
#[case("due = 2025-08-30", When::day(2025, 8, 30))]
#[case("due = \"2025-Q3\"", Some(When::Quarter { year: 2025, quarter: 3 }))]
#[case("due = 2025", Some(When::Year(2025)))]
#[case("due = \"--11-30\"\nrecurs = \"yearly\"", Some(When::YearlyDay { month: 11, day: 30 }))]
fn a_date_may_be_written_in_several_ways(#[case] line: &str, #[case] due: Option<When>) {
    let (plan, findings) = read(&format!("format = 1\n[[task]]\ntext = \"a\"\n{line}\n"));
    assert_eq!((findings, plan.tasks[0].due), (Vec::new(), due));
}

#[test]
fn a_recurrence_without_a_date_is_kept() {
    let (plan, findings) = read("format = 1\n[[report]]\nwhat = \"a\"\nrecurs = \"yearly\"\n");
    assert_eq!((findings, plan.reports[0].recurs), (Vec::new(), Some(Recurrence::Yearly)));
}

#[test]
fn an_entry_knows_its_place() {
    let text = "format = 1\n\n[[task]]\ntext = \"a\"\n";
    let (plan, _) = read(text);
    assert_eq!(plan.tasks[0].origin.span.map(|span| span.of(text)), Some("[[task]]"));
}

#[test]
fn steps_of_two_ways_may_share_an_id() {
    let way = |id: &str| format!("[[way]]\nid = \"{id}\"\n[[step]]\nway = \"{id}\"\nid = \"vote\"\n");
    assert_eq!(read(&format!("format = 1\n{}{}", way("a"), way("b"))).1, Vec::new());
}

#[test]
fn keys_are_put_in_order_and_comments_stay_with_them() {
    let text = "\n\nformat=1\n# Đầu tệp\n\n\n[[award]]   # vòng trường\nname='Giấy khen'\n   # chưa chốt\nquota   =  20 # người\nid = \"a\"\nsubject=['x','y']\n\n\n\n# hết\n";
    let expected = "format = 1\n\n# Đầu tệp\n\n[[award]] # vòng trường\nid = \"a\"\nname = 'Giấy khen'\nsubject = ['x', 'y']\n# chưa chốt\nquota = 20 # người\n\n# hết\n";
    assert_eq!(format(text), expected);
}
