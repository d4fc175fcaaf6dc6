//! Invariant 5: no rule of law in code; thresholds, percentages, deadlines, money and forms are dated data with a source.

use toml::{Table, Value};

use crate::fault::Fault;
use crate::lexer::{self, Kind, Token};
use crate::tree::Tree;

/// The crates that speak of what the law rules.
const CRATES: &[&str] = &["rules", "plan", "judge", "movement", "clerk"];
/// On the line of a figure or on the line before: this figure is none of law, with its reason.
const EXCUSE: &str = "no figure of law:";
/// Words in a name that say that its number is a rule.
const RULING: &[&str] = &[
    "PERCENT",
    "SHARE",
    "RATIO",
    "RATE",
    "THRESHOLD",
    "QUOTA",
    "YEARS",
    "MONTHS",
    "DEADLINE",
    "MONEY",
    "AMOUNT",
    "SALARY",
    "BONUS",
    "AGE",
    "VOTES",
    "POINTS",
];

/// Figures of law in code, and entries of packs that do not say where they come from.
pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults: Vec<Fault> = tree.ending("packs/", ".toml").flat_map(|(path, text)| pack_faults(path, text)).collect();
    for folder in CRATES {
        for (path, text) in lexer::program_files(tree, &format!("crates/{folder}/")) {
            faults.extend(code_faults(path, text));
        }
    }
    faults
}

fn pack_faults(path: &str, text: &str) -> Vec<Fault> {
    let pack = match text.parse::<Table>() {
        Ok(pack) => pack,
        Err(error) => return vec![Fault::new(path, error.to_string())],
    };
    let says = |table: &Value, key: &str| table.get(key).and_then(Value::as_str).is_some_and(|words| !words.trim().is_empty());
    let head = pack.get("pack");
    let head_says = |key: &str| head.is_some_and(|head| says(head, key));
    let mut faults = Vec::new();
    let mut entries = 0;
    for (name, list) in pack.iter().filter_map(|(name, value)| Some((name, value.as_array()?))) {
        for (number, entry) in list.iter().enumerate() {
            entries += 1;
            let label = ["id", "number", "symbol", "name"].into_iter().find_map(|key| entry.get(key)?.as_str()).map(str::to_owned);
            let label = label.unwrap_or_else(|| format!("{}", number + 1));
            if !says(entry, "source") {
                faults.push(Fault::new(path, format!("[[{name}]] {label} has no source")));
            }
            if !says(entry, "checked") && !head_says("checked") {
                faults.push(Fault::new(
                    path,
                    format!("[[{name}]] {label} does not say when it was last checked (`checked`, here or in [pack])"),
                ));
            }
        }
    }
    if entries == 0 {
        faults.extend(
            ["source", "checked"].into_iter().filter(|key| !head_says(key)).map(|key| Fault::new(path, format!("[pack] has no {key}"))),
        );
    }
    faults
}

fn code_faults(path: &str, text: &str) -> Vec<Fault> {
    let excused: Vec<usize> = text.lines().enumerate().filter(|(_, line)| line.contains(EXCUSE)).map(|(number, _)| number + 1).collect();
    let tokens: Vec<Token<'_>> = lexer::program(text).into_iter().filter(|token| token.kind != Kind::Comment).collect();
    let mut faults = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let what = match token.kind {
            Kind::Text => text_figure(&token.content()),
            Kind::Number => number_figure(&tokens, at),
            _ => None,
        };
        let is_excused = excused.iter().any(|line| *line == token.line || line + 1 == token.line);
        if let Some(what) = what.filter(|_| !is_excused) {
            let why = format!("{} looks like {what}: figures of law are data of packs/ (or say `// {EXCUSE} why`)", token.written);
            faults.push(Fault::at(path, token.line, why));
        }
    }
    faults
}

fn text_figure(content: &str) -> Option<&'static str> {
    let digit = |c: char| c.is_ascii_digit();
    if content.split('%').next().is_some_and(|before| before.len() < content.len() && before.trim_end().ends_with(digit)) {
        return Some("a percentage");
    }
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.chars().all(digit);
    let parts: Vec<&str> = content.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    if parts.windows(2).any(|pair| !pair[0].is_empty() && pair[0].chars().all(digit) && is_year(pair[1])) && content.contains('/') {
        return Some("the number of a legal document, or a date");
    }
    if parts.windows(3).any(|date| is_year(date[0]) && date[1..].iter().all(|part| part.len() == 2 && part.chars().all(digit))) {
        return Some("a date");
    }
    if parts.windows(2).any(|pair| (1..=3).contains(&pair[0].len()) && pair[0].chars().all(digit) && pair[1] == "000") {
        return Some("an amount of money");
    }
    None
}

fn number_figure(tokens: &[Token<'_>], at: usize) -> Option<&'static str> {
    let written = tokens[at].written.replace('_', "");
    if written.contains('.') && !written.starts_with("0x") {
        return Some("a share or a rate");
    }
    let digits: String = written.chars().take_while(char::is_ascii_digit).collect();
    let value: u64 = digits.parse().ok()?;
    // `Date::new(2025, 7, 1)` is a day of the law; a year alone bounds what may be one at all.
    let after: Vec<Kind> = tokens[at + 1..].iter().take(4).map(|token| token.kind).collect();
    if (1945..=2100).contains(&value) && after == [Kind::Sign, Kind::Number, Kind::Sign, Kind::Number] {
        return Some("a date");
    }
    // `const YEARS_OF_SERVICE: u8 = 25;`: the name of a constant says what its number is.
    let name = tokens[statement(tokens, at)..at].iter().skip_while(|token| !matches!(token.written, "const" | "static")).nth(1)?;
    let ruling = name.written.split('_').any(|word| RULING.contains(&word));
    (ruling && value > 1).then_some("a rule")
}

/// The first token of the statement that a token stands in. The semicolon of `[u8; 2]` ends none.
fn statement(tokens: &[Token<'_>], at: usize) -> usize {
    let mut depth = 0usize;
    for (before, token) in tokens[..at].iter().enumerate().rev() {
        match token.written {
            "]" => depth += 1,
            "[" => depth = depth.saturating_sub(1),
            ";" | "{" | "}" if depth == 0 => return before + 1,
            _ => {}
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{check, code_faults, pack_faults};
    use crate::tree::Tree;

    #[rstest]
    #[case::percentage("let a = \"at least 90%\";")]
    #[case::percentage_apart("let a = \"15 % of the unit\";")]
    #[case::document("let a = \"152/2025\";")]
    #[case::date("let a = \"31/12/2025\";")]
    #[case::date_of_a_form("let a = \"2026-01-01\";")]
    #[case::money("let a = \"2.340.000\";")]
    #[case::share("let a = 0.15;")]
    #[case::day("Date::new(2025, 7, 1)")]
    #[case::named_rule("const YEARS_IN_A_ROW: u8 = 5;")]
    #[case::named_share("static HIGHEST_SHARE: [u8; 2] = [20, 15];")]
    fn a_figure_of_law_in_code_is_found(#[case] code: &str) {
        assert_eq!(code_faults("a.rs", code).len().min(1), 1, "{code}");
    }

    #[rstest]
    #[case::bound("const LONGEST_LINE: usize = 4096;")]
    #[case::index("parts[1]")]
    #[case::bounds_of_a_year("(1990..=2100).contains(&year)")]
    #[case::format("format!(\"{a}/{b}\")")]
    #[case::comment("// at least 90%, by 152/2025\nlet a = 1;")]
    #[case::excused("// no figure of law: the width of a table\nlet a = 0.5;")]
    #[case::in_tests("#[cfg(test)]\nmod tests { const A: &str = \"90%\"; }")]
    fn another_figure_is_free(#[case] code: &str) {
        assert_eq!(code_faults("a.rs", code), []);
    }

    #[rstest]
    #[case::whole("[pack]\nchecked = \"2026-11-21\"\n[[title]]\nid = \"a\"\nsource = \"Điều 24\"", &[])]
    #[case::own_day("[[title]]\nid = \"a\"\nsource = \"Điều 24\"\nchecked = \"2026-11-21\"", &[])]
    #[case::no_source("[pack]\nchecked = \"2026-11-21\"\nsource = \"x\"\n[[title]]\nid = \"a\"", &["[[title]] a has no source"])]
    #[case::empty_source("[pack]\nchecked = \"2026-11-21\"\n[[title]]\nid = \"a\"\nsource = \" \"", &["[[title]] a has no source"])]
    #[case::not_checked("[[title]]\nsource = \"x\"", &["[[title]] 1 does not say when it was last checked (`checked`, here or in [pack])"])]
    #[case::list_without_source("[pack]\nchecked = \"2026-11-21\"\nknown = [\"UBND\"]", &["[pack] has no source"])]
    fn an_entry_says_where_it_comes_from(#[case] pack: &str, #[case] expected: &[&str]) {
        let faults: Vec<String> = pack_faults("packs/a.toml", pack).into_iter().map(|fault| fault.message).collect();
        assert_eq!(faults, expected);
    }

    #[test]
    fn only_crates_that_speak_of_the_law_are_searched() {
        let tree = Tree::planted(&[("crates/plan/src/lib.rs", "let a = 0.15;"), ("crates/document/src/lib.rs", "let a = 0.15;")]);
        assert_eq!(check(&tree).iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), ["crates/plan/src/lib.rs"]);
    }
}
