//! `phongtrao fmt`: a `plan.toml` in good order, nothing of its meaning or of its comments changed.

use toml_edit::{Array, Decor, InlineTable, Item, RawString, Table, Value};

use super::schema::{self, schema};
use super::toml_text::WIDTH;

/// The file with the keys of each entry in the order of the description and with even spacing. Comments stay with what they stand at,
/// entries keep their order. A file that is no TOML comes back as it is.
pub fn format(text: &str) -> String {
    let Some(mut document) = super::edit::parse(text) else { return text.to_owned() };
    let root = document.as_table_mut();
    root.sort_values_by(|left, _, right, _| (left.get() != "format").cmp(&(right.get() != "format")));
    keys(root, true);
    let begins_with_table = !root.iter().any(|(_, item)| item.is_value());
    let first = if begins_with_table { first_header(root) } else { None };
    tables(root, first);
    let trailing = comments(document.trailing().as_str().unwrap_or_default());
    let bare = document.as_table().is_empty();
    document.set_trailing(if trailing.is_empty() || bare { trailing } else { format!("\n{trailing}") });
    let out = document.to_string();
    out.trim_start_matches('\n').to_owned()
}

/// The place of the first header, which has no empty line before it.
fn first_header(root: &Table) -> Option<isize> {
    let mut places = Vec::new();
    for (_, item) in root.iter() {
        match item {
            Item::Table(table) => places.extend(table.position()),
            Item::ArrayOfTables(entries) => places.extend(entries.iter().filter_map(Table::position)),
            _ => {}
        }
    }
    places.into_iter().min()
}

fn tables(root: &mut Table, first: Option<isize>) {
    for (name, item) in root.iter_mut() {
        let table = schema().table(name.get());
        match item {
            Item::Table(content) => entry(content, table, first),
            Item::ArrayOfTables(entries) => entries.iter_mut().for_each(|content| entry(content, table, first)),
            _ => {}
        }
    }
}

/// One table: an empty line before it, its keys in order.
fn entry(content: &mut Table, table: Option<&schema::Table>, first: Option<isize>) {
    if !content.is_dotted() {
        let prefix = comments(content.decor().prefix().and_then(RawString::as_str).unwrap_or_default());
        let gap = if content.position().is_some() && content.position() == first { "" } else { "\n" };
        let suffix = line_comment(content.decor().suffix().and_then(RawString::as_str).unwrap_or_default());
        *content.decor_mut() = Decor::new(format!("{gap}{prefix}"), suffix);
    }
    if let Some(table) = table.filter(|table| !table.free) {
        content.sort_values_by(|left, _, right, _| schema().rank(table, left.get()).cmp(&schema().rank(table, right.get())));
    }
    keys(content, false);
    // Tables within a table are none of this format; they keep their place and get the same spacing.
    for (_, item) in content.iter_mut() {
        match item {
            Item::Table(inner) => entry(inner, None, first),
            Item::ArrayOfTables(entries) => entries.iter_mut().for_each(|inner| entry(inner, None, first)),
            _ => {}
        }
    }
}

/// The lines `key = value` of a table.
fn keys(content: &mut Table, at_start: bool) {
    let mut first = at_start;
    for (mut key, item) in content.iter_mut() {
        let Item::Value(value) = item else { continue };
        let before = comments(key.leaf_decor().prefix().and_then(RawString::as_str).unwrap_or_default());
        // In the head of the file, a remark that was set apart by an empty line stays apart.
        let gap = if !first && at_start && !before.is_empty() { "\n" } else { "" };
        *key.leaf_decor_mut() = Decor::new(format!("{gap}{before}"), " ");
        let suffix = line_comment(value.decor().suffix().and_then(RawString::as_str).unwrap_or_default());
        let width = key.get().chars().count() + 3;
        even(value, width, false);
        *value.decor_mut() = Decor::new(" ", suffix);
        first = false;
    }
}

/// Even spacing within a value; its words stay as they are written.
fn even(value: &mut Value, before: usize, inline: bool) {
    match value {
        Value::Array(array) if !has_comment(array) => even_array(array, before, inline),
        Value::InlineTable(table) if !table.to_string().contains('\n') => even_table(table),
        _ => {}
    }
}

fn even_array(array: &mut Array, before: usize, inline: bool) {
    let records = array.len() > 1 && array.iter().any(Value::is_inline_table);
    for item in array.iter_mut() {
        even(item, 0, true);
        *item.decor_mut() = Decor::new("", "");
    }
    let width: usize = array.iter().map(|item| item.to_string().chars().count() + 2).sum();
    // What stands within a line stays there; what people have broken into lines is theirs.
    let many_lines = !inline && (records || before + width > WIDTH) || array.iter().any(|item| item.to_string().contains('\n'));
    for (index, item) in array.iter_mut().enumerate() {
        let prefix = match (many_lines, index) {
            (true, _) => "\n    ",
            (false, 0) => "",
            (false, _) => " ",
        };
        item.decor_mut().set_prefix(prefix);
    }
    let many_lines = many_lines && !array.is_empty();
    array.set_trailing_comma(many_lines);
    array.set_trailing(if many_lines { "\n" } else { "" });
}

fn even_table(table: &mut InlineTable) {
    let last = table.len().saturating_sub(1);
    for (index, (mut key, value)) in table.iter_mut().enumerate() {
        even(value, 0, true);
        *key.leaf_decor_mut() = Decor::new(" ", " ");
        *value.decor_mut() = Decor::new(" ", if index == last { " " } else { "" });
    }
    table.set_trailing_comma(false);
    table.set_trailing("");
}

/// Whether a comment stands somewhere in the array, or something that might be one.
fn has_comment(array: &Array) -> bool {
    let in_decor =
        |decor: &Decor| [decor.prefix(), decor.suffix()].into_iter().flatten().any(|raw| raw.as_str().is_none_or(|raw| raw.contains('#')));
    array.trailing().as_str().is_none_or(|raw| raw.contains('#'))
        || array.iter().any(|item| {
            in_decor(item.decor())
                || match item {
                    Value::Array(inner) => has_comment(inner),
                    Value::InlineTable(inner) => inner.to_string().contains('\n'),
                    _ => false,
                }
        })
}

/// Comment lines with even spacing: no white space before or after them, at most one empty line between two.
fn comments(raw: &str) -> String {
    let mut out = String::new();
    let mut apart = false;
    for line in raw.lines() {
        let line = line.trim();
        if line.is_empty() {
            apart = !out.is_empty();
            continue;
        }
        if apart {
            out.push('\n');
        }
        apart = false;
        out.push_str(line);
        out.push('\n');
    }
    if apart && !out.is_empty() {
        // A remark that was set apart from what follows stays apart.
        out.push('\n');
    }
    out
}

/// The comment at the end of a line.
fn line_comment(raw: &str) -> String {
    let comment = raw.trim();
    if comment.is_empty() { String::new() } else { format!(" {comment}") }
}
