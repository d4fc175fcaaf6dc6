//! Rust source as tokens: enough to tell literals from comments, and tests from the program.

use std::collections::BTreeSet;

use crate::tree::Tree;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a word of the language.
    Word,
    /// A string, raw or not.
    Text,
    /// A string of bytes, or a byte.
    Bytes,
    /// A character.
    Character,
    /// A number.
    Number,
    /// Any comment.
    Comment,
    /// A single sign.
    Sign,
}

/// A token with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    pub(crate) kind: Kind,
    /// As it is written.
    pub(crate) written: &'a str,
    /// Its line, from 1.
    pub(crate) line: usize,
}

impl Token<'_> {
    /// The content of a literal: without quotes, with escapes of characters (`\u{1ea1}`) resolved.
    pub(crate) fn content(&self) -> String {
        let inner = self.written.trim_start_matches(|c: char| c.is_ascii_alphabetic()).trim_matches('#');
        let inner = inner.get(1..inner.len().saturating_sub(1)).unwrap_or_default();
        let mut content = String::new();
        let mut rest = inner;
        while let Some((before, after)) = rest.split_once("\\u{") {
            content.push_str(before);
            let (code, behind) = after.split_once('}').unwrap_or((after, ""));
            content.extend(u32::from_str_radix(&code.replace('_', ""), 16).ok().and_then(char::from_u32));
            rest = behind;
        }
        content + rest
    }
}

/// All tokens of a source. It never fails: what is no Rust becomes signs.
pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
        let (kind, length) = next(rest);
        let written = &rest[..length];
        if let Some(kind) = kind {
            tokens.push(Token { kind, written, line });
        }
        line += written.matches('\n').count();
        at += length;
    }
    tokens
}

fn next(rest: &str) -> (Option<Kind>, usize) {
    let bytes = rest.as_bytes();
    let first = rest.chars().next().unwrap_or(' ');
    if first.is_whitespace() {
        return (None, first.len_utf8());
    }
    if rest.starts_with("//") {
        return (Some(Kind::Comment), rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return (Some(Kind::Comment), block_comment(rest));
    }
    if let Some(literal) = text_literal(rest) {
        return literal;
    }
    if first == '\'' {
        return quote(rest);
    }
    if first.is_alphabetic() || first == '_' {
        return (Some(Kind::Word), rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len()));
    }
    if first.is_ascii_digit() {
        let ends = |(at, byte): &(usize, &u8)| {
            let fraction = **byte == b'.' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
            !(byte.is_ascii_alphanumeric() || **byte == b'_' || fraction)
        };
        return (Some(Kind::Number), bytes.iter().enumerate().find(ends).map_or(rest.len(), |(at, _)| at));
    }
    (Some(Kind::Sign), first.len_utf8())
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0usize, 0);
    while let Some(part) = rest.get(at..).filter(|part| !part.is_empty()) {
        if part.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if part.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += part.chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

/// `"…"`, `r"…"`, `r#"…"#`, and the same of bytes and for C.
fn text_literal(rest: &str) -> Option<(Option<Kind>, usize)> {
    let prefix = ["br", "cr", "r", "b", "c", ""].into_iter().find(|prefix| {
        rest.strip_prefix(prefix).is_some_and(|after| {
            let after = if prefix.ends_with('r') { after.trim_start_matches('#') } else { after };
            after.starts_with('"')
        })
    })?;
    let kind = if prefix.starts_with('b') { Kind::Bytes } else { Kind::Text };
    let after = &rest[prefix.len()..];
    if prefix.ends_with('r') {
        let hashes = after.len() - after.trim_start_matches('#').len();
        let end = format!("\"{}", "#".repeat(hashes));
        let body = hashes + 1;
        let length = after.get(body..).and_then(|text| text.find(&end)).map_or(after.len(), |at| body + at + end.len());
        return Some((Some(kind), prefix.len() + length));
    }
    Some((Some(kind), prefix.len() + closed(after, '"')))
}

/// How long a quoted literal is that begins with its quote.
fn closed(quoted: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in quoted.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    quoted.len()
}

/// A character, or a lifetime.
fn quote(rest: &str) -> (Option<Kind>, usize) {
    let mut after = rest.chars().skip(1);
    match (after.next(), after.next()) {
        (Some('\\'), _) | (Some(_), Some('\'')) => (Some(Kind::Character), closed(rest, '\'')),
        _ => (Some(Kind::Sign), 1),
    }
}

/// The tokens of the program itself: without what `#[cfg(test)]` and `#[test]` stand before.
pub(crate) fn program(source: &str) -> Vec<Token<'_>> {
    let all = tokens(source);
    let mut kept = Vec::new();
    let mut at = 0;
    while at < all.len() {
        match attribute(&all, at) {
            Some((end, true)) => at = item_end(&all, end),
            _ => {
                kept.push(all[at]);
                at += 1;
            }
        }
    }
    kept
}

/// Where an attribute that begins here ends, and whether it is one of tests.
fn attribute(tokens: &[Token<'_>], at: usize) -> Option<(usize, bool)> {
    let written = |at: usize| tokens.get(at).map(|token| token.written);
    if written(at) != Some("#") || written(at + 1) != Some("[") {
        return None;
    }
    let end = closing(tokens, at + 1, "[", "]");
    let words: Vec<&str> = tokens[at + 2..end].iter().filter(|token| token.kind == Kind::Word).map(|token| token.written).collect();
    let of_tests = match words.as_slice() {
        ["test" | "rstest" | "case"] => true,
        ["cfg", conditions @ ..] => conditions.contains(&"test") && !conditions.contains(&"not"),
        _ => false,
    };
    Some((end, of_tests))
}

/// The token after the item that follows an attribute.
fn item_end(tokens: &[Token<'_>], from: usize) -> usize {
    let mut at = from;
    while let Some(token) = tokens.get(at) {
        at = match token.written {
            ";" | "," => return at + 1,
            "{" => return closing(tokens, at, "{", "}"),
            "(" => closing(tokens, at, "(", ")"),
            "[" => closing(tokens, at, "[", "]"),
            "}" => return at,
            _ => at + 1,
        };
    }
    at
}

/// The token after the one that closes what opens at `at`.
fn closing(tokens: &[Token<'_>], at: usize, open: &str, close: &str) -> usize {
    let mut depth = 0usize;
    for (offset, token) in tokens[at..].iter().enumerate().filter(|(_, token)| token.kind == Kind::Sign) {
        if token.written == open {
            depth += 1;
        } else if token.written == close {
            depth -= 1;
            if depth == 0 {
                return at + offset + 1;
            }
        }
    }
    tokens.len()
}

/// The Rust files of the program under a folder, with their texts: no tests, benchmarks or examples, and no modules that only tests have.
pub(crate) fn program_files<'tree>(tree: &'tree Tree, folder: &str) -> Vec<(&'tree str, &'tree str)> {
    let files: Vec<(&str, &str)> = tree.ending(folder, ".rs").collect();
    let of_tests: BTreeSet<String> = files.iter().flat_map(|(path, text)| test_modules(path, text)).collect();
    let is_program = |path: &str| {
        path.contains("/src/")
            && !of_tests.contains(path)
            && !of_tests.iter().any(|module| module.strip_suffix("mod.rs").is_some_and(|folder| path.starts_with(folder)))
    };
    files.into_iter().filter(|(path, _)| is_program(path)).collect()
}

/// The files that `#[cfg(test)] mod name;` in this file may name.
fn test_modules(path: &str, text: &str) -> Vec<String> {
    let all = tokens(text);
    let folder = match path.rsplit_once('/') {
        Some((folder, "mod.rs" | "lib.rs" | "main.rs")) => folder.to_owned(),
        _ => path.trim_end_matches(".rs").to_owned(),
    };
    let mut modules = Vec::new();
    for at in 0..all.len() {
        let Some((end, true)) = attribute(&all, at) else { continue };
        let item: Vec<&str> = all[end..item_end(&all, end)].iter().map(|token| token.written).collect();
        if let [.., "mod", name, ";"] = item.as_slice() {
            modules.push(format!("{folder}/{name}.rs"));
            modules.push(format!("{folder}/{name}/mod.rs"));
        }
    }
    modules
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{Kind, program, program_files, tokens};
    use crate::tree::Tree;

    #[rstest]
    #[case(r#"let a = "x \" y"; // "z""#, &[(Kind::Text, r#""x \" y""#), (Kind::Comment, "// \"z\"")])]
    #[case("r#\"a \" b\"# 'c' '\\'' 'd", &[(Kind::Text, "r#\"a \" b\"#"), (Kind::Character, "'c'"), (Kind::Character, "'\\''")])]
    #[case("b\"<p\" /* a /* b */ \"c\" */ 0.15 0..9", &[(Kind::Bytes, "b\"<p\""), (Kind::Comment, "/* a /* b */ \"c\" */")])]
    #[case("fn f<'a>(x: &'a str) { 'ạ' }", &[(Kind::Character, "'ạ'")])]
    fn literals_and_comments_are_told_apart(#[case] source: &str, #[case] expected: &[(Kind, &str)]) {
        let found = tokens(source).into_iter().filter(|token| !matches!(token.kind, Kind::Word | Kind::Sign | Kind::Number));
        assert_eq!(found.map(|token| (token.kind, token.written)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn numbers_keep_their_fraction_but_not_a_range() {
        let numbers: Vec<&str> =
            tokens("0.15 0..9 1_000u32").iter().filter(|token| token.kind == Kind::Number).map(|token| token.written).collect();
        assert_eq!(numbers, ["0.15", "0", "9", "1_000u32"]);
    }

    #[test]
    fn escapes_of_characters_are_resolved() {
        assert_eq!(tokens(r#""a\u{1ea1}b""#)[0].content(), "aạb");
        assert_eq!(tokens("r#\"ạ\"#")[0].content(), "ạ");
    }

    #[test]
    fn tests_are_no_part_of_the_program() {
        let source = "const A: u8 = 1;\n#[cfg(test)]\n#[derive(A)]\nmod tests { fn b() { \"{\" } }\n#[cfg(not(test))]\nfn c() {}\n#[test]\nfn d() -> [u8; 2] { e }\nfn f() {}";
        let words: Vec<&str> = program(source).iter().filter(|token| token.kind == Kind::Word).map(|token| token.written).collect();
        assert_eq!(words, ["const", "A", "u8", "cfg", "not", "test", "fn", "c", "fn", "f"]);
    }

    #[test]
    fn modules_of_tests_in_their_own_files_are_no_part_of_the_program() {
        let tree = Tree::planted(&[
            ("crates/a/src/lib.rs", "mod b;\n#[cfg(test)]\nmod c;"),
            ("crates/a/src/b.rs", "#[cfg(test)]\nmod d;"),
            ("crates/a/src/b/d.rs", ""),
            ("crates/a/src/c/mod.rs", ""),
            ("crates/a/src/c/e.rs", ""),
            ("crates/a/tests/f.rs", ""),
        ]);
        let paths: Vec<&str> = program_files(&tree, "crates/").into_iter().map(|(path, _)| path).collect();
        assert_eq!(paths, ["crates/a/src/b.rs", "crates/a/src/lib.rs"]);
    }
}
