//! A paper's fields out of a TOML file.

use phongtrao_diagnostic::{Finding, Severity, Span};
use serde::de::DeserializeOwned;

use crate::meeting::Impossible;
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
        _ if message == Impossible::Ballots.to_string() => ("paper-figures", texts::ballots_impossible(), texts::ballots_impossible_help()),
        _ if message == Impossible::Votes.to_string() => ("paper-figures", texts::votes_impossible(), texts::votes_impossible_help()),
        _ if message.starts_with("invalid") => ("paper-field-kind", texts::field_kind(message), texts::field_kind_help()),
        _ => ("paper-no-toml", texts::field_syntax(message), texts::field_syntax_help()),
    };
    Finding::new(code, Severity::Error, message).at(span).help(help)
}

#[cfg(test)]
mod tests {
    use crate::papers;

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
