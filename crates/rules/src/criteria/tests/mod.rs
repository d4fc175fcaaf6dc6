//! The laws of the language.

mod any;
mod documentation;
mod findings;
mod laws;

use super::{Node, Reading, Rule, read_rule};

/// The node of a value of TOML.
fn node(toml: &str) -> Node {
    let text = format!("measure = {toml}\n");
    let table = toml::de::DeTable::parse(&text).unwrap_or_else(|error| panic!("{toml} is no TOML: {error}"));
    Node::of_toml(table.get_ref().get("measure").expect("the key that stands above"))
}

/// The rule of a value of TOML.
fn read(toml: &str) -> Reading<Rule> {
    read_rule(&node(toml), Some("tieu-chi"))
}

/// The node as TOML on one line.
fn toml(node: &Node) -> String {
    use super::Value;
    match &node.value {
        Value::Text(text) => toml::Value::String(text.clone()).to_string(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::List(items) => format!("[{}]", items.iter().map(toml).collect::<Vec<_>>().join(", ")),
        Value::Table(entries) => {
            let key = |key: &str| toml::Value::String(key.to_owned()).to_string();
            format!(
                "{{{}}}",
                entries.iter().map(|entry| format!("{} = {}", key(&entry.key), toml(&entry.value))).collect::<Vec<_>>().join(", ")
            )
        }
        Value::Other => "inf".to_owned(),
    }
}
