//! Criteria in a file that a program edits.

use phongtrao_diagnostic::Span;
use phongtrao_rules::criteria::{Entry, Node, Rule, Value as Tree, write_rule};
use phongtrao_value::Decimal;
use toml_edit::{Array, InlineTable, Item, Value};

/// The value of `measure` for a rule.
pub fn rule_value(rule: &Rule) -> Value {
    value_of(&write_rule(rule))
}

/// A tree of the language of criteria as a value of the file.
pub fn value_of(node: &Node) -> Value {
    match &node.value {
        Tree::Text(text) => text.as_str().into(),
        Tree::Number(number) => number_value(*number),
        Tree::Flag(flag) => (*flag).into(),
        Tree::List(items) => Value::Array(items.iter().map(value_of).collect::<Array>()),
        Tree::Table(entries) => {
            Value::InlineTable(entries.iter().map(|entry| (entry.key.as_str(), value_of(&entry.value))).collect::<InlineTable>())
        }
        // What the language has no use for is never written.
        Tree::Other => f64::NAN.into(),
    }
}

/// A value of the file as a tree of the language of criteria, without places: the editor knows none.
pub fn node_of(value: &Value) -> Node {
    Node::made(match value {
        Value::String(text) => Tree::Text(text.value().clone()),
        Value::Integer(number) => Decimal::whole(*number.value()).map_or(Tree::Other, Tree::Number),
        // The number as it is written: 8.5 is not what a binary fraction makes of it.
        Value::Float(number) => number.display_repr().trim_start_matches('+').parse().map_or(Tree::Other, Tree::Number),
        Value::Boolean(flag) => Tree::Flag(*flag.value()),
        Value::Datetime(_) => Tree::Other,
        Value::Array(items) => Tree::List(items.iter().map(node_of).collect()),
        Value::InlineTable(table) => Tree::Table(table.iter().map(|(key, value)| entry(key, value)).collect()),
    })
}

/// The tree of an item: an inline table, or a table with its own header.
pub fn node_of_item(item: &Item) -> Option<Node> {
    match item {
        Item::Value(value) => Some(node_of(value)),
        Item::Table(table) => Some(Node::made(Tree::Table(table.iter().filter_map(|(key, item)| of_item(key, item)).collect()))),
        Item::ArrayOfTables(tables) => {
            let of = |table: &toml_edit::Table| node_of_item(&Item::Table(table.clone()));
            Some(Node::made(Tree::List(tables.iter().filter_map(of).collect())))
        }
        Item::None => None,
    }
}

fn of_item(key: &str, item: &Item) -> Option<Entry> {
    Some(Entry { key: key.to_owned(), span: Span::default(), value: node_of_item(item)? })
}

fn entry(key: &str, value: &Value) -> Entry {
    Entry { key: key.to_owned(), span: Span::default(), value: node_of(value) }
}

fn number_value(number: Decimal) -> Value {
    if number.thousandths() % 1000 == 0 {
        return (number.thousandths() / 1000).into();
    }
    // The written form of a number of three places is a number of TOML.
    number.to_string().parse().unwrap_or_else(|_| Value::from(number.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Entry as Place, PlanFile};
    use phongtrao_rules::criteria::read_rule;

    #[test]
    fn every_documented_criterion_goes_into_a_file_and_out_again() {
        let documentation = include_str!("../../../../docs/criteria.md");
        let blocks = documentation.split("```toml\n").skip(1).filter_map(|rest| rest.split_once("```"));
        let mut count = 0;
        for (block, _) in blocks {
            let document: toml_edit::DocumentMut = block.parse().expect("an example is TOML");
            let Some(node) = document.get("measure").and_then(node_of_item) else { continue };
            let rule = read_rule(&node, Some("c")).value.expect("an example is sound");
            assert_eq!(read_rule(&node_of(&rule_value(&rule)), Some("c")).value, Some(rule), "{block}");
            count += 1;
        }
        assert!(count > 30, "{count} examples");
    }

    #[test]
    fn a_criterion_is_set_in_a_file_and_comments_stay() {
        let text = "format = 1\n\n[[criterion]]\nid = \"a\"\nlabel = \"b\"\nmeasure = { kind = \"attested\" } # tạm\n";
        let mut file = PlanFile::parse(text).expect("the file above is TOML");
        let rule = read_rule(&node_of(&"{ kind = \"count\", of = \"x\", min = 8.5 }".parse().expect("a value")), None);
        file.set("criterion", Place::Id("a"), "measure", rule_value(&rule.value.expect("a sound criterion"))).expect("the key is there");
        assert!(file.to_string().ends_with("min = 8.5 } # tạm\n"), "{file}");
    }
}
