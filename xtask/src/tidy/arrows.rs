//! Invariant 2: a crate uses what its arrow names and all that those reach, and libraries of the outside have one place each.

use std::collections::BTreeSet;

use toml::{Table, Value};

use crate::fault::Fault;
use crate::tree::Tree;

/// Folder → the folders that its arrow names (docs/architecture.md draws them).
const ARROWS: &[(&str, &[&str])] = &[
    ("value", &[]),
    ("diagnostic", &["value"]),
    ("ooxml", &["value"]),
    ("document", &["diagnostic", "ooxml"]),
    ("sheet", &["diagnostic", "ooxml"]),
    ("rules", &["diagnostic"]),
    ("plan", &["document", "rules"]),
    ("register", &["sheet"]),
    ("judge", &["rules", "register"]),
    ("press", &["document"]),
    ("movement", &["plan", "judge"]),
    ("clerk", &["movement", "press"]),
    ("store", &["movement"]),
    ("service", &["store", "clerk"]),
    ("web", &["service"]),
    ("phongtrao", &["web", "clerk"]),
];

/// Libraries by the beginning of their names, and the only crates that may know them.
const PLACES: &[(&str, &[&str], &str)] = &[
    ("zip", &["ooxml", "document"], "office packages are read and written within bounds there"),
    ("sea-orm", &["store"], "only the store knows SQL"),
    ("sea-query", &["store"], "only the store knows SQL"),
    ("sqlx", &["store"], "only the store knows SQL"),
    ("rusqlite", &["store"], "only the store knows SQL"),
    ("libsqlite3", &["store"], "only the store knows SQL"),
    ("diesel", &["store"], "only the store knows SQL"),
    ("postgres", &["store"], "only the store knows SQL"),
    ("tokio-postgres", &["store"], "only the store knows SQL"),
    ("axum", &["web"], "only the web crate serves HTTP"),
    ("hyper", &["web"], "only the web crate serves HTTP"),
    ("tower", &["web"], "only the web crate serves HTTP"),
    ("actix", &["web"], "only the web crate serves HTTP"),
    ("warp", &["web"], "only the web crate serves HTTP"),
    ("http", &["web"], "only the web crate serves HTTP"),
    ("reqwest", &["web"], "only the web crate speaks HTTP"),
    ("ureq", &["web"], "only the web crate speaks HTTP"),
    ("askama", &["web"], "only the web crate has pages; static ones go through diagnostic::html"),
    ("maud", &["web"], "only the web crate has pages; static ones go through diagnostic::html"),
    ("html5ever", &["document"], "only the document crate reads HTML"),
    ("markup5ever", &["document"], "only the document crate reads HTML"),
    ("typst", &["press"], "the layout of pages is the press's"),
    ("tokio", &["store", "service", "web", "phongtrao"], "a pure crate starts nothing"),
    ("tempfile", &["store", "service", "web", "phongtrao"], "a pure crate knows no files"),
    ("rand", &["service", "web"], "the same input gives the same bytes"),
    ("getrandom", &["service", "web"], "the same input gives the same bytes"),
];

/// What the manifests break.
pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for folder in tree.folders("crates/") {
        let path = format!("crates/{folder}/Cargo.toml");
        let Some(text) = tree.text(&path) else { continue };
        match text.parse::<Table>() {
            Ok(manifest) => faults.extend(manifest_faults(folder, &path, &manifest)),
            Err(error) => faults.push(Fault::new(path, error.to_string())),
        }
    }
    faults
}

fn manifest_faults(folder: &str, path: &str, manifest: &Table) -> Vec<Fault> {
    if !ARROWS.iter().any(|(known, _)| *known == folder) {
        return vec![Fault::new(path, "this crate has no arrow: name it in docs/architecture.md and in xtask/src/tidy/arrows.rs")];
    }
    let allowed = reached(folder);
    let mut faults = Vec::new();
    for (name, requirement) in dependencies(manifest) {
        if requirement.get("workspace").and_then(Value::as_bool) != Some(true) || requirement.get("features").is_some() {
            faults
                .push(Fault::new(path, format!("`{name}`: version and features are chosen in the workspace (`{name}.workspace = true`)")));
        }
        if let Some(local) = name.strip_prefix("phongtrao-") {
            if !allowed.contains(local) {
                faults.push(Fault::new(path, format!("`{folder}` must not know `{local}`: its arrow does not reach it")));
            }
            continue;
        }
        for (library, places, reason) in PLACES {
            let is_it = name.strip_prefix(library).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']));
            if is_it && !places.contains(&folder) {
                faults.push(Fault::new(path, format!("`{folder}` must not know `{name}`: {reason}")));
            }
        }
    }
    if manifest.get("lints").and_then(|lints| lints.get("workspace")).and_then(Value::as_bool) != Some(true) {
        faults.push(Fault::new(path, "takes no lints of the workspace: `[lints] workspace = true`"));
    }
    faults
}

/// All dependencies, also those of tests, of build scripts and of single platforms.
fn dependencies(manifest: &Table) -> Vec<(&str, &Value)> {
    let mut found = Vec::new();
    for (section, value) in manifest {
        let Some(table) = value.as_table() else { continue };
        if section.ends_with("dependencies") {
            found.extend(table.iter().map(|(name, requirement)| (name.as_str(), requirement)));
        } else if section == "target" {
            found.extend(table.values().filter_map(Value::as_table).flat_map(dependencies));
        }
    }
    found
}

fn reached(folder: &str) -> BTreeSet<&'static str> {
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<&str> = vec![folder];
    while let Some(next) = waiting.pop() {
        for named in ARROWS.iter().filter(|(known, _)| *known == next).flat_map(|(_, named)| *named) {
            if reached.insert(*named) {
                waiting.push(named);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::check;
    use crate::tree::Tree;

    fn faults(folder: &str, manifest: &str) -> Vec<String> {
        let path = format!("crates/{folder}/Cargo.toml");
        let manifest = format!("{manifest}\n[lints]\nworkspace = true\n");
        check(&Tree::planted(&[(&path, &manifest)])).into_iter().map(|fault| fault.message).collect()
    }

    #[rstest]
    #[case::its_arrow("plan", "[dependencies]\nphongtrao-document.workspace = true")]
    #[case::what_its_arrow_reaches("plan", "[dependencies]\nphongtrao-value.workspace = true\nphongtrao-ooxml = { workspace = true }")]
    #[case::a_place("ooxml", "[dependencies]\nzip.workspace = true")]
    #[case::another_library_of_like_name("value", "[dependencies]\nzipper.workspace = true")]
    fn what_is_allowed(#[case] folder: &str, #[case] manifest: &str) {
        assert_eq!(faults(folder, manifest), Vec::<String>::new());
    }

    #[rstest]
    #[case::against_the_arrow("value", "[dependencies]\nphongtrao-plan.workspace = true", "must not know `plan`")]
    #[case::beside_the_arrow("rules", "[dependencies]\nphongtrao-document.workspace = true", "must not know `document`")]
    #[case::in_tests_too("value", "[dev-dependencies]\nphongtrao-diagnostic.workspace = true", "must not know `diagnostic`")]
    #[case::for_one_platform("value", "[target.'cfg(unix)'.dependencies]\nphongtrao-plan.workspace = true", "must not know `plan`")]
    #[case::sql("plan", "[dependencies]\nsqlx.workspace = true", "only the store knows SQL")]
    #[case::sql_in_the_binary("phongtrao", "[dependencies]\nsea-orm-migration.workspace = true", "only the store knows SQL")]
    #[case::http("service", "[dependencies]\ntower-http.workspace = true", "only the web crate serves HTTP")]
    #[case::zip("plan", "[dependencies]\nzip.workspace = true", "within bounds")]
    #[case::own_version("value", "[dependencies]\nserde = \"1\"", "chosen in the workspace")]
    #[case::own_features("value", "[dependencies]\nserde = { workspace = true, features = [\"rc\"] }", "chosen in the workspace")]
    #[case::no_arrow("helpers", "", "has no arrow")]
    fn a_planted_breach_is_found(#[case] folder: &str, #[case] manifest: &str, #[case] said: &str) {
        let faults = faults(folder, manifest);
        assert!(faults.iter().any(|fault| fault.contains(said)), "{faults:?}");
    }

    #[test]
    fn a_crate_without_the_lints_of_the_workspace_is_found() {
        let faults = check(&Tree::planted(&[("crates/value/Cargo.toml", "[package]\nname = \"a\"")]));
        assert!(faults[0].message.contains("takes no lints"));
    }
}
