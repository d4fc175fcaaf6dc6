//! A paper's fields out of a TOML file.

use phongtrao_diagnostic::{Finding, Severity, Span};
use serde::de::DeserializeOwned;

use crate::texts;

/// Reads the fields of a paper.
///
/// # Errors
///
/// A finding with its place, when the text is no TOML, a field is missing, unknown, or of another kind than the paper asks for.
pub fn read<P: DeserializeOwned>(text: &str) -> Result<P, Box<Finding>> {
    toml::from_str(text).map_err(|error| Box::new(finding(&error)))
}

fn finding(error: &toml::de::Error) -> Finding {
    let message = error.message();
    let span = error.span().map(|range| Span::new(range.start, range.end));
    let field = message.split('`').nth(1).unwrap_or_default();
    let (code, message, help) = match message {
        _ if message.starts_with("missing field") => ("paper-field-missing", texts::field_missing(field), texts::field_missing_help(field)),
        _ if message.starts_with("unknown field") => {
            let known: Vec<&str> = message.split('`').skip(3).step_by(2).collect();
            ("paper-field-unknown", texts::field_unknown(field), texts::field_unknown_help(known.join(", ")))
        }
        _ if message.starts_with("unknown variant") => {
            let known: Vec<&str> = message.split('`').skip(3).step_by(2).collect();
            ("paper-field-kind", texts::field_word(field), texts::field_word_help(known.join(", ")))
        }
        _ if message.starts_with("invalid length") => {
            ("paper-field-kind", texts::field_length(length(message)), texts::field_length_help())
        }
        _ if message.starts_with("invalid type") || message.starts_with("invalid value") => {
            ("paper-field-kind", texts::field_kind(expected(message)), texts::field_kind_help())
        }
        _ if message.starts_with("duplicate") => ("paper-field-twice", texts::field_twice(), texts::field_syntax_help()),
        _ => ("paper-no-toml", texts::field_syntax(message), texts::field_syntax_help()),
    };
    Finding::new(code, Severity::Error, message).at(span).help(help)
}

/// How many entries a list has, out of `invalid length 3, expected …`.
fn length(message: &str) -> usize {
    let figures = message.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty());
    figures.and_then(|figures| figures.parse().ok()).unwrap_or_default()
}

/// What a value should be, as the messages of this crate know it, out of `invalid type: integer `5`, expected a string`.
fn expected(message: &str) -> &'static str {
    let expected = message.rsplit_once("expected ").map_or("", |(_, expected)| expected);
    let begins = |words: &[&str]| words.iter().any(|word| expected.starts_with(word));
    match () {
        () if begins(&["a string", "a borrowed string", "string"]) => "text",
        () if begins(&["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "usize", "a nonzero", "integer"]) => "number",
        () if begins(&["a boolean"]) => "flag",
        () if begins(&["a sequence", "an array", "a tuple", "tuple"]) => "list",
        () if begins(&["a map", "struct", "internally tagged", "adjacently tagged"]) => "table",
        () => "other",
    }
}

#[cfg(test)]
mod tests {
    use phongtrao_diagnostic::{Language, Words};
    use serde::Deserialize;

    use crate::texts;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    #[expect(dead_code, reason = "only whether it can be read is asked")]
    struct Fields {
        name: String,
        number: Option<u32>,
        pair: Option<(u32, u32)>,
        kind: Option<Kind>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Kind {
        Title,
        Merit,
    }

    #[rstest::rstest]
    #[case::text("name = 5", "chữ trong ngoặc kép")]
    #[case::number("name = 'A'\nnumber = 'năm'", "số nguyên")]
    #[case::too_small("name = 'A'\nnumber = -1", "số nguyên")]
    #[case::list("name = 'A'\npair = 1", "danh sách")]
    #[case::length("name = 'A'\npair = [1, 2, 3]", "có 3 giá trị")]
    #[case::too_short("name = 'A'\npair = [1]", "có 1 giá trị")]
    #[case::word("name = 'A'\nkind = 'tite'", "“tite”")]
    fn a_value_of_another_kind_is_told_in_words_of_the_field(#[case] text: &str, #[case] said: &str) {
        let finding = super::read::<Fields>(text).expect_err("not of this kind");
        let words = Words::new(Language::Vietnamese, &[&texts::TEXTS]).say(&finding.message);
        assert!(words.contains(said) && !words.contains("expected") && !words.contains("invalid"), "{words}");
        assert_eq!(finding.code, "paper-field-kind");
    }
}
