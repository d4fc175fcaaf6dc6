//! Lints: each folder complete, and the list of them.

use std::fmt::Write as _;

use super::Generated;
use crate::fault::Fault;
use crate::tree::Tree;

/// Where the folders of lints lie.
pub(crate) const FOLDER: &str = "crates/plan/src/lints/";
const LIST: &str = "crates/plan/src/lints/mod.rs";
const BEGIN: &str = "// <lints>";
const END: &str = "// </lints>";

/// What a lint's folder holds; of names with a bar, one.
const PARTS: &[&str] = &["mod.rs", "vi.ftl", "en.ftl", "explain.vi.md", "explain.en.md", "bad.txt|bad.toml", "good.txt|good.toml"];

/// The list of lints in `mod.rs`, and what is wrong with their folders.
pub(super) fn generate(tree: &Tree) -> (Vec<Generated>, Vec<Fault>) {
    let Some(list) = tree.text(LIST) else { return (Vec::new(), Vec::new()) };
    let folders = tree.folders(FOLDER);
    let faults = folders.iter().flat_map(|folder| incomplete(tree, folder)).collect();
    match listed(list, &folders) {
        Some(text) => (vec![Generated { path: LIST.to_owned(), text }], faults),
        None => (Vec::new(), vec![Fault::new(LIST, format!("the marks `{BEGIN}` and `{END}` are gone"))]),
    }
}

fn listed(text: &str, folders: &[&str]) -> Option<String> {
    let begin = text.find(BEGIN)?;
    let body = begin + text.get(begin..)?.find('\n')? + 1;
    let end = body + text.get(body..)?.find(END)?;
    let mut list = String::new();
    for folder in folders {
        let _ = writeln!(list, "mod {folder};");
    }
    if !folders.is_empty() {
        list.push('\n');
    }
    let statics: Vec<String> = folders.iter().map(|folder| format!("&{folder}::LINT")).collect();
    let _ = writeln!(list, "/// All lints by name.\npub static LINTS: &[&Lint] = &[{}];", statics.join(", "));
    Some(format!("{}{list}{}", text.get(..body)?, text.get(end..)?))
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

    use super::{FOLDER, LIST, generate};
    use crate::tree::Tree;

    const COMPLETE: &[(&str, &str)] = &[
        ("mod.rs", "name: \"a-b\""),
        ("vi.ftl", "x"),
        ("en.ftl", "x"),
        ("explain.vi.md", "x"),
        ("explain.en.md", "x"),
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

    #[rstest]
    #[case("explain.en.md", "", "explain.en.md is empty")]
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
