//! Lints: each folder complete, and the list of them.

use std::fmt::Write as _;

use super::Generated;
use crate::fault::Fault;
use crate::tree::Tree;

/// Where the folders of lints lie.
pub(crate) const FOLDER: &str = "crates/plan/src/lints/";
const LIST: &str = "crates/plan/src/lints/mod.rs";
const MARKS: (&str, &str) = ("// <lints>", "// </lints>");
const TABLE: &str = "docs/lints.md";
const TABLE_MARKS: (&str, &str) = ("<!-- lints", "<!-- /lints -->");
/// What the page says when nobody has written it yet.
const PAGE: &str =
    "# Lints\n\nEach is explained by `phongtrao explain NAME`.\n\n<!-- lints written by `cargo xtask tidy --write` -->\n<!-- /lints -->\n";

/// What a lint's folder holds; of names with a bar, one.
const PARTS: &[&str] = &["mod.rs", "vi.ftl", "en.ftl", "explain.vi.md", "explain.en.md", "bad.txt|bad.toml", "good.txt|good.toml"];

/// The list of lints in `mod.rs`, and what is wrong with their folders.
pub(super) fn generate(tree: &Tree) -> (Vec<Generated>, Vec<Fault>) {
    let Some(list) = tree.text(LIST) else { return (Vec::new(), Vec::new()) };
    let folders = tree.folders(FOLDER);
    let mut faults: Vec<Fault> = folders.iter().flat_map(|folder| incomplete(tree, folder)).collect();
    let mut generated = Vec::new();
    let page = tree.text(TABLE).unwrap_or(PAGE);
    for (path, text, marks, body) in [(LIST, list, MARKS, code(&folders)), (TABLE, page, TABLE_MARKS, table(tree, &folders))] {
        match between(text, marks, &body) {
            Some(text) => generated.push(Generated { path: path.to_owned(), text }),
            None => faults.push(Fault::new(path, format!("the marks `{}` and `{}` are gone", marks.0, marks.1))),
        }
    }
    (generated, faults)
}

/// The text with another body between the lines of its marks.
pub(super) fn between(text: &str, (begin, end): (&str, &str), body: &str) -> Option<String> {
    let begin = text.find(begin)?;
    let from = begin + text.get(begin..)?.find('\n')? + 1;
    let to = from + text.get(from..)?.find(end)?;
    Some(format!("{}{body}{}", text.get(..from)?, text.get(to..)?))
}

fn table(tree: &Tree, folders: &[&str]) -> String {
    let mut table = "\n| lint | weight | looks at | vi | en |\n| --- | --- | --- | --- | --- |\n".to_owned();
    for folder in folders {
        let text = |file: &str| tree.text(&format!("{FOLDER}{folder}/{file}")).unwrap_or_default();
        let field = |name: &str| {
            let after = text("mod.rs").split_once(name).map_or("", |(_, after)| after);
            after.split([',', '\n']).next().unwrap_or_default().trim().to_lowercase()
        };
        let title = |file: &str| text(file).lines().next().unwrap_or_default().trim_start_matches('#').trim().replace('|', "\\|");
        let (vietnamese, english) = (title("explain.vi.md"), title("explain.en.md"));
        let _ = writeln!(
            table,
            "| `{}` | {} | {} | {vietnamese} | {english} |",
            folder.replace('_', "-"),
            field("level: Severity::"),
            field("on: On::"),
        );
    }
    table + "\n"
}

fn code(folders: &[&str]) -> String {
    let mut list = String::new();
    for folder in folders {
        let _ = writeln!(list, "mod {folder};");
    }
    if !folders.is_empty() {
        list.push('\n');
    }
    let statics: Vec<String> = folders.iter().map(|folder| format!("&{folder}::LINT")).collect();
    let _ = writeln!(list, "/// All lints by name.\npub static LINTS: &[&Lint] = &[{}];", statics.join(", "));
    list
}

/// What a lint's folder lacks, or names wrongly.
fn incomplete(tree: &Tree, folder: &str) -> Vec<Fault> {
    let at = format!("{FOLDER}{folder}");
    let mut faults = Vec::new();
    for part in PARTS {
        let held = part.split('|').filter_map(|name| tree.text(&format!("{at}/{name}"))).collect::<Vec<_>>();
        match held.as_slice() {
            [] => faults.push(Fault::new(&at, format!("has no {}", part.replace('|', " or ")))),
            [text] if text.trim().is_empty() => faults.push(Fault::new(&at, format!("{part} is empty"))),
            [_] => {}
            _ => faults.push(Fault::new(&at, format!("has both {}", part.replace('|', " and ")))),
        }
    }
    for page in ["explain.vi.md", "explain.en.md"] {
        if tree.text(&format!("{at}/{page}")).is_some_and(|text| !text.starts_with("# ")) {
            faults.push(Fault::new(format!("{at}/{page}"), "does not begin with `# ` and the fault in a few words"));
        }
    }
    if !folder.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
        faults.push(Fault::new(&at, "a lint's folder is named as its module: small letters, joined by `_`"));
    }
    let name = folder.replace('_', "-");
    if let Some(code) = tree.text(&format!("{at}/mod.rs"))
        && !code.contains(&format!("name: {name:?}"))
    {
        faults.push(Fault::new(format!("{at}/mod.rs"), format!("its lint is not named `{name}`, in kebab case as its folder")));
    }
    faults
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{FOLDER, LIST, TABLE, generate};
    use crate::tree::Tree;

    const COMPLETE: &[(&str, &str)] = &[
        ("mod.rs", "name: \"a-b\""),
        ("vi.ftl", "x"),
        ("en.ftl", "x"),
        ("explain.vi.md", "# X"),
        ("explain.en.md", "# X"),
        ("bad.txt", "x"),
        ("good.txt", "x"),
    ];

    fn planted(lints: &[&str]) -> Tree {
        let mut tree = Tree::planted(&[(LIST, "mod lint;\n// <lints> written\nold\n// </lints>\n")]);
        for lint in lints {
            for (name, text) in COMPLETE {
                tree.put(format!("{FOLDER}{lint}/{name}"), *text);
            }
        }
        tree
    }

    #[test]
    fn the_list_is_written_between_its_marks() {
        let mut tree = planted(&["a_b", "c_d"]);
        tree.put(format!("{FOLDER}c_d/mod.rs"), "name: \"c-d\"");
        let (files, faults) = generate(&tree);
        assert_eq!(faults, []);
        let list = "mod a_b;\nmod c_d;\n\n/// All lints by name.\npub static LINTS: &[&Lint] = &[&a_b::LINT, &c_d::LINT];\n";
        assert_eq!(files[0].text, format!("mod lint;\n// <lints> written\n{list}// </lints>\n"));
    }

    #[test]
    fn the_page_of_lints_has_a_row_for_each() {
        let mut tree = planted(&["a_b"]);
        tree.put(format!("{FOLDER}a_b/mod.rs"), "name: \"a-b\",\nlevel: Severity::Warning,\non: On::Text,");
        tree.put(format!("{FOLDER}a_b/explain.vi.md"), "# Lỗi một\n\nVì sao");
        tree.put(format!("{FOLDER}a_b/explain.en.md"), "# Fault one");
        tree.put(TABLE, "# Own words\n<!-- lints -->\nold\n<!-- /lints -->\nMore.");
        let (files, _) = generate(&tree);
        assert!(files[1].text.starts_with("# Own words\n<!-- lints -->\n\n| lint |"));
        assert!(files[1].text.contains("| `a-b` | warning | text | Lỗi một | Fault one |\n"), "{}", files[1].text);
        assert!(files[1].text.ends_with("\n<!-- /lints -->\nMore."));
    }

    #[rstest]
    #[case("explain.en.md", "", "explain.en.md is empty")]
    #[case("explain.vi.md", "Lỗi", "does not begin with `# `")]
    #[case("mod.rs", "name: \"a_b\"", "not named `a-b`")]
    #[case("bad.toml", "x", "has both bad.txt and bad.toml")]
    fn an_incomplete_folder_is_found(#[case] file: &str, #[case] text: &str, #[case] said: &str) {
        let mut tree = planted(&["a_b"]);
        tree.put(format!("{FOLDER}a_b/{file}"), text);
        let (_, faults) = generate(&tree);
        assert!(faults.iter().any(|fault| fault.message.contains(said)), "{faults:?}");
    }

    #[test]
    fn a_missing_file_is_found() {
        let tree = Tree::planted(&[(LIST, "// <lints>\n// </lints>"), ("crates/plan/src/lints/a_b/mod.rs", "name: \"a-b\"")]);
        let (_, faults) = generate(&tree);
        assert!(faults.iter().any(|fault| fault.message == "has no good.txt or good.toml"), "{faults:?}");
    }
}
