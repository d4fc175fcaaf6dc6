//! The small tree that criteria are written in, whatever file they stand in; every value knows its place.

use phongtrao_diagnostic::Span;
use phongtrao_value::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value with its place in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Its place; an empty one where a program made it.
    pub span: Span,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number; whole numbers are those that have no thousandths.
    Number(Decimal),
    /// Yes or no.
    Flag(bool),
    /// Values one after the other.
    List(Vec<Node>),
    /// Keys and values.
    Table(Vec<Entry>),
    /// What the language has no use for: a date, a number that is too long.
    Other,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Its place.
    pub span: Span,
    /// The value.
    pub value: Node,
}

impl Node {
    /// A value that a program made.
    pub fn made(value: Value) -> Node {
        Node { value, span: Span::default() }
    }

    /// A text that a program made.
    pub fn text(text: impl Into<String>) -> Node {
        Node::made(Value::Text(text.into()))
    }

    /// A number that a program made.
    pub fn number(number: Decimal) -> Node {
        Node::made(Value::Number(number))
    }

    /// A value of a TOML file.
    pub fn of_toml(value: &Spanned<DeValue<'_>>) -> Node {
        Node { value: Value::of_toml(value.get_ref()), span: place(value) }
    }

    /// A table of a TOML file, its keys without those that the caller reads itself.
    pub fn of_table(table: &DeTable<'_>, span: Span, without: &[&str]) -> Node {
        let entries = entries(table).filter(|entry| !without.contains(&entry.key.as_str())).collect();
        Node { value: Value::Table(entries), span }
    }

    /// The value of a key, where this is a table that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        let Value::Table(entries) = &self.value else { return None };
        entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }
}

impl Value {
    fn of_toml(value: &DeValue<'_>) -> Value {
        match value {
            DeValue::String(text) => Value::Text(text.clone().into_owned()),
            DeValue::Integer(number) => {
                let whole = i64::from_str_radix(number.as_str(), number.radix()).ok().and_then(Decimal::whole);
                whole.map_or(Value::Other, Value::Number)
            }
            DeValue::Float(number) => number.as_str().trim_start_matches('+').parse().map_or(Value::Other, Value::Number),
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Datetime(_) => Value::Other,
            DeValue::Array(items) => Value::List(items.iter().map(Node::of_toml).collect()),
            DeValue::Table(table) => Value::Table(entries(table).collect()),
        }
    }
}

fn entries<'a>(table: &'a DeTable<'_>) -> impl Iterator<Item = Entry> + 'a {
    table.iter().map(|(key, value)| Entry { key: key.get_ref().clone().into_owned(), span: place(key), value: Node::of_toml(value) })
}

fn place<T>(spanned: &Spanned<T>) -> Span {
    let range = spanned.span();
    Span { start: range.start, end: range.end.max(range.start) }
}
