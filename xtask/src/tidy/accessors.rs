//! `src/texts.rs` of each crate that speaks: its Fluent sources, and one accessor for each message.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::Generated;
use super::calls::{self, Accessors};
use super::fluent::{self, Message};
use crate::fault::Fault;
use crate::lexer::{self, Kind};
use crate::tree::Tree;

/// A message of one language with the file it stands in.
struct Stated {
    path: String,
    message: Message,
}

/// The sources of a crate: path from the root, and what `include_str!` in `src/texts.rs` names it by.
#[derive(Default)]
struct Sources {
    vietnamese: Vec<(String, String)>,
    english: Vec<(String, String)>,
}

/// The `src/texts.rs` of each crate that speaks, and the faults of its sources.
pub(super) fn generate(tree: &Tree) -> (Vec<Generated>, Vec<Fault>) {
    let mut generated = Vec::new();
    let mut faults = Vec::new();
    // All crates share one bundle: a key is one message of the whole program.
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    for folder in tree.folders("crates/") {
        let sources = sources(tree, folder);
        let path = format!("crates/{folder}/src/texts.rs");
        if sources.vietnamese.is_empty() && sources.english.is_empty() && tree.text(&path).is_none() {
            continue;
        }
        let vietnamese = messages(tree, &sources.vietnamese, &mut faults);
        let english = messages(tree, &sources.english, &mut faults);
        compare(&vietnamese, &english, &mut faults);
        for stated in vietnamese.values() {
            if let Some(other) = owners.insert(stated.message.key.clone(), stated.path.clone()) {
                faults.push(Fault::at(&stated.path, stated.message.line, format!("`{}` is also a key of {other}", stated.message.key)));
            }
        }
        faults.extend(unsaid(tree, folder, &vietnamese));
        faults.extend(calls::swapped(tree, folder, &parameters(&vietnamese, &english)));
        generated.push(Generated { path, text: code(tree, folder, &sources, &vietnamese, &english) });
    }
    (generated, faults)
}

/// Messages that no code of their crate says.
fn unsaid(tree: &Tree, folder: &str, messages: &BTreeMap<String, Stated>) -> Vec<Fault> {
    let code: Vec<&str> = tree
        .ending(&format!("crates/{folder}/"), ".rs")
        .filter(|(path, _)| !path.ends_with("/src/texts.rs"))
        .map(|(_, text)| text)
        .collect();
    let words: BTreeSet<&str> =
        code.into_iter().flat_map(lexer::tokens).filter(|token| token.kind == Kind::Word).map(|token| token.written).collect();
    let never = messages.values().filter(|stated| !words.contains(stated.message.key.replace('-', "_").as_str()));
    never.map(|stated| Fault::at(&stated.path, stated.message.line, format!("no code says `{}`", stated.message.key))).collect()
}

/// The functions of a crate's messages and their parameters.
fn parameters(vietnamese: &BTreeMap<String, Stated>, english: &BTreeMap<String, Stated>) -> Accessors {
    let snake = |name: &str| name.replace('-', "_");
    vietnamese.keys().map(|key| (snake(key), variables(key, vietnamese, english).into_iter().map(snake).collect())).collect()
}

fn sources(tree: &Tree, folder: &str) -> Sources {
    let mut sources = Sources::default();
    for (language, list) in [("vi", &mut sources.vietnamese), ("en", &mut sources.english)] {
        for (path, _) in tree.ending(&format!("crates/{folder}/texts/{language}/"), ".ftl") {
            let named = path.trim_start_matches(&format!("crates/{folder}/")).to_owned();
            list.push((path.to_owned(), format!("../{named}")));
        }
        let ending = format!("/{language}.ftl");
        for (path, _) in tree.ending(&format!("crates/{folder}/src/lints/"), &ending) {
            let named = path.trim_start_matches(&format!("crates/{folder}/src/")).to_owned();
            list.push((path.to_owned(), named));
        }
    }
    sources
}

fn messages(tree: &Tree, sources: &[(String, String)], faults: &mut Vec<Fault>) -> BTreeMap<String, Stated> {
    let mut messages: BTreeMap<String, Stated> = BTreeMap::new();
    for (path, _) in sources {
        let (read, found) = fluent::read(path, tree.text(path).unwrap_or_default());
        faults.extend(found);
        for message in read {
            if let Some(fault) = misnamed(path, &message) {
                faults.push(fault);
            }
            if let Some(first) = messages.get(&message.key) {
                faults.push(Fault::at(path, message.line, format!("`{}` is a second time a key, after {}", message.key, first.path)));
                continue;
            }
            messages.insert(message.key.clone(), Stated { path: path.clone(), message });
        }
    }
    messages
}

/// A key becomes the name of a function, so it is in kebab case; a lint's keys begin with its name, so that no two lints share one.
fn misnamed(path: &str, message: &Message) -> Option<Fault> {
    let Message { key, line, .. } = message;
    let kebab = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    if let Some(name) = std::iter::once(key).chain(&message.variables).find(|name| !kebab(name)) {
        return Some(Fault::at(path, *line, format!("`{name}` is not in kebab case")));
    }
    if RESERVED.contains(&key.as_str()) || key == "texts" {
        return Some(Fault::at(path, *line, format!("`{key}` is a word of Rust")));
    }
    let lint = path.split_once("/src/lints/").and_then(|(_, rest)| rest.split_once('/')).map(|(folder, _)| folder.replace('_', "-"))?;
    let own = key.strip_prefix(&lint).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    (!own).then(|| Fault::at(path, *line, format!("`{key}` does not begin with the lint's name `{lint}`")))
}

const RESERVED: &[&str] = &[
    "as", "async", "await", "box", "break", "const", "continue", "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn",
    "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "unsafe", "use", "where", "while", "yield",
];

fn compare(vietnamese: &BTreeMap<String, Stated>, english: &BTreeMap<String, Stated>, faults: &mut Vec<Fault>) {
    for (key, Stated { path, message }) in vietnamese {
        let Some(other) = english.get(key) else {
            faults.push(Fault::at(path, message.line, format!("`{key}` is not said in English")));
            continue;
        };
        let sorted = |message: &Message| {
            let mut names = message.variables.clone();
            names.sort();
            names
        };
        if sorted(message) != sorted(&other.message) {
            let said = |message: &Message| format!("{{{}}}", message.variables.join(", "));
            let why = format!("`{key}` has variables {} in Vietnamese and {} in English", said(message), said(&other.message));
            faults.push(Fault::at(&other.path, other.message.line, why));
        }
    }
    for (key, Stated { path, message }) in english {
        if !vietnamese.contains_key(key) {
            faults.push(Fault::at(path, message.line, format!("`{key}` is not said in Vietnamese")));
        }
    }
}

fn code(tree: &Tree, folder: &str, sources: &Sources, vietnamese: &BTreeMap<String, Stated>, english: &BTreeMap<String, Stated>) -> String {
    let library = tree.text(&format!("crates/{folder}/src/lib.rs")).is_some();
    let visible = if library { "pub" } else { "pub(crate)" };
    let from = if folder == "diagnostic" { "crate" } else { "phongtrao_diagnostic" };
    let lints = if tree.folders(&format!("crates/{folder}/src/")).contains(&"lints") { "`texts/` and `src/lints/`" } else { "`texts/`" };
    let mut code = format!("//! Messages of this crate. Generated by `cargo xtask tidy --write` from {lints}; do not edit.\n\n");
    let keys: Vec<&str> = {
        let mut keys: Vec<&str> = vietnamese.keys().chain(english.keys()).map(String::as_str).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    };
    let speaks = keys.iter().any(|key| !variables(key, vietnamese, english).is_empty());
    let used = match (keys.is_empty(), speaks) {
        (true, _) => "Texts",
        (false, false) => "{Text, Texts}",
        (false, true) => "{Argument, Text, Texts}",
    };
    let _ = writeln!(code, "use {from}::{used};\n\n/// The Fluent sources of this crate.");
    let included =
        |list: &[(String, String)]| list.iter().map(|(_, named)| format!("include_str!({named:?})")).collect::<Vec<_>>().join(", ");
    let _ = writeln!(
        code,
        "{visible} const TEXTS: Texts = Texts {{ vietnamese: &[{}], english: &[{}] }};",
        included(&sources.vietnamese),
        included(&sources.english)
    );
    for key in keys {
        let words = english.get(key).or_else(|| vietnamese.get(key)).map(|stated| stated.message.words.as_str()).unwrap_or_default();
        let _ = write!(code, "\n/// {}\n{}", documented(words), accessor(visible, key, &variables(key, vietnamese, english)));
    }
    code
}

/// The variables of a message, by first use in Vietnamese, then in English.
fn variables<'a>(key: &str, vietnamese: &'a BTreeMap<String, Stated>, english: &'a BTreeMap<String, Stated>) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for name in [vietnamese, english].iter().filter_map(|messages| messages.get(key)).flat_map(|stated| &stated.message.variables) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names
}

fn accessor(visible: &str, key: &str, variables: &[&str]) -> String {
    let named = |variable: &str| match RESERVED.contains(&variable) {
        true => format!("{}_", variable.replace('-', "_")),
        false => variable.replace('-', "_"),
    };
    let parameters: Vec<String> = variables.iter().map(|variable| format!("{}: impl Into<Argument>", named(variable))).collect();
    let arguments: Vec<String> = variables.iter().map(|variable| format!("({variable:?}, {}.into())", named(variable))).collect();
    let arguments = if arguments.is_empty() { "Vec::new()".to_owned() } else { format!("vec![{}]", arguments.join(", ")) };
    format!(
        "{visible} fn {}({}) -> Text {{\n    Text {{ key: {key:?}, arguments: {arguments} }}\n}}\n",
        key.replace('-', "_"),
        parameters.join(", ")
    )
}

/// Words as a line of documentation: nothing in them is a link or a tag.
fn documented(words: &str) -> String {
    let mut line = String::new();
    for c in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(c, '[' | ']' | '<' | '>' | '`' | '*' | '_' | '\\') {
            line.push('\\');
        }
        line.push(c);
    }
    line
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::generate;
    use crate::tree::Tree;

    fn planted(vietnamese: &str, english: &str) -> Tree {
        Tree::planted(&[
            ("crates/plan/src/lib.rs", "two_dates, count, a"),
            ("crates/plan/texts/vi/a.ftl", vietnamese),
            ("crates/plan/texts/en/a.ftl", english),
        ])
    }

    #[test]
    fn an_accessor_takes_the_variables_of_its_message() {
        let tree = planted("two-dates = { $second } trước { $the-first }", "two-dates = { $the-first } after { $second }");
        let (files, faults) = generate(&tree);
        assert_eq!(faults, []);
        assert!(files[0].text.contains(
            "/// {the-first} after {second}\npub fn two_dates(second: impl Into<Argument>, the_first: impl Into<Argument>) -> Text {"
        ));
        assert!(files[0].text.contains(r#"vec![("second", second.into()), ("the-first", the_first.into())]"#));
    }

    #[test]
    fn a_choice_brings_the_variables_of_its_variants() {
        let choice = "count = { $n ->\n    [one] một { $what }\n   *[other] { $n } { $what }\n}\n";
        let (files, faults) = generate(&planted(choice, choice));
        assert_eq!(faults, []);
        assert!(files[0].text.contains("pub fn count(n: impl Into<Argument>, what: impl Into<Argument>)"));
    }

    #[rstest]
    #[case::only_in_vietnamese("a = x", "", "not said in English")]
    #[case::only_in_english("", "a = x", "not said in Vietnamese")]
    #[case::other_variables("a = { $x }", "a = { $y }", "has variables {x} in Vietnamese and {y} in English")]
    #[case::twice("a = x\na = y", "a = x", "second time a key")]
    #[case::syntax("a = { $x", "a = x", "Fluent: ")]
    #[case::no_words("a =\n", "a = x", "Fluent: ")]
    #[case::attribute("a = x\n    .b = y", "a = x", "has attributes")]
    #[case::function("a = { NUMBER($x) }", "a = { $x }", "uses a function")]
    #[case::capitals("Ab = x", "Ab = x", "not in kebab case")]
    #[case::word_of_rust("type = x", "type = x", "a word of Rust")]
    fn a_fault_of_the_sources_is_found(#[case] vietnamese: &str, #[case] english: &str, #[case] said: &str) {
        let (_, faults) = generate(&planted(vietnamese, english));
        assert!(faults.iter().any(|fault| fault.message.contains(said)), "{faults:?}");
    }

    #[test]
    fn a_message_that_no_code_says_is_found() {
        let mut tree = planted("a = x", "a = x");
        assert_eq!(generate(&tree).1, []);
        tree.put("crates/plan/src/lib.rs", "// a");
        assert_eq!(generate(&tree).1[0].message, "no code says `a`");
    }

    #[test]
    fn two_crates_do_not_share_a_key() {
        let tree = Tree::planted(&[
            ("crates/a/texts/vi/a.ftl", "k = x"),
            ("crates/a/texts/en/a.ftl", "k = x"),
            ("crates/b/texts/vi/a.ftl", "k = x"),
            ("crates/b/texts/en/a.ftl", "k = x"),
        ]);
        let (_, faults) = generate(&tree);
        assert!(faults.iter().any(|fault| fault.message.contains("is also a key of crates/a/texts/vi/a.ftl")), "{faults:?}");
    }

    #[test]
    fn the_keys_of_a_lint_begin_with_its_name() {
        let tree = Tree::planted(&[("crates/plan/src/lints/a_b/vi.ftl", "a-c = x"), ("crates/plan/src/lints/a_b/en.ftl", "a-c = x")]);
        let (_, faults) = generate(&tree);
        assert!(faults[0].message.contains("does not begin with the lint's name `a-b`"), "{faults:?}");
    }
}
