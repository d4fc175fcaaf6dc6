//! Any bytes are read as a PDF, both halves in one process: the tree covers the text, a plan is taken and checked, nothing panics.

use phongtrao_document::build;
use phongtrao_document::read::{Foreign, ForeignError, pdf};

use super::reading;

/// What the product runs in a child process runs in this one.
struct InProcess;

impl Foreign for InProcess {
    fn run(&self, _: &str, bytes: &[u8]) -> Result<Vec<u8>, ForeignError> {
        Ok(pdf::extract(bytes))
    }
}

/// A PDF file.
pub fn check(bytes: &[u8]) {
    reading::check_document(&build::build(pdf::read(bytes, &InProcess)));
}
