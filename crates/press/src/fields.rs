//! A paper's fields out of a TOML file.

use phongtrao_diagnostic::{Finding, Severity, Span};
use phongtrao_value::Money;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};

use crate::meeting::Impossible;
use crate::texts;
use crate::within::OUT_OF_BOUNDS;

/// Reads the fields of a paper.
///
/// # Errors
///
/// A finding with its place, when the text is no TOML, a field is missing, unknown, or of another kind than the paper asks for.
pub fn read<P: DeserializeOwned>(text: &str) -> Result<P, Box<Finding>> {
    toml::from_str(text).map_err(|error| Box::new(finding(&error)))
}

/// What is said of a field that holds nothing.
const EMPTY: &str = "empty field";

/// Words that are there: nothing but white space is none.
///
/// # Errors
///
/// What is empty, or no text.
pub fn filled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let words = String::deserialize(deserializer)?;
    if words.trim().is_empty() { Err(D::Error::custom(EMPTY)) } else { Ok(words) }
}

/// The same where a field may be left out.
///
/// # Errors
///
/// What is empty, or no text.
pub fn filled_if_said<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    filled(deserializer).map(Some)
}

/// Lines of which there is one at least, none of them empty.
pub(crate) fn filled_lines<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let lines = lines(deserializer)?;
    if lines.is_empty() { Err(D::Error::custom(EMPTY)) } else { Ok(lines) }
}

/// Lines, none of them empty.
pub(crate) fn lines<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let lines = Vec::<String>::deserialize(deserializer)?;
    if lines.iter().any(|line| line.trim().is_empty()) { Err(D::Error::custom(EMPTY)) } else { Ok(lines) }
}

/// An amount that is paid: none is negative.
pub(crate) fn amount<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Money, D::Error> {
    u64::deserialize(deserializer).and_then(|dong| i64::try_from(dong).map(Money::dong).map_err(D::Error::custom))
}

/// The same where a field may be left out.
pub(crate) fn amount_if_said<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Money>, D::Error> {
    amount(deserializer).map(Some)
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
        _ if message == Impossible::Ballots.to_string() => ("paper-figures", texts::ballots_impossible(), texts::ballots_impossible_help()),
        _ if message == Impossible::Votes.to_string() => ("paper-figures", texts::votes_impossible(), texts::votes_impossible_help()),
        _ if message.starts_with(OUT_OF_BOUNDS) => {
            let [least, most] = bounds(message);
            ("paper-field-kind", texts::field_bounds(least, most), texts::field_bounds_help())
        }
        EMPTY => ("paper-field-empty", texts::field_empty(), texts::field_empty_help()),
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

/// The bounds of a number, out of `out of bounds 1 200`.
fn bounds(message: &str) -> [i64; 2] {
    let mut bounds = message.trim_start_matches(OUT_OF_BOUNDS).split_whitespace().filter_map(|bound| bound.parse().ok());
    [(); 2].map(|()| bounds.next().unwrap_or_default())
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

    use crate::{papers, texts};

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    #[expect(dead_code, reason = "only whether it can be read is asked")]
    struct Fields {
        name: String,
        number: Option<u32>,
        pair: Option<(u32, u32)>,
        kind: Option<Kind>,
        size: Option<crate::within::LetterSize>,
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
    #[case::too_short("name = 'A'\npair = [1]", "có 1 giá trị")]
    #[case::word("name = 'A'\nkind = 'tite'", "“tite”")]
    #[case::bounds("name = 'A'\nsize = nan", "từ 1 đến 200")]
    fn a_value_of_another_kind_is_told_in_words_of_the_field(#[case] text: &str, #[case] said: &str) {
        let finding = super::read::<Fields>(text).expect_err("not of this kind");
        let words = Words::new(Language::Vietnamese, &[&texts::TEXTS]).say(&finding.message);
        assert!(words.contains(said) && !words.contains("bounds") && !words.contains("expected") && !words.contains("invalid"), "{words}");
        assert_eq!(finding.code, "paper-field-kind");
    }

    #[rstest::rstest]
    #[case::as_written("total = 8610000", "total = 8610000", None)]
    #[case::not_said("total = 8610000\n", "", None)]
    #[case::another_sum("total = 8610000", "total = 8610001", Some("paper-figures"))]
    #[case::another_rate("amount = 760000", "amount = 750000", Some("paper-figures"))]
    #[case::fewer_are_paid("number = 2, amount = 760000 },\n]\ntotal = 8610000", "number = 1, amount = 760000 },\n]", None)]
    #[case::more_are_paid_than_honoured("number = 2, amount = 2530000", "number = 3, amount = 2530000", Some("paper-figures"))]
    #[case::a_rate_of_an_award_of_nobody("Giấy khen của Hiệu trưởng\", of", "Giấy khen\", of", Some("paper-figures"))]
    #[case::a_rate_of_others(
        "of = \"individual\", number = 2, amount = 760000",
        "of = \"collective\", number = 2, amount = 760000",
        Some("paper-figures")
    )]
    fn the_sum_of_a_decision_is_held_against_its_rates(#[case] written: &str, #[case] instead: &str, #[case] code: Option<&str>) {
        let kind = papers::kind("decision").expect("the kind is there");
        assert!(kind.example.contains(written), "{written} is not in the example");
        let read = (kind.read)(&kind.example.replacen(written, instead, 1));
        assert_eq!(read.err().map(|finding| finding.code), code);
    }

    /// Minutes whose figures cannot be are refused at their place.
    #[rstest::rstest]
    #[case::more_come_back_than_went_out("returned = 9", "returned = 10", "paper-figures")]
    #[case::valid_and_invalid_are_not_all("invalid = 1", "invalid = 2", "paper-figures")]
    #[case::more_votes_than_voters("agreed = 8, of", "agreed = 10, of", "paper-figures")]
    #[case::no_field("voters = ", "# voters = ", "paper-field-missing")]
    #[case::unknown_field("voters = ", "voter = ", "paper-field-unknown")]
    #[case::a_number_in_words("voters = 9", "voters = \"chín\"", "paper-field-kind")]
    fn findings(#[case] written: &str, #[case] instead: &str, #[case] code: &str) {
        let kind = papers::kind("counting-minutes").expect("the kind is there");
        assert!(kind.example.contains(written), "{written} is not in the example");
        let finding = (kind.read)(&kind.example.replacen(written, instead, 1)).expect_err("a finding");
        assert_eq!(finding.code, code);
    }
}
