//! What is written is read back; nothing makes the reader fail.

use proptest::prelude::*;

use super::any::rule;
use super::{node, read, toml};
use crate::criteria::{Node, Value, read_rule, write_rule};

/// Trees that may be criteria and mostly are none.
fn trees() -> impl Strategy<Value = Node> {
    let words = prop::sample::select(vec![
        "all",
        "any",
        "at-least",
        "count",
        "members",
        "share",
        "round",
        "calendar-year",
        "phase:",
        "70%",
        "bands",
        "run",
        "award",
        "if",
        "",
        "đ",
        "total",
        "fixed",
    ]);
    let leaf = prop_oneof![
        words.prop_map(|word| Value::Text(word.to_owned())),
        any::<i64>().prop_map(|number| Value::Number(phongtrao_value::Decimal::from_thousandths(number))),
        any::<bool>().prop_map(Value::Flag),
        Just(Value::Other),
    ]
    .prop_map(Node::made);
    let keys = prop::sample::select(vec![
        "kind",
        "of",
        "min",
        "max",
        "span",
        "having",
        "among",
        "how",
        "bands",
        "from",
        "points",
        "rule",
        "least",
        "by",
        "cases",
        "after",
        "each",
        "otherwise",
        "reach",
        "target",
        "id",
        "đ",
    ]);
    leaf.prop_recursive(6, 64, 6, move |tree| {
        let entry = (keys.clone(), tree.clone()).prop_map(|(key, value)| crate::criteria::Entry {
            key: key.to_owned(),
            span: Default::default(),
            value,
        });
        prop_oneof![
            prop::collection::vec(tree, 0..4).prop_map(|items| Node::made(Value::List(items))),
            prop::collection::vec(entry, 0..7).prop_map(|entries| Node::made(Value::Table(entries))),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(rule in rule()) {
        let written = write_rule(&rule);
        let reading = read_rule(&written, None);
        prop_assert_eq!(reading.findings, vec![], "{}", toml(&written));
        prop_assert_eq!(reading.value, Some(rule));
    }

    #[test]
    fn the_written_form_goes_through_toml(rule in rule()) {
        let text = toml(&write_rule(&rule));
        prop_assert_eq!(read(&text).value, Some(rule), "{}", text);
    }

    #[test]
    fn any_tree_is_read(tree in trees()) {
        let reading = read_rule(&tree, None);
        prop_assert!(reading.value.is_some() || !reading.findings.is_empty());
    }
}

/// A space sorts before the comma between two values: "a b,c" stands before "a,c" in a table, and after it in the order of the values.
#[test]
fn cases_stand_in_the_order_of_their_values() {
    let text = r#"{ kind = "fixed", value = 1, min = { by = ["region", "year"], cases = { "a b,c" = 2, "a,c" = 1 } } }"#;
    let rule = read(text).value.expect("the text has no fault");
    assert_eq!(read(&toml(&write_rule(&rule))).value, Some(rule));
    let swapped = text.replace(r#""a b,c" = 2, "a,c" = 1"#, r#""a,c" = 1, "a b,c" = 2"#);
    assert_eq!(read(&swapped).value, read(text).value);
}

#[test]
fn deep_criteria_are_a_finding() {
    let mut deep = Node::text("x");
    for _ in 0..50_000 {
        let entry = |key: &str, value| crate::criteria::Entry { key: key.to_owned(), span: Default::default(), value };
        deep = Node::made(Value::Table(vec![entry("kind", Node::text("all")), entry("of", Node::made(Value::List(vec![deep])))]));
    }
    let reading = read_rule(&deep, None);
    assert_eq!(reading.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["rule-too-deep"]);
    // A tree that nothing bounds is taken apart without recursion, or the test itself would overflow.
    let mut rest = vec![deep];
    while let Some(mut node) = rest.pop() {
        match &mut node.value {
            Value::List(items) => rest.append(items),
            Value::Table(entries) => rest.extend(entries.drain(..).map(|entry| entry.value)),
            _ => {}
        }
    }
}

#[test]
fn a_value_knows_its_place() {
    let node = node("{ kind = \"count\", of = 3 }");
    let text = "measure = { kind = \"count\", of = 3 }\n";
    assert_eq!(node.get("of").map(|of| of.span.of(text)), Some("3"));
}
