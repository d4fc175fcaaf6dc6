//! Calls of accessors: every parameter takes anything, so that two swapped arguments would compile.

use std::collections::BTreeMap;

use crate::fault::Fault;
use crate::lexer::{self, Kind, Token};
use crate::tree::Tree;

/// Function → its parameters, of the accessors of one crate.
pub(super) type Accessors = BTreeMap<String, Vec<String>>;

/// Calls of this crate in which an argument bears the name of another parameter.
pub(super) fn swapped(tree: &Tree, folder: &str, accessors: &Accessors) -> Vec<Fault> {
    let folder = format!("crates/{folder}/");
    let files = tree.ending(&folder, ".rs").filter(|(path, _)| !path.ends_with("/src/texts.rs"));
    files.flat_map(|(path, text)| swapped_in(path, text, accessors)).collect()
}

fn swapped_in(path: &str, text: &str, accessors: &Accessors) -> Vec<Fault> {
    let tokens: Vec<Token<'_>> = lexer::tokens(text).into_iter().filter(|token| token.kind != Kind::Comment).collect();
    let mut faults = Vec::new();
    for at in 0..tokens.len() {
        let Some(parameters) = called(&tokens[at..], accessors) else { continue };
        let given = arguments(&tokens[at + CALL..]);
        let says = |place: usize, name: &str| given.get(place).is_some_and(|argument: &&[Token<'_>]| names(argument, name));
        for (place, parameter) in parameters.iter().enumerate() {
            // Of two arguments that bear one name (`label`, `earlier.label`) the one in its own place is right.
            let misplaced = |(own, other): &(usize, &String)| says(place, other) && !says(place, parameter) && !says(*own, other);
            if let Some((_, other)) = parameters.iter().enumerate().find(misplaced) {
                let why = format!("`{}` is given `{other}` for `{parameter}`: are its arguments swapped?", tokens[at + 3].written);
                faults.push(Fault::at(path, tokens[at].line, why));
            }
        }
    }
    faults
}

fn names(argument: &[Token<'_>], name: &str) -> bool {
    argument.iter().any(|token| token.kind == Kind::Word && token.written == name)
}

/// `texts :: name (` in tokens, up to its first argument.
const CALL: usize = 5;

fn called<'a>(tokens: &[Token<'_>], accessors: &'a Accessors) -> Option<&'a Vec<String>> {
    match tokens {
        [module, one, two, name, open, ..]
            if module.written == "texts" && one.written == ":" && two.written == ":" && open.written == "(" =>
        {
            accessors.get(name.written)
        }
        _ => None,
    }
}

/// The tokens of each argument, up to the parenthesis that closes the call.
fn arguments<'tokens, 'text>(tokens: &'tokens [Token<'text>]) -> Vec<&'tokens [Token<'text>]> {
    let (mut depth, mut from) = (0usize, 0);
    let mut arguments = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Sign) {
        match token.written {
            "(" | "[" | "{" => depth += 1,
            ")" if depth == 0 => {
                arguments.push(&tokens[from..at]);
                return arguments;
            }
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            "," if depth == 0 => {
                arguments.push(&tokens[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    arguments
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{Accessors, swapped_in};

    #[rstest]
    #[case::in_order("texts::left_open(unit, tasks.len())", false)]
    #[case::other_names("texts::left_open(name, count)", false)]
    #[case::both_in_one("texts::left_open(unit_of(unit, tasks), 1)", false)]
    #[case::like_the_first("texts::left_open(unit, earlier.unit)", false)]
    #[case::swapped("texts::left_open(tasks.len(), unit)", true)]
    #[case::one_of_them("texts::left_open(&name, self.unit)", true)]
    #[case::another_function("texts::other(tasks.len(), unit)", false)]
    fn a_swapped_argument_is_found(#[case] call: &str, #[case] found: bool) {
        let accessors = Accessors::from([("left_open".to_owned(), vec!["unit".to_owned(), "tasks".to_owned()])]);
        assert_eq!(!swapped_in("a.rs", call, &accessors).is_empty(), found);
    }
}
