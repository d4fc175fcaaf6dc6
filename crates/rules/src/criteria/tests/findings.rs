//! What is said of a faulty criterion, and where.

use phongtrao_value::Decimal;

use super::read;
use crate::criteria::{Fact, Limit, Naming, Test, unknown_references};

#[rstest::rstest]
#[case("3", "rule-wrong-type", "3")]
#[case("{ of = \"a\" }", "rule-missing-key", "{ of = \"a\" }")]
#[case("{ kind = \"cuont\", of = \"a\", min = 1 }", "rule-unknown-kind", "\"cuont\"")]
#[case("{ kind = \"count\", min = 1 }", "rule-missing-key", "{ kind = \"count\", min = 1 }")]
#[case("{ kind = \"count\", of = \"a\", mni = 1 }", "rule-unknown-key", "mni")]
#[case("{ kind = \"count\", of = [\"a\"], min = 1 }", "rule-wrong-type", "[\"a\"]")]
#[case("{ kind = \"count\", of = \"a\", min = 8.1234 }", "rule-wrong-type", "8.1234")]
#[case("{ kind = \"count\", of = \"a\", min = 2026-01-01 }", "rule-wrong-type", "2026-01-01")]
#[case("{ kind = \"count\", of = \"a\", min = { by = [\"x\", \"y\"], cases = { \"p,q\" = 1, p = 2 } } }", "rule-case-values", "p")]
#[case("{ kind = \"count\", of = \"a\", min = { by = [], cases = { p = 2 } } }", "rule-wrong-type", "[]")]
#[case("{ kind = \"count\", of = \"a\", min = 5, max = 4 }", "rule-limits-crossed", "{ kind = \"count\", of = \"a\", min = 5, max = 4 }")]
#[case("{ kind = \"count\", of = \"a\", span = \"year\", min = 1 }", "rule-bad-span", "\"year\"")]
#[case("{ kind = \"count\", of = \"a\", min = \"70%\" }", "rule-percentage", "\"70%\"")]
#[case("{ kind = \"tasks\", how = \"share\", min = \"101%\" }", "rule-percentage", "\"101%\"")]
#[case("{ kind = \"members\", how = \"share\", having = { kind = \"flag\", of = \"a\" }, min = 700 }", "rule-percentage", "700")]
#[case("{ kind = \"tasks\", state = \"on time\", min = 1 }", "rule-bad-value", "\"on time\"")]
#[case(
    "{ kind = \"at-least\", least = 2, of = [{ kind = \"flag\", of = \"a\" }] }",
    "rule-more-than-all",
    "{ kind = \"at-least\", least = 2, of = [{ kind = \"flag\", of = \"a\" }] }"
)]
#[case("{ kind = \"at-least\", least = 0, of = [] }", "rule-wrong-type", "0")]
#[case("{ kind = \"all\", of = [{ kind = \"count\", of = \"a\" }] }", "rule-no-limit", "{ kind = \"count\", of = \"a\" }")]
#[case(
    "{ kind = \"bands\", of = 3, bands = [{ from = 5, points = 1 }, { from = 5, points = 2 }], min = 1 }",
    "rule-bands-order",
    "{ from = 5, points = 2 }"
)]
#[case("{ kind = \"mean-of\", of = [{ kind = \"flag\", of = \"a\" }], min = 1 }", "rule-not-a-number", "{ kind = \"flag\", of = \"a\" }")]
#[case("{ kind = \"mean-of\", of = [], min = 1 }", "rule-empty", "{ kind = \"mean-of\", of = [], min = 1 }")]
#[case(
    "{ kind = \"column\", of = \"a\", least = 9, most = 3, min = 1 }",
    "rule-limits-crossed",
    "{ kind = \"column\", of = \"a\", least = 9, most = 3, min = 1 }"
)]
#[case(
    "{ kind = \"count\", of = \"a\", min = { by = \"region\", cases = { a = 5, b = 9 } }, max = 7 }",
    "rule-limits-crossed",
    "{ kind = \"count\", of = \"a\", min = { by = \"region\", cases = { a = 5, b = 9 } }, max = 7 }"
)]
fn a_fault_is_found_at_its_place(#[case] criterion: &str, #[case] code: &str, #[case] place: &str) {
    let reading = read(criterion);
    let text = format!("measure = {criterion}\n");
    let found: Vec<(&str, &str)> =
        reading.findings.iter().map(|finding| (finding.code, finding.span.map_or("", |span| span.of(&text)))).collect();
    assert_eq!(found, [(code, place)]);
    assert!(reading.findings.iter().all(|finding| finding.help.is_some()));
}

#[rstest::rstest]
#[case("70", 70_000)]
#[case("\"70%\"", 70_000)]
#[case("\"66,7 %\"", 66_700)]
#[case("66.667", 66_667)]
fn a_percentage_may_be_written_in_several_ways(#[case] min: &str, #[case] thousandths: i64) {
    let rule = read(&format!("{{ kind = \"reports\", how = \"share\", min = {min} }}")).value.expect("a sound criterion");
    let Test::Amount { min, .. } = rule.test else { panic!("an amount") };
    assert_eq!(min, Some(Limit::Fixed(Decimal::from_thousandths(thousandths))));
}

#[test]
fn what_is_attested_without_a_name_is_attested_of_the_criterion() {
    let rule = read("{ kind = \"attested\" }").value.expect("a sound criterion");
    assert_eq!(rule.test, Test::Fact(Fact::Attested { of: "tieu-chi".to_owned() }));
}

#[test]
fn a_criterion_may_only_measure() {
    assert_eq!(read("{ kind = \"result\", of = \"chung-ket\" }").findings, []);
}

#[test]
fn names_that_nobody_gives_are_found() {
    let reading = read(
        "{ kind = \"all\", of = [{ kind = \"award\", of = [\"labour-order\", \"labour-odrer\"] }, { kind = \"rating\", scale = \"study\", min = \"godo\" }] }",
    );
    assert_eq!(reading.findings, []);
    let findings = unknown_references(&reading.references, |naming, within| match (naming, within) {
        (Naming::Honour, _) => Some(vec!["labour-order"]),
        (Naming::Scale, _) => Some(vec!["study"]),
        (Naming::Level, Some("study")) => Some(vec!["good", "fair"]),
        _ => None,
    });
    let names: Vec<String> = findings.iter().map(|finding| format!("{:?}", finding.message.arguments)).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(names[0].contains("labour-odrer") && names[1].contains("godo"), "{names:?}");
}
