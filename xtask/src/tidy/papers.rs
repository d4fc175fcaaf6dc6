//! Papers: each folder complete, and the list of them.

use std::fmt::Write as _;

use super::Generated;
use super::lints::between;
use crate::fault::Fault;
use crate::tree::Tree;

const FOLDER: &str = "crates/press/src/papers/";
const LIST: &str = "crates/press/src/papers/mod.rs";
const MARKS: (&str, &str) = ("// <papers>", "// </papers>");
/// What a paper's folder holds.
const PARTS: &[&str] = &["mod.rs", "paper.typ", "words.toml", "example.toml", "paper.md"];

/// The list of papers in `mod.rs`, and what is wrong with their folders.
pub(super) fn generate(tree: &Tree) -> (Vec<Generated>, Vec<Fault>) {
    let Some(list) = tree.text(LIST) else { return (Vec::new(), Vec::new()) };
    let folders = tree.folders(FOLDER);
    let mut faults: Vec<Fault> = folders.iter().flat_map(|folder| incomplete(tree, folder)).collect();
    let Some(text) = between(list, MARKS, &code(&folders)) else {
        faults.push(Fault::new(LIST, format!("the marks `{}` and `{}` are gone", MARKS.0, MARKS.1)));
        return (Vec::new(), faults);
    };
    (vec![Generated { path: LIST.to_owned(), text }], faults)
}

fn code(folders: &[&str]) -> String {
    let mut list = String::new();
    for folder in folders {
        let _ = writeln!(list, "pub mod {folder};");
    }
    let statics: Vec<String> = folders.iter().map(|folder| format!("&{folder}::KIND")).collect();
    let _ = writeln!(list, "\n/// All papers by name.\npub static KINDS: &[&Kind] = &[{}];", statics.join(", "));
    list
}

/// What a paper's folder lacks, or names wrongly.
fn incomplete(tree: &Tree, folder: &str) -> Vec<Fault> {
    let at = format!("{FOLDER}{folder}");
    let text = |part: &str| tree.text(&format!("{at}/{part}"));
    let mut faults: Vec<Fault> = PARTS
        .iter()
        .filter(|part| text(part).is_none_or(|text| text.trim().is_empty()))
        .map(|part| Fault::new(&at, format!("has no {part}")))
        .collect();
    let name = folder.replace('_', "-");
    if text("mod.rs").is_some_and(|code| !code.contains(&format!("{name:?}"))) {
        faults.push(Fault::new(format!("{at}/mod.rs"), format!("its paper is not named `{name}`, in kebab case as its folder")));
    }
    let documentation = text("paper.md").unwrap_or_default();
    if !documentation.starts_with("# ") || !documentation.contains("**Source.**") {
        faults
            .push(Fault::new(format!("{at}/paper.md"), "does not begin with `# ` and the paper's Vietnamese name, or has no **Source.**"));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_its_parts_is_found() {
        let marks = "// <papers>\n// </papers>\n";
        let tree = Tree::planted(&[(LIST, marks), ("crates/press/src/papers/roll/mod.rs", "paper!(Roll, \"roll\", Words);")]);
        let (generated, faults) = generate(&tree);
        assert!(generated[0].text.contains("pub mod roll;") && generated[0].text.contains("&[&roll::KIND]"));
        assert_eq!(faults.len(), PARTS.len(), "four parts and the documentation's head: {faults:?}");
    }
}
