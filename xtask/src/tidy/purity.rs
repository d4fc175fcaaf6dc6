//! Invariant 1: from `value` to `clerk` nothing reads a clock, the environment, a file or the network, or starts a process. Clippy refuses the calls; here it
//! is checked that each of these crates asks Clippy to, for all of them, and that none excuses itself.

use crate::fault::Fault;
use crate::lexer;
use crate::tree::Tree;

/// The crates from `value` to `clerk`.
const PURE: &[&str] =
    &["value", "diagnostic", "ooxml", "document", "sheet", "rules", "plan", "register", "judge", "press", "movement", "clerk"];

/// Calls and types that a list must name: without one of them the invariant has a hole.
const REFUSED: &[&str] = &[
    "std::time::SystemTime::now",
    "std::time::Instant::now",
    "jiff::Timestamp::now",
    "jiff::Zoned::now",
    "std::env::var",
    "std::env::var_os",
    "std::env::args",
    "std::env::current_dir",
    "std::fs::read",
    "std::fs::read_to_string",
    "std::fs::write",
    "std::fs::read_dir",
    "std::fs::File::open",
    "std::fs::File::create",
    "std::fs::OpenOptions::new",
    "std::process::Command::new",
    "std::thread::spawn",
    "std::net::TcpStream",
    "std::net::TcpListener",
    "std::net::UdpSocket",
];

/// Pure crates whose Clippy does not watch, or that excuse themselves.
pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    let present: Vec<&str> = PURE.iter().copied().filter(|folder| tree.text(&format!("crates/{folder}/Cargo.toml")).is_some()).collect();
    let model = present.first().and_then(|folder| tree.text(&format!("crates/{folder}/clippy.toml")));
    for folder in present {
        let path = format!("crates/{folder}/clippy.toml");
        match tree.text(&path) {
            None => faults.push(Fault::new(&path, "is missing: a pure crate refuses clocks, files and the network")),
            Some(list) => {
                let missing = REFUSED.iter().filter(|refused| !list.contains(&format!("{refused:?}")));
                faults.extend(missing.map(|refused| Fault::new(&path, format!("does not refuse {refused}"))));
                if model.is_some_and(|model| model != list) {
                    faults.push(Fault::new(&path, "differs from the list of the first crate: all pure crates refuse the same"));
                }
            }
        }
        // A build script speaks to cargo, and is no part of what runs.
        let build_script = format!("crates/{folder}/build.rs");
        for (path, text) in tree.ending(&format!("crates/{folder}/"), ".rs").filter(|(path, _)| **path != *build_script) {
            faults.extend(excuses(path, text));
        }
    }
    faults
}

fn excuses(path: &str, text: &str) -> Vec<Fault> {
    let words = lexer::tokens(text);
    let excuse = words.iter().filter(|token| matches!(token.written, "disallowed_methods" | "disallowed_types" | "disallowed_macros"));
    excuse.map(|token| Fault::at(path, token.line, format!("excuses itself from {}: hand it in from the binary", token.written))).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::process::Command;

    use super::{PURE, REFUSED, check};
    use crate::tree::Tree;

    fn list(without: &str) -> String {
        REFUSED.iter().filter(|refused| **refused != without).map(|refused| format!("{refused:?}\n")).collect()
    }

    fn planted(list_of_plan: &str) -> Tree {
        Tree::planted(&[
            ("crates/value/Cargo.toml", ""),
            ("crates/value/clippy.toml", &list("")),
            ("crates/plan/Cargo.toml", ""),
            ("crates/plan/clippy.toml", list_of_plan),
            ("crates/web/Cargo.toml", ""),
        ])
    }

    fn messages(tree: &Tree) -> Vec<String> {
        check(tree).into_iter().map(|fault| fault.message).collect()
    }

    #[test]
    fn the_same_list_everywhere_is_right() {
        assert_eq!(messages(&planted(&list(""))), Vec::<String>::new());
    }

    #[test]
    fn a_crate_without_a_list_is_found() {
        let tree = Tree::planted(&[("crates/plan/Cargo.toml", "")]);
        assert!(messages(&tree)[0].contains("is missing"));
    }

    #[test]
    fn a_list_with_a_hole_is_found() {
        let found = messages(&planted(&list("std::fs::read")));
        assert!(found.contains(&"does not refuse std::fs::read".to_owned()), "{found:?}");
        assert!(found.iter().any(|message| message.contains("differs")), "{found:?}");
    }

    #[test]
    fn an_excuse_is_found_in_tests_too() {
        let mut tree = planted(&list(""));
        tree.put("crates/plan/src/lib.rs", "#[cfg(test)]\nmod tests {\n#[allow(clippy::disallowed_methods, reason = \"x\")]\nfn a() {}\n}");
        assert_eq!(check(&tree).iter().map(|fault| fault.line).collect::<Vec<_>>(), [3]);
    }

    /// Clippy itself, on a file with a breach in the program and one in its tests.
    #[test]
    fn clippy_refuses_a_planted_call_in_the_program_and_in_tests() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let folder = std::env::temp_dir().join(format!("xtask-purity-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let planted = folder.join("planted.rs");
        let breach = "pub fn a() { let _ = std::fs::read(\"x\"); }\n#[cfg(test)]\nmod tests {\n#[test]\nfn b() { let _ = std::time::SystemTime::now(); }\n}\n";
        std::fs::write(&planted, breach).unwrap();
        for crate_folder in PURE.iter().filter(|folder| root.join("crates").join(folder).exists()) {
            let mut clippy = Command::new("clippy-driver");
            clippy.env("CLIPPY_CONF_DIR", root.join("crates").join(crate_folder)).args([
                "--test",
                "--edition",
                "2024",
                "--error-format",
                "short",
            ]);
            clippy.args(["-Dwarnings", "--emit", "metadata", "--out-dir"]).arg(&folder).arg(&planted);
            let said =
                String::from_utf8(clippy.output().expect("clippy is part of the toolchain: rustup component add clippy").stderr).unwrap();
            assert!(said.contains("disallowed method `std::fs::read`"), "{crate_folder}: {said}");
            assert!(said.contains("disallowed method `std::time::SystemTime::now`"), "{crate_folder}: {said}");
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
