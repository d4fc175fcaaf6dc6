//! Invariant 8: no text of the interface in code, and no words that readers recognise: no Vietnamese letters in literals of the program.

use crate::fault::Fault;
use crate::lexer::{self, Kind};
use crate::tree::Tree;

/// Files that need the letters themselves, each with its reason.
const ALLOWED: &[(&str, &str)] = &[("crates/value/src/text.rs", "folding is about the letters themselves")];

/// Literals with Vietnamese letters outside tests.
pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    check_with(tree, ALLOWED)
}

fn check_with(tree: &Tree, allowed: &[(&str, &str)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let files = lexer::program_files(tree, "crates/").into_iter().chain(lexer::program_files(tree, "xtask/"));
    for (path, text) in files {
        let mut found: Vec<Fault> = Vec::new();
        for token in lexer::program(text) {
            // `'\u{301}'` names a code point, as readers of encodings do; it is no word.
            let is_literal = token.kind == Kind::Text || token.kind == Kind::Character && !token.written.contains("\\u");
            if let Some(letter) = is_literal.then(|| token.content()).and_then(|content| content.chars().find(|c| is_vietnamese(*c))) {
                let why = format!("`{letter}` in a literal: messages are Fluent texts, words to recognise are data in words/ or packs/");
                found.push(Fault::at(path, token.line, why));
            }
        }
        match (allowed.iter().any(|(known, _)| *known == path), found.is_empty()) {
            (true, true) => {
                faults.push(Fault::new(path, "has no Vietnamese letters any more: take it off the list in xtask/src/tidy/letters.rs"))
            }
            (true, false) => {}
            (false, _) => faults.extend(found),
        }
    }
    for (path, _) in allowed {
        if tree.text(path).is_none() && tree.under("crates/").next().is_some() {
            faults.push(Fault::new(*path, "is gone: take it off the list in xtask/src/tidy/letters.rs"));
        }
    }
    faults
}

/// Letters that Vietnamese has and English has not, and the marks above and below letters.
fn is_vietnamese(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{1b0}' | '\u{300}'..='\u{36f}' | '\u{1ea0}'..='\u{1ef9}')
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::check_with;
    use crate::tree::Tree;

    fn lines(source: &str) -> Vec<usize> {
        check_with(&Tree::planted(&[("crates/a/src/lib.rs", source)]), &[]).into_iter().map(|fault| fault.line).collect()
    }

    #[rstest]
    #[case::string("\nlet a = \"Kế hoạch\";", &[2])]
    #[case::raw_string("r#\"Điều\"#", &[1])]
    #[case::character("'ệ'", &[1])]
    #[case::escaped("\"k\\u{1ebf} hoach\"", &[1])]
    #[case::decomposed("\"ke\\u{301} hoach\"", &[1])]
    #[case::code_point("'\\u{301}'", &[])]
    #[case::in_a_macro("println!(\"lỗi\")", &[1])]
    #[case::comment("// Kế hoạch\n/// Điều\n/* lỗi */", &[])]
    #[case::english("\"plan · … “”\"", &[])]
    #[case::in_tests("#[cfg(test)]\nmod tests { const A: &str = \"Kế hoạch\"; }", &[])]
    fn a_letter_in_a_literal_is_found(#[case] source: &str, #[case] expected: &[usize]) {
        assert_eq!(lines(source), expected);
    }

    #[test]
    fn tests_in_their_own_files_are_free() {
        assert_eq!(check_with(&Tree::planted(&[("crates/a/tests/a.rs", "\"Kế hoạch\"")]), &[]), []);
    }

    #[test]
    fn a_file_on_the_list_must_need_it() {
        let allowed = &[("crates/a/src/lib.rs", "because"), ("crates/a/src/gone.rs", "because")];
        assert_eq!(check_with(&Tree::planted(&[("crates/a/src/lib.rs", "'ệ'")]), &allowed[..1]), []);
        let faults = check_with(&Tree::planted(&[("crates/a/src/lib.rs", "")]), allowed);
        assert_eq!(faults.len(), 2);
    }
}
