//! What holds for files of all crates: each says what it is, none is too long, none writes markup by hand, none names a machine or puts something off.

use crate::fault::{Fault, line_of};
use crate::lexer::{self, Kind};
use crate::tree::Tree;

/// A file is one idea.
const LONG: usize = 500;
/// Where Rust code of ours lies.
const CODE: &[&str] = &["crates/", "xtask/", "fuzz/", "bench/"];
/// What begins markup.
const MARKUP: &[&str] = &[
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<div",
    "<span",
    "<p>",
    "<p ",
    "<a ",
    "<table",
    "<tr",
    "<td",
    "<li>",
    "<ul",
    "<br",
    "<script",
    "<style",
];
/// Where markup is written, or recognised in what is read.
const MARKUP_PLACES: &[&str] =
    &["crates/diagnostic/src/html.rs", "crates/web/", "crates/document/src/read/", "crates/document/src/decode/", "xtask/src/tidy/"];
/// Beginnings of paths that only one machine has.
const MACHINES: &[&str] = &["/root/", "/home/", "/Users/", "C:\\Users"];
/// Templates say what is to be written; the checks name what they look for.
const FREE_OF_WORDS: &[&str] = &["xtask/templates/", "xtask/src/tidy/files.rs", "xtask/src/new_lint.rs", "Cargo.lock"];

/// What single files break.
pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in CODE.iter().flat_map(|folder| tree.ending(folder, ".rs")) {
        faults.extend(undescribed(path, text));
        faults.extend(long(path, text));
    }
    for (path, text) in CODE.iter().flat_map(|folder| lexer::program_files(tree, folder)) {
        faults.extend(markup(path, text));
    }
    for (path, text) in tree.under("") {
        faults.extend(put_off(path, text));
        faults.extend(machines(path, text));
    }
    for (path, text) in tree.ending("oracles/", "package-lock.json") {
        faults.extend(registries(path, text));
    }
    faults
}

fn undescribed(path: &str, text: &str) -> Option<Fault> {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with("#!["))?;
    (!first.starts_with("//!")).then(|| Fault::new(path, "does not begin with `//!` and what it is"))
}

fn long(path: &str, text: &str) -> Option<Fault> {
    let lines = text.lines().count();
    let generated = path.ends_with("/texts.rs");
    (lines > LONG && !generated).then(|| Fault::new(path, format!("{lines} lines: is it one idea?")).only_warns())
}

fn markup(path: &str, text: &str) -> Vec<Fault> {
    if MARKUP_PLACES.iter().any(|place| path.starts_with(place)) {
        return Vec::new();
    }
    let literals = lexer::program(text).into_iter().filter(|token| matches!(token.kind, Kind::Text | Kind::Bytes));
    let written = literals.filter(|token| {
        let lower = token.written.to_ascii_lowercase();
        MARKUP.iter().any(|begin| lower.contains(begin))
    });
    written.map(|token| Fault::at(path, token.line, "markup in a literal: static pages are written through `diagnostic::html`")).collect()
}

fn put_off(path: &str, text: &str) -> Vec<Fault> {
    if FREE_OF_WORDS.iter().any(|place| path.starts_with(place)) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for word in ["TODO", "FIXME"] {
        for (at, _) in text.match_indices(word) {
            let stands_alone = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
            if stands_alone(text[..at].chars().next_back()) && stands_alone(text[at + word.len()..].chars().next()) {
                faults.push(Fault::at(path, line_of(text, at), format!("{word}: do it, or write it down where work is planned")));
            }
        }
    }
    faults
}

fn machines(path: &str, text: &str) -> Vec<Fault> {
    if FREE_OF_WORDS.iter().any(|place| path.starts_with(place)) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for begin in MACHINES {
        for (at, _) in text.match_indices(begin) {
            // `https://host/home/` and `docs/home/` are no paths of a machine: those begin after a sign or a space.
            if text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '_' | '~' | '*' | '}')) {
                faults.push(Fault::at(path, line_of(text, at), format!("{begin}: a path of one machine")));
            }
        }
    }
    faults
}

fn registries(path: &str, text: &str) -> Vec<Fault> {
    let named = text.lines().enumerate().filter(|(_, line)| line.contains("\"resolved\""));
    named
        .map(|(line, _)| Fault::at(path, line + 1, "names the host of a registry: npm install with omit-lockfile-registry-resolved"))
        .collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::check;
    use crate::tree::Tree;

    fn messages(path: &str, text: &str) -> Vec<String> {
        check(&Tree::planted(&[(path, text)])).into_iter().map(|fault| fault.message).collect()
    }

    #[rstest]
    #[case::undescribed("crates/a/src/a.rs", "fn a() {}", "does not begin with `//!`")]
    #[case::undescribed_test("crates/a/tests/a.rs", "fn a() {}", "does not begin with `//!`")]
    #[case::markup("crates/a/src/a.rs", "//! A.\nlet a = \"<DIV class=x>\";", "markup in a literal")]
    #[case::markup_in_bytes("crates/plan/src/a.rs", "//! A.\nb\"<html\"", "markup in a literal")]
    #[case::put_off("crates/a/src/a.rs", "//! A.\n// TODO later", "TODO: do it")]
    #[case::put_off_in_docs("docs/a.md", "FIXME", "FIXME: do it")]
    #[case::machine("docs/a.md", "lies in /home/lan/plans", "a path of one machine")]
    #[case::machine_in_code("crates/a/src/a.rs", "//! A.\n\"/home/somebody/main\"", "a path of one machine")]
    #[case::registry("oracles/package-lock.json", "\"resolved\": \"https://registry\"", "names the host of a registry")]
    fn a_planted_breach_is_found(#[case] path: &str, #[case] text: &str, #[case] said: &str) {
        let found = messages(path, text);
        assert!(found.iter().any(|message| message.contains(said)), "{found:?}");
    }

    #[rstest]
    #[case::described("crates/a/src/a.rs", "//! A.\nfn a() {}")]
    #[case::described_after_an_attribute("crates/a/src/a.rs", "#![no_main]\n//! A.\nfn a() {}")]
    #[case::markup_that_is_read("crates/document/src/read/html.rs", "//! A.\nb\"<html\"")]
    #[case::markup_in_tests("crates/a/src/a.rs", "//! A.\n#[cfg(test)]\nmod tests { const A: &str = \"<div>\"; }")]
    #[case::another_word("docs/a.md", "TODOS, $HOME/.cache, https://example.vn/home/a")]
    fn what_is_right_is_free(#[case] path: &str, #[case] text: &str) {
        assert_eq!(messages(path, text), Vec::<String>::new());
    }

    #[test]
    fn a_long_file_is_only_a_warning() {
        let faults = check(&Tree::planted(&[("crates/a/src/a.rs", &"//! A.\n".repeat(501))]));
        assert_eq!(faults.len(), 1);
        assert!(faults[0].warning);
    }
}
