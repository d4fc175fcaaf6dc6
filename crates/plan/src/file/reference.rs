//! The tables and keys for `docs/plan-toml.md`.

use std::fmt::Write as _;

use super::schema::{Key, Kind, Table, schema};

/// A heading and a list of keys for each table and each inline table, as Markdown.
pub fn reference() -> String {
    let mut out = String::new();
    for table in &schema().tables {
        let heading = if table.many { format!("[[{}]]", table.name) } else { format!("[{}]", table.name) };
        section(&heading, table, &mut out);
    }
    for record in &schema().records {
        let heading = if record.name == "origin" { "every entry".to_owned() } else { format!("{} = {{ … }}", record.name) };
        section(&heading, record, &mut out);
    }
    out
}

fn section(heading: &str, table: &Table, out: &mut String) {
    // Writing into a String does not fail.
    let _ = write!(out, "### `{heading}`\n\n{} ({})\n\n", table.en, table.vi);
    if table.keys.is_empty() {
        return;
    }
    out.push_str("| key | value | meaning | in Vietnamese |\n| --- | --- | --- | --- |\n");
    for key in &table.keys {
        let needed = if key.required { " (required)" } else { "" };
        let _ = writeln!(out, "| `{}` | {}{needed} | {} | {} |", key.name, value(key), key.en, key.vi);
    }
    out.push('\n');
}

fn value(key: &Key) -> String {
    let of = key.of.as_deref().unwrap_or_default();
    match key.kind {
        Kind::Id => "id".to_owned(),
        Kind::Text => "text".to_owned(),
        Kind::Texts => "list of texts".to_owned(),
        Kind::Bodies => "text, or list of texts".to_owned(),
        Kind::Amount => "text or whole number".to_owned(),
        Kind::Number => "whole number".to_owned(),
        Kind::Flag => "`true` or `false`".to_owned(),
        Kind::Day => "day".to_owned(),
        Kind::When => "date".to_owned(),
        Kind::Recurs => "`\"yearly\"`, `\"quarterly\"`, `\"monthly\"`".to_owned(),
        Kind::Choice => key.values.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(", "),
        Kind::One => or(key, format!("id of a `{of}`")),
        Kind::Some => format!("id, or list of ids, of `{of}`"),
        Kind::Record => format!("`{of} = {{ … }}`"),
        Kind::Records => format!("list of `{of}` tables"),
        Kind::Count => "whole number".to_owned(),
        Kind::Percentage => "percentage, with or without its sign".to_owned(),
        Kind::Honour => "id of an honour of a pack".to_owned(),
        Kind::Rule => "a criterion ([criteria.md](criteria.md))".to_owned(),
        Kind::Quota => format!("text, whole number, or `{of} = {{ … }}`"),
        Kind::Ranks => format!("id of a `{of}`, a number of [criteria.md](criteria.md), or a list of both"),
    }
}

fn or(key: &Key, what: String) -> String {
    key.or.iter().fold(what, |what, word| format!("{what}, or `\"{word}\"`"))
}
