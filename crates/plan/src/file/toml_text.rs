//! Texts, lists and keys as TOML: short ones on one line, long ones folded so that people can read them.

use phongtrao_rules::criteria::{Node, Value};

/// The width that lines of a file keep where they can, in characters.
pub(super) const WIDTH: usize = 110;

/// A key as it may stand before `=`.
pub(super) fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if bare { name.to_owned() } else { quoted(name) }
}

/// A text after a key of `before` characters: on one line when it fits or must, otherwise folded between triple quotes.
pub(super) fn text(value: &str, before: usize, one_line: bool) -> String {
    let fits = before + value.chars().count() + 5 <= WIDTH && !value.contains('\n');
    if one_line || fits { quoted(value) } else { folded(value) }
}

/// A list after a key of `before` characters: on one line when it fits or must, otherwise an item a line.
pub(super) fn list(items: &[String], before: usize, one_line: bool) -> String {
    let short = format!("[{}]", items.join(", "));
    let records = items.len() > 1 && items.iter().any(|item| item.starts_with('{'));
    if one_line || before + 3 + short.chars().count() <= WIDTH && !records {
        return short;
    }
    let mut out = String::from("[\n");
    for item in items {
        out.push_str("    ");
        out.push_str(item);
        out.push_str(",\n");
    }
    out.push(']');
    out
}

/// A tree of the language of criteria, on one line.
pub(super) fn node(tree: &Node) -> String {
    match &tree.value {
        Value::Text(text) => quoted(text),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::List(items) => format!("[{}]", items.iter().map(node).collect::<Vec<_>>().join(", ")),
        Value::Table(entries) if entries.is_empty() => "{}".to_owned(),
        Value::Table(entries) => {
            let entries: Vec<String> = entries.iter().map(|entry| format!("{} = {}", key(&entry.key), node(&entry.value))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
        // What the language has no use for is never written; a date or a number too long would be no criterion either.
        Value::Other => "nan".to_owned(),
    }
}

fn quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    value.chars().for_each(|c| escape(c, &mut out));
    out.push('"');
    out
}

/// Between triple quotes: a line end of the value is a line end of the file; a long line is broken at spaces with a backslash, which
/// takes the line end and all white space after it away again.
fn folded(value: &str) -> String {
    let mut out = String::from("\"\"\"\n");
    for (index, line) in value.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        fold_line(line, &mut out);
    }
    out.push_str("\"\"\"");
    out
}

fn fold_line(line: &str, out: &mut String) {
    let mut width = 0;
    let mut rest = line;
    while let Some((word, after)) = rest.split_once(' ') {
        let next = after.chars().take_while(|c| *c != ' ').count();
        word.chars().for_each(|c| escape(c, out));
        out.push(' ');
        width += word.chars().count() + 1;
        // White space after the break would be lost, so the break stands only before a word.
        if width + next > WIDTH && after.starts_with(|c: char| !c.is_whitespace()) {
            out.push_str("\\\n");
            width = 0;
        }
        rest = after;
    }
    rest.chars().for_each(|c| escape(c, out));
}

fn escape(c: char, out: &mut String) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("Kế hoạch", "\"Kế hoạch\"")]
    #[case("\"Cả nước\"", "\"\\\"Cả nước\\\"\"")]
    #[case("a\u{7f}", "\"a\\u007F\"")]
    fn short_texts_stand_on_their_line(#[case] value: &str, #[case] expected: &str) {
        assert_eq!(text(value, 4, false), expected);
    }

    #[test]
    fn long_texts_are_folded_at_spaces() {
        let value = "thi đua ".repeat(30);
        let folded = text(&value, 4, false);
        assert!(folded.lines().all(|line| line.chars().count() <= WIDTH + 8), "{folded}");
        let read: toml::Table = toml::from_str(&format!("text = {folded}")).expect("a folded text is TOML");
        assert_eq!(read["text"].as_str(), Some(value.as_str()));
    }
}
