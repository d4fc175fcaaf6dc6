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
        _ if message.starts_with("invalid") => ("paper-field-kind", texts::field_kind(message), texts::field_kind_help()),
        _ => ("paper-no-toml", texts::field_syntax(message), texts::field_syntax_help()),
    };
    Finding::new(code, Severity::Error, message).at(span).help(help)
}
