//! Foreign parsers in a child process.

use phongtrao_document::read::{Foreign, ForeignError};

/// Runs parsers in a child process of this program.
pub(crate) struct ChildProcess;

impl Foreign for ChildProcess {
    fn run(&self, parser: &str, _bytes: &[u8]) -> Result<Vec<u8>, ForeignError> {
        Err(ForeignError::Failed(parser.to_owned()))
    }
}
