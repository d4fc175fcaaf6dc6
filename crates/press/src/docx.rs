//! A paper as a Word file.

mod face;

use phongtrao_diagnostic::{Finding, Severity};

use crate::composed::composed;
use crate::{Body, Paper, Style, texts};

/// The paper as a Word file with real styles. The same paper gives the same bytes.
///
/// # Errors
///
/// A finding when it is larger than a Word file can be.
pub fn docx(paper: &dyn Paper, style: &Style) -> Result<Vec<u8>, Box<Finding>> {
    let made = match composed(paper, style)?.body {
        Body::Letter(letter) => phongtrao_document::write::docx(&letter),
        Body::Face(face) => face::docx(&face),
    };
    made.map_err(|error| {
        let message = texts::word_error(error.to_string());
        Box::new(Finding::new("paper-too-large", Severity::Error, message).help(texts::word_error_help()))
    })
}
